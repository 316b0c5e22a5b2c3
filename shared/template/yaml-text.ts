/**
 * Writes plain data as YAML text: what a template draft needs, readable for people. Texts of several lines become blocks;
 * a text that YAML could take for something else is quoted (https://yaml.org/spec/1.2.2/).
 */

/** What can be written. A property that is undefined is left out. */
export type YamlValue =
  | string
  | number
  | boolean
  | null
  | readonly YamlValue[]
  | { readonly [name: string]: YamlValue | undefined };

/** A text that stands as it is: it begins with a letter and holds nothing that YAML reads as a sign of its own. */
const bare = /^[\p{L}_][^\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff:#,[\]{}"'&*!|>%@`\\]*$/u;
/** Words that YAML 1.1 or 1.2 reads as no text. */
const reserved = /^(y|n|yes|no|on|off|true|false|null|nan|inf|~)$/i;
/** Signs that no block may hold: YAML would fold or refuse them. */
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]/;
/** A surrogate pair is one printable sign. */
const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;

const isPlain = (text: string): boolean =>
  bare.test(text) && !reserved.test(text) && text.trim() === text && !/\s{2}/.test(text);

const isBlock = (text: string): boolean =>
  text.includes('\n') &&
  !unprintable.test(text.replace(pairs, '')) &&
  !/^[\s]/.test(text) &&
  !/[ \t]\n|[ \t]$|^\n/.test(text) &&
  !/\n\n*$/.test(text.replace(/\n$/, ''));

const indent = (depth: number): string => '  '.repeat(depth);

/** A literal block; `|-` keeps no line break at its end, `|` keeps one. */
function block(text: string, depth: number): string {
  const ends = text.endsWith('\n');
  const lines = (ends ? text.slice(0, -1) : text).split('\n');
  const body = lines.map((line) => (line === '' ? '' : indent(depth) + line));
  return `${ends ? '|' : '|-'}\n${body.join('\n')}`;
}

function scalar(value: string | number | boolean | null, depth: number): string {
  if (typeof value !== 'string') return String(value);
  if (isPlain(value)) return value;
  return isBlock(value) ? block(value, depth) : JSON.stringify(value);
}

type Entry = readonly [string, YamlValue];

function entriesOf(value: { readonly [name: string]: YamlValue | undefined }): readonly Entry[] {
  return Object.entries(value).flatMap(([name, inner]): readonly Entry[] =>
    inner === undefined ? [] : [[name, inner]],
  );
}

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);

/** Lines of a value that stands below its name. */
function lines(value: YamlValue, depth: number): string {
  if (value === null || typeof value !== 'object') return `${indent(depth)}${scalar(value, depth + 1)}\n`;
  if (isList(value)) {
    return value
      .map((one) => {
        if (isEmpty(one) || one === null || typeof one !== 'object') {
          return `${indent(depth)}- ${inline(one, depth + 1)}\n`;
        }
        // The first line of what stands below moves up behind the dash.
        return `${indent(depth)}- ${lines(one, depth + 1).slice(indent(depth + 1).length)}`;
      })
      .join('');
  }
  return entriesOf(value)
    .map(([name, inner]) => {
      const key = scalar(name, depth);
      if (isEmpty(inner) || inner === null || typeof inner !== 'object') {
        return `${indent(depth)}${key}: ${inline(inner, depth + 1)}\n`;
      }
      return `${indent(depth)}${key}:\n${lines(inner, depth + 1)}`;
    })
    .join('');
}

function isEmpty(value: YamlValue): boolean {
  if (value === null || typeof value !== 'object') return false;
  return isList(value) ? value.length === 0 : entriesOf(value).length === 0;
}

function inline(value: YamlValue, depth: number): string {
  if (value === null || typeof value !== 'object') return scalar(value, depth);
  return isList(value) ? '[]' : '{}';
}

/** The YAML text of a value; it ends with a line break. */
export function yamlText(value: YamlValue): string {
  return isEmpty(value) ? `${inline(value, 0)}\n` : lines(value, 0);
}

/** Whether plain data can be written: what JSON holds. */
export function isYamlValue(value: unknown): value is YamlValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isYamlValue);
  return (
    typeof value === 'object' &&
    Object.values(value).every((inner) => inner === undefined || isYamlValue(inner))
  );
}

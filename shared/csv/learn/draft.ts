/** A learned profile as a YAML draft that a person reads, corrects and confirms: a comment above each column. */
import type { Catalogue } from '../../fields/catalogue.ts';
import { draftWords } from '../../issue/ja/learn.ts';
import { describe } from '../../issue/messages.ts';
import type { ProfileColumn } from '../profile.ts';
import type { Learned, LearnedColumn } from './learn.ts';

const percent = (confidence: number): number => Math.round(confidence * 100);

/** Text that YAML reads back as the same text: bare where that is safe, else in double quotes as JSON writes them. */
function scalar(text: string): string {
  const isSafe = /^[A-Za-z\u3041-\u30ff\u3400-\u9fff][A-Za-z0-9\u3041-\u30ff\u3400-\u9fff・/-]*$/.test(text);
  const isWord = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  if (isSafe && !isWord) return text;
  // YAML takes U+0085, U+2028 and U+2029 for line breaks and refuses other control characters; JSON lets some stand.
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const longestExample = 30;
/** What may not stand in a comment: line breaks would end it, and YAML refuses control characters and half pairs. */
const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it may stand in a comment. */
function printable(text: string): string {
  return text.replace(unprintable, '$1 ');
}

/** A value of the sample inside a comment: one line, short. */
function example(text: string): string {
  const characters = Array.from(text.slice(0, longestExample * 2 + 2));
  const short = characters.slice(0, longestExample).join('');
  return printable(characters.length > longestExample ? `${short}…` : short);
}

function comments(column: LearnedColumn, labelOf: (key: string) => string): readonly string[] {
  const lines: string[] = [];
  const { chosen, others, examples, codes, issues } = column;
  if (chosen !== null)
    lines.push(draftWords.chosen(labelOf(chosen.key), percent(chosen.confidence), draftWords.by[chosen.by]));
  for (const found of issues) {
    const { message, remedy } = describe(found, labelOf);
    lines.push(printable(message + remedy));
  }
  if (others.length > 0)
    lines.push(
      draftWords.others(
        others
          .map(({ key, confidence }) => draftWords.other(labelOf(key), key, percent(confidence)))
          .join('、'),
      ),
    );
  if (codes.length > 0) lines.push(draftWords.codes(codes.map(example).join('、')));
  else if (examples.length > 0) lines.push(draftWords.examples(examples.map(example).join('、')));
  return lines;
}

function columnLines(column: ProfileColumn): readonly string[] {
  const lines = [`  - header: ${scalar(column.header)}`];
  if (column.key !== undefined) lines.push(`    key: ${scalar(column.key)}`);
  if (column.style !== undefined) lines.push(`    style: ${scalar(column.style)}`);
  if (column.codes !== undefined) {
    lines.push('    codes:');
    for (const [code, text] of Object.entries(column.codes))
      lines.push(`      ${scalar(code)}: ${scalar(text)}`);
  }
  return lines;
}

/**
 * Text of the draft. `readProfileDocument` reads it back as the same profile.
 * @param file name of the sample
 */
export function draftText(learned: Learned, file: string, catalogue: Catalogue): string {
  const labelOf = (key: string): string => catalogue.byKey.get(key)?.label ?? key;
  const { profile, columns } = learned;
  const lines = [
    `# ${printable(draftWords.title(file))}`,
    `# ${draftWords.check}`,
    `# ${draftWords.style}`,
    `# ${draftWords.privacy}`,
  ];
  for (const found of learned.issues) {
    const { message, remedy } = describe(found, labelOf);
    lines.push(`# ${printable(message + remedy)}`);
  }
  lines.push('schema: 1');
  const { columns: _columns, schema: _schema, refused: _refused, ...settings } = profile;
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    lines.push(`${name}: ${typeof value === 'string' ? scalar(value) : String(value)}`);
  }
  lines.push('columns:');
  profile.columns.forEach((column, index) => {
    const described = columns[index];
    if (described !== undefined)
      for (const comment of comments(described, labelOf)) lines.push(`  # ${comment}`);
    lines.push(...columnLines(column));
  });
  return `${lines.join('\n')}\n`;
}

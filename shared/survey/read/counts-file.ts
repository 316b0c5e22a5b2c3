/** Numbers of businesses by dimension, from a CSV: how many were asked (response rates), or how many there are (weights). */
import { decodeText } from '../../bytes/detect.ts';
import { type Issue, issue, UnusableInput } from '../../issue/issue.ts';
import { foldHeader } from '../../response/columns.ts';
import { isBlankRow, parseDelimited } from '../../table/parse.ts';
import { foldAscii } from '../../text/width.ts';
import type { SurveyDefinition } from '../definition/schema.ts';
import { optionReader } from './options.ts';
import type { Labelled } from './read-answers.ts';

export interface CountsRow {
  /** Option by dimension; a dimension the file does not name is absent. */
  readonly options: ReadonlyMap<string, number>;
  readonly count: number;
}

export interface CountsFile {
  readonly dimensions: readonly string[];
  readonly rows: readonly CountsRow[];
  /** `survey.weights-row` of what could not be read, and groups that no answer names. */
  readonly issues: readonly Issue[];
  /** Groups of open dimensions that the file names and no answer does: regions without answers. */
  readonly strange: readonly { readonly dimension: string; readonly name: string }[];
}

const countNames = [
  'count',
  '事業者数',
  '事業所数',
  '件数',
  '数',
  '母集団',
  '依頼数',
  '依頼',
  'asked',
  'population',
];

/** @param dimensions labels of the options as the answers were read */
export function readCounts(
  definition: SurveyDefinition,
  dimensions: ReadonlyMap<string, Labelled>,
  bytes: Uint8Array,
  file: string,
): CountsFile {
  const rows = parseDelimited(decodeText(bytes, file).text).rows.filter((row) => !isBlankRow(row));
  const [header = [], ...data] = rows;
  const names = header.map(foldHeader);
  const countAt = names.findIndex((name) => countNames.includes(name));
  const places = definition.dimensions.flatMap(({ key, label }) => {
    const at = names.findIndex((name) => name === foldHeader(key) || name === foldHeader(label));
    return at < 0 ? [] : [{ key, at, reader: optionReader(optionsOf(definition, dimensions, key)) }];
  });
  if (countAt < 0 || places.length === 0 || data.length === 0)
    throw new UnusableInput([
      issue('survey.weights-header', 'error', '', {
        params: { file, known: definition.dimensions.map(({ label }) => label).join('、') },
      }),
    ]);
  const issues: Issue[] = [];
  const strange: { dimension: string; name: string }[] = [];
  const read: CountsRow[] = [];
  data.forEach((cells, index) => {
    const options = new Map<string, number>();
    const bad = (value: string): void => {
      issues.push(issue('survey.weights-row', 'error', '', { value, params: { file, row: index + 1 } }));
    };
    const typed = (cells[countAt] ?? '').trim();
    const count = /^\d+$/.test(foldAscii(typed).replace(/,/g, ''))
      ? Number(foldAscii(typed).replace(/,/g, ''))
      : -1;
    for (const { key, at, reader } of places) {
      const text = (cells[at] ?? '').trim();
      const option = reader.find(text);
      if (option >= 0) options.set(key, option);
      else if (isOpen(definition, key) && text !== '') strange.push({ dimension: key, name: text });
      else bad(text);
    }
    if (count < 0) bad(typed);
    if (count >= 0 && options.size === places.length) read.push({ options, count });
  });
  return { dimensions: places.map(({ key }) => key), rows: read, issues, strange };
}

const isOpen = (definition: SurveyDefinition, key: string): boolean =>
  definition.dimensions.some((dimension) => dimension.key === key && dimension.values === 'open');

function optionsOf(
  definition: SurveyDefinition,
  dimensions: ReadonlyMap<string, Labelled>,
  key: string,
): Parameters<typeof optionReader>[0] {
  const own = definition.dimensions.find((dimension) => dimension.key === key);
  if (own?.options !== undefined) return own.options;
  const { codes = [], labels = [] } = dimensions.get(key) ?? {};
  // 「神奈川」 means 神奈川県 here as in the answers.
  return codes.map((code, at) => {
    const label = labels[at] ?? code;
    const short = own?.values === 'prefectures' && label !== '北海道' ? [label.slice(0, -1)] : [];
    return { code, label, aliases: short };
  });
}

/** Sum of the counts of a group. Null where the file does not tell its dimensions apart. */
export function countOf(file: CountsFile, by: readonly string[], group: readonly number[]): number | null {
  const fixed = by.flatMap((key, at) => ((group[at] ?? -1) < 0 ? [] : [[key, group[at] ?? -1] as const]));
  if (fixed.some(([key]) => !file.dimensions.includes(key))) return null;
  return file.rows
    .filter(({ options }) => fixed.every(([key, option]) => options.get(key) === option))
    .reduce((sum, { count }) => sum + count, 0);
}

/** `cci profile learn`: a real export of the chamber's core system → a draft of its CSV layout. */
import { basename, dirname } from 'node:path';
import { draftText } from '../../shared/csv/learn/draft.ts';
import { learnProfile } from '../../shared/csv/learn/learn.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { draftWords } from '../../shared/issue/ja/learn.ts';
import { lineOf } from '../../shared/issue/messages.ts';
import { readBytes, writeAll } from '../files.ts';
import { loadCatalogue } from '../library.ts';
import { todayInJapan } from '../today.ts';
import type { ExitCode } from './outcome.ts';

export interface ProfileLearnArguments {
  readonly sample: string;
  readonly out: string;
}

/** An id that a profile may have, from the name of its file. */
function idOf(file: string): string {
  const bare = basename(file).replace(/\.(ya?ml|json)$/i, '');
  const id = bare
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? 'learned' : id;
}

/** A header that says nothing, or one that another sign parts, gives a draft of no use. */
function refuseNoColumns(file: string, headers: readonly string[]): void {
  const [only = ''] = headers;
  const sign = headers.length === 1 ? /[;|、，]/.exec(only)?.[0] : undefined;
  if (sign !== undefined)
    throw new UnusableInput([issue('file.delimiter', 'error', '', { params: { file, sign } })]);
  if (headers.every((header) => header.trim() === ''))
    throw new UnusableInput([issue('header.missing', 'error', '', { params: { file } })]);
}

/** Writes the draft and prints what a person has to do by hand, one line each. */
export function profileLearnCommand({ sample, out }: ProfileLearnArguments): ExitCode {
  const catalogue = loadCatalogue();
  const file = basename(sample);
  const learned = learnProfile({
    file: sample,
    bytes: readBytes(sample),
    id: idOf(out),
    name: draftWords.name(file),
    note: draftWords.note(file),
    catalogue,
    today: todayInJapan(),
  });
  refuseNoColumns(
    sample,
    learned.columns.map(({ header }) => header),
  );
  const text = draftText(learned, file, catalogue);
  writeAll(dirname(out), [{ name: basename(out), bytes: new TextEncoder().encode(text) }]);
  const labelOf = (key: string) => catalogue.byKey.get(key)?.label ?? key;
  const mapped = learned.columns.filter((c) => c.chosen !== null).length;
  const say = (line: string) => process.stdout.write(`${line.replace(/[\r\n]+/g, ' ')}\n`);
  say(
    `${learned.columns.length} 列のうち ${mapped} 列を対応させました（${learned.rows} 行の値から。${out}）`,
  );
  for (const found of learned.issues) say(lineOf(found, labelOf));
  for (const column of learned.columns) {
    for (const found of column.issues) say(lineOf(found, labelOf));
    if (column.codes.length > 0) say(`  ${draftWords.codes(column.codes.join('、'))}`);
  }
  say('仮の配置です。下書きを一列ずつ確かめ、実際に取り込めてから verified を true にしてください。');
  return 0;
}

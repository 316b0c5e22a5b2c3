/**
 * shown.json: what the readers of an edition know, kept beside it. A later edition of the same wave, and a report that names changes
 * since this wave, hide what together with it would give a firm away.
 */
import * as z from 'zod/mini';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { lazy } from '../../lazy.ts';
import type { EarlierTables } from '../protect/of-tables.ts';
import type { ReadAnswers } from '../read/read-answers.ts';

const tablesSchema = lazy(() =>
  z.strictObject({
    cells: z.array(z.strictObject({ id: z.string(), n: z.number() })),
    sums: z.array(z.strictObject({ total: z.string(), parts: z.array(z.string()) })),
    hidden: z.array(z.string()),
  }),
);

const shownSchema = lazy(() =>
  z.strictObject({
    schema: z.literal(1),
    survey: z.string(),
    wave: z.string(),
    minN: z.number(),
    questions: z.record(z.string(), tablesSchema()),
  }),
);
export type ShownFile = z.infer<ReturnType<typeof shownSchema>>;

/** Cells are named by options in protection (`industry=2`), by codes in files: options of an open list move from file to file. */
function renamed(id: string, rename: (dimension: string, option: string) => string): string {
  return id
    .split('|')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? part : `${part.slice(0, at)}=${rename(part.slice(0, at), part.slice(at + 1))}`;
    })
    .sort()
    .join('|');
}

function renamedTables(
  tables: EarlierTables,
  rename: (dimension: string, option: string) => string,
): EarlierTables {
  const name = (id: string): string => renamed(id, rename);
  return {
    cells: tables.cells.map(({ id, n }) => ({ id: name(id), n })),
    sums: tables.sums.map(({ total, parts }) => ({ total: name(total), parts: parts.map(name) })),
    hidden: tables.hidden.map(name),
  };
}

/** The bytes of shown.json. */
export function shownJson(
  survey: string,
  wave: string,
  minN: number,
  shown: ReadonlyMap<string, EarlierTables>,
  answers: Pick<ReadAnswers, 'dimensions'>,
): Uint8Array {
  const code = (dimension: string, option: string): string =>
    encodeURIComponent(answers.dimensions.get(dimension)?.codes[Number(option)] ?? option);
  const questions = Object.fromEntries([...shown].map(([key, tables]) => [key, renamedTables(tables, code)]));
  const document = { schema: 1, survey, wave, minN, questions };
  return encodeUtf8(`${JSON.stringify(document)}\n`);
}

/** Reads shown.json; null where it is none of this kit. */
export function readShown(document: unknown): ShownFile | null {
  const parsed = shownSchema().safeParse(document);
  return parsed.success ? parsed.data : null;
}

/** What an earlier edition showed, in the options of these answers. Options that no answer names any more keep their code. */
export function shownTo(
  file: ShownFile,
  answers: Pick<ReadAnswers, 'dimensions'>,
): ReadonlyMap<string, EarlierTables> {
  const option = (dimension: string, code: string): string => {
    const at = answers.dimensions.get(dimension)?.codes.indexOf(decodeURIComponent(code)) ?? -1;
    return at < 0 ? code : String(at);
  };
  return new Map(Object.entries(file.questions).map(([key, tables]) => [key, renamedTables(tables, option)]));
}

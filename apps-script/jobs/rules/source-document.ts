/** A document as its reader gave it, kept between the pieces of a build: read through one strict schema. */
import * as z from 'zod/mini';
import type { SourceDocument } from '../../../shared/corpus/model.ts';
import { lazy } from '../../../shared/lazy.ts';

/** Raised when the readers read differently: what was kept is then read anew. */
export const readerVersion = 1;

/** A problem as it is kept between two executions. */
export const storedIssue = () =>
  z.strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    key: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    value: z.string(),
    suggestion: z.string(),
  });

const optional = <T extends z.core.$ZodType>(of: T) => z.optional(of);

const schema = lazy(() =>
  z.strictObject({
    file: z.string(),
    format: z.enum(['docx', 'pdf', 'html', 'text', 'markdown', 'egov-xml', 'google-doc']),
    title: z.string(),
    lines: z.array(
      z.strictObject({
        text: z.string(),
        kind: z.enum(['text', 'heading', 'table-row', 'footnote']),
        level: optional(z.number()),
        numbering: optional(z.string()),
        cells: optional(z.array(z.string())),
        page: z.number(),
        ruby: optional(z.string()),
      }),
    ),
    issues: z.array(storedIssue()),
  }),
);

type Stored = z.infer<ReturnType<typeof schema>>;

/** Without the members that are not there: a line of the readers has them or has them not. */
function lineOf(line: Stored['lines'][number]): SourceDocument['lines'][number] {
  const { level, numbering, cells, ruby, ...rest } = line;
  return {
    ...rest,
    ...(level === undefined ? {} : { level }),
    ...(numbering === undefined ? {} : { numbering }),
    ...(cells === undefined ? {} : { cells }),
    ...(ruby === undefined ? {} : { ruby }),
  };
}

/** Null where the text is none of ours. */
export function readStoredDocument(text: string | null): SourceDocument | null {
  if (text === null) return null;
  try {
    const read = schema().safeParse(JSON.parse(text));
    return read.success ? { ...read.data, lines: read.data.lines.map(lineOf) } : null;
  } catch {
    return null;
  }
}

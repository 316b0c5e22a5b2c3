/** A CSV profile: the layout of one core system's import file, as data. */
import * as z from 'zod/mini';
import { lazy } from '../lazy.ts';
import { sourceSchema } from '../template/source.ts';

const columnSchema = lazy(() =>
  z.strictObject({
    /** Header text of the column. */
    header: z.string(),
    /** Field key that fills it; absent for a fixed or always empty column. */
    key: z.optional(z.string()),
    /** Text written in every row where `key` is absent (default: empty). */
    fixed: z.optional(z.string()),
    /** Style of the value; default `plain`. */
    style: z.optional(z.string()),
    /** Longest text, in characters or in bytes of the profile's encoding. */
    maxCharacters: z.optional(z.number()),
    maxBytes: z.optional(z.number()),
    /** Own code table: option code → text in the file. */
    codes: z.optional(z.record(z.string(), z.string())),
  }),
);

export const profileSchema = lazy(() =>
  z.strictObject({
    schema: z.literal(1),
    id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
    name: z.string(),
    /** False until a person confirmed it against the real system: shown as 「仮の配置」. */
    verified: z.boolean(),
    note: z.optional(z.string()),
    encoding: z.enum(['windows-31j', 'utf-8', 'utf-8-bom']),
    newline: z.enum(['crlf', 'lf']),
    quoting: z.enum(['minimal', 'all']),
    header: z.boolean(),
    /** Date styles: `slash` 2019/04/01 and 2019/04, `iso` 2019-04-01 and 2019-04, `compact` 20190401 and 201904. */
    dates: z.enum(['slash', 'iso', 'compact']),
    /** `hyphen` 123-4567, `digits` 1234567. */
    postal: z.enum(['hyphen', 'digits']),
    /** `label` writes option labels, `code` option codes; `separator` joins several. */
    choices: z.enum(['label', 'code']),
    separator: z.string(),
    /** What becomes of a line break inside a value: one space, kept, or removed. */
    lineBreaks: z.enum(['space', 'keep', 'remove']),
    /** Characters the core system refuses although the encoding holds them → proposed substitute. */
    refused: z.optional(z.record(z.string(), z.string())),
    columns: z.array(columnSchema()).check(z.minLength(1)),
    /** The chamber that offered it to the others; absent: JCCI's own, or the chamber's. */
    source: z.optional(sourceSchema()),
  }),
);
export type Profile = z.infer<ReturnType<typeof profileSchema>>;
export type ProfileColumn = z.infer<ReturnType<typeof columnSchema>>;

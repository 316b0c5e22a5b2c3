/** The field catalogue (`forms-templates/fields.yaml`): one key, one label, one kind for every item of a business. */
import * as z from 'zod/mini';
import { lazy } from '../lazy.ts';

export const kindIds = [
  'code',
  'choice',
  'choices',
  'corporate-number',
  'invoice-number',
  'name',
  'person-name',
  'kana',
  'latin',
  'text',
  'building',
  'postal-code',
  'address',
  'phone',
  'email',
  'url',
  'industry',
  'month',
  'date',
  'year',
  'month-of-year',
  'yen',
  'integer',
  'consent',
  'token',
] as const;
export type KindId = (typeof kindIds)[number];

const fieldSchema = lazy(() =>
  z.strictObject({
    key: z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/)),
    label: z.string().check(z.minLength(1)),
    kind: z.enum(kindIds),
    /** Id of the code list that holds the options of a choice. */
    codeList: z.optional(z.string()),
    /** Line breaks belong to the value. */
    multiline: z.optional(z.boolean()),
    /** The statutory register must hold it (商工会議所法施行令1条). */
    register: z.optional(z.boolean()),
    /** A 特定商工業者 must report its change (令2条). */
    reportChange: z.optional(z.boolean()),
    /** Item of GIF 2025-03. */
    gif: z.optional(z.string()),
    /** Other headers under which core systems and forms are known to carry it. */
    synonyms: z.optional(z.array(z.string())),
  }),
);
export type Field = z.infer<ReturnType<typeof fieldSchema>>;

export const catalogueSchema = lazy(() =>
  z.strictObject({ schema: z.literal(1), fields: z.array(fieldSchema()) }),
);

const codeListSchema = lazy(() =>
  z.strictObject({
    schema: z.literal(1),
    id: z.string(),
    title: z.string(),
    /** False: nobody has confirmed it (未検証); `note` says what is open. */
    verified: z.optional(z.boolean()),
    note: z.optional(z.string()),
    options: z.array(
      z.strictObject({
        code: z.string(),
        label: z.string(),
        aliases: z.optional(z.array(z.string())),
        /** What an option holds: the prefectures of a block. */
        members: z.optional(z.array(z.string())),
      }),
    ),
  }),
);
export { codeListSchema };
export type CodeList = z.infer<ReturnType<typeof codeListSchema>>;

/** The catalogue ready for use: fields in catalogue order, by key, and code lists by id. */
export interface Catalogue {
  readonly fields: readonly Field[];
  readonly byKey: ReadonlyMap<string, Field>;
  readonly codeLists: ReadonlyMap<string, CodeList>;
}

/**
 * Reads the catalogue and the code lists from parsed YAML/JSON. Throws on a broken catalogue: it ships with
 * the program, so that is a broken promise, not bad input.
 */
export function readCatalogue(fieldsDocument: unknown, codeListDocuments: readonly unknown[]): Catalogue {
  const { fields } = catalogueSchema().parse(fieldsDocument);
  const lists = codeListDocuments.map((d) => codeListSchema().parse(d));
  const codeLists = new Map(lists.map((l) => [l.id, l]));
  for (const field of fields) {
    if (field.codeList !== undefined && !codeLists.has(field.codeList)) {
      throw new Error(`fields.yaml: ${field.key}: no code list ${field.codeList}`);
    }
  }
  return { fields, byKey: new Map(fields.map((f) => [f.key, f])), codeLists };
}

/** What the bundle keeps in its folder and with the script, each read through one strict schema. */
import * as z from 'zod/mini';
import { lazy } from '../../../shared/lazy.ts';
import type { Services } from '../port.ts';

/** Names of the folders and files, as people see them in Drive. */
export const names = {
  folder: '規程の束',
  out: 'ノートブック用',
  keep: '控え（ノートブックに入れない）',
  bundle: '束.json',
  ledger: '文書.json',
  index: '索引',
  comparison: '新旧対照表',
  sync: '再同期一覧',
} as const;

/** Where the bundle is; with the script, since whoever searches needs it before any file. */
const placeSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    folder: z.string(),
    folderName: z.string(),
    /** '' before the first build. */
    bundle: z.string(),
  }),
);
export type Place = z.infer<ReturnType<typeof placeSchema>>;

type Kept = Pick<Services, 'secrets' | 'workbook'>;
const placeKey = ({ workbook }: Kept): string => `cci.regulations.${workbook.id}`;

/** Null before a folder is chosen. */
export function readPlace(services: Kept): Place | null {
  const text = services.secrets.get(placeKey(services));
  return text === null || text === '' ? null : placeSchema().parse(JSON.parse(text));
}

export function writePlace(services: Kept, place: Place): void {
  const text = JSON.stringify(place);
  if (services.secrets.get(placeKey(services)) !== text) services.secrets.set(placeKey(services), text);
}

const problemSchema = () =>
  z.strictObject({
    severity: z.enum(['error', 'warning', 'info']),
    severityLabel: z.string(),
    code: z.string(),
    message: z.string(),
    remedy: z.string(),
  });

/** 束.json: the bundle as it was last made whole. */
const bundleSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    /** Over everything it was made from: the same again need not be made. */
    made: z.string(),
    /** Over its sources. */
    key: z.string(),
    /** Hash of the index. */
    index: z.string(),
    at: z.string(),
    sources: z.array(
      z.strictObject({
        file: z.string(),
        title: z.string(),
        sha256: z.string(),
        characters: z.number(),
        docId: z.string(),
      }),
    ),
    /** Files with the texts of the sources, in their order. */
    pieces: z.array(z.strictObject({ id: z.string(), files: z.number() })),
    docs: z.strictObject({ index: z.string(), comparison: z.string(), sync: z.string() }),
    out: z.string(),
    problems: z.array(problemSchema()),
    /** Of all, `problems` holds the first. */
    counts: z.strictObject({ error: z.number(), warning: z.number(), info: z.number() }),
  }),
);
export type StoredBundle = z.infer<ReturnType<typeof bundleSchema>>;
export type StoredProblem = StoredBundle['problems'][number];

/** 文書.json: which document stands for which source, and the text it was last written with. */
const ledgerSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    docs: z.array(
      z.strictObject({
        /** Drive id of what it was made from and its part, or the name of one of our own lists. */
        key: z.string(),
        file: z.string(),
        docId: z.string(),
        /** Of the text; '' while the document is made, `?` while it is written again. */
        sha256: z.string(),
      }),
    ),
  }),
);
export type Ledger = z.infer<ReturnType<typeof ledgerSchema>>;
export type LedgerRow = Ledger['docs'][number];

/** One piece of the texts. */
const pieceSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    texts: z.array(z.strictObject({ title: z.string(), file: z.string(), text: z.string() })),
  }),
);
export type Piece = z.infer<ReturnType<typeof pieceSchema>>;

function parsed<T>(
  text: string | null,
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
): T | null {
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Null where the file is missing or was changed by hand: the bundle is then made anew. */
export const readBundle = (text: string | null): StoredBundle | null => parsed(text, bundleSchema());
export const readLedger = (text: string | null): Ledger =>
  parsed(text, ledgerSchema()) ?? { version: 1, docs: [] };
export const readPiece = (text: string | null): Piece | null => parsed(text, pieceSchema());

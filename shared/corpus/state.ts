/**
 * What a build keeps for the next one (`build-state.json`): the trees of the documents it read, by the hash of their files,
 * and the sources it wrote. Read through one strict schema: a damaged or older one is as good as none.
 */
import { z } from 'zod/mini';
import { lazy } from '../lazy.ts';
import { type Regulation, type Unit, unitKinds } from './model.ts';

export const stateName = 'build-state.json';
export const stateVersion = 1;

const unit = (): z.ZodMiniType<Unit> =>
  z.strictObject({
    kind: z.enum(unitKinds),
    address: z.string(),
    heading: z.string(),
    text: z.string(),
    children: z.array(z.lazy(unitSchema)),
    line: z.number(),
  });
const unitSchema = lazy(unit);

const regulation = (): z.ZodMiniType<Regulation> =>
  z.strictObject({
    title: z.string(),
    shortTitle: z.string(),
    file: z.string(),
    dates: z.array(z.strictObject({ label: z.string(), text: z.string() })),
    preamble: z.string(),
    units: z.array(unitSchema()),
    issues: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        key: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        value: z.string(),
        suggestion: z.string(),
      }),
    ),
  });

const schema = lazy(() =>
  z.strictObject({
    version: z.literal(stateVersion),
    /** Fingerprint of what read the documents: another one reads them anew. */
    reader: z.string(),
    /** Sources of the bundle as they were last put in place. */
    sources: z.array(z.strictObject({ file: z.string(), title: z.string(), sha256: z.string() })),
    /** Files beside the sources that may have to go again. */
    extras: z.array(z.strictObject({ file: z.string(), sha256: z.string() })),
    documents: z.array(
      z.strictObject({
        /** Below the folder of the documents, with `/`. */
        path: z.string(),
        sha256: z.string(),
        regulation: regulation(),
      }),
    ),
  }),
);

export type BuildState = z.infer<ReturnType<typeof schema>>;
export type ReadDocument = BuildState['documents'][number];

/** Reads a state; null where the text is none of this version. */
export function readState(text: string): BuildState | null {
  try {
    const read = schema().safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export const stateText = (state: BuildState): string => `${JSON.stringify(state)}\n`;

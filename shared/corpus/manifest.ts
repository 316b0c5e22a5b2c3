/** manifest.json: what stands in a bundle. Read through one strict schema. */
import * as z from 'zod/mini';
import { lazy } from '../lazy.ts';

export const manifestName = 'manifest.json';
export const manifestVersion = 1;

const schema = lazy(() =>
  z.strictObject({
    version: z.literal(manifestVersion),
    sources: z.array(
      z.strictObject({
        file: z.string(),
        title: z.string(),
        sourceFile: z.string(),
        sha256: z.string(),
        characters: z.number(),
        bytes: z.number(),
        units: z.array(z.string()),
        references: z.array(
          z.strictObject({ from: z.string(), to: z.string(), resolved: z.enum(['yes', 'no', 'outside']) }),
        ),
      }),
    ),
  }),
);

export type Manifest = z.infer<ReturnType<typeof schema>>;
export type ManifestSource = Manifest['sources'][number];

/** Reads a manifest; null where the text is none. */
export function readManifest(text: string): Manifest | null {
  try {
    const read = schema().safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`;

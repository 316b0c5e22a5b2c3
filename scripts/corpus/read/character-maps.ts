/** Character maps for fonts that a PDF names without carrying them, as most Japanese PDFs of older programs do. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';

/** Packed by `scripts/data/cmaps.ts`. */
const packed = new URL('./japan1-cmaps.zip', import.meta.url);
let maps: Record<string, Uint8Array> | undefined;

/** Hands pdf.js the map it asks for (`90ms-RKSJ-H.bcmap`); fonts and decoders, which text does not need, are refused. */
export class CharacterMaps {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    maps ??= unzipSync(new Uint8Array(readFileSync(packed)));
    const map = maps[filename];
    if (map === undefined) throw new Error(`no map ${filename}`);
    return map.slice();
  }
}

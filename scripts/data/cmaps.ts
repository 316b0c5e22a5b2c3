/**
 * Packs the character maps that Japanese PDFs name without carrying them: `tsx scripts/data/cmaps.ts <folder>`, where the folder is
 * `cmaps/` of the npm package pdfjs-dist (the CMap resources of Adobe, BSD licence, in pdf.js's compact form; the licence is packed
 * with them). The package itself is 41 MB and no dependency of ours.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

const japanese =
  /^(LICENSE|(78|83pv|90|Add|EUC-|Ext|NWP|RKSJ|UniJIS(2004|Pro)?-U(CS2|TF16)|Adobe-Japan1|Hankaku|Hiragana|Katakana|Roman|WP-Symbol|H\.|V\.).*\.bcmap)$/;
const folder = process.argv[2] ?? '';
const files = readdirSync(folder)
  .filter((name) => japanese.test(name))
  .sort();
const entries = Object.fromEntries(
  files.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
);
writeFileSync(
  new URL('../corpus/read/japan1-cmaps.zip', import.meta.url),
  zipSync(entries, { level: 9, mtime: new Date('1980-01-02T00:00:00') }),
);

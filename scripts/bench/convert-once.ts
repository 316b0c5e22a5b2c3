/**
 * A process of its own for the memory bench: converts the file named once and prints, in bytes, by how much its resident
 * memory has grown then, with the file, the text and all outputs still there, and its highest resident memory.
 */
import { readFileSync } from 'node:fs';
import { convertOnce } from './convert-answers.ts';

const [file = ''] = process.argv.slice(2);
if (globalThis.gc === undefined) throw new Error('run with --expose-gc');
globalThis.gc();
const before = process.memoryUsage().rss;
const output = convertOnce(readFileSync(file));
const grown = process.memoryUsage().rss - before;
if (output.files.length === 0) throw new Error('nothing was written');
process.stdout.write(JSON.stringify({ grown, peak: process.resourceUsage().maxRSS * 1024 }));

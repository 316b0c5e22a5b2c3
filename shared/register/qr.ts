/**
 * QR codes (ISO/IEC 18004, model 2) of links: bytes, correction level M, versions 1 to 20 (666 bytes), drawn as a PNG. A
 * letter needs no more, and the smallest library that does is three times as large.
 */
import { encodeUtf8 } from '../bytes/utf8.ts';

/** Level M, by version from 1: correction bytes of a block, number of blocks (ISO/IEC 18004, table 9). */
const correctionBytes = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

interface Layout {
  readonly version: number;
  readonly size: number;
  /** Bytes of data and correction together. */
  readonly bytes: number;
  readonly correction: number;
  readonly blocks: number;
}

function layoutOf(version: number): Layout {
  const correction = correctionBytes[version - 1] ?? 0;
  const blocks = blockCounts[version - 1] ?? 0;
  const aligned = Math.floor(version / 7) + 2;
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) modules -= (25 * aligned - 10) * aligned - 55;
  if (version >= 7) modules -= 36;
  return { version, size: version * 4 + 17, bytes: modules >> 3, correction, blocks };
}

/** Product in GF(256) with the polynomial 0x11D. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if (((b >> bit) & 1) === 1) product ^= a;
  }
  return product;
}

/** Remainder of a block after division by the generator of this degree. */
function remainder(block: readonly number[], degree: number): readonly number[] {
  const generator = new Array<number>(degree).fill(0);
  generator[degree - 1] = 1;
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) {
      generator[j] = multiply(generator[j] ?? 0, root) ^ (generator[j + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  const rest = new Array<number>(degree).fill(0);
  for (const byte of block) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    generator.forEach((coefficient, at) => {
      rest[at] = (rest[at] ?? 0) ^ multiply(coefficient, factor);
    });
  }
  return rest;
}

/** Data in the order in which it is drawn: blocks interleaved, then their correction. */
function codewords(content: Uint8Array, layout: Layout): readonly number[] {
  const { version, bytes, correction, blocks } = layout;
  const capacity = bytes - correction * blocks;
  const bits: number[] = [];
  const push = (value: number, length: number): void => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  push(4, 4);
  push(content.length, version < 10 ? 8 : 16);
  for (const byte of content) push(byte, 8);
  push(0, Math.min(4, capacity * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  const data: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    data.push(bits.slice(at, at + 8).reduce((byte, bit) => (byte << 1) | bit, 0));
  }
  for (let pad = 0xec; data.length < capacity; pad ^= 0xec ^ 0x11) data.push(pad);

  const short = Math.floor(bytes / blocks) - correction;
  const shortBlocks = blocks - (bytes % blocks);
  const parts: (readonly number[])[] = [];
  for (let block = 0, at = 0; block < blocks; block++) {
    const length = short + (block < shortBlocks ? 0 : 1);
    parts.push(data.slice(at, at + length));
    at += length;
  }
  const corrections = parts.map((part) => remainder(part, correction));
  const interleaved = (all: readonly (readonly number[])[], length: number): readonly number[] =>
    Array.from({ length }, (_unused, at) => all.flatMap((part) => part[at] ?? [])).flat();
  return [...interleaved(parts, short + 1), ...interleaved(corrections, correction)];
}

/** Centres of the alignment patterns along one side. */
function alignment({ version, size }: Layout): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const places = [6];
  for (let at = size - 7; places.length < count; at -= step) places.splice(1, 0, at);
  return places;
}

/** Value with the remainder of its division by a generator behind it. */
function withCheck(value: number, generator: number, bits: number): number {
  let rest = value;
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >> (bits - 1)) * generator);
  return (value << bits) | rest;
}

const masks: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Modules by row: 1 is dark. */
export type QrModules = readonly (readonly number[])[];

function drawn(words: readonly number[], layout: Layout, mask: number): QrModules {
  const { version, size } = layout;
  const modules = Array.from({ length: size }, () => new Array<number>(size).fill(-1));
  const set = (x: number, y: number, dark: boolean | number): void => {
    const row = modules[y];
    if (row !== undefined && x >= 0 && x < size) row[x] = Number(dark);
  };
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const square = (x: number, y: number, reach: number): void => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(x + dx, y + dy, reach === 2 ? ring !== 1 : ring !== 2 && ring !== 4);
      }
  };
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(x, y, 4);
  const centres = alignment(layout);
  const last = size - 7;
  for (const y of centres)
    for (const x of centres) {
      const isFinder = (x === 6 && (y === 6 || y === last)) || (x === last && y === 6);
      if (!isFinder) square(x, y, 2);
    }
  // Level M is 0 in the format.
  const format = withCheck(mask, 0x537, 10) ^ 0x5412;
  for (let bit = 0; bit < 15; bit++) {
    const dark = (format >> bit) & 1;
    const along = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit;
    set(8, along, dark);
    set(bit < 8 ? size - 1 - bit : bit < 9 ? 7 : 14 - bit, 8, dark);
  }
  set(8, size - 8, 1);
  if (version >= 7) {
    const bits = withCheck(version, 0x1f25, 12);
    for (let bit = 0; bit < 18; bit++) {
      const a = size - 11 + (bit % 3);
      const b = Math.floor(bit / 3);
      set(a, b, (bits >> bit) & 1);
      set(b, a, (bits >> bit) & 1);
    }
  }
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (modules[y]?.[x] !== -1) continue;
        const dark = ((words[next >> 3] ?? 0) >> (7 - (next & 7))) & 1;
        next++;
        set(x, y, dark ^ Number(masks[mask]?.(x, y) === 0));
      }
    }
  }
  return modules;
}

/** The four faults of readability (ISO/IEC 18004, 7.8.3). */
function penalty(modules: QrModules): number {
  const { length: size } = modules;
  const columns = modules.map((_row, x) => modules.map((row) => row[x] ?? 0));
  let sum = 0;
  for (const line of [...modules, ...columns].map((row) => row.join(''))) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
    for (let at = 0; at + 11 <= size; at++)
      if (/^(?:10111010000|00001011101)$/.test(line.slice(at, at + 11))) sum += 40;
  }
  let dark = 0;
  modules.forEach((row, y) => {
    row.forEach((module, x) => {
      dark += module;
      const next = modules[y + 1];
      if (next !== undefined && x + 1 < size) {
        if (row[x + 1] === module && next[x] === module && next[x + 1] === module) sum += 3;
      }
    });
  });
  return sum + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10;
}

/**
 * The code of a text. Throws RangeError when it is longer than 666 bytes.
 * @param mask 0–7; the one that is best to read when left out
 */
export function qrModules(text: string, mask?: number): QrModules {
  const content = encodeUtf8(text);
  for (let version = 1; version <= blockCounts.length; version++) {
    const layout = layoutOf(version);
    const room = layout.bytes - layout.correction * layout.blocks - (version < 10 ? 2 : 3);
    if (content.length > room) continue;
    const words = codewords(content, layout);
    if (mask !== undefined) return drawn(words, layout, mask);
    const all = masks.map((_mask, number) => drawn(words, layout, number));
    return all.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
  }
  throw new RangeError(`too long for a QR code: ${content.length} bytes`);
}

/** White around the code, in modules: four are required. */
const margin = 4;

function crc32(bytes: readonly number[]): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc;
}

const fourBytes = (value: number): readonly number[] =>
  [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

function chunk(name: string, data: readonly number[]): readonly number[] {
  const body = [...Array.from(name, (character) => character.charCodeAt(0)), ...data];
  return [...fourBytes(data.length), ...body, ...fourBytes(crc32(body))];
}

/** Bytes as a zlib stream that only stores them (RFC 1950, RFC 1951 3.2.4). */
function stored(bytes: readonly number[]): readonly number[] {
  const out = [0x78, 0x01];
  for (let at = 0; at < bytes.length; at += 0xffff) {
    const part = bytes.slice(at, at + 0xffff);
    const { length } = part;
    out.push(
      Number(at + length === bytes.length),
      length & 255,
      length >> 8,
      ~length & 255,
      (~length >> 8) & 255,
    );
    for (const byte of part) out.push(byte);
  }
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return [...out, ...fourBytes(((b << 16) | a) >>> 0)];
}

/**
 * The code as a PNG of one bit a pixel (https://www.w3.org/TR/png-3/): a few kilobytes, sharp at any size.
 * @param scale pixels of a module
 */
export function qrPng(modules: QrModules, scale: number): Uint8Array {
  const side = (modules.length + 2 * margin) * scale;
  const lines: number[] = [];
  for (let y = 0; y < side; y++) {
    const row = modules[Math.floor(y / scale) - margin];
    lines.push(0);
    for (let first = 0; first < side; first += 8) {
      let byte = 0;
      for (let x = first; x < first + 8; x++) {
        byte = (byte << 1) | (row?.[Math.floor(x / scale) - margin] === 1 ? 0 : 1);
      }
      lines.push(byte);
    }
  }
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...fourBytes(side), ...fourBytes(side), 1, 0, 0, 0, 0]),
    ...chunk('IDAT', stored(lines)),
    ...chunk('IEND', []),
  ]);
}

/**
 * Unpacks what the build has packed with raw DEFLATE (RFC 1951, https://www.rfc-editor.org/rfc/rfc1951): the shipped
 * data is Japanese text, which takes a quarter of the room this way, and the script has a size to keep.
 */

/** Smallest length or distance of each code, and the bits that follow it (RFC 1951, 3.2.5). */
const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const distanceBits = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
/** Order in which the lengths of the length codes stand. */
const codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

/** A canonical Huffman code: how many codes each length has, and the symbols in order of their codes. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

function codeOf(lengths: ArrayLike<number>): Code {
  const counts = new Uint16Array(16);
  for (let symbol = 0; symbol < lengths.length; symbol++)
    counts[at(lengths, symbol)] = at(counts, at(lengths, symbol)) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(16);
  for (let bits = 1; bits < 15; bits++) offsets[bits + 1] = at(offsets, bits) + at(counts, bits);
  const symbols = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const bits = at(lengths, symbol);
    if (bits === 0) continue;
    symbols[at(offsets, bits)] = symbol;
    offsets[bits] = at(offsets, bits) + 1;
  }
  return { counts, symbols };
}

function fixedCodes(): readonly [Code, Code] {
  const lengths = new Uint8Array(288).fill(8);
  lengths.fill(9, 144, 256).fill(7, 256, 280);
  return [codeOf(lengths), codeOf(new Uint8Array(30).fill(5))];
}

/**
 * @param packed raw DEFLATE data
 * @param size length of the unpacked data
 * Throws on data that is not what the build made: a broken promise, not bad input.
 */
export function inflate(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let filled = 0;
  let next = 0;
  let held = 0;
  let heldBits = 0;

  const nextByte = (): number => {
    if (next >= packed.length) throw new Error('packed data ends early');
    return at(packed, next++);
  };
  const take = (count: number): number => {
    while (heldBits < count) {
      held |= nextByte() << heldBits;
      heldBits += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    heldBits -= count;
    return value;
  };
  const symbolOf = (code: Code): number => {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let bits = 1; bits < 16; bits++) {
      // `take(1)`, written out: the one line that runs for every bit.
      if (heldBits === 0) {
        held = nextByte();
        heldBits = 8;
      }
      value |= held & 1;
      held >>>= 1;
      heldBits--;
      const count = at(code.counts, bits);
      if (value - count < first) return at(code.symbols, index + value - first);
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new Error('packed data holds no such code');
  };
  const readCodes = (): readonly [Code, Code] => {
    const literals = take(5) + 257;
    const distances = take(5) + 1;
    const orders = take(4) + 4;
    const orderLengths = new Uint8Array(19);
    for (let index = 0; index < orders; index++) orderLengths[at(codeOrder, index)] = take(3);
    const orderCode = codeOf(orderLengths);
    const lengths = new Uint8Array(literals + distances);
    let index = 0;
    while (index < lengths.length) {
      const symbol = symbolOf(orderCode);
      if (symbol < 16) {
        lengths[index++] = symbol;
        continue;
      }
      const repeated = symbol === 16 ? at(lengths, index - 1) : 0;
      const times = symbol === 16 ? 3 + take(2) : symbol === 17 ? 3 + take(3) : 11 + take(7);
      lengths.fill(repeated, index, index + times);
      index += times;
    }
    return [codeOf(lengths.subarray(0, literals)), codeOf(lengths.subarray(literals))];
  };
  const readBlock = ([literal, distance]: readonly [Code, Code]): void => {
    for (;;) {
      const symbol = symbolOf(literal);
      if (symbol === 256) return;
      if (symbol < 256) {
        out[filled++] = symbol;
        continue;
      }
      const length = at(lengthBase, symbol - 257) + take(at(lengthBits, symbol - 257));
      const code = symbolOf(distance);
      const back = at(distanceBase, code) + take(at(distanceBits, code));
      for (let step = 0; step < length; step++, filled++) out[filled] = at(out, filled - back);
    }
  };
  const copyStored = (): void => {
    held = 0;
    heldBits = 0;
    const length = at(packed, next) | (at(packed, next + 1) << 8);
    next += 4;
    out.set(packed.subarray(next, next + length), filled);
    next += length;
    filled += length;
  };

  let last = false;
  while (!last) {
    last = take(1) === 1;
    const kind = take(2);
    if (kind === 0) copyStored();
    else if (kind === 1) readBlock(fixedCodes());
    else readBlock(readCodes());
  }
  if (filled !== size) throw new Error('packed data has another size');
  return out;
}

/**
 * Bytes of a text of the build's digits (`scripts/build/pack.ts`): printable ASCII in its order, without quotes and the
 * backslash; two digits hold 13 bits, the lower digit first. A zero byte may be left over at the end. (`atob` is one of
 * the globals that Apps Script lacks, and base64 takes a twelfth more room.)
 */
export function fromDigits(text: string): Uint8Array {
  const values = new Uint8Array(128);
  let value = 0;
  for (let code = 0x20; code < 0x7f; code++) {
    if (code !== 0x22 && code !== 0x27 && code !== 0x5c && code !== 0x60) values[code] = value++;
  }
  const bytes = new Uint8Array((text.length * 13) >> 4);
  let held = 0;
  let bits = 0;
  let filled = 0;
  for (let index = 0; index < text.length; index += 2) {
    held |= (at(values, text.charCodeAt(index)) + 91 * at(values, text.charCodeAt(index + 1))) << bits;
    for (bits += 13; bits >= 8; bits -= 8) {
      bytes[filled++] = held & 0xff;
      held >>>= 8;
    }
  }
  return bytes;
}

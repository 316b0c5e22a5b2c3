/** Blobs: bytes (signed, −128 … 127), a type and a name (https://developers.google.com/apps-script/reference/base/blob). */
import { call } from './bridge-client.ts';
import { Face, refusal } from './face.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Value of each digit by its code, both alphabets; −1 is none, −2 is left out. */
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[DIGITS.charCodeAt(i)] = i;
VALUES[0x2d] = 62;
VALUES[0x5f] = 63;
for (const code of [0x3d, 0x20, 0x09, 0x0a, 0x0d]) VALUES[code] = -2;

/** Bytes made into letters at once (a multiple of three): a text of 50 MB grows in pieces, not letter by letter. */
const PIECE = 0x3000;
const CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));
const PAD = 0x3d;

/** Signed bytes → base64. */
export function bytesToBase64(bytes: readonly number[]): string {
  const pieces: string[] = [];
  const codes = new Array<number>((PIECE / 3) * 4);
  for (let from = 0; from < bytes.length; from += PIECE) {
    const to = Math.min(from + PIECE, bytes.length);
    let n = 0;
    for (let i = from; i < to; i += 3) {
      const a = (bytes[i] ?? 0) & 0xff;
      const b = (bytes[i + 1] ?? 0) & 0xff;
      const c = (bytes[i + 2] ?? 0) & 0xff;
      codes[n] = CODES[a >> 2] ?? PAD;
      codes[n + 1] = CODES[((a & 3) << 4) | (b >> 4)] ?? PAD;
      codes[n + 2] = i + 1 < to ? (CODES[((b & 15) << 2) | (c >> 6)] ?? PAD) : PAD;
      codes[n + 3] = i + 2 < to ? (CODES[c & 63] ?? PAD) : PAD;
      n += 4;
    }
    pieces.push(String.fromCharCode(...(n === codes.length ? codes : codes.slice(0, n))));
  }
  return pieces.join('');
}

/** Base64 (either alphabet, padding optional) → signed bytes. */
export function base64ToBytes(text: string): number[] {
  // Made at its size: growing by one is several times slower. Engines keep a longer array than this as a table.
  const out = new Array<number>(Math.min(Math.floor((text.length * 3) / 4), 32_000_000));
  let size = 0;
  let buffer = 0;
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    if (value === -2) continue;
    if (value < 0) throw refusal('Could not decode string.');
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[size] = ((buffer >> bits) << 24) >> 24;
      size += 1;
    }
  }
  out.length = size;
  return out;
}

/** Bytes as a script gives them; above 127 is refused, as the platform wants signed bytes. */
export function checkBytes(bytes: unknown): number[] {
  if (!Array.isArray(bytes)) throw refusal('Invalid argument: data');
  for (const byte of bytes) {
    if (typeof byte !== 'number' || byte < -128 || byte > 127) {
      throw refusal(`Cannot convert ${String(byte)} to byte: a byte is signed (-128 to 127).`);
    }
  }
  return bytes;
}

export class Blob extends Face {
  private base64: string;
  private type: string | null;
  private label: string | null;

  constructor(base64: string, type: string | null, name: string | null) {
    super();
    this.base64 = base64;
    this.type = type;
    this.label = name;
  }

  className_(): string {
    return 'Blob';
  }

  base64_(): string {
    return this.base64;
  }

  getBytes(): number[] {
    return base64ToBytes(this.base64);
  }

  setBytes(data: number[]): Blob {
    this.base64 = bytesToBase64(checkBytes(data));
    return this;
  }

  getDataAsString(charset?: string): string {
    return call('Utilities.decode', this.base64, charset ?? '');
  }

  setDataFromString(text: string, charset?: string): Blob {
    this.base64 = call('Utilities.encode', text, charset ?? '');
    return this;
  }

  getContentType(): string | null {
    return this.type;
  }

  setContentType(type: string | null): Blob {
    this.type = type;
    return this;
  }

  getName(): string | null {
    return this.label;
  }

  setName(name: string): Blob {
    this.label = name;
    return this;
  }

  copyBlob(): Blob {
    return new Blob(this.base64, this.type, this.label);
  }

  isGoogleType(): boolean {
    return false;
  }

  getBlob(): Blob {
    return this;
  }

  getAs(type: string): Blob {
    if (type === this.type) return this.copyBlob();
    throw refusal(`Converting from ${this.type ?? 'null'} to ${type} is not supported.`);
  }
}

/** A blob, or a Drive file that gives one. */
export function unwrapBlob(value: unknown): Blob {
  if (value instanceof Blob) return value;
  if (value instanceof Face && 'getBlob' in value && typeof value.getBlob === 'function') {
    const blob: unknown = value.getBlob();
    if (blob instanceof Blob) return blob;
  }
  throw refusal('Invalid argument: blob');
}

/** Opaque ids and random numbers that are the same for the same seed and order of calls. */

/** A small, well-mixed 32-bit hash (the finaliser of MurmurHash3, https://github.com/aappleby/smhasher). */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Letters that depend on seed, kind and serial number only. */
export function letters(seed: number, kind: string, serial: number, length: number): string {
  let h = mix(seed ^ 0x9e3779b9);
  for (let i = 0; i < kind.length; i++) h = mix(h ^ kind.charCodeAt(i));
  h = mix(h ^ serial);
  let out = '';
  for (let i = 0; i < length; i++) {
    h = mix(h + 0x6d2b79f5 + i);
    out += ALPHABET.charAt(h & 63);
  }
  return out;
}

/** Sixteen bytes for a version 4 UUID. */
export function uuid(seed: number, serial: number): string {
  let h = mix(mix(seed ^ 0x51ed270b) ^ serial);
  const bytes: number[] = [];
  for (let i = 0; i < 16; i++) {
    h = mix(h + 0x6d2b79f5 + i);
    bytes.push(h & 0xff);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

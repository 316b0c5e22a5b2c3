/** The numbering plan: where the hyphens of a Japanese telephone number stand. */
import { areaCodeRuns } from './phone-area-codes.ts';

/** Lengths of the three groups of a number; the first group is the area code or service prefix. */
export type Grouping = readonly [number, number, number];

const mobile: Grouping = [3, 4, 4];
const freeDial: Grouping = [4, 3, 3];
const freeDialPaired: Grouping = [4, 2, 4];
const freeDialLong: Grouping = [4, 3, 4];
const none: readonly Grouping[] = [];
const ofMobile: readonly Grouping[] = [mobile];
const ofFreeDial: readonly Grouping[] = [freeDial, freeDialPaired];
const ofFreeDialLong: readonly Grouping[] = [freeDialLong];
/** Fixed lines by length of their area code. */
const fixed: readonly (readonly Grouping[])[] = [
  none,
  none,
  [[2, 4, 4]],
  [[3, 3, 4]],
  [[4, 2, 4]],
  [[5, 1, 4]],
];

const elevenDigits = /^0(?:20|50|60|70|80|90)[0-9]{8}$/;
const service = /^0(?:120|570|990|180)[0-9]{6}$/;
const longService = /^0800[0-9]{7}$/;

let lengths: Uint8Array | undefined;

/** Length of the area code for each five digits behind the 0, 0 where there is none. */
function areaCodeLengths(): Uint8Array {
  if (lengths !== undefined) return lengths;
  const filled = new Uint8Array(100000);
  for (const [length, beginnings] of areaCodeRuns()) {
    for (const run of beginnings.split(' ')) {
      const [parent = '', last = ''] = run.split(':');
      for (const digit of last) {
        const prefix = parent + digit;
        const first = Number(prefix.padEnd(5, '0'));
        filled.fill(length, first, first + 10 ** (5 - prefix.length));
      }
    }
  }
  lengths = filled;
  return filled;
}

/**
 * The ways the digits (ASCII, with their leading 0) may be grouped, the usual one first; empty when no area code or
 * service of the plan begins like this or the count of digits does not fit it.
 */
export function groupingsOf(digits: string): readonly Grouping[] {
  if (digits.length === 11) {
    if (longService.test(digits)) return ofFreeDialLong;
    return elevenDigits.test(digits) ? ofMobile : none;
  }
  if (digits.length !== 10 || digits.charCodeAt(0) !== 0x30) return none;
  if (service.test(digits)) return ofFreeDial;
  return fixed[areaCodeLengths()[Number(digits.slice(1, 6))] ?? 0] ?? none;
}

/** Puts the hyphens in. */
export function grouped(digits: string, grouping: Grouping): string {
  const second = grouping[0] + grouping[1];
  return `${digits.slice(0, grouping[0])}-${digits.slice(grouping[0], second)}-${digits.slice(second)}`;
}

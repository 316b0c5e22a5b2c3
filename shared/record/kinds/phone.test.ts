import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { areaCodeRuns } from './phone-area-codes.ts';
import { run } from './testing/run.ts';

/** A small generator of its own, so that the numbers are the same in every run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const services = ['020', '050', '070', '080', '090', '0120', '0800', '0570', '0990'];

function grown(prefix: string, length: number, next: (limit: number) => number): string {
  let digits = prefix;
  while (digits.length < length) digits += next(10);
  return digits;
}

/** Digits under every beginning of the table and under every service. */
function samples(): string[] {
  const next = numbers(20260401);
  const made: string[] = [];
  for (const [, beginnings] of areaCodeRuns()) {
    for (const run of beginnings.split(' ')) {
      const [parent = '', last = ''] = run.split(':');
      for (const digit of last) for (let i = 0; i < 2; i++) made.push(grown(`0${parent}${digit}`, 10, next));
    }
  }
  for (const prefix of services) {
    const length = /^0(?:[25789]0$|800)/.test(prefix) ? 11 : 10;
    for (let i = 0; i < 60; i++) made.push(grown(prefix, length, next));
  }
  return made;
}

describe('grouping against libphonenumber', () => {
  const digits = samples();

  it('has a few thousand numbers to compare', () => expect(digits.length).toBeGreaterThan(2000));

  it('groups every valid number as the library does', () => {
    const different: string[] = [];
    let compared = 0;
    for (const number of digits) {
      const oracle = parsePhoneNumberFromString(number, 'JP');
      if (!oracle?.isValid()) continue;
      compared++;
      const { value, issues } = run('phone', number);
      if (value !== oracle.formatNational() || issues.length > 0) {
        different.push(`${number}: ${value}, library ${oracle.formatNational()}`);
      }
    }
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(1500);
  });

  it('keeps the library’s groupings as they are', () => {
    for (const number of digits.slice(0, 400)) {
      const oracle = parsePhoneNumberFromString(number, 'JP');
      if (!oracle?.isValid()) continue;
      const national = oracle.formatNational();
      expect(run('phone', national)).toEqual({ value: national, rules: [], issues: [] });
    }
  });
});

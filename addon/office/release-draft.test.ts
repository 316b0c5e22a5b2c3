import { describe, expect, it } from 'vitest';
import { draftFault } from './release-draft.ts';

const today = '2026-11-24';
const fault = (deferUntil: string, stored = ''): string =>
  draftFault({ policy: 'mandated', deferUntil }, stored, today);

describe('deferral', () => {
  it('blank__unchanged__soon__are_fine', () => {
    expect(fault('')).toBe('');
    expect(fault('2026-11-24')).toBe('');
    expect(fault('2027-02-22')).toBe('');
    // One that is over may stand as it is.
    expect(fault('2026-11-01', '2026-11-01')).toBe('');
  });
  it('gone__too_far__no_day__are_told', () => {
    expect(fault('2026-11-23')).toContain('今日より後');
    expect(fault('2027-02-23')).toContain('90日');
    expect(fault('x')).toContain('今日より後');
  });
});

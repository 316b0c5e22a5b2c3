import { describe, expect, it } from 'vitest';
import { clockText, dateTime } from './time.ts';

describe('times', () => {
  it('instant__near_midnight__is_told_in_japan', () => {
    const at = Date.UTC(2026, 10, 23, 15, 5);
    expect(dateTime(at)).toBe('2026/11/24 00:05');
    expect(clockText(at)).toBe('11月24日（火）00:05');
  });
});

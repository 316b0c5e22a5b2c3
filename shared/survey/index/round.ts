/**
 * Rounding as published tables do it, in whole tenths so that no binary fraction decides. Shares are rounded half up
 * (1/16 → 6.3, 5/16 → 31.3); signed figures half away from zero, so that ▲ and + are treated alike.
 */

/** Tenths nearest to a value; halves away from zero. A value that misses a half by less than the noise of sums counts as one. */
export function tenths(value: number): number {
  const scaled = Math.abs(value) * 10;
  const size = Math.floor(scaled + 0.5 + 1e-9 * Math.max(1, scaled));
  return value < 0 && size > 0 ? -size : size;
}

/** Share of a part in per cent, in tenths (123 = 12.3 %). Whole counts are rounded in whole numbers. */
export function shareTenths(part: number, whole: number): number {
  if (whole === 0) return 0;
  return Number.isInteger(part) && Number.isInteger(whole)
    ? Math.floor((part * 2000 + whole) / (2 * whole))
    : tenths((part / whole) * 100);
}

/** Rounds to the nearest multiple of a step, halves away from zero. */
export function roundToStep(value: number, step: number): number {
  const times = Math.floor(Math.abs(value) / step + 0.5 + 1e-9);
  return times === 0 ? 0 : (value < 0 ? -times : times) * step;
}

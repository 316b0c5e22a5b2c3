/**
 * Bounds what one answer may store: the checker refuses long texts long before this, but what was typed is kept, and
 * a row of `_records` has a size.
 */
const total = 100_000;

/** Typed texts whose sum stays under the bound; the longest are cut first, so ordinary answers never are. */
export function limitTyped(typed: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const sum = Object.values(typed).reduce((length, text) => length + text.length, 0);
  if (sum <= total) return typed;
  const share = Math.floor(total / Object.keys(typed).length);
  return Object.fromEntries(
    Object.entries(typed).map(([key, text]) => [key, text.length > share ? text.slice(0, share) : text]),
  );
}

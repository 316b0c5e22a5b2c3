/** Values of a form compared by what they say: the order of properties, and whether an absent one is written, say nothing. */

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nothing = (value: unknown): boolean => value === undefined || value === null;

/** Equal in content; `undefined`, `null` and an absent property are the same. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (nothing(a) || nothing(b)) return nothing(a) && nothing(b);
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => same(one, b[at]))
    );
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => same(a[name], b[name]));
}

/** Sets one property; `null` takes it away. */
export function withProperty<T extends object>(holder: T, property: string, value: unknown): T {
  const changed = { ...holder, [property]: value };
  if (nothing(value)) Reflect.deleteProperty(changed, property);
  return changed;
}

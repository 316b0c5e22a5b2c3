/** Questions of a form that is taken over, and what each is taken for. */
import type { AdoptPreview } from '../view/forms-protocol.ts';

/** Keys that stand at more than one question: a key may be given once. */
export function twiceTaken(keys: Readonly<Record<string, string>>): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of Object.values(keys)) {
    if (key === '') continue;
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
}

/** How many questions are taken for one of the template, stay the chamber's own, and which of the template's are missing. */
export function matchCounts(
  found: AdoptPreview,
  keys: Readonly<Record<string, string>>,
): { readonly matched: number; readonly own: number; readonly missing: readonly string[] } {
  const taken = new Set(Object.values(keys).filter((key) => key !== ''));
  const matched = found.matches.filter(({ itemId }) => (keys[itemId] ?? '') !== '').length;
  return {
    matched,
    own: found.matches.length - matched,
    missing: found.questions.filter(({ key }) => !taken.has(key)).map(({ title }) => title),
  };
}

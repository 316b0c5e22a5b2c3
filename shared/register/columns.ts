/** Columns that a ledger lacks and columns it has instead: a renamed column is named, never taken for the other by guess. */
import { createHeaderMatcher } from '../csv/learn/headers.ts';
import type { Profile } from '../csv/profile.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, issue } from '../issue/issue.ts';
import type { Ledger } from './ledger.ts';

/**
 * Columns of the given keys that the file lacks while an unknown header of it means the same field, by label or by
 * synonym: `ledger.column-renamed` (header, found).
 */
export function renamedColumns(
  ledger: Ledger,
  profile: Profile,
  catalogue: Catalogue,
  keys: readonly string[],
): readonly Issue[] {
  if (ledger.missingHeaders.length === 0 || ledger.unknownHeaders.length === 0) return [];
  const match = createHeaderMatcher(catalogue);
  const missing = new Set(ledger.missingHeaders);
  const issues: Issue[] = [];
  for (const { key, header } of profile.columns) {
    if (key === undefined || !keys.includes(key) || !missing.has(header)) continue;
    const found = ledger.unknownHeaders.find((unknown) => match(unknown)[0]?.key === key);
    if (found !== undefined)
      issues.push(issue('ledger.column-renamed', 'error', key, { params: { header, found } }));
  }
  return issues;
}

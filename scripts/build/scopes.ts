/** A right (OAuth scope) ships only with its reason: everybody has to consent to it, so everybody may read what it is for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scopeFaults } from '../../shared/release/consents.ts';

/** Scopes of a manifest; none where it lists none. */
export function scopesOf(manifest: unknown): readonly string[] {
  if (typeof manifest !== 'object' || manifest === null || !('oauthScopes' in manifest)) return [];
  return Array.isArray(manifest.oauthScopes) ? manifest.oauthScopes.map(String) : [];
}

/** Throws when the manifest asks for a scope that 権限一覧 does not explain, or the other way round. */
export function mustExplainScopes(root: string, manifestFile: string): void {
  const listed = readFileSync(join(root, 'docs/ja/権限一覧.md'), 'utf8');
  const { undeclared, unused } = scopeFaults(
    scopesOf(JSON.parse(readFileSync(manifestFile, 'utf8'))),
    listed,
  );
  const lines = [
    ...undeclared.map(
      (scope) => `${scope}: docs/ja/権限一覧.md に理由がありません。何のために使うかを書いてください。`,
    ),
    ...unused.map(
      (scope) =>
        `${scope}: docs/ja/権限一覧.md にありますが、appsscript.json にありません。行を消してください。`,
    ),
  ];
  if (lines.length > 0) throw new Error(lines.join('\n'));
}

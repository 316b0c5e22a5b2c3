/** Scenario J4: one more permission. The build stops until its reason stands in 権限一覧; the release note says who consents again. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { build } from '../../scripts/build/build.ts';
import { mustExplainScopes, scopesOf } from '../../scripts/build/scopes.ts';
import { consentLines } from '../../shared/release/consents.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(text('appsscript.json')) as { oauthScopes: string[] };
const calendar = 'https://www.googleapis.com/auth/calendar';

/** The manifest with one more scope, in a folder of its own. */
function withScope(scope: string): { readonly file: string; readonly outDir: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cci-scopes-'));
  const file = join(folder, 'appsscript.json');
  writeFileSync(file, JSON.stringify({ ...manifest, oauthScopes: [...manifest.oauthScopes, scope] }));
  return { file, outDir: join(folder, 'dist') };
}

describe('one more scope', () => {
  it('without_a_reason__the_build_stops_before_anything_is_made', async () => {
    const { file, outDir } = withScope(calendar);
    await expect(build({ manifest: file, outDir })).rejects.toThrow(
      `${calendar}: docs/ja/権限一覧.md に理由がありません`,
    );
    expect(existsSync(outDir)).toBe(false);
  });

  it('reason_without_its_scope__stops_it_too__and_as_it_stands_all_is_explained', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cci-scopes-'));
    const file = join(folder, 'appsscript.json');
    writeFileSync(file, JSON.stringify({ ...manifest, oauthScopes: manifest.oauthScopes.slice(1) }));
    expect(() => mustExplainScopes(root, file)).toThrow('appsscript.json にありません');
    expect(() => mustExplainScopes(root, join(root, 'appsscript.json'))).not.toThrow();
  });

  it('release_note__names_the_scope_its_reason_and_who_consents_again', () => {
    const before = manifest.oauthScopes.filter((scope) => !scope.endsWith('script.external_request'));
    const lines = consentLines(before, scopesOf(manifest), text('docs/ja/権限一覧.md'));
    expect(lines[0]).toContain('同意のやり直しが必要です');
    expect(lines[1]).toMatch(/script\.external_request：会議所キットを使う人全員.*1 時間に 1 回/);
    // The changelog of the version that brought it says so as well.
    expect(text('CHANGELOG.md')).toMatch(/script\.external_request.*同意/);
  });

  it('fetches__only_where_the_manifest_says__and_the_web_app_runs_as_its_owner', () => {
    expect(manifest).toMatchObject({
      urlFetchWhitelist: ['https://script.google.com/macros/', 'https://script.googleusercontent.com/'],
      webapp: { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' },
    });
  });
});

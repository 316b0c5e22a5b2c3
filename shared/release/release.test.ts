/** A release is taken exactly as it was made, or not at all. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../issue/issue.ts';
import { addonVersion } from './addon-version.ts';
import { fileName, parseFileName } from './files.ts';
import { addonIssue, packRelease, publishIssue, type ReleaseDraft, readRelease } from './release.ts';

const runs = { seed: Number(process.env.SEED ?? 20261128), numRuns: Number(process.env.RUNS ?? 100) };

const draft: ReleaseDraft = {
  version: '1.2.0',
  madeAt: Date.UTC(2026, 11, 1),
  notes: ['入会申込フォームに登録番号の欄を加えました。'],
  leastAddon: '0.1.0',
  texts: {
    'template.mihon': JSON.stringify({ document: { id: 'mihon' }, mails: {} }),
    catalogue: JSON.stringify({ fields: {}, codeLists: [] }),
    'survey.keiki': JSON.stringify({ id: 'keiki' }),
  },
};

const codeOf = (text: string): string | undefined => readRelease(text).issues[0]?.code;

/** Changes what a path leads to. */
function changed(text: string, change: (document: Record<string, unknown>) => void): string {
  const document = JSON.parse(text) as Record<string, unknown>;
  change(document);
  return JSON.stringify(document);
}

describe('release', () => {
  const packed = packRelease(draft);

  it('packed__reads_back__and_the_same_draft_gives_the_same_bytes', () => {
    const { release, issues } = readRelease(packed);
    expect(issues).toEqual([]);
    expect(Object.fromEntries(release?.texts ?? [])).toEqual(draft.texts);
    const turned = Object.fromEntries(Object.entries(draft.texts).reverse());
    expect(packRelease({ ...draft, texts: turned })).toBe(packed);
    expect(release?.files.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'catalogue catalogue',
      'survey survey.keiki',
      'template template.mihon',
    ]);
  });

  it('any_character_changed__is_refused', () => {
    const whole = readRelease(packed).release;
    fc.assert(
      fc.property(
        fc.nat({ max: packed.length - 1 }),
        fc.constantFrom('0', 'a', ' ', '"', '{', 'あ'),
        (at, put) => {
          const other = packed.slice(0, at) + put + packed.slice(at + 1);
          const { release } = readRelease(other);
          // A blank between two marks of JSON changes nothing that is said.
          if (release !== null) expect(release).toEqual(whole);
        },
      ),
      { ...runs, numRuns: runs.numRuns * 5 },
    );
  });

  it('foreign_property__newer_schema__text_too_many__hash_of_a_file__each_refused', () => {
    expect(codeOf(changed(packed, (d) => Object.assign(d, { script: 'alert(1)' })))).toBe(
      'release.unreadable',
    );
    expect(codeOf(changed(packed, (d) => Object.assign(d, { schema: 2 })))).toBe('release.unreadable');
    expect(codeOf(changed(packed, (d) => Object.assign(d.texts as object, { 'template.x': '{}' })))).toBe(
      'release.hash',
    );
    expect(codeOf(changed(packed, (d) => Object.assign(d.texts as object, { catalogue: '{}' })))).toBe(
      'release.hash',
    );
    expect(codeOf(changed(packed, (d) => Object.assign(d, { notes: ['別の文'] })))).toBe('release.hash');
    expect(codeOf('')).toBe('release.unreadable');
    expect(codeOf('null')).toBe('release.unreadable');
    expect(codeOf('[')).toBe('release.unreadable');
  });

  it('another_version_than_pointed_at__is_refused', () => {
    const sha256 = readRelease(packed).release?.sha256 ?? '';
    expect(readRelease(packed, { version: '1.2.0', sha256 }).release).not.toBeNull();
    expect(readRelease(packed, { version: '1.3.0', sha256 }).issues[0]?.code).toBe('release.other');
    expect(readRelease(packed, { version: '1.2.0', sha256: '0'.repeat(64) }).issues[0]?.code).toBe(
      'release.other',
    );
  });

  it('draft_that_is_none__is_told', () => {
    const bad = (more: Partial<ReleaseDraft>): string => {
      try {
        packRelease({ ...draft, ...more });
        return 'packed';
      } catch (error) {
        return error instanceof UnusableInput ? (error.issues[0]?.code ?? '') : 'other';
      }
    };
    expect(bad({ texts: { '../etc': '{}' } })).toBe('release.file-name');
    expect(bad({ texts: { 'code.main': '{}' } })).toBe('release.file-name');
    expect(bad({ texts: { catalogue: 'function () {}' } })).toBe('release.file-text');
    expect(bad({ texts: { catalogue: JSON.stringify('x'.repeat(400_001)) } })).toBe('release.file-text');
    expect(bad({ version: '1.2' })).toBe('release.draft');
    expect(bad({ notes: [] })).toBe('release.draft');
    expect(bad({ texts: {} })).toBe('release.draft');
  });

  it('version_once_published__never_becomes_another__and_none_goes_back', () => {
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    const known = [{ version: '1.2.0', sha256: a }];
    expect(publishIssue({ version: '1.2.0', sha256: a }, known)).toBeNull();
    expect(publishIssue({ version: '1.2.0', sha256: b }, known)?.code).toBe('release.version-taken');
    expect(publishIssue({ version: '1.1.9', sha256: b }, known)?.code).toBe('release.version-lower');
    expect(publishIssue({ version: '1.10.0', sha256: b }, known)).toBeNull();
  });

  it('addon_too_old__is_told', () => {
    expect(addonIssue({ leastAddon: '0.2.0', version: '1.2.0' }, '0.1.0')?.code).toBe('release.addon-older');
    expect(addonIssue({ leastAddon: '0.1.0', version: '1.2.0' }, '0.1.0')).toBeNull();
    const shipped = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(addonVersion).toBe(shipped.version);
  });

  it('file_names__read_back', () => {
    for (const name of ['template.mihon', 'profile.toas-provisional', 'catalogue', 'messages', 'survey.a'])
      expect(fileName(parseFileName(name) ?? { kind: 'messages', id: '' })).toBe(name);
    for (const name of ['', 'template', 'template.', 'template.A', 'catalogue.x', 'template.a.b', 'Code'])
      expect(parseFileName(name), name).toBeNull();
  });
});

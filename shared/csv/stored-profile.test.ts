import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../scripts/library.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { UnusableInput } from '../issue/issue.ts';
import { defaultSettings } from '../settings/settings.ts';
import { applyChoices, type ColumnChoice, learnedColumns } from './learn/choices.ts';
import { learnProfile } from './learn/learn.ts';
import { confirmProfile, headerDrift, readStoredProfile, storeProfile } from './stored-profile.ts';

const catalogue = loadCatalogue();
const today = '2026-11-24';
const sample = [
  '企業番号,名称,区分,登記日,〒,備考',
  '0001,株式会社甲,1,20190401,060-0001,x',
  '0002,乙商店,2,20200501,100-0005,x',
  '0003,丙商店,2,20210601,100-0005,x',
].join('\r\n');
const learned = learnProfile({
  file: '見本.csv',
  bytes: encodeUtf8(`${sample}\r\n`),
  id: 'own',
  name: '自所',
  note: '仮の配置',
  catalogue,
  today,
});
const apply = (...choices: readonly ColumnChoice[]) =>
  applyChoices(learned, choices, {
    id: 'own-2',
    name: '自所の配置',
    catalogue,
    today,
    settings: defaultSettings,
  });
const good = () => {
  const { profile } = apply();
  if (profile === null) throw new Error('no profile');
  return profile;
};

describe('choices about a learned layout', () => {
  it('the_model_is_plain_data_with_what_a_person_needs', () => {
    const columns = learnedColumns(learned, catalogue);
    expect(JSON.parse(JSON.stringify(columns))).toEqual(columns);
    expect(columns.map((c) => c.proposed?.key ?? null)).toEqual([
      'businessNumber',
      'name',
      null,
      null,
      'postalCode',
      null,
    ]);
    expect(columns[0]).toMatchObject({ header: '企業番号', examples: ['0001', '0002', '0003'] });
    expect(columns[0]?.proposed).toMatchObject({ by: 'synonym', confidence: 95 });
    expect(columns[2]?.values).toEqual(['1', '2']);
    expect(columns[4]?.style).toBe('hyphen');
  });

  it('a_key_by_hand__takes_the_style_of_the_examples__codes_as_given', () => {
    const { profile, issues } = apply(
      { index: 3, key: 'establishedOn' },
      { index: 2, key: 'applicantType', codes: { corporation: '1', 'sole-proprietor': '2' } },
      { index: 4, key: null },
    );
    expect(issues).toEqual([]);
    expect(profile).toMatchObject({ id: 'own-2', name: '自所の配置', verified: false });
    expect(profile?.columns[3]).toEqual({ header: '登記日', key: 'establishedOn', style: 'compact' });
    expect(profile?.columns[2]?.codes).toEqual({ corporation: '1', 'sole-proprietor': '2' });
    expect(profile?.columns[4]).toEqual({ header: '〒' });
  });

  it('mistakes__are_issues', () => {
    const codesOf = (...choices: readonly ColumnChoice[]) => apply(...choices).issues.map((i) => i.code);
    expect(codesOf({ index: 5, key: 'name' })).toEqual(['profile.column-twice']);
    expect(codesOf({ index: 5, key: 'nonsense' })).toEqual(['profile.column-key']);
    expect(codesOf({ index: 3, key: 'establishedOn', style: 'roman' })).toEqual(['profile.style']);
    expect(codesOf({ index: 9, key: 'phone' })).toEqual(['learn.column-unknown']);
    const without = apply({ index: 0, key: null });
    expect(without.issues).toMatchObject([{ code: 'learn.no-number', severity: 'warning' }]);
    expect(without.profile).not.toBeNull();
    expect(apply({ index: 5, key: 'name' }).profile).toBeNull();
  });
});

describe('a stored layout', () => {
  const stored = storeProfile({ ...good(), verified: true }, 'a@example.jp', '2026-11-24T10:00:00+09:00');

  it('is_not_verified_until_a_person_says_why', () => {
    expect(stored.profile.verified).toBe(false);
    expect(() => confirmProfile(stored, 'b@example.jp', '2026-11-25', ' ')).toThrow(UnusableInput);
    expect(() => confirmProfile(stored, '', '2026-11-25', '3件')).toThrow(UnusableInput);
    const confirmed = confirmProfile(stored, 'b@example.jp', '2026-11-25', '3件を取り込んだ');
    expect(confirmed).toMatchObject({ verifiedBy: 'b@example.jp', verifiedGround: '3件を取り込んだ' });
    expect(readStoredProfile(JSON.parse(JSON.stringify(confirmed)), catalogue)).toEqual({
      stored: confirmed,
      issues: [],
    });
  });

  it('a_document_that_only_claims_to_be_verified__is_not', () => {
    const forged = { ...stored, profile: { ...stored.profile, verified: true } };
    expect(readStoredProfile(forged, catalogue).stored?.profile.verified).toBe(false);
  });

  it.each([
    ['no version', {}],
    ['a newer version', { ...stored, version: 2 }],
    ['more than there is', { ...stored, more: 1 }],
    ['no hash', { ...stored, sampleHeaderHash: 'x' }],
    ['nothing', null],
  ])('%s__is_refused', (_name, document) => {
    const { stored: read, issues } = readStoredProfile(document, catalogue);
    expect([read, issues.map((i) => i.code)]).toEqual([null, ['profile.stored-shape']]);
  });

  it('a_broken_profile_inside__is_named', () => {
    const { issues } = readStoredProfile(
      { ...stored, profile: { ...stored.profile, columns: [] } },
      catalogue,
    );
    expect(issues.map((i) => i.code)).toEqual(['profile.empty']);
  });

  it('drift__moved_renamed_came_and_went', () => {
    const drift = (...header: readonly string[]) => headerDrift(stored, header, catalogue);
    expect(drift('\ufeff企業番号', '名称 ', '区分', '登記日', '〒', '備考')).toBeNull();
    expect(drift('〒', '企業番号', '名称', '区分', '登記日', '備考')).toEqual({
      moved: [{ header: '〒', from: 4, to: 0 }],
      renamed: [],
      appeared: [],
      disappeared: [],
    });
    expect(drift('企業番号', '会社名', '区分', '登記日', '郵便番号', 'メモ')?.renamed).toEqual([
      { before: '名称', after: '会社名', key: 'name', by: 'meaning' },
      { before: '〒', after: '郵便番号', key: 'postalCode', by: 'meaning' },
      { before: '備考', after: 'メモ', key: '', by: 'place' },
    ]);
    expect(drift('企業番号', '名称', '登記日', '〒', '電話')).toMatchObject({
      moved: [],
      renamed: [],
      appeared: ['電話'],
      disappeared: ['区分', '備考'],
    });
  });
});

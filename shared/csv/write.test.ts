import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { decodeWindows31j, encodeWindows31j } from '../bytes/windows31j.ts';
import type { Profile } from './profile.ts';
import { testCatalogue, testProfile } from './testing.ts';
import { type WriteOptions, writeProfile } from './write.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

function write(
  profile: Profile,
  values: readonly Record<string, string>[],
  options: Partial<WriteOptions> = {},
) {
  const rows = values.map((v, i) => ({ responseId: `r${i + 1}`, row: i + 1, values: v }));
  const written = writeProfile(profile, testCatalogue, rows, { substitutes: {}, ...options });
  const text = (profile.encoding === 'windows-31j' ? decodeWindows31j : decodeUtf8)(written.bytes).text;
  return { ...written, text };
}

/** The text of the only data row, without its newline; null when it was held. */
function cell(profile: Profile, key: string, value: string, options: Partial<WriteOptions> = {}) {
  const written = write({ ...profile, header: false }, [{ [key]: value }], options);
  return { ...written, text: written.held.length > 0 ? null : written.text.replace(/\r\n$/, '') };
}

describe('writeProfile', () => {
  it('writes the bytes of Windows, a newline after every line, the last included', () => {
    const { bytes, map, held, issues, changes } = write(testProfile(['name', 'postalCode']), [
      { name: '髙橋①', postalCode: '0600001' },
      {},
    ]);
    const expected = `${hex(encodeWindows31j('事業所名,郵便番号\r\n').bytes)}FBFC8BB487402C3036302D303030310D0A2C0D0A`;
    expect(hex(bytes)).toBe(expected);
    expect(map).toEqual([
      { line: 2, row: 1, responseId: 'r1' },
      { line: 3, row: 2, responseId: 'r2' },
    ]);
    expect([held, issues, changes]).toEqual([[], [], []]);
  });

  it('writes each kind in the style of the profile or of the column', () => {
    const profile = testProfile([
      'applicantType',
      'establishedOn',
      'capital',
      'divisions',
      'privacyConsent',
      { header: '設立', key: 'industry', style: 'code-and-name' },
    ]);
    const { text } = write(
      profile,
      [
        {
          applicantType: 'sole-proprietor',
          establishedOn: '2019-04-01',
          capital: '3000000',
          divisions: 'm;x',
          privacyConsent: 'yes',
          industry: '3921',
        },
      ],
      {
        choices: { divisions: [{ code: 'm', label: '製造業部会' }] },
        industryName: () => '情報処理サービス業',
      },
    );
    expect(text.split('\r\n')[1]).toBe(
      '個人事業主,2019/04/01,3000000,製造業部会;x,同意する,3921 情報処理サービス業',
    );
  });

  it('names industries by the classification, and a 細分類 only where the name is known', () => {
    const profile = testProfile([{ header: '業種', key: 'industry', style: 'code-and-name' }]);
    expect(cell(profile, 'industry', 'E').text).toBe('E 製造業');
    expect(cell(profile, 'industry', '392').text).toBe('392 情報処理・提供サービス業');
    expect(cell(profile, 'industry', '3921').text).toBe('3921');
    const industryName = () => '情報処理サービス業';
    expect(cell(profile, 'industry', '3921', { industryName }).text).toBe('3921 情報処理サービス業');
  });

  it('writes codes, own codes before all', () => {
    const codes = { corporation: '1' };
    const own = testProfile([{ header: '区分', key: 'applicantType', codes }], { choices: 'code' });
    expect(cell(own, 'applicantType', 'corporation').text).toBe('1');
    expect(cell(own, 'applicantType', 'sole-proprietor').text).toBe('sole-proprietor');
  });

  it('fills columns without a field, quotes what asks for it, and everything when told', () => {
    const columns = [{ header: 'a' }, { header: 'b', fixed: '1,"2"' }, 'name'];
    expect(write(testProfile(columns), [{ name: 'x,"y"' }]).text).toBe(
      'a,b,事業所名\r\n,"1,""2""","x,""y"""\r\n',
    );
    const all = testProfile(columns, { quoting: 'all', newline: 'lf', encoding: 'utf-8-bom' });
    expect(write(all, [{ name: '𠮷' }, {}]).text).toBe(
      '\ufeff"a","b","事業所名"\n"","1,""2""","𠮷"\n"","1,""2""",""\n',
    );
  });

  it('leaves the header out, and counts lines from 1 then', () => {
    const { text, map } = write(testProfile(['name'], { header: false }), [{ name: 'a' }]);
    expect(text).toBe('a\r\n');
    expect(map[0]?.line).toBe(1);
  });

  it('folds what loses nothing, each a change', () => {
    const { text, changes } = cell(testProfile(['name']), 'name', 'A〜B−C—D‖E¢£¬');
    expect(text).toBe('A～B－C―D∥E￠￡￢');
    expect(changes).toEqual([
      {
        row: 1,
        change: { key: 'name', rule: 'csv-fold', before: 'A〜B−C—D‖E¢£¬', after: 'A～B－C―D∥E￠￡￢' },
      },
    ]);
  });

  it('holds a row for each distinct character that the encoding lacks, with the whole value mended', () => {
    const { bytes, held, issues, map } = write(testProfile(['businessNumber', 'name']), [
      { businessNumber: '1', name: '𠮷野𠮷鷗' },
      { businessNumber: '2', name: '髙橋' },
    ]);
    expect(held).toEqual([1]);
    expect(map).toEqual([{ line: 2, row: 2, responseId: 'r2' }]);
    expect(decodeWindows31j(bytes).text).toBe('事業所番号,事業所名\r\n2,髙橋\r\n');
    expect(issues).toEqual([
      {
        row: 1,
        issue: {
          code: 'character.unmappable',
          severity: 'error',
          key: 'name',
          params: {
            character: '𠮷',
            codePoint: 'U+20BB7',
            column: '事業所名',
            substitute: '吉',
            reason: 'encoding',
          },
          value: '𠮷野𠮷鷗',
          suggestion: '吉野吉鴎',
        },
      },
      {
        row: 1,
        issue: {
          code: 'character.unmappable',
          severity: 'error',
          key: 'name',
          params: {
            character: '鷗',
            codePoint: 'U+9DD7',
            column: '事業所名',
            substitute: '鴎',
            reason: 'encoding',
          },
          value: '𠮷野𠮷鷗',
          suggestion: '吉野吉鴎',
        },
      },
    ]);
  });

  it('suggests nothing when a character would still be left over', () => {
    const [first, second] = cell(testProfile(['name']), 'name', '鷗😀').issues;
    expect(first?.issue).toMatchObject({ params: { character: '鷗', substitute: '鴎' }, suggestion: '' });
    expect(second?.issue).toMatchObject({ params: { character: '😀', substitute: '' }, suggestion: '' });
  });

  it.each([
    ['¥', 'U+00A5'],
    ['‾', 'U+203E'],
    ['é', 'U+00E9'],
    ['\ue000', 'U+E000'],
    ['\ud842', 'U+D842'],
    ['\u0000', 'U+0000'],
    ['?é', 'U+00E9'],
  ])('never writes a question mark for %j', (value, codePoint) => {
    const { text, issues, bytes } = cell(testProfile(['name']), 'name', value);
    expect(text).toBeNull();
    expect(issues.map((i) => i.issue.params.codePoint)).toEqual([codePoint]);
    expect(bytes).toHaveLength(0);
  });

  it('uses the choices of the chamber, only where they are needed', () => {
    const substitutes = { 鷗: '鴎', か゚: 'カ゜', 髙: '高', 𠮷: '𠮷〜', é: 'e〜' };
    const profile = testProfile(['name']);
    const mended = cell(profile, 'name', '鷗か゚髙é', { substitutes });
    expect(mended.text).toBe('鴎カ゜髙e～');
    expect(mended.changes).toEqual([
      { row: 1, change: { key: 'name', rule: 'csv-substitute', before: '鷗か゚髙é', after: '鴎カ゜髙e～' } },
    ]);
    expect(cell(profile, 'name', '𠮷', { substitutes }).issues).toHaveLength(1);
    expect(cell(testProfile(['name'], { encoding: 'utf-8' }), 'name', '鷗', { substitutes }).text).toBe('鷗');
  });

  it('holds characters that the core system refuses, until the chamber has chosen', () => {
    const profile = testProfile(['name'], { refused: { 髙: '高', '①': '(1)', 﨑: '' } });
    const { issues } = cell(profile, 'name', '髙橋①〜鷗');
    expect(issues.map((i) => i.issue.params.reason)).toEqual(['refused', 'refused', 'encoding']);
    expect(issues[0]?.issue.suggestion).toBe('高橋(1)〜鴎');
    const substitutes = { 髙: '高', '①': '1' };
    expect(cell(profile, 'name', '髙①', { substitutes }).text).toBe('高1');
    const utf8 = testProfile(['name'], { encoding: 'utf-8', refused: { 髙: '高' } });
    expect(cell(utf8, 'name', '髙𠮷').issues.map((i) => i.issue.params.character)).toEqual(['髙']);
  });

  it('holds a lone surrogate in UTF-8, and nothing else', () => {
    const utf8 = testProfile(['name'], { encoding: 'utf-8' });
    expect(cell(utf8, 'name', '𠮷〜é¥').text).toBe('𠮷〜é¥');
    expect(cell(utf8, 'name', 'a\udc00').issues).toMatchObject([
      { issue: { code: 'character.unmappable', params: { codePoint: 'U+DC00' } } },
    ]);
  });

  it.each<[Profile['lineBreaks'], string, string | null, number]>([
    ['space', 'a \r\n\n b', 'a b', 1],
    ['remove', 'a\r\nb\nc', 'abc', 1],
    ['keep', 'a\r\nb', '"a\r\nb"', 0],
  ])('line breaks: %s', (lineBreaks, value, text, count) => {
    const written = cell(testProfile(['businessDescription'], { lineBreaks }), 'businessDescription', value);
    expect(written.text).toBe(text);
    expect(written.changes.map((c) => c.change.rule)).toEqual(Array(count).fill('csv-newline'));
  });

  it('names the physical line of a row behind kept line breaks', () => {
    const profile = testProfile(['businessDescription'], { lineBreaks: 'keep' });
    const { map } = write(profile, [{ businessDescription: 'a\nb\r\nc' }, { businessDescription: 'd' }]);
    expect(map.map((m) => m.line)).toEqual([2, 5]);
  });

  it('holds what is too long, in characters or bytes, after everything else was done', () => {
    const profile = testProfile([
      { header: '名', key: 'name', maxCharacters: 3 },
      { header: '建', key: 'building', maxBytes: 4 },
    ]);
    expect(write(profile, [{ name: '会議所', building: 'ｱあa' }]).issues).toEqual([]);
    const { issues, held, bytes } = write(profile, [{ name: '会議所a', building: 'あああ' }]);
    expect(issues.map(({ issue }) => [issue.code, issue.severity, issue.params])).toEqual([
      ['text.too-long', 'error', { limit: 3, length: 4, column: '名', unit: 'characters' }],
      ['text.too-long', 'error', { limit: 4, length: 6, column: '建', unit: 'bytes' }],
    ]);
    expect(held).toEqual([1]);
    expect(decodeWindows31j(bytes).text).toBe('名,建\r\n');
    const utf8 = testProfile([{ header: '名', key: 'name', maxCharacters: 2, maxBytes: 8 }], {
      encoding: 'utf-8',
    });
    expect(write(utf8, [{ name: '𠮷𠮷' }]).issues).toEqual([]);
    expect(write(utf8, [{ name: '𠮷野家' }]).issues).toHaveLength(1);
  });

  it('warns of text that a spreadsheet would run, and writes it as it is', () => {
    const { text, issues, held } = cell(testProfile(['name']), 'name', '=HYPERLINK("x")');
    expect(text).toBe('"=HYPERLINK(""x"")"');
    expect(held).toEqual([]);
    expect(issues).toMatchObject([
      {
        row: 1,
        issue: { code: 'formula.suspect', severity: 'warning', key: 'name', value: '=HYPERLINK("x")' },
      },
    ]);
    expect(cell(testProfile(['phone']), 'phone', '+81-3-5253-5111').issues).toEqual([]);
  });

  it('looks only at columns that the profile writes', () => {
    expect(cell(testProfile(['name']), 'name', 'a').issues).toEqual([]);
    const { held, issues } = write(testProfile(['name']), [{ name: 'a', building: '😀', phone: '=1+1' }]);
    expect([held, issues]).toEqual([[], []]);
  });

  it('tells the changes of held rows too, and nothing of what is right', () => {
    const { changes, held } = write(testProfile(['name', 'building']), [{ name: 'a〜', building: '😀' }]);
    expect(held).toEqual([1]);
    expect(changes).toHaveLength(1);
  });

  it('keeps lines for a preview, as many as asked for', () => {
    const values = [{ name: 'a' }, { name: '😀' }, { name: '〜' }, { name: 'c' }];
    const all = write(testProfile(['name']), values);
    expect(all.header).toEqual(['事業所名']);
    expect(all.lines).toEqual([['a'], ['～'], ['c']]);
    expect(write(testProfile(['name']), values, { keepLines: 1 }).lines).toEqual([['a']]);
  });

  it('writes a chamber’s own question as text', () => {
    const profile = testProfile([{ header: '駐車場', key: 'local.parking' }]);
    expect(write(profile, [{ 'local.parking': '3台〜' }]).text).toBe('駐車場\r\n3台～\r\n');
  });

  it('refuses a profile that was not checked', () => {
    expect(() => write(testProfile([{ header: 'x', key: 'nope' }]), [])).toThrow(/nope|no such key/);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { encodeWindows31j } from '../bytes/windows31j.ts';
import { UnusableInput } from '../issue/issue.ts';
import type { Profile } from './profile.ts';
import { readProfile } from './read.ts';
import { testCatalogue, testProfile } from './testing.ts';
import { writeProfile } from './write.ts';

const windows = (text: string): Uint8Array => encodeWindows31j(text).bytes;
const choices = { divisions: [{ code: 'm', label: '製造業部会' }] };
const read = (profile: Profile, text: string, bytes = windows(text)) =>
  readProfile(profile, testCatalogue, bytes, { choices });

const three = testProfile(['businessNumber', 'name', 'applicantType']);

describe('readProfile', () => {
  it('finds columns by header, never by position, and names what it does not know', () => {
    const found = read(three, '組織区分,備考,事業所名,事業所番号\r\n法人,x,髙橋,0012\r\n\r\n,,a,0013\r\n');
    expect(found.rows).toEqual([
      { line: 2, values: { applicantType: 'corporation', name: '髙橋', businessNumber: '0012' } },
      { line: 4, values: { name: 'a', businessNumber: '0013' } },
    ]);
    expect([found.unknownHeaders, found.missingHeaders, found.issues]).toEqual([['備考'], [], []]);
    expect(found.encoding).toBe('windows-31j');
  });

  it('reads the same file saved again in UTF-8, with tabs, with blanks about the headers', () => {
    const text = '\ufeff事業所番号\t 事業所名 \t組織区分\n0012\t𠮷\t個人事業主\n';
    expect(read(three, '', encodeUtf8(text)).rows).toEqual([
      { line: 2, values: { businessNumber: '0012', name: '𠮷', applicantType: 'sole-proprietor' } },
    ]);
  });

  it('turns formats, own codes, labels and separators back', () => {
    const profile = testProfile(
      [
        { header: '番号', key: 'businessNumber' },
        { header: '区分', key: 'applicantType', codes: { corporation: '1', 'sole-proprietor': '2' } },
        'establishedOn',
        'postalCode',
        'divisions',
        'privacyConsent',
      ],
      { separator: '/' },
    );
    const header = '番号,区分,設立年月日,郵便番号,希望部会,個人情報の取扱いへの同意\r\n';
    const { rows } = read(
      profile,
      `${header}1,2,2019/04/01,060-0001,製造業部会/第9部会,同意する\r\n1,9,R1.5.1,〒060,,x\r\n`,
    );
    expect(rows.map((r) => r.values)).toEqual([
      {
        businessNumber: '1',
        applicantType: 'sole-proprietor',
        establishedOn: '2019-04-01',
        postalCode: '0600001',
        divisions: 'm;第9部会',
        privacyConsent: 'yes',
      },
      {
        businessNumber: '1',
        applicantType: '9',
        establishedOn: 'R1.5.1',
        postalCode: '〒060',
        privacyConsent: 'x',
      },
    ]);
  });

  it.each<[string, string, string, Record<string, string | number>]>([
    [
      'header twice',
      '事業所番号,事業所名,事業所番号\r\n1,a,2\r\n',
      'header.twice',
      { header: '事業所番号', first: 1, second: 3 },
    ],
    ['no key column', '事業所名,組織区分\r\na,法人\r\n', 'header.key-missing', { header: '事業所番号' }],
    ['no known header', '1,山田\r\n2,鈴木\r\n', 'header.unknown', { header: '1、山田' }],
    [
      'too few cells',
      '事業所番号,事業所名,組織区分\r\n"1\r\n",a\r\n',
      'row.ragged',
      { line: 2, cells: 2, columns: 3 },
    ],
    [
      'too many cells',
      '事業所番号,事業所名,組織区分\r\n1,a,b\r\n1,a,b,c\r\n',
      'row.ragged',
      { line: 3, cells: 4, columns: 3 },
    ],
    [
      'an open quote',
      '事業所番号,事業所名,組織区分\r\n1,"a,b\r\n',
      'table.quote-open',
      { line: 2, column: 2 },
    ],
  ])('reports %s', (_, text, code, params) => {
    const [first] = read(three, text).issues;
    expect(first?.code).toBe(code);
    expect(first?.severity).toBe('error');
    expect(first?.params).toEqual(params);
  });

  it('leaves a ragged row out, and lets surplus empty cells and blank rows pass', () => {
    const found = read(three, '事業所番号,事業所名,組織区分\r\n1,a\r\n2,b,法人,,\r\n,,\r\n,\r\n3,c,\r\n');
    expect(found.rows.map((r) => [r.line, r.values.businessNumber])).toEqual([
      [3, '2'],
      [6, '3'],
    ]);
    expect(found.issues.map((i) => [i.code, i.params.line])).toEqual([['row.ragged', 2]]);
  });

  it('reads by position only where the profile has no header', () => {
    const profile = testProfile(['businessNumber', 'name'], { header: false });
    expect(read(profile, '1,a\r\n2,b\r\n').rows).toEqual([
      { line: 1, values: { businessNumber: '1', name: 'a' } },
      { line: 2, values: { businessNumber: '2', name: 'b' } },
    ]);
    expect(read(profile, '1,a,x\r\n').issues).toMatchObject([{ code: 'row.ragged', params: { line: 1 } }]);
  });

  it('names missing columns, and refuses what is no text', () => {
    expect(read(three, '事業所番号,事業所名\r\n1,a\r\n').missingHeaders).toEqual(['組織区分']);
    expect(() => read(three, '', Uint8Array.of(0x50, 0x4b, 3, 4))).toThrow(UnusableInput);
  });

  it('gives back the values that were written, in every encoding, quoting and style', () => {
    const text = fc.string({
      unit: fc.constantFrom('髙', '①', 'ｱ', 'a', ',', '"', "'", '　', '0'),
      minLength: 1,
      maxLength: 6,
    });
    const digits = (length: number) =>
      fc.string({ unit: fc.constantFrom('0', '1', '9'), minLength: length, maxLength: length });
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const record = fc.record(
      {
        businessNumber: digits(5),
        name: text.filter((t) => t.trim() !== ''),
        building: text.filter((t) => t.trim() !== ''),
        postalCode: digits(7),
        establishedOn: day.map((d) => d.toISOString().slice(0, 10)),
        applicantType: fc.constantFrom('corporation', 'sole-proprietor', 'その他'),
        divisions: fc.constantFrom('m', 'm;x', 'x;y'),
        privacyConsent: fc.constant('yes'),
        industry: fc.constantFrom('E', '39', '3921'),
        capital: digits(6),
      },
      { requiredKeys: ['businessNumber'] },
    );
    const keys = [
      'name',
      'businessNumber',
      'building',
      'postalCode',
      'establishedOn',
      'applicantType',
      'divisions',
    ];
    const profile = fc
      .record({
        encoding: fc.constantFrom<Profile['encoding']>('windows-31j', 'utf-8', 'utf-8-bom'),
        newline: fc.constantFrom<Profile['newline']>('crlf', 'lf'),
        quoting: fc.constantFrom<Profile['quoting']>('minimal', 'all'),
        header: fc.constant(true),
        dates: fc.constantFrom<Profile['dates']>('slash', 'iso', 'compact'),
        postal: fc.constantFrom<Profile['postal']>('hyphen', 'digits'),
        choices: fc.constantFrom<Profile['choices']>('label', 'code'),
        separator: fc.constantFrom(';', '、'),
      })
      .map((more) =>
        testProfile(
          [...keys, 'privacyConsent', 'capital', { header: '業種', key: 'industry', style: 'code-and-name' }],
          more,
        ),
      );
    fc.assert(
      fc.property(profile, fc.array(record, { minLength: 1, maxLength: 4 }), (chosen, records) => {
        const rows = records.map((values, i) => ({ responseId: `r${i}`, row: i + 1, values }));
        const written = writeProfile(chosen, testCatalogue, rows, { substitutes: {}, choices });
        expect(written.held).toEqual([]);
        const back = readProfile(chosen, testCatalogue, written.bytes, { choices });
        expect(back.issues).toEqual([]);
        expect(back.rows.map((r) => r.values)).toEqual(records);
        expect(back.rows.map((r) => r.line)).toEqual(written.map.map((m) => m.line));
      }),
      { numRuns: 200 },
    );
  });
});

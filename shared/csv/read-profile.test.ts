import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { decodeText } from '../bytes/detect.ts';
import { type Catalogue, readCatalogue } from '../fields/catalogue.ts';
import { parseDelimited } from '../table/parse.ts';
import { readProfileDocument } from './read-profile.ts';
import { testCatalogue, testProfile } from './testing.ts';
import { writeProfile } from './write.ts';

const good = testProfile(['businessNumber', 'name']);
const templates = new URL('../../forms-templates/', import.meta.url);
const yaml = (path: string): unknown => parse(readFileSync(new URL(path, templates), 'utf8'));

describe('readProfileDocument', () => {
  it('reads a good document', () => {
    expect(readProfileDocument(good, testCatalogue)).toEqual({ profile: good, issues: [] });
  });

  it.each<[string, object, string, string]>([
    ['an unknown property', { ...good, colour: 1 }, 'document.unknown-property', 'colour'],
    [
      'an unknown property of a column',
      { ...good, columns: [{ header: 'a', kez: 'name' }] },
      'document.unknown-property',
      'columns.0.kez',
    ],
    ['a missing property', { ...good, encoding: undefined }, 'document.shape', 'encoding'],
    ['no name', { ...good, name: undefined }, 'document.missing', 'name'],
    ['a wrong type', { ...good, name: 5 }, 'document.shape', 'name'],
    ['an unknown encoding', { ...good, encoding: 'euc-jp' }, 'document.shape', 'encoding'],
    ['no columns', { ...good, columns: [] }, 'profile.empty', 'columns'],
    [
      'an unknown key',
      { ...good, columns: [{ header: 'a', key: 'nmae' }] },
      'profile.column-key',
      'columns.0.key',
    ],
    [
      'a key twice',
      {
        ...good,
        columns: [
          { header: 'a', key: 'name' },
          { header: 'b', key: 'name' },
        ],
      },
      'profile.column-twice',
      'columns.1.key',
    ],
    [
      'a header twice',
      { ...good, columns: [{ header: 'a', key: 'name' }, { header: ' a' }] },
      'profile.column-twice',
      'columns.1.header',
    ],
    [
      'an unknown style',
      { ...good, columns: [{ header: 'a', key: 'name', style: 'slash' }] },
      'profile.style',
      'columns.0.style',
    ],
    [
      'a limit that is no count',
      { ...good, columns: [{ header: 'a', key: 'name', maxBytes: 0 }] },
      'document.shape',
      'columns.0.maxBytes',
    ],
    [
      'a text that a field overrides',
      { ...good, columns: [{ header: 'a', key: 'name', fixed: 'x' }] },
      'document.shape',
      'columns.0.fixed',
    ],
    [
      'a header that the encoding lacks',
      { ...good, columns: [{ header: '𠮷', key: 'name' }] },
      'profile.character',
      'columns.0.header',
    ],
    [
      'two refused characters in one',
      { ...good, refused: { 髙橋: '高橋' } },
      'document.shape',
      'refused.髙橋',
    ],
    ['no separator', { ...good, separator: '' }, 'document.shape', 'separator'],
  ])('names %s', (_, document, code, path) => {
    const { profile, issues } = readProfileDocument(document, testCatalogue);
    expect(profile).toBeNull();
    expect(issues.map((i) => [i.code, i.params.path])).toContainEqual([code, path]);
  });

  it('names every mistake, not the first', () => {
    const columns = [
      { header: 'a', key: 'x' },
      { header: 'a', key: 'name', style: 'nope' },
    ];
    expect(readProfileDocument({ ...good, columns }, testCatalogue).issues.map((i) => i.code)).toEqual([
      'profile.column-twice',
      'profile.column-key',
      'profile.style',
    ]);
  });

  it('accepts a chamber’s own question, and reads without a catalogue', () => {
    const columns = [{ header: '駐車場', key: 'local.parking' }];
    expect(readProfileDocument({ ...good, columns }, testCatalogue).issues).toEqual([]);
    expect(readProfileDocument(good).profile).toEqual(good);
    expect(readProfileDocument('x').issues).toHaveLength(1);
  });
});

const lists = readdirSync(new URL('code-lists/', templates)).filter((name) => name.endsWith('.yaml'));
const catalogue: Catalogue = readCatalogue(
  yaml('fields.yaml'),
  lists.map((name) => yaml(`code-lists/${name}`)),
);

describe('the profiles that ship', () => {
  const load = (id: string) => {
    const { profile, issues } = readProfileDocument(yaml(`csv-profiles/${id}.yaml`), catalogue);
    expect(issues).toEqual([]);
    if (profile === null) throw new Error(id);
    expect(profile).toMatchObject({ id, verified: false, header: true, newline: 'crlf' });
    expect(profile.note).toMatch(/仮の配置/);
    return profile;
  };
  const values = {
    businessNumber: '0000123',
    applicantType: 'corporation',
    corporateNumber: '7123456789012',
    legalFormCode: '301',
    legalFormPosition: 'before',
    name: '株式会社髙橋',
    postalCode: '1000005',
    address: '東京都千代田区丸の内3-2-2',
    phone: '03-1234-5678',
    extension: '12',
    fax: '03-1234-5679',
    industry: '392',
    businessDescription: '製造\n販売',
    businessStartMonth: '2019-04',
    establishedOn: '2019-04-01',
    foundedYear: '1990',
    fiscalYearEndMonth: '3',
    capital: '10000000',
    operatingStatus: 'operating',
    divisions: 'm;s',
  };
  const write = (id: string) => {
    const divisions = [
      { code: 'm', label: '製造' },
      { code: 's', label: '商業' },
    ];
    const rows = [{ responseId: 'r', row: 1, values }];
    const written = writeProfile(load(id), catalogue, rows, { substitutes: {}, choices: { divisions } });
    const { text, encoding } = decodeText(written.bytes);
    const [header = [], row = []] = parseDelimited(text).rows;
    const cells = Object.fromEntries(header.map((name, i) => [name, row[i]]));
    return { header, cells, encoding };
  };
  const labels = catalogue.fields.map((f) => f.label);

  it('toas-provisional has the labels from 事業所番号 to 会費の支払方法', () => {
    const { header, cells, encoding } = write('toas-provisional');
    expect(header).toEqual(labels.slice(0, labels.indexOf('会費の支払方法') + 1));
    expect(encoding).toBe('windows-31j');
    expect(cells).toMatchObject({
      事業所番号: '0000123',
      組織区分: '法人',
      法人種別: '株式会社',
      郵便番号: '100-0005',
      内線: '12',
      業種: '392',
      事業内容: '製造 販売',
      事業開始年月: '2019/04',
      設立年月日: '2019/04/01',
      創業年: '1990',
      資本金: '10000000',
      希望部会: '製造;商業',
    });
  });

  it('plain-utf8 has the same columns, UTF-8 with a mark, ISO dates', () => {
    const { header, cells, encoding } = write('plain-utf8');
    expect(header).toEqual(labels.slice(0, labels.indexOf('会費の支払方法') + 1));
    expect(encoding).toBe('utf-8-bom');
    expect(cells).toMatchObject({ 郵便番号: '100-0005', 事業開始年月: '2019-04', 設立年月日: '2019-04-01' });
  });

  it('gif-2025 has the names and formats of GIF', () => {
    const { header, cells, encoding } = write('gif-2025');
    expect(new Set(header).size).toBe(header.length);
    expect(encoding).toBe('utf-8');
    expect(cells).toMatchObject({
      '事業所 ID': '0000123',
      法人番号: '7123456789012',
      商号または名称: '株式会社髙橋',
      組織種別: '301',
      組織種別位置: '前株',
      事業活動状況: '営業中',
      設立年月日: '2019-04-01',
      創業年: '1990年',
      事業種目: '392 情報処理・提供サービス業',
      事業年度開始日: '04-01',
      '資本金(円)': '10000000',
      '登記住所.郵便番号': '1000005',
      '登記住所.連結表記': '東京都千代田区丸の内3-2-2',
      連絡先電話番号: '03-1234-5678',
      '連絡先電話番号(FAX)': '03-1234-5679',
    });
  });
});

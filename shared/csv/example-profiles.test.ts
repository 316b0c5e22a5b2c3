/** The neutral examples for systems whose layout is not public: none claims to be the system's, each reads what it writes. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Catalogue, readCatalogue } from '../fields/catalogue.ts';
import { createNormaliser } from '../record/normalise.ts';
import type { Profile } from './profile.ts';
import { readProfile } from './read.ts';
import { readProfileDocument } from './read-profile.ts';
import { writeProfile } from './write.ts';

const folder = new URL('../../forms-templates/', import.meta.url);
const yaml = (path: string): unknown => parse(readFileSync(new URL(path, folder), 'utf8'));
const catalogue: Catalogue = readCatalogue(
  yaml('fields.yaml'),
  readdirSync(new URL('code-lists', folder)).map((name) => yaml(`code-lists/${name}`)),
);
const profileOf = (name: string): Profile => {
  const { profile, issues } = readProfileDocument(yaml(`csv-profiles/${name}`), catalogue);
  expect(issues).toEqual([]);
  if (profile === null) throw new Error(name);
  return profile;
};
const files = readdirSync(new URL('csv-profiles', folder));
const examples = files.filter((name) => name.endsWith('-example.yaml'));
const divisions = [
  { code: 'manufacture', label: '製造' },
  { code: 'commerce', label: '商業' },
];

/** Two businesses that use every style: one in full, one with the least and with what is easily lost. */
const businesses: readonly Readonly<Record<string, string>>[] = [
  {
    businessNumber: '0000123',
    memberNumber: '007',
    applicantType: 'corporation',
    corporateNumber: '1000012050002',
    invoiceNumber: 'T1000012050002',
    legalFormCode: '301',
    legalFormPosition: 'before',
    name: '株式会社見本, "本店"',
    nameKana: 'カブシキガイシャミホン',
    nameEnglish: 'Mihon Inc.',
    commonName: 'みほん',
    representativeTitle: '代表取締役',
    representativeName: '山田 太郎',
    representativeNameKana: 'ヤマダ タロウ',
    postalCode: '0600001',
    address: '北海道札幌市中央区北一条西1-1',
    building: 'ビルー１階',
    officeName: '見本 支店',
    officePostalCode: '0600002',
    officeAddress: '北海道札幌市中央区北二条西2-2',
    officeManager: '佐藤 花子',
    phone: '011-231-1122',
    extension: '012',
    fax: '0120-123-456',
    email: 'a@example.jp',
    website: 'https://example.jp/',
    contactName: '鈴木 一郎',
    contactDepartment: '総務',
    mailingAddress: '北海道札幌市中央区3-3',
    industry: '392',
    businessDescription: '製造と卸',
    products: '部品',
    businessStartMonth: '2019-04',
    establishedOn: '2019-04-01',
    foundedYear: '1990',
    fiscalYearEndMonth: '3',
    capital: '10000000',
    employees: '20',
    regularEmployees: '12',
    partTimeEmployees: '8',
    annualSales: '0',
    operatingStatus: 'operating',
    divisions: 'manufacture;commerce',
    feeUnits: '3',
    paymentMethod: 'direct-debit',
  },
  {
    businessNumber: '0000007',
    applicantType: 'sole-proprietor',
    name: '個人商店',
    phone: '03-1234-5678',
    fiscalYearEndMonth: '12',
    operatingStatus: 'moved',
    industry: 'E',
  },
];

describe('the neutral examples', () => {
  it('there is one for each system named besides TOAS', () => {
    expect(examples).toEqual([
      'chambers-pack-example.yaml',
      'cs-cloud-example.yaml',
      'doshoren-example.yaml',
      'yamato-example.yaml',
    ]);
  });

  it.each(examples)('%s says that it is an example and not the layout of that system', (name) => {
    const { id, name: shown, verified, note } = profileOf(name);
    expect(`${id}.yaml`).toBe(name);
    expect(shown).toMatch(/（仮の配置・例）$/);
    expect(verified).toBe(false);
    expect(note).toMatch(/公開されておらず、これはその形式ではありません/);
    expect(note).toMatch(/出発点/);
  });

  it.each(examples)('%s reads back exactly what it writes', (name) => {
    const profile = profileOf(name);
    const rows = businesses.map((values, index) => ({ responseId: `r${index}`, row: index + 1, values }));
    const written = writeProfile(profile, catalogue, rows, { substitutes: {}, choices: { divisions } });
    expect(written.held).toEqual([]);
    expect(written.changes).toEqual([]);
    const read = readProfile(profile, catalogue, written.bytes, { choices: { divisions } });
    expect(read.issues).toEqual([]);
    expect(read.missingHeaders).toEqual([]);
    const settings = { divisions, districts: [] };
    const normalise = createNormaliser({ catalogue, today: '2026-11-24', settings });
    const keys = new Set(profile.columns.flatMap(({ key }) => key ?? []));
    const expected = businesses.map((values) =>
      Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key))),
    );
    expect(read.rows.map(({ values }) => normalise(values).values)).toEqual(expected);
  });

  it('they differ in each thing that a profile says', () => {
    const all = examples.map(profileOf);
    for (const property of [
      'encoding',
      'newline',
      'quoting',
      'header',
      'dates',
      'postal',
      'choices',
    ] as const) {
      expect([property, new Set(all.map((p) => p[property])).size > 1]).toEqual([property, true]);
    }
    expect(new Set(all.map((p) => p.separator)).size).toBe(all.length);
  });
});

/** A small catalogue and profile for the tests of this folder. */
import { type Catalogue, readCatalogue } from '../fields/catalogue.ts';
import { type Profile, type ProfileColumn, profileSchema } from './profile.ts';

const fields = [
  { key: 'businessNumber', label: '事業所番号', kind: 'code' },
  { key: 'applicantType', label: '組織区分', kind: 'choice', codeList: 'applicant-type' },
  { key: 'name', label: '事業所名', kind: 'name' },
  { key: 'postalCode', label: '郵便番号', kind: 'postal-code' },
  { key: 'building', label: '建物名等', kind: 'building' },
  { key: 'phone', label: '電話番号', kind: 'phone' },
  { key: 'industry', label: '業種', kind: 'industry' },
  { key: 'businessDescription', label: '事業内容', kind: 'text', multiline: true },
  { key: 'establishedOn', label: '設立年月日', kind: 'date' },
  { key: 'capital', label: '資本金', kind: 'yen' },
  { key: 'divisions', label: '希望部会', kind: 'choices' },
  { key: 'privacyConsent', label: '個人情報の取扱いへの同意', kind: 'consent' },
];

const applicantType = {
  schema: 1,
  id: 'applicant-type',
  title: '組織区分',
  options: [
    { code: 'corporation', label: '法人' },
    { code: 'sole-proprietor', label: '個人事業主' },
  ],
};

export const testCatalogue: Catalogue = readCatalogue({ schema: 1, fields }, [applicantType]);

/** A profile with one column for each of the keys, Windows-31J as the default profile has it. */
export function testProfile(
  columns: readonly (string | ProfileColumn)[],
  more: Partial<Omit<Profile, 'columns'>> = {},
): Profile {
  return profileSchema().parse({
    schema: 1,
    id: 'test',
    name: '試験',
    verified: false,
    encoding: 'windows-31j',
    newline: 'crlf',
    quoting: 'minimal',
    header: true,
    dates: 'slash',
    postal: 'hyphen',
    choices: 'label',
    separator: ';',
    lineBreaks: 'space',
    ...more,
    columns: columns.map((column) =>
      typeof column === 'string'
        ? { header: testCatalogue.byKey.get(column)?.label ?? column, key: column }
        : column,
    ),
  });
}

import { describe, expect, it } from 'vitest';
import { createDuplicateIndex, duplicateIssues, type KnownPlace } from './duplicates.ts';
import { matchAddress, matchName } from './match.ts';

const place = (kind: KnownPlace['kind'], label: string): KnownPlace => ({
  kind,
  label,
  name: '株式会社見本',
  id: label,
});

describe('duplicates', () => {
  const known = {
    corporateNumber: '7123456789012',
    phone: '03-5253-5111',
    name: '株式会社見本製作所',
    address: '東京都千代田区丸の内1-2-3',
  };

  it.each([
    [
      'the same 法人番号 in an open application',
      'application',
      { corporateNumber: '7123456789012' },
      ['duplicate.corporate-number', 'error', 'corporateNumber'],
    ],
    [
      'the same 法人番号 in the ledger',
      'ledger',
      { corporateNumber: '7123456789012' },
      ['duplicate.corporate-number', 'warning', 'corporateNumber'],
    ],
    [
      'the same telephone',
      'application',
      { phone: '03-5253-5111' },
      ['duplicate.likely', 'warning', 'phone'],
    ],
    [
      'another spelling of name and address',
      'ledger',
      { name: '（株）見本　製作所', address: '東京都千代田区丸の内１丁目２番３号' },
      ['duplicate.likely', 'warning', 'name'],
    ],
  ] as const)('%s', (_name, kind, values, expected) => {
    const index = createDuplicateIndex();
    index.add(known, place(kind, '3'));
    const issues = duplicateIssues({ typed: {} }, index.find(values));
    expect(issues.map((i) => [i.code, i.severity, i.key])).toEqual([expected]);
  });

  it('one business in several ways is named once', () => {
    const index = createDuplicateIndex();
    index.add(known, place('application', '3'));
    expect(index.find(known)).toHaveLength(1);
  });

  it('blank values never meet', () => {
    const index = createDuplicateIndex();
    index.add({ name: '見本' }, place('ledger', '1'));
    expect(index.find({ name: '見本' })).toEqual([]);
    expect(index.find({})).toEqual([]);
  });
});

describe('match keys', () => {
  it.each([
    ['株式会社見本', '見本株式会社'],
    ['㈱見本', '(株)見本'],
    ['髙橋商店', '高橋商店'],
    ['ＭＩＨＯＮ　Ｃｏ', 'mihon co'],
  ])('%s and %s are one name', (a, b) => expect(matchName(a)).toBe(matchName(b)));
  it.each([
    ['見本市中央一丁目2番3号', '見本市中央1-2-3'],
    ['見本市中央１－２－３', '見本市中央1-2-3'],
    ['見本市本町12番地の3', '見本市本町12-3'],
  ])('%s and %s are one address', (a, b) => expect(matchAddress(a)).toBe(matchAddress(b)));
  it('different numbers are different addresses', () => {
    expect(matchAddress('見本市中央1-2-3')).not.toBe(matchAddress('見本市中央12-3'));
  });
});

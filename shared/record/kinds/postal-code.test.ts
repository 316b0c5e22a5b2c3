import { describe, expect, it } from 'vitest';
import { prefectureName, prefectureOfAddress, prefecturesOfPostalCode } from './postal-code.ts';

describe('prefectures of a postal code', () => {
  it.each([
    ['0600001', ['01']],
    ['1000001', ['13']],
    ['4980000', ['23', '24']],
    ['9071801', ['47']],
    ['0185501', ['02', '05']],
    ['0000000', []],
    ['1378088', []],
  ])('%s: %s', (code, expected) => expect(prefecturesOfPostalCode(code)).toEqual(expected));

  it('reaches every prefecture', () => {
    const met = new Set<string>();
    for (let i = 0; i < 1000; i++) {
      for (const code of prefecturesOfPostalCode(`${i}`.padStart(3, '0'))) met.add(code);
    }
    expect(met.size).toBe(47);
  });
});

describe('prefecture of an address', () => {
  it.each([
    ['東京都千代田区霞が関2-1-2', '13'],
    ['京都府京都市中京区', '26'],
    ['〒100-0001 東京都千代田区', '13'],
    ['１００－０００１　東京都千代田区', '13'],
    ['北海道札幌市中央区', '01'],
    ['札幌市中央区北1条西2丁目', null],
    ['', null],
  ])('%s: %s', (address, expected) => expect(prefectureOfAddress(address)).toBe(expected));

  it('names a code', () => {
    expect(prefectureName('13')).toBe('東京都');
    expect(prefectureName('47')).toBe('沖縄県');
    expect(prefectureName('48')).toBe('');
  });
});

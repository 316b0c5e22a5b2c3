import { describe, expect, it } from 'vitest';
import { lineOf } from '../issue/messages.ts';
import { defaultSettings, readSettings } from './settings.ts';

const codes = (document: unknown) => readSettings(document).issues.map((i) => `${i.code} ${i.params.path}`);

describe('readSettings', () => {
  it('an_empty_document__gives_the_defaults', () => {
    expect(readSettings(null)).toEqual({ settings: defaultSettings, issues: [] });
    expect(readSettings({})).toEqual({ settings: defaultSettings, issues: [] });
  });

  it('given_values__replace_only_theirs', () => {
    const { settings } = readSettings({
      fiscalYearStart: '10-01',
      baseDate: '2028-02-29',
      thresholds: { capital: 5_000_000 },
      commerceServiceIndustries: ['I', '56', '561'],
      substitutes: { 鷗: '鴎' },
    });
    expect(settings).toEqual({
      ...defaultSettings,
      fiscalYearStart: '10-01',
      baseDate: '2028-02-29',
      thresholds: { employees: 20, employeesCommerceService: 5, capital: 5_000_000 },
      commerceServiceIndustries: ['I', '56', '561'],
      substitutes: { 鷗: '鴎' },
    });
  });

  it.each([
    [
      'a threshold below the Act',
      { thresholds: { employees: 19 } },
      'settings.threshold-low thresholds.employees',
    ],
    ['a threshold that is text', { thresholds: { capital: '300万' } }, 'settings.value thresholds.capital'],
    ['an unknown key', { baseDay: '2026-04-01' }, 'settings.unknown baseDay'],
    ['an unknown threshold', { thresholds: { sales: 1 } }, 'settings.unknown thresholds.sales'],
    ['a day that there is not', { baseDate: '2026-02-30' }, 'settings.value baseDate'],
    ['29 February of a common year', { baseDate: '2027-02-29' }, 'settings.value baseDate'],
    ['a base date without a year', { baseDate: '04-01' }, 'settings.value baseDate'],
    ['a year that begins on no day', { fiscalYearStart: '02-30' }, 'settings.value fiscalYearStart'],
    ['a year that begins once', { fiscalYearStart: '2026-04-01' }, 'settings.value fiscalYearStart'],
    [
      'an industry that is no code',
      { commerceServiceIndustries: ['小売'] },
      'settings.value commerceServiceIndustries.0',
    ],
    [
      'an industry as a number',
      { commerceServiceIndustries: [56] },
      'settings.value commerceServiceIndustries.0',
    ],
    ['a substitute that would only take away', { substitutes: { 鷗: '' } }, 'settings.value substitutes.鷗'],
    ['a list in place of the settings', ['a'], 'settings.value '],
    ['a text in place of the settings', 'a', 'settings.value '],
  ])('%s__is_refused_once', (_case, document, expected) => {
    expect(codes(document)).toEqual([expected]);
    expect(readSettings(document).settings).toBeNull();
  });

  it('the_message__names_place_setting_and_all_that_may_be_written', () => {
    const [found] = readSettings({ x: 1 }).issues;
    if (found === undefined) throw new Error('no issue');
    const line = lineOf({ ...found, params: { ...found.params, place: 's.yaml の 3 行目：' } });
    expect(line).toMatch(
      /^s\.yaml の 3 行目：設定「x」は使えません。使える設定：.*districts。 \[settings\.unknown\]$/,
    );
  });
});

/** 設定: what is written is what is read; what a clerk leaves blank or writes oddly has its default. */
import { describe, expect, it } from 'vitest';
import type { Cells } from '../port.ts';
import { defaultSettings, readSettings, type Settings, settingCells } from './settings.ts';

const rows = (cells: readonly Cells[]) => cells.map((one, index) => ({ at: index + 2, cells: one }));
const set = (key: string, value: string) => rows([{ 項目: '', 値: value, 説明: '', キー: key }]);

const sample: Settings = {
  ...defaultSettings,
  chamber: { ...defaultSettings.chamber, name: '見本商工会議所', phone: '03-1234-5678' },
  divisions: ['商業部会', '工業部会'],
  districts: ['中央'],
  substitutes: { 鷗: '鴎', 𠮷: '吉' },
  states: defaultSettings.states.map((state) =>
    state.id === 'visited' ? { ...state, required: false } : state,
  ),
};

describe('settings', () => {
  it('settings__written_and_read__are_the_same', () => {
    expect(readSettings(rows(settingCells(sample)))).toEqual(sample);
  });

  it('settings__no_rows__defaults', () => {
    // A workbook that says no version is older than versions.
    expect(readSettings([])).toEqual({ ...defaultSettings, version: 1 });
  });

  it('settings__reworded_label__found_by_key', () => {
    const [first, ...rest] = settingCells(sample).map((cells) => ({
      ...cells,
      項目: `${cells.項目}（変更）`,
    }));
    expect(readSettings(rows(first === undefined ? [] : [...rest, first]))).toEqual(sample);
  });

  it('settings__required_states__approval_and_payment_cannot_be_switched_off', () => {
    for (const id of ['received', 'approved', 'paid', 'member']) {
      const read = readSettings(set(`state.${id}`, 'いいえ'));
      expect(read.states.find((state) => state.id === id)?.required).toBe(true);
    }
  });

  it.each(['4月1日', '', '4-1'])('settings__fiscal_year_%s__default', (text) => {
    expect(readSettings(set('fiscalYearStart', text)).fiscalYearStart).toBe('04-01');
  });

  it('settings__substitutes__full_width_sign_and_blank_lines', () => {
    expect(readSettings(set('substitutes', '鷗＝鴎\n\n 𠮷 = 吉 \n無し')).substitutes).toEqual({
      鷗: '鴎',
      𠮷: '吉',
    });
  });

  it.each([
    ['thresholds.capital', '2999999', 3_000_000, '法律より小さい'],
    ['thresholds.capital', '５，０００，０００', 5_000_000, '全角'],
    ['thresholds.capital', 'なし', 3_000_000, '数でない'],
    ['thresholds.employees', '19', 20, '法律より小さい'],
    ['thresholds.employees', '30', 30, '許可を得て引き上げた'],
    ['thresholds.employeesCommerceService', '4', 5, '法律より小さい'],
  ])('settings__%s_%s__%i（%s）', (key, text, wanted, _note) => {
    const name = key.replace('thresholds.', '');
    expect(readSettings(set(key, text)).thresholds).toMatchObject({ [name]: wanted });
  });

  it('settings__levy_consent__off_unless_switched_on', () => {
    expect(readSettings([]).levyConsent).toBe(false);
    expect(readSettings(set('levyConsent', 'はい')).levyConsent).toBe(true);
  });

  it('settings__prefill_emptied__nothing_stands_in_links', () => {
    expect(readSettings(set('prefill', '')).prefill).toEqual([]);
  });
});

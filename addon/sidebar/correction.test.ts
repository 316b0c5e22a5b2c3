import { describe, expect, it } from 'vitest';
import {
  correctionFault,
  draftFor,
  fieldOf,
  optionsFor,
  proposalLabel,
  severalOptions,
  severalValues,
} from './correction.ts';
import { makeApplication } from './testing/mock-data.ts';

const view = makeApplication(0, false);

describe('a correction', () => {
  it('draft__starts_from_what_was_typed_or_from_the_proposal', () => {
    expect(draftFor(view, 'phone')?.value).toBe('０１１ー２３１ー１１２２');
    expect(draftFor(view, 'name', '吉田酒造店')).toEqual({
      key: 'name',
      value: '吉田酒造店',
      reason: '',
      fault: '',
    });
  });

  it('draft__of_a_consent_or_an_unknown_field__is_refused', () => {
    expect(fieldOf(view, 'privacyConsent')?.edit).toBeNull();
    expect(draftFor(view, 'privacyConsent')).toBeNull();
    expect(draftFor(view, 'nothing')).toBeNull();
  });

  it('fault__only_when_nothing_changed', () => {
    const draft = draftFor(view, 'phone');
    if (draft === null) throw new Error('no draft');
    expect(correctionFault(view, draft)).toContain('変わっていません');
    expect(correctionFault(view, { ...draft, value: '' })).toBe('');
    expect(correctionFault(view, { ...draft, value: '011-231-1123' })).toBe('');
  });

  it('options__keep_a_typed_text_that_is_none_of_them', () => {
    const options = [{ value: '法人', label: '法人' }];
    const edit = { value: '会社', lines: 0, options, several: false, hint: '' };
    expect(optionsFor(edit).map((one) => one.value)).toEqual(['', '会社', '法人']);
    expect(optionsFor({ ...edit, value: '法人' }).map((one) => one.value)).toEqual(['', '法人']);
  });

  it('several_choices__typed_words_that_are_no_option_can_be_ticked_off', () => {
    const options = [{ value: '商業部会', label: '商業部会' }];
    const edit = { value: '商業部会; 青年部', lines: 0, options, several: true, hint: '' };
    expect(severalValues(edit.value)).toEqual(['商業部会', '青年部']);
    expect(severalOptions(edit).map((one) => one.value)).toEqual(['商業部会', '青年部']);
    expect(severalValues('')).toEqual([]);
  });

  it('proposal__long_or_broken_over_lines__stays_one_short_line', () => {
    expect(proposalLabel('吉田屋')).toBe('「吉田屋」にする');
    expect(proposalLabel('𠮷'.repeat(30))).toBe(`「${'𠮷'.repeat(24)}…」にする`);
    expect(proposalLabel('一行\n二行')).toBe('「一行 二行」にする');
  });
});

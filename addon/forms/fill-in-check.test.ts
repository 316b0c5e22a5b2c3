import { describe, expect, it } from 'vitest';
import type { FillInView } from '../view/forms-protocol.ts';
import { fillInFaults, initialValues, shownValues } from './fill-in-check.ts';

const fillIn = (type: FillInView['type'], required = false): FillInView => ({
  key: 'it',
  label: 'セミナーの名前',
  hint: '',
  type,
  required,
  initial: '',
});

const cases: readonly (readonly [FillInView['type'], boolean, string, string])[] = [
  ['text', true, '', 'セミナーの名前'],
  ['text', true, '　', 'セミナーの名前'],
  ['text', false, '', ''],
  ['date', false, '2026-02-30', '日付'],
  ['date', false, '2026-02-28', ''],
  ['number', false, '３０', '半角'],
  ['number', false, '30', ''],
  ['lines', false, '会場\nオンライン\n会場', '「会場」が2回'],
  ['lines', false, '会場\n\nオンライン\n', ''],
];

describe('fill-in-check', () => {
  it.each(cases)('%s__required_%s__%j', (type, required, value, expected) => {
    const fault = fillInFaults([fillIn(type, required)], { it: value }).it ?? '';
    if (expected === '') expect(fault).toBe('');
    else expect(fault).toContain(expected);
  });

  it('initial_values__stand_for_every_fill_in', () => {
    expect(initialValues([{ ...fillIn('text'), initial: 'はじめ' }])).toEqual({ it: 'はじめ' });
  });

  it('preview__names_a_text_that_is_still_to_be_written_and_changes_nothing_else', () => {
    const needed = fillIn('text', true);
    expect(shownValues([needed], { it: ' ' })).toEqual({ it: '〔セミナーの名前〕' });
    expect(shownValues([needed], { it: '実務' })).toEqual({ it: '実務' });
    expect(shownValues([fillIn('date', true), fillIn('text')], { it: '' })).toEqual({ it: '' });
  });
});

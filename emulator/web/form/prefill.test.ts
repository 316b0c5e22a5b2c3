import { describe, expect, it } from 'vitest';
import { entryName, prefillQuery } from '../../workspace/form-entries.ts';
import type { FormItemState } from '../../workspace/model.ts';
import { type Answer, readAnswers } from './entries.ts';
import { formOf, item } from './fixture.ts';
import { formBody } from './page.ts';

/** What the answer page reads from a prefilled link that was made of this answer. */
function through(one: FormItemState, answer: Answer): Answer | undefined {
  const given = new URLSearchParams(prefillQuery([one], { [one.id]: answer }));
  return readAnswers([one], (name) => given.getAll(name))[one.id];
}

describe('prefilled link', () => {
  const cases: [string, FormItemState, Answer][] = [
    ['signs that mean something in an address', item('TEXT'), 'a&b=c%20+#?;/"\'<>'],
    ['beyond the BMP, and joined signs', item('TEXT'), '𠮷野家 葛\u{e0100}城 が'],
    ['full-width space at the ends', item('TEXT'), '　１ '],
    ['newlines', item('PARAGRAPH_TEXT'), '一行目\n\n三行目\t終'],
    ['20,000 signs', item('PARAGRAPH_TEXT'), '長い𠮷'.repeat(5000)],
    ['radio', item('MULTIPLE_CHOICE'), 'B'],
    ['radio, その他', item('MULTIPLE_CHOICE', { other: true }), '別の & 答え'],
    ['list', item('LIST', { choices: [{ value: '一般 & 特定' }] }), '一般 & 特定'],
    ['checkbox', item('CHECKBOX'), ['A', 'B']],
    ['checkbox with その他', item('CHECKBOX', { other: true }), ['A', 'ほか']],
    ['scale', item('SCALE'), '4'],
    ['rating', item('RATING'), '3'],
    ['grid with a row left out', item('GRID'), [null, 'B']],
    ['checkbox grid', item('CHECKBOX_GRID'), [['A', 'B'], null]],
    ['date', item('DATE'), '2026-04-01'],
    ['date without year', item('DATE', { includesYear: false }), '04-01'],
    ['date and time', item('DATETIME'), '2026-04-01 09:05'],
    ['time', item('TIME'), '09:05'],
    ['duration', item('DURATION'), '01:02:03'],
  ];
  it.each(cases)('%s__comes_back_exactly', (_note, one, answer) => {
    expect(through(one, answer)).toEqual(answer);
  });

  it('lone_surrogate__has_no_utf8__becomes_a_replacement_sign', () => {
    expect(through(item('TEXT'), 'a\ud842b')).toBe('a\ufffdb');
  });

  it('number_in_the_address__is_not_the_item_id', () => {
    expect(entryName(1)).toMatch(/^entry\.\d{6,10}$/);
  });

  it('answers_of_a_later_page__stand_in_its_inputs_from_the_start', () => {
    const later = item('CHECKBOX', { id: 3 });
    const form = formOf([item('TEXT'), item('PAGE_BREAK', { id: 2, title: '二枚目' }), later]);
    const given = new URLSearchParams(prefillQuery(form.items, { 1: 'x', 3: ['B'] }));
    const answers = readAnswers(form.items, (name) => given.getAll(name));
    const pages = [
      { id: 0, title: '', help: '', items: [item('TEXT')] },
      { id: 2, title: '二枚目', help: '', items: [later] },
    ];
    const out = formBody({ form, pages, answers, errors: new Map(), email: '', action: '/x' }).text;
    expect(out).toMatch(/data-page="2".*value="A"><.*value="B" checked/s);
  });
});

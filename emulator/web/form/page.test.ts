import { describe, expect, it } from 'vitest';
import { rowName } from '../../workspace/form-entries.ts';
import type { FormItemType } from '../../workspace/model.ts';
import { formOf, item } from './fixture.ts';
import { closedBody, doneBody, formBody } from './page.ts';

function render(type: FormItemType, over = {}, answers = {}, errors = new Map<number, string>()): string {
  const form = formOf([item(type, over)]);
  const pages = [{ id: 0, title: '', help: '', items: form.items }];
  return formBody({ form, pages, answers, errors, email: '', action: '/forms/public-1/viewform' }).text;
}

const every: FormItemType[] = [
  'TEXT',
  'PARAGRAPH_TEXT',
  'MULTIPLE_CHOICE',
  'CHECKBOX',
  'LIST',
  'SCALE',
  'RATING',
  'GRID',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'TIME',
  'DURATION',
  'SECTION_HEADER',
  'IMAGE',
  'VIDEO',
  'FILE_UPLOAD',
];

describe('formBody', () => {
  for (const type of every) {
    it(`${type}: hostile title, help and answer stay text`, () => {
      const bad = '<img src=x onerror=alert(1)>"\'';
      const out = render(
        type,
        { title: bad, help: bad, rows: [bad], columns: [bad], choices: [{ value: bad }] },
        { 1: bad },
      );
      expect(out).not.toContain('<img');
      expect(out).not.toMatch(/="[^"]*<img/);
    });
  }

  it('short_text__by_its_title__offers_the_right_keyboard', () => {
    expect(render('TEXT', { title: '電話番号' })).toContain('inputmode="tel"');
    expect(render('TEXT', { title: '郵便番号' })).toContain('autocomplete="postal-code"');
    expect(
      render('TEXT', {
        title: '資本金',
        validation: { method: 'requireWholeNumber', args: [], helpText: '' },
      }),
    ).toContain('inputmode="numeric"');
  });

  it('answers__given_before__stand_in_the_inputs', () => {
    expect(render('TEXT', {}, { 1: '髙橋' })).toContain('value="髙橋"');
    expect(render('CHECKBOX', { other: true }, { 1: ['A', 'ほか'] })).toMatch(
      /value="A" checked.*value="ほか"/s,
    );
    expect(render('GRID', {}, { 1: [null, 'B'] })).toContain(`name="${rowName(1, 1)}" value="B" checked`);
    expect(render('DURATION', {}, { 1: '01:02:03' })).toMatch(/value="01".*value="02".*value="03"/s);
    expect(render('LIST', {}, { 1: 'B' })).toContain('<option value="B" selected>');
  });

  it('leading_newline_of_a_paragraph__survives_the_textarea', () => {
    expect(render('PARAGRAPH_TEXT', {}, { 1: '\nA' })).toContain('>\n\nA</textarea>');
  });

  it('error__of_an_item__is_tied_to_its_input', () => {
    const out = render('TEXT', { required: true }, {}, new Map([[1, '入力してください']]));
    expect(out).toContain('aria-invalid="true"');
    expect(out).toMatch(/id="e1" role="alert">入力してください/);
    expect(out).toContain('1件');
  });

  it('required__and_optional__are_both_said_in_words', () => {
    expect(render('TEXT', { required: true })).toContain('必須');
    expect(render('TEXT')).toContain('任意');
  });
});

describe('closing pages', () => {
  it('own_messages__are_escaped__and_defaults_stand_in_when_empty', () => {
    expect(closedBody(formOf([], { closedMessage: '<b>終了</b>' })).text).toContain('&lt;b&gt;終了');
    expect(closedBody(formOf([])).text).toContain('受け付けていません');
    expect(doneBody(formOf([], { showLinkToRespondAgain: false }), '/x').text).not.toContain('href="/x"');
  });
});

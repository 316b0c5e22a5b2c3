import { describe, expect, it } from 'vitest';
import type { Actions } from '../actions/index.ts';
import { draftFor } from '../correction.ts';
import { findAll, textOf, type VNode } from '../dom/h.ts';
import { initialState, type State } from '../state.ts';
import { loaded } from '../store.ts';
import { corrected, hostileTexts, makeApplication } from '../testing/mock-data.ts';
import { caseScreen } from './case.ts';

/** Actions that note their names and what they were given. */
function noted(calls: unknown[][]): Actions {
  return new Proxy({} as Actions, {
    get:
      (_target, name) =>
      (...given: unknown[]) =>
        calls.push([String(name), ...given]),
  });
}

function stateOf(view = makeApplication(0, false), key = ''): State {
  const base = initialState('2026-11-24');
  const correction = draftFor(view, key);
  return {
    ...base,
    screen: 'case',
    case: { ...base.case, applicationId: view.applicationId, view: loaded(view), correction },
  };
}

const spoken = (page: VNode): readonly string[] =>
  findAll(page, (one) => one.tag === 'button').map((one) => one.attributes['aria-label'] ?? textOf(one));

describe('fields of 一件', () => {
  it('every_field_but_consents__has_its_直す', () => {
    const labels = spoken(caseScreen(stateOf(), noted([])));
    expect(labels).toContain('電話番号を直す');
    expect(labels).toContain('FAX番号を書き入れる');
    expect(labels.filter((label) => label.startsWith('個人情報の取扱い'))).toEqual([]);
  });

  it('editor__takes_the_place_of_its_button__text_lines_or_select', () => {
    const tagOf = (key: string): string =>
      findAll(
        caseScreen(stateOf(makeApplication(0, false), key), noted([])),
        (one) => one.attributes.id === 'correction-value',
      )
        .map((one) => one.tag)
        .join();
    expect(tagOf('phone')).toBe('input');
    expect(tagOf('businessDescription')).toBe('textarea');
    expect(tagOf('applicantType')).toBe('select');
    expect(tagOf('fax')).toBe('input');
    expect(spoken(caseScreen(stateOf(makeApplication(0, false), 'phone'), noted([])))).not.toContain(
      '電話番号を直す',
    );
  });

  it('corrected__shows_what_the_applicant_had_typed', () => {
    const view = corrected(makeApplication(0, false), 'phone', '011-231-9999', '電話で確認');
    const page = textOf(caseScreen(stateOf(view), noted([])));
    expect(page).toContain('申込者の入力０１１ー２３１ー１１２２直した値011-231-9999');
  });

  it('proposal__hostile_text__is_text_on_a_button', () => {
    const bad = hostileTexts[0] ?? '';
    const page = caseScreen(stateOf(makeApplication(0, true)), noted([]));
    expect(spoken(page).some((label) => label.startsWith(`「${bad.slice(0, 10)}`))).toBe(true);
    expect(findAll(page, (one) => one.tag === 'img')).toEqual([]);
  });
});

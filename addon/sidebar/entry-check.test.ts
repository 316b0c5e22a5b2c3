import { describe, expect, it } from 'vitest';
import { entryFaults, groundOf, typedAnswer } from './entry-check.ts';
import { emptyEnter } from './register-state.ts';
import { makeBusiness } from './testing/mock-register-data.ts';

const business = makeBusiness(0, false);
const draft = { ...emptyEnter, ground: '電話', respondent: ' 見本 花子 ', status: 'unchanged' as const };

describe('代理入力', () => {
  it('nothing_chosen__names_everything_in_the_order_of_the_page', () => {
    expect(Object.keys(entryFaults(business, emptyEnter))).toEqual(['ground', 'respondent', 'status']);
    expect(entryFaults(business, draft)).toEqual({});
  });

  it('その他__wants_words_of_its_own', () => {
    expect(Object.keys(entryFaults(business, { ...draft, ground: 'その他' }))).toEqual(['other']);
    expect(groundOf({ ground: 'その他', otherGround: ' 会合の席 ' })).toBe('会合の席');
  });

  it('変更あり_without_a_change__is_asked_again', () => {
    const same = { ...draft, status: 'changed' as const, typed: { capital: '10000000', fax: 'x' } };
    expect(Object.keys(entryFaults(business, same))).toEqual(['fields']);
  });

  it('answer__holds_only_what_changed_and_nothing_when_変更なし', () => {
    const typed = { phone: '012-999-0000', capital: '10000000', building: '' };
    expect(typedAnswer(business, { ...draft, status: 'changed', typed })).toEqual({
      changeStatus: '変更あり',
      respondentName: '見本 花子',
      phone: '012-999-0000',
    });
    expect(typedAnswer(business, { ...draft, typed })).toEqual({
      changeStatus: '変更なし',
      respondentName: '見本 花子',
    });
  });
});

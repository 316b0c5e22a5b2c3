import { describe, expect, it } from 'vitest';
import { matchCounts, twiceTaken } from './matches.ts';

describe('matches', () => {
  it('key_given_to_two_questions__is_named_and_none_of_the_chambers_own_is', () => {
    expect([...twiceTaken({ a: 'phone', b: 'phone', c: '', d: '' })]).toEqual(['phone']);
    expect(twiceTaken({ a: 'phone', b: 'fax' }).size).toBe(0);
  });

  it('counts__follow_what_was_chosen_by_hand', () => {
    const match = (itemId: string, key: string) =>
      ({
        itemId,
        title: itemId,
        typeLabel: '',
        key,
        confidence: 'high',
        confidenceLabel: '高',
        ground: '',
      }) as const;
    const question = (key: string) => ({ key, title: `${key}の題`, typeLabel: '' });
    const found = {
      formId: 'f',
      title: '',
      templateId: 't',
      templates: [],
      matches: [match('1', 'phone'), match('2', 'fax')],
      questions: [question('phone'), question('fax'), question('capital')],
      issues: [],
      hash: 'h',
    };
    expect(matchCounts(found, { 1: 'phone', 2: '' })).toEqual({
      matched: 1,
      own: 1,
      missing: ['faxの題', 'capitalの題'],
    });
  });
});

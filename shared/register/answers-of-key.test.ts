import { describe, expect, it } from 'vitest';
import { answerFingerprint, judgeAnswersOfKey, type KeyAnswer } from './answers-of-key.ts';

/** `A@5` is an answer with content A five minutes in; a `!` after it: staff have decided it. */
function answers(written: string): readonly KeyAnswer[] {
  return written.split(' ').map((one, i) => {
    const [content = '', minutes = ''] = one.replace('!', '').split('@');
    return {
      id: `a${i + 1}`,
      at: Number(minutes) * 60_000,
      fingerprint: content,
      decided: one.endsWith('!'),
    };
  });
}

const cases: readonly (readonly [written: string, expected: string, remark: string])[] = [
  ['A@0', 'counts', 'one answer'],
  ['A@0 B@60', 'corrected; counts corrected warning a1', 'a correction'],
  [
    'A@0 B@60 C@120',
    'corrected; corrected corrected warning a1; counts corrected warning a2',
    'two corrections',
  ],
  [
    'A@0 B@60 A@120',
    'corrected; corrected corrected warning a1; counts corrected warning a2',
    'back to the first',
  ],
  ['A@0 A@1', 'counts; repeated repeated info a1', 'sent twice'],
  ['A@0 A@5000', 'counts; repeated repeated info a1', 'the same again days later'],
  ['A@0 B@10', 'counts; held two-devices error a1', 'ten minutes to the second'],
  ['A@0 B@10.001', 'corrected; counts corrected warning a1', 'just over ten minutes'],
  ['A@0 B@0', 'counts; held two-devices error a1', 'at the same moment'],
  ['A@0 B@3 A@5', 'counts; held two-devices error a1; repeated repeated info a1', 'the first device again'],
  [
    'A@0 B@3 B@60',
    'counts; held two-devices error a1; repeated repeated info a2',
    'the held one again: still held',
  ],
  [
    'A@0 B@3 C@60',
    'corrected; held two-devices error a1; counts corrected warning a1',
    'a correction after a quarrel takes the place of what counted',
  ],
  ['A@0 A@9 B@15', 'counts; repeated repeated info a1; held two-devices error a2', 'close to a repetition'],
  ['A@0! B@60', 'decided; held after-decision error a1', 'after a decision'],
  ['A@0! A@60', 'decided; repeated repeated info a1', 'the decided one again'],
  ['A@0! B@3', 'decided; held after-decision error a1', 'the decision weighs more than the minutes'],
  [
    'A@0! B@60! B@90',
    'decided; decided corrected warning a1; repeated repeated info a2',
    'the later decided too',
  ],
  [
    'A@0! B@60! A@90',
    'decided; decided corrected warning a1; held after-decision error a2',
    'back behind a decision',
  ],
  [
    'A@0 B@60! C@90',
    'corrected; decided corrected warning a1; held after-decision error a2',
    'after the correction',
  ],
];

describe('answers of one key', () => {
  it.each(cases)('%s → %s (%s)', (written, expected) => {
    const shown = judgeAnswersOfKey(answers(written)).map((one) =>
      one.issue === null
        ? one.standing
        : `${one.standing} ${one.issue.params.reason} ${one.issue.severity} ${one.earlierId}`,
    );
    expect(shown.join('; ')).toBe(expected);
  });

  it('are_judged_the_same_in_whatever_order_they_are_read', () => {
    const given = answers('A@0 B@3 C@60 C@61 D@200! E@400');
    expect(judgeAnswersOfKey([...given].reverse())).toEqual(judgeAnswersOfKey(given));
  });

  it('at_one_moment_go_by_their_id', () => {
    const [a, b] = answers('A@0 B@0');
    if (a === undefined || b === undefined) throw new Error('two answers');
    expect(judgeAnswersOfKey([b, a]).map((one) => one.id)).toEqual(['a1', 'a2']);
  });

  it('name_the_earlier_and_the_minutes_between', () => {
    expect(judgeAnswersOfKey(answers('A@0 B@7.9'))[1]?.issue).toEqual({
      code: 'token.reused',
      severity: 'error',
      key: 'updateKey',
      params: { reason: 'two-devices', earlier: 'a1', minutes: 8 },
      value: '',
      suggestion: '',
    });
  });

  it('at_one_moment__came_within_one_minute', () => {
    expect(judgeAnswersOfKey(answers('A@0 B@0'))[1]?.issue?.params.minutes).toBe(1);
  });

  it('none__gives_none', () => {
    expect(judgeAnswersOfKey([])).toEqual([]);
  });
});

describe('the fingerprint of an answer', () => {
  const values = {
    changeStatus: 'changed',
    phone: '03-1234-5678',
    respondedOn: '2026-09-01',
    updateKey: 'abc',
  };
  it('leaves_out_the_key_the_day_the_order_and_what_is_empty', () => {
    const same = {
      phone: '03-1234-5678',
      fax: '',
      email: undefined,
      changeStatus: 'changed',
      respondedOn: '2026-09-02',
    };
    expect(answerFingerprint(same)).toBe(answerFingerprint(values));
  });
  it('differs_by_one_character_of_one_value_and_by_the_field', () => {
    expect(answerFingerprint({ ...values, phone: '03-1234-5679' })).not.toBe(answerFingerprint(values));
    expect(answerFingerprint({ fax: 'x' })).not.toBe(answerFingerprint({ phone: 'x' }));
  });
});

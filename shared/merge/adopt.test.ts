/** Old forms matched to templates. */
import { describe, expect, it } from 'vitest';
import type { CopyItem, FormCopy } from '../form/copy.ts';
import type { FormPlan, PlannedItem } from '../form/plan.ts';
import { adoptCopy, sureEnough } from './adopt.ts';
import { bestPairs } from './assignment.ts';

const settings = {
  collectEmail: false,
  progressBar: false,
  limitOneResponse: false,
  allowEdit: false,
  shuffleQuestions: false,
  confirmation: '',
  closedMessage: '',
  closesOn: '',
};

/** 「種類 題：選択肢/選択肢」 */
function parse(line: string) {
  const [, type = '', title = '', list = ''] = /^(\S+) ([^：]*)(?:：(.*))?$/.exec(line) ?? [];
  return { type, title, labels: list === '' ? [] : list.split('/') };
}

function planOf(lines: readonly string[]): FormPlan {
  const items = lines.map((line): PlannedItem => {
    const [key = '', rest = ''] = line.split('=');
    const { type, title, labels } = parse(rest);
    return {
      key,
      type: type as PlannedItem['type'],
      title,
      help: '',
      required: false,
      other: false,
      options: labels.map((label) => ({ code: label, label })),
    };
  });
  const sections = [{ key: 'first', title: '', help: '', items }];
  return {
    templateId: 't',
    templateVersion: '1',
    title: '',
    description: '',
    settings,
    sections,
    retired: [],
  };
}

function copyOf(lines: readonly string[]): FormCopy {
  const items = lines.map((line, at): CopyItem => {
    const { type, title, labels } = parse(line);
    return {
      itemId: String(at),
      type: type as CopyItem['type'],
      title,
      help: '',
      required: false,
      other: false,
      options: labels.map((label) => ({ label })),
    };
  });
  return { formId: 'f', title: '', description: '', settings, items };
}

const pairs = (plan: readonly string[], copy: readonly string[], synonyms = {}) =>
  adoptCopy(copyOf(copy), planOf(plan), new Map(Object.entries(synonyms))).map(({ itemId, key }) => [
    itemId,
    key,
  ]);

describe('adopting a form', () => {
  const plan = [
    'name=short 事業所名',
    'phone=short 電話番号',
    'mobile=short 携帯電話番号',
    'fax=short FAX番号',
    'industry=list 業種：製造業/卸売業/小売業',
    'consent=checkbox 同意：同意します',
  ];

  it('same_form__all_matched_surely', () => {
    const lines = plan.map((line) => line.slice(line.indexOf('=') + 1));
    const matches = adoptCopy(copyOf(lines), planOf(plan));
    expect(matches.map(({ key }) => key)).toEqual(plan.map((line) => line.slice(0, line.indexOf('='))));
    for (const { confidence } of matches) expect(confidence).toBeGreaterThanOrEqual(0.95);
  });

  it('titles_in_other_writing__full_width_brackets_and_marks__still_match', () => {
    const matches = adoptCopy(copyOf(['short ＦＡＸ番号（任意）', 'short 事業所名＊']), planOf(plan));
    expect(matches.slice(0, 2).map(({ itemId, key }) => [itemId, key])).toEqual([
      ['0', 'fax'],
      ['1', 'name'],
    ]);
    expect(matches[1]?.reasons).toContain('title-same');
  });

  it('two_that_fit_one_key__the_better_gets_it_and_the_other_its_own', () => {
    expect(pairs(plan, ['short 携帯電話番号', 'short 電話番号']).slice(0, 2)).toEqual([
      ['0', 'mobile'],
      ['1', 'phone'],
    ]);
  });

  it('a_synonym__matches_and_says_so', () => {
    const synonyms = { name: ['会社名', '商号'] };
    const [match] = adoptCopy(copyOf(['short 会社名']), planOf(plan), new Map(Object.entries(synonyms)));
    expect(match).toMatchObject({ itemId: '0', key: 'name' });
    expect(match?.reasons).toContain('title-synonym');
    expect(match?.confidence ?? 0).toBeGreaterThanOrEqual(sureEnough);
  });

  it('another_title_but_the_same_options__matches_with_less_confidence', () => {
    const [match] = adoptCopy(copyOf(['list 主な事業：製造業/卸売業/小売業']), planOf(plan));
    expect(match).toMatchObject({ itemId: '0', key: 'industry' });
    expect(match?.confidence ?? 1).toBeLessThan(sureEnough);
  });

  it('nothing_alike__both_are_listed_without_a_partner', () => {
    expect(pairs(['name=short 事業所名'], ['date ご来所日'])).toEqual([
      ['0', null],
      [null, 'name'],
    ]);
  });

  it('same_kind_and_place_alone__say_nothing', () => {
    expect(pairs(['name=short 事業所名'], ['short 紹介者'])[0]).toEqual(['0', null]);
  });

  it('empty_form__every_key_is_listed', () => {
    expect(pairs(plan, []).map(([, key]) => key)).toHaveLength(plan.length);
  });
});

describe('best pairs', () => {
  it('greedy_would_lose__takes_the_best_sum', () => {
    expect(
      bestPairs([
        [0.9, 0.8],
        [0.85, 0],
      ]),
    ).toEqual([1, 0]);
  });
  it('more_rows_than_columns__and_worthless_pairs__are_left_alone', () => {
    expect(bestPairs([[0], [0.5], [0.7]])).toEqual([null, null, 0]);
    expect(bestPairs([])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { conflictWords, doneLines, headline, planWords } from './in-words.ts';
import type { Conflict, UpdatePlan } from './model.ts';
import { partOf, valueWords } from './value-words.ts';

const item = {
  key: 'invoiceNumber',
  type: 'short',
  title: '登録番号',
  help: '',
  required: false,
  options: [],
  other: false,
} as const;
const option = (label: string) => ({ code: label, label });

const conflict: Conflict = {
  element: 'capital',
  property: 'help',
  title: '資本金',
  ownership: 'recommended',
  base: '円で',
  theirs: '円（税込）で',
  ours: '万円で',
  reason: 'both-changed',
  choice: null,
};

/** Scenario S2, S3 and an element of every kind. */
const plan: UpdatePlan = {
  version: 1,
  template: 'membership-application',
  from: '1.0.0',
  to: '1.1.0',
  operations: [
    { op: 'add-item', element: 'invoiceNumber', item, place: 'corporateNumber' },
    {
      op: 'set',
      element: 'industry',
      property: 'options',
      before: [option('製造業'), option('青年部')],
      after: [option('製造業'), option('情報通信業'), option('青年部')],
    },
    { op: 'set', element: 'pledge', property: 'help', before: '旧い誓約', after: '新しい誓約' },
    { op: 'retire', element: 'fax2' },
  ],
  conflicts: [conflict],
  kept: [
    {
      element: 'phone',
      property: 'title',
      title: '代表電話',
      reason: 'chamber-changed',
      theirs: '電話番号',
      ours: '代表電話',
    },
    {
      element: 'fax',
      property: 'presence',
      title: 'FAX番号',
      reason: 'chamber-removed',
      theirs: 'FAX番号',
      ours: null,
    },
    {
      element: 'industry',
      property: 'options.own1',
      title: '業種',
      reason: 'chamber-added',
      theirs: null,
      ours: '青年部',
    },
  ],
  refused: [
    {
      element: 'employees',
      property: 'type',
      title: '従業員数',
      reason: 'type-changed',
      base: 'short',
      theirs: 'list',
    },
  ],
  own: ['own.77'],
  titles: {
    invoiceNumber: '登録番号',
    corporateNumber: '法人番号',
    industry: '業種',
    pledge: '反社会的勢力でないことの確認',
    fax2: '第2FAX',
    'own.77': '紹介者',
  },
};

describe('in-words', () => {
  it('plan__every_thing_once_in_its_group_with_one_sentence', () => {
    const said = planWords(plan).map((one) => [one.group, one.title, one.part, one.what]);
    expect(said).toEqual([
      ['added', '登録番号', '', '設問「登録番号」（1行の文字）を、「法人番号」の次に加えます。'],
      ['changed', '業種', '選択肢', '「業種」の選択肢を1つ加えます。'],
      [
        'changed',
        '反社会的勢力でないことの確認',
        '説明文',
        '「反社会的勢力でないことの確認」の説明文を、「新しい誓約」に直します。',
      ],
      ['changed', '第2FAX', '', '設問「第2FAX」を閉じます。これまでの回答と列は残ります。'],
      [
        'kept',
        '代表電話',
        '設問文',
        '自所で直した設問文を残します。自所は「代表電話」、日商は「電話番号」です。',
      ],
      ['left-out', 'FAX番号', '', '自所で外したので、加えません。'],
      ['kept', '業種', '選択肢', '自所で加えた選択肢「青年部」を残します。'],
      ['kept', '紹介者', '', '自所で加えた設問です。そのまま残します。'],
      expect.arrayContaining(['refused', '従業員数', '設問の種類']),
    ]);
  });

  it('done__a_line_an_operation_in_the_past', () => {
    expect(doneLines(plan)).toEqual([
      '設問「登録番号」（1行の文字）を、「法人番号」の次に加えました。',
      '「業種」の選択肢を1つ加えました。',
      '「反社会的勢力でないことの確認」の説明文を、「新しい誓約」に直しました。',
      '設問「第2FAX」を閉じました。',
    ]);
  });

  it('headline__numbers_of_what_happens_stays_and_is_asked', () => {
    expect(headline(plan)).toBe(
      '1か所を加え、3か所を新しい内容に直します。自所で直した4か所は、そのまま残ります。1か所は、どちらにするか選んでください。',
    );
    expect(headline({ ...plan, operations: [], conflicts: [], kept: [], own: [] })).toBe(
      '自動で変わるところはありません。',
    );
  });

  it('conflict__three_texts_and_what_each_choice_does', () => {
    expect(conflictWords(conflict, plan.titles)).toMatchObject({
      title: '資本金',
      part: '説明文',
      base: '円で',
      theirs: '円（税込）で',
      ours: '万円で',
      isText: true,
    });
    const missing = conflictWords(
      { ...conflict, property: 'presence', reason: 'mandated-missing', theirs: '同意', ours: null },
      {},
    );
    expect(missing).toMatchObject({
      part: '',
      ours: '（ありません）',
      theirsLabel: 'フォームに戻す',
      isText: false,
    });
  });
});

const values: readonly (readonly [string, unknown, string])[] = [
  ['required', true, '必須'],
  ['allowEdit', false, 'しない'],
  ['options', [{ code: 'a', label: '会員', goTo: 'contact' }, option('その他')], '会員　→ 連絡先\nその他'],
  ['options.a.goTo', 'submit', '送信'],
  ['next', 'contact', '連絡先'],
  ['scale', { low: 1, high: 5, lowLabel: '弱い', highLabel: '強い' }, '1 〜 5（弱い 〜 強い）'],
  ['rating', { levels: 5, icon: 'star' }, '5段階（星）'],
  ['grid', { rows: [option('第1回')], onePerColumn: true }, '第1回\n（各列で1行だけ）'],
  ['date', { year: false }, '月と日だけ'],
  ['validation', { rule: 'email', message: 'メールの形で' }, 'メールの形で'],
  ['type', 'list', '一覧から選ぶ'],
  ['position', ['name', 'phone'], 'name\nphone'],
  ['help', null, ''],
];

describe('value-words', () => {
  it.each(values)('%s__%j__%s', (property, value, expected) =>
    expect(valueWords(property, value, { 'section.contact': '連絡先' })).toBe(expected));

  it.each([
    ['capital', 'options.a.label', '選択肢の名前'],
    ['capital', 'options.order', '選択肢の順番'],
    ['capital', 'grid.r1', '表の行'],
    ['section.contact', 'title', 'ページの見出し'],
    ['form', 'position', '設問の順番'],
    ['form', 'closesOn', '締切'],
  ])('part_of_%s_%s__%s', (element, property, expected) => expect(partOf(element, property)).toBe(expected));
});

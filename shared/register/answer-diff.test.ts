import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../fields/catalogue.ts';
import { issue } from '../issue/issue.ts';
import {
  type AnswerDiffInput,
  decideFields,
  diffAnswer,
  isPlainUnchanged,
  ledgerFields,
  type OtherAnswer,
  overlay,
  type Take,
} from './answer-diff.ts';

const fields = ledgerFields(
  readCatalogue(
    {
      schema: 1,
      fields: [
        { key: 'businessNumber', label: '事業所番号', kind: 'code' },
        { key: 'name', label: '事業所名', kind: 'name' },
        { key: 'address', label: '住所', kind: 'address' },
        { key: 'building', label: '建物名等', kind: 'building' },
        { key: 'phone', label: '電話番号', kind: 'phone' },
        { key: 'email', label: 'メールアドレス', kind: 'email' },
        { key: 'capital', label: '資本金', kind: 'yen' },
        { key: 'operatingStatus', label: '営業状況', kind: 'text' },
        { key: 'divisions', label: '希望部会', kind: 'choices' },
        { key: 'privacyConsent', label: '同意', kind: 'consent' },
        { key: 'changeStatus', label: '変更の有無', kind: 'text' },
        { key: 'respondentName', label: '記入者', kind: 'person-name' },
        { key: 'respondedOn', label: '記入日', kind: 'date' },
        { key: 'updateKey', label: '照会番号', kind: 'token' },
      ],
    },
    [],
  ),
);
const ledger = {
  businessNumber: '0001',
  name: '株式会社高橋商店',
  address: '見本市中央1-2-3',
  phone: '03-5253-5111',
  capital: '3000000',
  divisions: 'a;b',
};
const diff = (more: Partial<AnswerDiffInput>) =>
  diffAnswer({ base: ledger, ledger, answer: {}, others: [], ...more }, fields);
const other = (id: string, values: Record<string, string>): OtherAnswer => ({
  id,
  source: 'staff',
  at: '2026-09-02T10:00',
  values,
});

describe('diffAnswer', () => {
  it('blank__means_as_registered', () => {
    const found = diff({ answer: { changeStatus: 'unchanged', phone: '', name: '' } });
    expect(found).toEqual({
      differences: [],
      contradiction: false,
      nothingNew: false,
      statusNews: null,
      rivals: [],
    });
  });

  it('differences__stand_in_catalogue_order_without_what_is_about_the_answer', () => {
    const { differences } = diff({
      answer: {
        capital: '5000000',
        email: 'a@example.jp',
        name: '株式会社高橋',
        businessNumber: '0009',
        privacyConsent: 'yes',
        changeStatus: 'changed',
        respondentName: '見本 花子',
        respondedOn: '2026-09-01',
        updateKey: 'x',
        'local.x': '1',
      },
    });
    expect(differences.map((d) => d.key)).toEqual(['name', 'email', 'capital']);
    expect(differences[1]).toEqual({
      key: 'email',
      ledger: '',
      answer: 'a@example.jp',
      base: '',
      kind: 'change',
      others: [],
      spellingOnly: false,
      unread: false,
    });
  });

  it.each([
    ['name', '株式会社高橋商店', '株式会社髙橋商店', true, '旧字体'],
    ['name', '株式会社高橋商店', '㈱髙橋　商店', true, '㈱と空白'],
    ['name', 'ＧＩＦ商店', 'gif商店', true, '全角と小文字'],
    ['name', '株式会社見本', '有限会社見本', false, '会社の種類が違う'],
    ['name', '株式会社見本', '見本株式会社', false, '前株と後株は別の名前'],
    ['address', '見本市中央1-2-3', '見本市中央一丁目2番3号', true, '丁目・番・号'],
    ['address', '見本市中央1-2-3', '見本市中央1-2-4', false, '号が違う'],
    ['building', 'ニュー八重洲ビル36階', 'ニュー八重洲ビル３６階', true, '全角の数字'],
    ['phone', '0352535111', '03-5253-5111', true, '区切りだけ'],
    ['phone', '03-5253-5111', '03-5253-5112', false, ''],
    ['email', 'a@example.jp', 'A@example.jp', false, 'メールは文字のまま'],
    ['capital', '', '0', false, '空欄と 0 は違う'],
  ])('spelling of %s: %s → %s is %s %s', (key, registered, answered, expected) => {
    const { differences } = diff({ base: null, ledger: { [key]: registered }, answer: { [key]: answered } });
    expect(differences.map((d) => d.spellingOnly)).toEqual([expected]);
  });

  it('several_choices_in_another_order_and_営業中_for_no_status__are_no_difference', () => {
    const found = diff({
      answer: { changeStatus: 'changed', divisions: 'b;a', operatingStatus: 'operating' },
    });
    expect(found.differences).toEqual([]);
    expect(found.nothingNew).toBe(true);
    const back = diff({
      ledger: { operatingStatus: 'suspended' },
      answer: { operatingStatus: 'operating' },
    });
    expect(back.differences.map((d) => d.key)).toEqual(['operatingStatus']);
    expect(back.statusNews).toBeNull();
  });

  it.each(['suspended', 'closed', 'moved'] as const)('%s__is_news_once', (status) => {
    expect(diff({ answer: { operatingStatus: status } }).statusNews).toBe(status);
    const known = { ...ledger, operatingStatus: status };
    expect(diff({ ledger: known, answer: { operatingStatus: status } }).statusNews).toBeNull();
  });

  it('変更なし_with_a_value_that_differs__contradicts_itself', () => {
    expect(diff({ answer: { changeStatus: 'unchanged', capital: '1' } }).contradiction).toBe(true);
    expect(diff({ answer: { changeStatus: 'unchanged', capital: '3000000' } }).contradiction).toBe(false);
  });

  it('ledger_changed_since_the_link__is_a_conflict_where_the_answer_differs', () => {
    const now = { ...ledger, phone: '03-5253-5100', capital: '9000000' };
    const answer = { phone: '03-5253-5199', capital: '9000000', name: '株式会社高橋' };
    expect(diff({ ledger: now, answer }).differences.map((d) => [d.key, d.kind, d.base])).toEqual([
      ['name', 'change', '株式会社高橋商店'],
      ['phone', 'conflict-ledger', '03-5253-5111'],
    ]);
    expect(diff({ base: null, ledger: now, answer }).differences.map((d) => [d.kind, d.base])).toEqual([
      ['change', null],
      ['change', null],
    ]);
  });

  it('S9__two_undecided_answers__meet_with_source_and_date', () => {
    const found = diff({
      answer: { changeStatus: 'changed', phone: '03-5253-5199', name: '株式会社高橋' },
      others: [
        other('R-2', { phone: '03-5253-5198', name: '株式会社高橋' }),
        other('R-3', { phone: '' }),
        other('R-4', { capital: '5000000' }),
      ],
    });
    expect(found.differences.map((d) => [d.key, d.kind, d.others])).toEqual([
      ['name', 'change', []],
      [
        'phone',
        'conflict-answers',
        [{ id: 'R-2', source: 'staff', at: '2026-09-02T10:00', value: '03-5253-5198', unread: false }],
      ],
    ]);
    expect(found.rivals).toEqual(['R-2', 'R-4']);
  });
});

describe('decideFields', () => {
  const { differences } = diff({
    answer: { name: '株式会社高橋', phone: '03-5253-5199', email: 'x', capital: '5000000' },
    unread: new Set(['email']),
    others: [
      other('R-2', { phone: '03-5253-5198' }),
      { ...other('R-3', { capital: '?' }), unread: new Set(['capital']) },
    ],
  });
  it.each([
    ['take', 'phone', 'take', { phone: '03-5253-5199' }, [], ['name', 'email', 'capital']],
    ['leave', 'phone', 'leave', {}, ['phone'], ['name', 'email', 'capital']],
    [
      'the other answer',
      'phone',
      { other: 'R-2' },
      { phone: '03-5253-5198' },
      [],
      ['name', 'email', 'capital'],
    ],
    [
      'an other that does not speak of it',
      'name',
      { other: 'R-2' },
      {},
      [],
      ['name', 'phone', 'email', 'capital'],
    ],
    ['a value nobody could read', 'email', 'take', {}, [], ['name', 'phone', 'email', 'capital']],
    [
      'an unread value of another',
      'capital',
      { other: 'R-3' },
      {},
      [],
      ['name', 'phone', 'email', 'capital'],
    ],
    ['a field that does not differ', 'address', 'take', {}, [], ['name', 'phone', 'email', 'capital']],
  ] as const)('%s', (_name, key, take, approved, left, undecided) => {
    const takes = new Map<string, Take>([[key, take]]);
    expect(decideFields(differences, takes)).toEqual({ approved, left, undecided });
  });
});

describe('isPlainUnchanged', () => {
  const unchanged = { changeStatus: 'unchanged', respondentName: '見本 花子' };
  const plain = { isIdentified: true, values: unchanged, issues: [] };
  it('変更なし_by_a_valid_link__goes_with_the_others', () => {
    expect(isPlainUnchanged(plain, diff({ answer: unchanged }))).toBe(true);
    const warned = { ...plain, issues: [issue('date.future', 'warning', 'respondedOn')] };
    expect(isPlainUnchanged(warned, diff({ answer: unchanged }))).toBe(true);
  });
  it.each([
    ['no valid link', { isIdentified: false }, {}],
    ['an error', { issues: [issue('date.format', 'error', 'respondedOn')] }, {}],
    ['変更あり', { values: { changeStatus: 'changed' } }, { answer: { changeStatus: 'changed' } }],
    ['a difference', {}, { answer: { ...unchanged, capital: '1' } }],
    ['another answer', {}, { others: [other('R-2', { phone: '03-5253-5198' })] }],
  ] as const)('%s__does_not', (_name, more, input) => {
    expect(isPlainUnchanged({ ...plain, ...more }, diff({ answer: unchanged, ...input }))).toBe(false);
  });
});

describe('overlay', () => {
  it('the_later_approval_wins_and_blanks_change_nothing', () => {
    const { values, laidOver } = overlay({ phone: '1', fax: '2', email: '3' }, [
      { at: '2026-09-02', values: { phone: '12', email: '' } },
      { at: '2026-09-01', values: { phone: '11', fax: '21', name: 'x' } },
      { at: '2026-09-03', values: { fax: '2' } },
    ]);
    expect(values).toEqual({ phone: '12', fax: '2', email: '3', name: 'x' });
    expect([...laidOver].sort()).toEqual(['name', 'phone']);
  });
  it('of_two_at_the_same_time__the_one_that_stands_later', () => {
    const at = '2026-09-01';
    expect(
      overlay({}, [
        { at, values: { a: '1' } },
        { at, values: { a: '2' } },
      ]).values.a,
    ).toBe('2');
  });
});

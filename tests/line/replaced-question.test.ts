/** J1 on the line: a question that was closed and the one in its place, read together by the declared rule. */
import { describe, expect, it } from 'vitest';
import { loadProfile } from '../../scripts/library.ts';
import { encodeUtf8 } from '../../shared/bytes/utf8.ts';
import { convert } from '../../shared/line/convert.ts';
import { createChecker } from '../../shared/record/check.ts';
import { answerByField, sourcesOf } from '../../shared/response/replaced.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';
import { parseDelimited } from '../../shared/table/parse.ts';
import { checkTemplate } from '../../shared/template/check.ts';
import { breaksSince, checkReleased } from '../../shared/template/released.ts';
import type { MergeRule, Template, TemplateItem } from '../../shared/template/template.ts';
import { catalogue, membership } from '../support/library.ts';

const released: Template = { ...membership, version: '1.0.0' };
const sized = [
  { code: '5', label: '5人以下' },
  { code: '20', label: '6〜20人' },
  { code: '100', label: '21人以上' },
];

function next(change: (item: TemplateItem) => TemplateItem, retired: Template['retired'] = []): Template {
  return {
    ...membership,
    version: '1.1.0',
    retired,
    sections: membership.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.key === 'employees' ? change(item) : item)),
    })),
  };
}
const dropDown = (item: TemplateItem): TemplateItem => ({ ...item, type: 'list', options: sized });
const replacing = (merge: MergeRule): Template =>
  next(
    (item) => ({
      ...dropDown(item),
      key: 'employees-2',
      field: 'employees',
      replaces: { key: 'employees', merge },
    }),
    [{ key: 'employees', since: '1.1.0', reason: '選ぶだけで答えられるようにするため' }],
  );

const head =
  'タイムスタンプ,組織区分,事業所名,代表者氏名,メールアドレス,個人情報の取扱いへの同意,反社会的勢力でないことの誓約,定款への同意';
const row = (name: string, ...employees: readonly string[]) =>
  [
    '2026/11/24 9:05:00',
    '個人事業主',
    name,
    '見本 太郎',
    'a@example.jp',
    '同意する',
    '誓約する',
    '同意する',
    ...employees,
  ].join(',');

/** 従業員数 of export.csv by name, and the issues of the file. */
function exported(template: Template, columns: string, rows: readonly string[]) {
  const text = `${head},${columns}\r\n${rows.join('\r\n')}\r\n`;
  const { files } = convert({
    template,
    catalogue,
    profile: loadProfile('plain-utf8', catalogue),
    settings: defaultSettings,
    answers: { file: 'answers.csv', bytes: encodeUtf8(text) },
    today: '2026-11-28',
  });
  const table = (name: string) => {
    const bytes = files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
    const [header = [], ...lines] = parseDelimited(new TextDecoder().decode(bytes)).rows;
    return lines.map((cells) => Object.fromEntries(header.map((key, at) => [key, cells[at] ?? ''])));
  };
  return {
    employees: Object.fromEntries(table('export.csv').map((line) => [line.事業所名, line.従業員数])),
    issues: table('issues.csv').map((line) => `${line.row} ${line.key} ${line.code}`),
    changes: table('changes.csv').filter((line) => line.key === 'employees'),
  };
}

describe('J1: a question changes its type', () => {
  it('under_its_key__the_check_names_it', () => {
    const codes = checkReleased(next(dropDown), [released], catalogue).map(({ code }) => code);
    expect(codes).toEqual(['template.type-changed']);
  });

  it('declared_as_closed_and_replaced__the_check_passes', () => {
    const template = replacing('new-else-old');
    expect(checkTemplate(template, catalogue)).toEqual([]);
    expect(checkReleased(template, [released], catalogue)).toEqual([]);
    expect(breaksSince(released, template, catalogue)).toEqual([]);
  });

  const rows = [
    row('旧のみ', '12人', ''),
    row('新のみ', '', '6〜20人'),
    row('両方', '30人', '5人以下'),
    row('空白', '7人', '　'),
    row('なし', '', ''),
  ];

  it.each<[MergeRule, Record<string, string>]>([
    ['new-else-old', { 旧のみ: '12', 新のみ: '20', 両方: '5', 空白: '7', なし: '' }],
    ['old-else-new', { 旧のみ: '12', 新のみ: '20', 両方: '30', 空白: '7', なし: '' }],
    ['new-only', { 旧のみ: '', 新のみ: '20', 両方: '5', 空白: '', なし: '' }],
  ])('%s__both_columns_have_the_same_title', (merge, employees) => {
    const found = exported(replacing(merge), '従業員数,従業員数', rows);
    expect(found.employees).toEqual(employees);
    expect(found.issues.filter((one) => one.includes('employees'))).toEqual([]);
  });

  it('columns_by_key_in_the_other_order', () => {
    const swapped = [row('両方', '5人以下', '30人'), row('旧のみ', '', '12人')];
    const found = exported(replacing('new-else-old'), 'employees-2,employees', swapped);
    expect(found.employees).toEqual({ 両方: '5', 旧のみ: '12' });
  });

  it('quoted_cells__are_read_alike', () => {
    const found = exported(replacing('new-else-old'), '従業員数,従業員数', [
      row('引用', '"1,200人"', ''),
      row('両方', '"1,200人"', '"6〜20人"'),
    ]);
    expect(found.employees).toEqual({ 引用: '1200', 両方: '20' });
  });

  it('an_answer_that_does_not_count__is_not_held_against_its_row', () => {
    const found = exported(replacing('new-else-old'), '従業員数,従業員数', [
      row('両方', 'たくさん', '6〜20人'),
    ]);
    expect(found.employees).toEqual({ 両方: '20' });
  });

  it('old_answers_alone__stay_readable_under_the_new_version', () => {
    const found = exported(replacing('new-else-old'), '従業員数', [row('旧のみ', '12人')]);
    expect(found.employees).toEqual({ 旧のみ: '12' });
    expect(found.changes.map(({ before, after }) => [before, after])).toEqual([['12人', '12']]);
  });

  it('the_responses_of_a_form__are_read_by_the_same_rule', () => {
    const template = replacing('new-else-old');
    const check = createChecker({ template, catalogue, today: '2026-11-28' });
    const answer = (typed: Record<string, string>) =>
      check(answerByField({ responseId: 'r', submittedAt: '', source: 'form', typed }, sourcesOf(template)))
        .values.employees;
    expect(answer({ employees: '12人' })).toBe('12');
    expect(answer({ employees: '12人', 'employees-2': '6〜20人' })).toBe('20');
  });
});

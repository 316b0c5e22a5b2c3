import { describe, expect, it } from 'vitest';
import { catalogue, membership } from '../../tests/support/library.ts';
import type { MergeRule, RetiredQuestion, Template, TemplateItem } from '../template/template.ts';
import { readHeader } from './columns.ts';
import { keysOf } from './from-rows.ts';
import { ColumnChoice, typedOfRow } from './merged-columns.ts';
import { mergeReplaced, sourcesOf } from './replaced.ts';

const asked: readonly TemplateItem[] = [
  { key: 'name', type: 'short' },
  { key: 'local.note', type: 'short', title: '備考' },
];
const newer = (merge: MergeRule, title?: string): TemplateItem => ({
  key: 'employees-2',
  type: 'list',
  field: 'employees',
  ...(title === undefined ? {} : { title }),
  options: [{ code: '20', label: '6〜20人' }],
  replaces: { key: 'employees', merge },
});
const closed: RetiredQuestion = { key: 'employees', since: '1.1.0', reason: '' };
const template = (items: readonly TemplateItem[], retired: readonly RetiredQuestion[] = []): Template => ({
  ...membership,
  sections: [{ key: 'a', title: '', items: [...asked, ...items] }],
  retired: [...retired],
});

describe('mergeReplaced', () => {
  const both = { employees: '12人', 'employees-2': '6〜20人' };
  const old = { employees: '12人', 'employees-2': ' ' };
  it.each<[MergeRule, Record<string, string>, string | undefined]>([
    ['new-else-old', both, '6〜20人'],
    ['new-else-old', old, '12人'],
    ['old-else-new', both, '12人'],
    ['old-else-new', { 'employees-2': '6〜20人' }, '6〜20人'],
    ['new-only', both, '6〜20人'],
    ['new-only', old, undefined],
  ])('%s of %j', (merge, typed, value) => {
    const merged = mergeReplaced(typed, sourcesOf(template([newer(merge)], [closed])));
    expect(merged.employees).toBe(value);
    expect(merged['employees-2']).toBeUndefined();
  });

  it('a_line_of_three__counts_by_each_rule', () => {
    const middle: RetiredQuestion = {
      key: 'employees-2',
      since: '1.2.0',
      reason: '',
      field: 'employees',
      replaces: { key: 'employees', merge: 'old-else-new' },
    };
    const newest: TemplateItem = {
      key: 'employees-3',
      type: 'short',
      field: 'employees',
      replaces: { key: 'employees-2', merge: 'new-else-old' },
    };
    const sources = sourcesOf(template([newest], [closed, middle]));
    expect(sources.byField.get('employees')).toEqual(['employees-3', 'employees', 'employees-2']);
  });

  it('what_is_no_part_of_it__stays', () => {
    const sources = sourcesOf(template([newer('new-else-old')], [closed]));
    const typed = { name: '見本', 'local.note': ' ', 'local.votes.1': '賛成', other: 'x' };
    expect(mergeReplaced(typed, sources)).toEqual(typed);
  });

  it('a_closed_question_that_none_replaced__stays_readable', () => {
    const sources = sourcesOf(template([], [{ key: 'local.old', since: '1.1.0', reason: '' }]));
    expect(mergeReplaced({ 'local.old': 'x' }, sources)).toEqual({ 'local.old': 'x' });
  });
});

describe('readHeader with a replaced question', () => {
  const read = (header: readonly string[], merge: MergeRule = 'new-else-old', title?: string) =>
    readHeader(header, template([newer(merge, title)], [closed]), catalogue);
  const questions = (header: readonly string[], title?: string) =>
    read(header, 'new-else-old', title).columns.map((column) =>
      column.use === 'field' ? (column.question ?? column.key) : column.use,
    );

  it.each<[readonly string[], readonly string[], string?]>([
    [
      ['事業所名', '従業員数', '従業員数'],
      ['name', 'employees', 'employees-2'],
    ],
    [['従業員数'], ['employees-2']],
    [['employees'], ['employees']],
    [
      ['employees-2', 'employees'],
      ['employees-2', 'employees'],
    ],
    [
      ['従業員数', 'employees-2'],
      ['employees', 'employees-2'],
    ],
    [
      ['employees', '従業員数'],
      ['employees', 'employees-2'],
    ],
    [['従業員数', '従業員数（区分）'], ['employees', 'employees-2'], '従業員数（区分）'],
    [['従業員数'], ['employees'], '従業員数（区分）'],
  ])('%j', (header, expected, title) => {
    expect(questions(header, title)).toEqual(expected);
    expect(read(header, 'new-else-old', title).issues).toEqual([]);
  });

  it('a_third_column__is_one_too_many', () => {
    expect(read(['従業員数', '従業員数', '従業員数']).issues.map(({ code }) => code)).toEqual([
      'header.twice',
    ]);
  });

  it('rows__take_the_column_that_counts', () => {
    const { columns, merged } = read(['従業員数', '従業員数', '備考']);
    const choice = new ColumnChoice(merged, columns.length);
    const typed = (cells: readonly string[]) => typedOfRow(keysOf(columns), cells, choice);
    expect(typed(['12人', '6〜20人', 'a'])).toEqual({ employees: '6〜20人', 'local.note': 'a' });
    expect(typed(['12人', '　', ''])).toEqual({ employees: '12人' });
    expect(typed(['', '6〜20人', ''])).toEqual({ employees: '6〜20人' });
  });

  it('new_only__leaves_an_old_column_out', () => {
    const { columns, merged } = read(['従業員数', '備考'], 'new-only', '従業員数（区分）');
    const choice = new ColumnChoice(merged, columns.length);
    expect(typedOfRow(keysOf(columns), ['12人', 'a'], choice)).toEqual({ 'local.note': 'a' });
  });
});

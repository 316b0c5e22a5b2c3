import { describe, expect, it } from 'vitest';
import { catalogue, membership } from '../../tests/support/library.ts';
import type { Template, TemplateItem } from '../template/template.ts';
import { createChecker } from './check.ts';

const template = (items: readonly TemplateItem[], more: Partial<Template> = {}): Template => ({
  ...membership,
  record: { required: [], requiredAny: [] },
  sections: [{ key: 'a', title: '', items: [...items] }],
  ...more,
});
const check = (of: Template, typed: Readonly<Record<string, string>>) => {
  const checker = createChecker({ template: of, catalogue, today: '2026-11-28' });
  const { values, issues } = checker({ responseId: 'r', submittedAt: '', source: 'file', typed });
  return { values, codes: issues.map(({ code, key }) => `${key} ${code}`) };
};
const local = (kind: TemplateItem['kind'], type: TemplateItem['type'] = 'short'): TemplateItem => ({
  key: 'local.q',
  type,
  title: 'q',
  ...(kind === undefined ? {} : { kind }),
});

describe('the kind of a local question', () => {
  it.each<[TemplateItem['kind'], string, string]>([
    ['phone', '０３ー５２５３ー５１１１', '03-5253-5111'],
    ['integer', '２０名', '20'],
    ['postal-code', '〒100-0001', '1000001'],
    ['email', 'A@EXAMPLE.JP', 'A@example.jp'],
    ['person-name', '見本　太郎', '見本 太郎'],
    [undefined, '２０名', '２０名'],
  ])('%s: %s → %s', (kind, typed, value) => {
    expect(check(template([local(kind)]), { 'local.q': typed })).toEqual({
      values: { 'local.q': value },
      codes: [],
    });
  });

  it('a_value_that_it_cannot_be__is_an_issue_of_that_question', () => {
    expect(check(template([local('integer')]), { 'local.q': 'たくさん' }).codes).toEqual([
      'local.q number.format',
    ]);
  });

  it('a_consent_that_is_required__is_missing_as_a_consent', () => {
    const item: TemplateItem = {
      ...local('consent', 'checkbox'),
      options: [{ code: 'yes', label: '同意する' }],
    };
    const of = template([item], { record: { required: ['local.q'], requiredAny: [] } });
    expect(check(of, {}).codes).toEqual(['local.q consent.missing']);
    expect(check(of, { 'local.q': '同意する' })).toEqual({ values: { 'local.q': 'yes' }, codes: [] });
  });
});

describe('a field of the catalogue that is asked by a list', () => {
  const list = (key: string, options: readonly { code: string; label: string }[]): Template =>
    template([{ key, type: 'list', options: [...options] }]);

  it('an_option_that_says_nothing_to_the_kind__is_read_by_its_code', () => {
    const of = list('employees', [{ code: '20', label: '6〜20人' }]);
    expect(check(of, { employees: '6〜20人' })).toEqual({ values: { employees: '20' }, codes: [] });
    expect(check(of, { employees: '12人' }).values).toEqual({ employees: '12' });
  });

  it('a_text__keeps_its_label', () => {
    const of = list('products', [{ code: 'food', label: '食品' }]);
    expect(check(of, { products: '食品' }).values).toEqual({ products: '食品' });
  });
});

describe('closed questions', () => {
  const retired = (more: Partial<Template['retired'][number]>): Template =>
    template([], { retired: [{ key: 'local.old', since: '1.1.0', reason: '', ...more }] });

  it('that_none_replaced__stay_readable', () => {
    expect(check(retired({}), { 'local.old': '一行\n二行' }).values).toEqual({ 'local.old': '一行\n二行' });
    const options = [{ code: 'a', label: '甲' }];
    expect(check(retired({ options }), { 'local.old': '甲' }).values).toEqual({ 'local.old': 'a' });
  });
});

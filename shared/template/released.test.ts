import { describe, expect, it } from 'vitest';
import { catalogue, membership } from '../../tests/support/library.ts';
import { breaksSince, checkReleased } from './released.ts';
import type { Template, TemplateItem } from './template.ts';

/** The shipped template with one of its questions changed. */
function changed(change: (item: TemplateItem) => TemplateItem | null, version = '1.1.0'): Template {
  return {
    ...membership,
    version,
    sections: membership.sections.map((section) => ({
      ...section,
      items: section.items.flatMap((item) => change(item) ?? []),
    })),
  };
}
const only =
  (key: string, change: (item: TemplateItem) => TemplateItem | null) =>
  (item: TemplateItem): TemplateItem | null =>
    item.key === key ? change(item) : item;

const released = { ...membership, version: '1.0.0' };
const list = { type: 'list' as const, options: [{ code: '5', label: '5人以下' }] };
const asList = changed(only('employees', (item) => ({ ...item, ...list })));
const retired = [{ key: 'employees', since: '1.1.0', reason: '' }];
const replaced: Template = {
  ...changed(
    only('employees', (item) => ({
      ...item,
      ...list,
      key: 'employees-2',
      field: 'employees',
      replaces: { key: 'employees', merge: 'new-else-old' },
    })),
  ),
  retired,
};

const codes = (template: Template, before: readonly Template[] = [released]) =>
  checkReleased(template, before, catalogue).map(({ code, params }) => [code, params.name ?? '']);

describe('checkReleased', () => {
  it('nothing_released__nothing_to_say', () => {
    expect(codes(asList, [])).toEqual([]);
  });

  it('a_type_changed_under_its_key__is_named_with_its_place', () => {
    const [found] = checkReleased(asList, [released], catalogue);
    expect(found).toMatchObject({
      code: 'template.type-changed',
      params: { name: 'employees', before: 'short', after: 'list', version: '1.0.0' },
    });
    expect(found?.params.path).toMatch(/^sections\.\d+\.items\.\d+\.type$/);
  });

  it('the_same_declared_as_closed_and_replaced__is_right', () => {
    expect(codes(replaced)).toEqual([]);
  });

  it.each<[string, Template, string, string]>([
    ['a question gone', changed(only('fax', () => null)), 'template.key-dropped', 'fax'],
    [
      'a key for another field',
      changed(only('fax', (item) => ({ ...item, field: 'phone' }))),
      'template.field-changed',
      'fax',
    ],
    ['another flow', { ...membership, version: '1.1.0', flow: 'answers' }, 'template.flow-changed', ''],
    ['another id', { ...membership, version: '1.1.0', id: 'other' }, 'template.id-changed', ''],
    ['a version before it', { ...membership, version: '0.9.0' }, 'template.version-lower', ''],
  ])('%s', (_name, template, code, name) => {
    expect(codes(template)).toEqual([[code, name]]);
  });

  it('a_local_question_of_another_kind', () => {
    const local = (kind: 'phone' | 'text'): Template => ({
      ...membership,
      version: kind === 'text' ? '1.0.0' : '1.1.0',
      sections: [{ key: 'a', title: '', items: [{ key: 'local.q', type: 'short', title: 'q', kind }] }],
    });
    expect(codes(local('phone'), [local('text')])).toEqual([['template.kind-changed', 'local.q']]);
  });

  it('a_text_gone__is_no_break', () => {
    expect(codes(changed((item) => (item.type === 'description' ? null : item)))).toEqual([]);
  });

  it('released_content_changed_without_a_new_version', () => {
    expect(codes({ ...membership, title: '別の題', version: '1.0.0' })).toEqual([
      ['template.version-same', ''],
    ]);
    expect(codes({ ...asList, version: '1.0.0' })).toEqual([
      ['template.version-same', ''],
      ['template.type-changed', 'employees'],
    ]);
    expect(codes(released)).toEqual([]);
  });

  it('a_closed_key__may_neither_come_back_nor_be_forgotten', () => {
    const next = { ...replaced, version: '1.2.0', retired: [] };
    expect(codes(next, [replaced])).toEqual([['template.retired-dropped', 'employees']]);
    const back = { ...changed((item) => item, '1.2.0'), retired: [] };
    expect(
      codes(back, [
        {
          ...replaced,
          sections: released.sections.map((s) => ({
            ...s,
            items: s.items.filter((i) => i.key !== 'employees'),
          })),
        },
      ]),
    ).toEqual([['template.retired-used', 'employees']]);
  });

  it('of_several_versions__the_newest_older_one_counts', () => {
    expect(codes({ ...asList, version: '1.2.0' }, [{ ...asList, version: '1.1.0' }, released])).toEqual([]);
    expect(codes({ ...released, version: '1.3.0' }, [released, { ...asList, version: '1.2.0' }])).toEqual([
      ['template.type-changed', 'employees'],
    ]);
  });

  it('breaksSince__compares_whatever_the_versions_say', () => {
    expect(breaksSince(asList, released, catalogue).map(({ code }) => code)).toEqual([
      'template.type-changed',
    ]);
  });
});

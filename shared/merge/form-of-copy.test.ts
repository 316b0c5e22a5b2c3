/** Keys put to a form as it was read. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesFor } from './codes.ts';
import { formOfCopy } from './form-of-copy.ts';
import { made } from './testing/copy.ts';
import { chamber, edited, edits, forms } from './testing/random.ts';

describe('codes of labels', () => {
  const base = [
    { code: 'a', label: '製造業' },
    { code: 'b', label: '卸売業' },
    { code: 'c', label: '小売業' },
  ];
  it.each([
    ['unchanged', ['製造業', '卸売業', '小売業'], ['a', 'b', 'c']],
    ['moved', ['小売業', '製造業', '卸売業'], ['c', 'a', 'b']],
    ['reworded between the same neighbours', ['製造業', '卸売', '小売業'], ['a', 'b', 'c']],
    ['reworded at the end', ['製造業', '卸売業', '小売'], ['a', 'b', 'c']],
    ['added', ['製造業', '卸売業', '青年部', '小売業'], ['a', 'b', '青年部', 'c']],
    ['dropped', ['製造業', '小売業'], ['a', 'c']],
    ['all reworded', ['一', '二', '三'], ['a', 'b', 'c']],
    ['dropped and another added elsewhere', ['その他', '製造業', '小売業'], ['その他', 'a', 'c']],
    ['a label that is a code of another', ['製造業', '卸売業', '小売業', 'b'], ['a', 'b', 'c', 'own.b']],
  ])('%s', (_case, labels, codes) => {
    expect(codesFor(labels, base)).toEqual(codes);
  });
});

describe('a form as it was read', () => {
  it('untouched__is_the_plan_it_was_made_from', () => {
    fc.assert(
      fc.property(forms, (plan) => {
        const { copy, links } = made(plan);
        expect(formOfCopy(copy, links, plan)).toEqual(plan);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('edited_by_the_chamber__keeps_keys_and_shows_own_items_and_pages', () => {
    fc.assert(
      fc.property(forms, edits, (plan, list) => {
        const now = edited(plan, chamber, list);
        const { copy, links } = made(now);
        const known = links.filter(({ key }) => !key.includes('own.'));
        const form = formOfCopy(copy, known, plan);
        const ids = new Map(links.map(({ key, itemId }) => [key, itemId]));
        const keys = now.sections.map((section) => [
          section.key.startsWith('own.') ? `own.${ids.get(`section.${section.key}`)}` : section.key,
          ...section.items.map(({ key }) => (key.startsWith('own.') ? `own.${ids.get(key)}` : key)),
        ]);
        expect(form.sections.map(({ key, items }) => [key, ...items.map((item) => item.key)])).toEqual(keys);
        const texts = (one: typeof form) =>
          one.sections.flatMap(({ title, items }) => [
            title,
            ...items.map((item) => [
              item.type,
              item.title,
              item.help,
              item.required,
              item.options.map(({ label }) => label),
            ]),
          ]);
        expect(texts(form)).toEqual(texts(now));
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('what_cannot_be_read__comes_from_the_base__unless_the_type_is_another', () => {
    const item = { key: 'q', title: '郵便番号', help: '', required: false, options: [], other: false };
    const validation = { rule: 'whole-number' as const, message: '数字で' };
    const settings = {
      collectEmail: false,
      progressBar: false,
      limitOneResponse: false,
      allowEdit: false,
      shuffleQuestions: false,
      confirmation: '',
      closedMessage: '',
      closesOn: '2026-03-31',
    };
    const plan = {
      templateId: 't',
      templateVersion: '1.0.0',
      title: 't',
      description: '',
      settings,
      retired: [],
      sections: [{ key: 's', title: '', help: '', items: [{ ...item, type: 'short' as const, validation }] }],
    };
    const { copy, links } = made(plan);
    expect(formOfCopy(copy, links, plan)).toEqual(plan);
    const longer = { ...copy, items: copy.items.map((one) => ({ ...one, type: 'paragraph' as const })) };
    expect(formOfCopy(longer, links, plan).sections[0]?.items[0]).toEqual({ ...item, type: 'paragraph' });
  });

  it('kinds_that_no_template_makes__are_passed_over', () => {
    fc.assert(
      fc.property(forms, (plan) => {
        const { copy, links } = made(plan);
        const file = {
          itemId: 'file',
          type: 'unknown' as const,
          title: '添付',
          help: '',
          required: false,
          options: [],
          other: false,
        };
        expect(formOfCopy({ ...copy, items: [...copy.items, file] }, links, plan)).toEqual(plan);
      }),
      { seed: 4, numRuns: 10 },
    );
  });
});

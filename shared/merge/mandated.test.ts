/** What JCCI requires comes alone: laws for random templates, edits of a chamber and new versions, and a few by name. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormPlan, PlannedItem } from '../form/plan.ts';
import { baseAfter } from './advance.ts';
import { applyOperations } from './apply.ts';
import { mandatedOnly } from './mandated.ts';
import { mergeForms } from './merge.ts';
import { sequenceOf } from './sequence.ts';
import { chamber, edited, edits, forms, released } from './testing/random.ts';

const runs = { seed: Number(process.env.SEED ?? 20261128), numRuns: Number(process.env.RUNS ?? 30) };
const triples = fc.record({ base: forms, theirs: edits, ours: edits }).map(({ base, theirs, ours }) => ({
  base,
  theirs: released(base, theirs),
  ours: edited(base, chamber, ours),
}));

const texts = (form: FormPlan): readonly unknown[] =>
  [...sequenceOf(form.sections).items.values()].map(({ ownership: _who, ...item }) => item);

describe('mandatedOnly', () => {
  it('same_version__brings_nothing', () => {
    fc.assert(
      fc.property(forms, (base) => {
        const { plan } = mergeForms(base, mandatedOnly(base, base).theirs, base, []);
        expect(plan.operations).toEqual([]);
      }),
      runs,
    );
  });

  it('any_version__asks_only_about_what_is_required_and_goes_through_without', () => {
    fc.assert(
      fc.property(triples, ({ base, theirs, ours }) => {
        const first = mergeForms(base, mandatedOnly(base, theirs).theirs, ours, []);
        const open = new Set(first.plan.conflicts.map(({ element }) => element));
        const rest = mandatedOnly(base, theirs, open);
        const merged = mergeForms(base, rest.theirs, ours, []);
        expect(merged.plan.conflicts).toEqual([]);
        expect(merged.plan.to).toBe(base.templateVersion);
        expect(texts(applyOperations(ours, merged.plan.operations))).toEqual(texts(merged.planned));
        // Nothing of the chamber's own is touched: elements that JCCI never had stand as they were.
        const own = new Map([...sequenceOf(merged.planned.sections).items]);
        for (const key of merged.plan.own) {
          const before = sequenceOf(ours.sections).items.get(key);
          if (before !== undefined) expect(own.get(key)).toEqual(before);
        }
      }),
      runs,
    );
  });

  it('afterwards__the_whole_version_still_brings_the_rest', () => {
    fc.assert(
      fc.property(triples, ({ base, theirs }) => {
        // An untouched copy: the whole version by way of the mandated part ends as the whole version at once.
        const words = (form: FormPlan) => new Map(texts(form).map((one) => [(one as PlannedItem).key, one]));
        const part = mandatedOnly(base, theirs);
        const first = mergeForms(base, part.theirs, base, []);
        const between = first.planned;
        const after = mergeForms(baseAfter(base, part.seen, first), theirs, between, []);
        const once = mergeForms(base, theirs, base, []);
        expect(words(after.planned)).toEqual(words(once.planned));
      }),
      runs,
    );
  });
});

const item = (key: string, more: Partial<PlannedItem> = {}): PlannedItem => ({
  key,
  type: 'short',
  title: key,
  help: '',
  required: false,
  options: [],
  other: false,
  ...more,
});

const form = (version: string, items: readonly PlannedItem[]): FormPlan => ({
  templateId: 'mihon',
  templateVersion: version,
  title: '見本',
  description: '',
  settings: {
    collectEmail: false,
    progressBar: false,
    limitOneResponse: false,
    allowEdit: false,
    shuffleQuestions: false,
    confirmation: '',
    closedMessage: '',
    closesOn: '',
  },
  sections: [{ key: 'first', title: '', help: '', items }],
  retired: [],
});

describe('a correction', () => {
  const base = form('1.0.0', [item('name'), item('pledge', { title: '誓約', help: '旧い文' })]);
  const theirs = form('1.1.0', [
    item('name', { title: '事業所名' }),
    item('pledge', { title: '新しい題', help: '新しい文', ownership: { help: 'mandated' } }),
    item('invoice', { title: '登録番号' }),
    item('law', { title: '同意', ownership: { presence: 'mandated' } }),
  ]);

  it('only_the_required_property_and_the_required_question_come', () => {
    const items = mandatedOnly(base, theirs).theirs.sections[0]?.items ?? [];
    expect(items.map(({ key, title, help }) => [key, title, help])).toEqual([
      ['name', 'name', ''],
      ['pledge', '誓約', '新しい文'],
      ['law', '同意', ''],
    ]);
  });

  it('required_question_that_the_chamber_took_out__is_asked_about_and_can_be_left_aside', () => {
    const standing = form('1.0.0', [item('name'), item('pledge')]);
    const gone = form('1.0.0', [item('name')]);
    const stricter = form('1.1.0', [
      item('name'),
      item('pledge', { help: '新', ownership: { presence: 'mandated', help: 'mandated' } }),
    ]);
    const part = mandatedOnly(standing, stricter);
    // The chamber took it out before it was required: that stays its choice until it looks at the whole version.
    expect(mergeForms(standing, part.theirs, gone, []).plan.operations).toEqual([]);
    expect(mandatedOnly(standing, stricter, new Set(['pledge'])).theirs.sections).toEqual(standing.sections);
  });

  it('option_that_is_required__comes_among_options_that_are_not', () => {
    const a = { code: 'a', label: 'A' };
    const was = form('1.0.0', [item('pick', { type: 'choice', options: [a, { code: 'c', label: 'C' }] })]);
    const now = form('1.1.0', [
      item('pick', {
        type: 'choice',
        options: [
          { ...a, label: '新しいA' },
          { code: 'b', label: 'B', ownership: 'mandated' },
          { code: 'c', label: 'C' },
          { code: 'd', label: 'D' },
        ],
      }),
    ]);
    const options = mandatedOnly(was, now).theirs.sections[0]?.items[0]?.options ?? [];
    expect(options.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
  });
});

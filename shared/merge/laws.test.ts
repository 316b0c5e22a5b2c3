/** Laws of the merge, for random templates, random edits of a chamber and random new versions. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedSectionKey, type FormPlan, type PlannedItem } from '../form/plan.ts';
import { advance, baseAfter, startBase } from './advance.ts';
import { applyOperations } from './apply.ts';
import { mergeForms } from './merge.ts';
import { type Decision, decide, type Merged, type Operation } from './model.ts';
import { isText } from './presence.ts';
import { sequenceOf } from './sequence.ts';
import { chamber, edited, edits, forms, released } from './testing/random.ts';

const runs = { seed: Number(process.env.SEED ?? 20261128), numRuns: Number(process.env.RUNS ?? 40) };

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Three sides, and what people decided: by their number every second conflict is theirs, or left open. */
const triples = fc
  .record({
    base: forms,
    theirs: edits,
    ours: edits,
    choices: fc.array(fc.nat({ max: 2 }), { maxLength: 6 }),
  })
  .map(({ base, theirs, ours, choices }) => ({
    base,
    theirs: released(base, theirs),
    ours: edited(base, chamber, ours),
    choices,
  }));
type Triple = FormPlans & { readonly choices: readonly number[] };
interface FormPlans {
  readonly base: FormPlan;
  readonly theirs: FormPlan;
  readonly ours: FormPlan;
}

function decisionsOf({ base, theirs, ours, choices }: Triple): readonly Decision[] {
  if (choices.length === 0) return [];
  return mergeForms(base, theirs, ours, []).plan.conflicts.flatMap((conflict, at) => {
    const choice = (['ours', 'theirs', null] as const)[choices[at % choices.length] ?? 0];
    return choice ? [decide(conflict, choice)] : [];
  });
}

function decidedMerge(triple: Triple): Merged {
  return mergeForms(triple.base, triple.theirs, triple.ours, decisionsOf(triple));
}

const items = (form: FormPlan): ReadonlyMap<string, PlannedItem> => sequenceOf(form.sections).items;

/** What a form says, without who decides over it. */
function bare(form: FormPlan): unknown {
  const last = form.sections[form.sections.length - 1];
  return plain({
    title: form.title,
    description: form.description,
    settings: form.settings,
    sections: form.sections.map(({ ownership: _who, ...section }) => ({
      ...section,
      next: section.key === last?.key ? undefined : section.next,
      items: section.items.map(({ ownership: _owner, replaces: _old, ...item }) => item),
    })),
  });
}

function withoutOwnership(form: FormPlan): FormPlan {
  const { ownership: _form, ...rest } = form;
  return {
    ...rest,
    sections: form.sections.map(({ ownership: _head, ...section }) => ({
      ...section,
      items: section.items.map(({ ownership: _item, ...item }) => item),
    })),
  };
}

/** The form without the page of closed questions. */
function open(form: FormPlan): FormPlan {
  const sections = form.sections.filter(({ key }) => key !== closedSectionKey);
  return { ...form, sections };
}

/**
 * Where a page that JCCI dropped stays in use, both sides took pages away, or a page itself moves, it is in question between two moves what stands on which page. A
 * broken-off update is then led on by its stored plan, not by merging again.
 */
function isPageInQuestion({ plan }: Merged): boolean {
  const isPage = (element: string): boolean => element.startsWith('section.');
  const goes = plan.operations.some(({ op, element }) => op === 'remove' && isPage(element));
  return (
    (goes &&
      [...plan.kept, ...plan.conflicts].some((one) => isPage(one.element) && one.property === 'presence')) ||
    plan.operations.some(({ op, element }) => op === 'move' && isPage(element)) ||
    plan.kept.some(
      ({ element, property, reason }) =>
        isPage(element) && property === 'presence' && reason !== 'chamber-removed',
    )
  );
}

const check = (law: (triple: Triple) => void): void => {
  fc.assert(fc.property(triples, law), runs);
};

describe('merging random forms', () => {
  it('operations__applied_to_ours__give_exactly_the_planned_form', () => {
    check((triple) => {
      const { plan, planned } = decidedMerge(triple);
      expect(plain(applyOperations(triple.ours, plan.operations))).toEqual(plain(planned));
    });
  });

  it('nothing_new_from_JCCI__nothing_mandated__ours_stays_and_nothing_is_done', () => {
    check(({ base, ours }) => {
      const [plainBase, plainOurs] = [withoutOwnership(base), withoutOwnership(ours)];
      const { plan, planned } = mergeForms(plainBase, plainBase, plainOurs, []);
      expect(plan.operations).toEqual([]);
      expect(plan.conflicts).toEqual([]);
      expect(planned).toEqual(plainOurs);
    });
  });

  it('nothing_changed_by_the_chamber__everything_new_comes', () => {
    check(({ base, theirs }) => {
      const { plan, planned } = mergeForms(base, theirs, base, []);
      expect(plan.conflicts).toEqual([]);
      const pinned = plan.refused.some(({ reason }) => reason === 'first-page');
      const retyped = plan.refused.some(({ reason }) => reason === 'type-changed');
      if (pinned || retyped || JSON.stringify([base, theirs]).includes('"own"')) return;
      expect(bare(open(planned))).toEqual(bare(theirs));
    });
  });

  it('after_a_finished_update__the_same_version_again__nothing_is_done', () => {
    check((triple) => {
      const decisions = decisionsOf(triple);
      const merged = decidedMerge(triple);
      const base = baseAfter(triple.base, triple.theirs, merged);
      const again = mergeForms(base, triple.theirs, merged.planned, decisions);
      expect(again.plan.operations).toEqual([]);
      expect(again.planned).toEqual(merged.planned);
      const asked = (plan: Merged['plan']) =>
        plan.conflicts
          .filter(({ choice }) => choice === null)
          .map(({ element, property }) => [element, property]);
      for (const one of asked(again.plan)) expect(asked(merged.plan)).toContainEqual(one);
      expect(asked(again.plan).length).toBe(asked(merged.plan).length);
    });
  });

  it('mandated_properties__always__are_JCCIs', () => {
    check((triple) => {
      const { plan, planned } = decidedMerge(triple);
      const refused = new Set(plan.refused.map(({ element }) => element));
      const now = items(planned);
      for (const [key, theirs] of items(triple.theirs)) {
        const item = now.get(key);
        if (item === undefined || refused.has(key) || item.type !== theirs.type) continue;
        for (const name of ['title', 'help', 'required', 'validation', 'scale'] as const) {
          if (theirs.ownership?.[name] === 'mandated')
            expect([name, item[name]]).toEqual([name, theirs[name]]);
        }
        if (theirs.ownership?.options === 'mandated' && theirs.ownership.presence !== 'own') {
          expect(item.options.map(({ label }) => label)).toEqual(theirs.options.map(({ label }) => label));
        }
      }
    });
  });

  it('questions_of_ours__whatever_is_released__keep_their_place_for_answers', () => {
    check((triple) => {
      const { plan, planned } = decidedMerge(triple);
      const [before, after] = [items(triple.ours), items(planned)];
      for (const [key, item] of before) {
        if (isText(item)) continue;
        expect(after.get(key)?.type).toBe(item.type);
      }
      for (const { op, element } of plan.operations) {
        const item = before.get(element);
        if (op === 'remove') expect(item === undefined || isText(item)).toBe(true);
      }
    });
  });

  it('what_the_chamber_made__whatever_is_released__stays_as_it_is', () => {
    check((triple) => {
      const { planned } = decidedMerge(triple);
      const after = sequenceOf(planned.sections);
      const before = sequenceOf(triple.ours.sections);
      for (const [key, item] of before.items)
        if (key.startsWith('own.')) expect(after.items.get(key)).toEqual(item);
      for (const [key, head] of before.heads) {
        if (head.key.startsWith('own.')) expect(after.heads.get(key)?.title).toBe(head.title);
      }
    });
  });

  it('after_each_operation__every_lead_has_its_page_and_closed_questions_are_out_of_reach', () => {
    check((triple) => {
      const { plan } = decidedMerge(triple);
      let form = triple.ours;
      plan.operations.forEach((operation) => {
        form = applyOperations(form, [operation]);
        const there = new Set(['submit', ...form.sections.map(({ key }) => key)]);
        const leads = form.sections.flatMap(({ next, items: own }) => [
          next,
          ...own.flatMap(({ options }) => options.map(({ goTo }) => goTo)),
        ]);
        for (const lead of leads) if (lead !== undefined) expect(there).toContain(lead);
        expect(leads).not.toContain(closedSectionKey);
      });
      const at = form.sections.findIndex(({ key }) => key === closedSectionKey);
      if (at < 0) return;
      expect(at).toBe(form.sections.length - 1);
      expect(form.sections[at - 1]?.next).toBe('submit');
      for (const item of form.sections[at]?.items ?? []) expect(item.required).toBe(false);
    });
  });

  it('documents__properties_in_another_order__same_plan', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, one]) => [name, turned(one)]),
      );
    };
    const turn = (form: FormPlan): FormPlan => ({ ...form, ...(turned(form) as FormPlan) });
    check((triple) => {
      const other = { base: turn(triple.base), theirs: turn(triple.theirs), ours: turn(triple.ours) };
      const decisions = decisionsOf(triple);
      const turnedMerge = mergeForms(other.base, other.theirs, other.ours, decisions);
      expect(plain(turnedMerge.plan)).toEqual(plain(decidedMerge(triple).plan));
    });
  });

  it('items_of_all_three__in_another_common_order__same_plan_but_for_places', () => {
    const rank = (key: string) => [...key].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 1009, 7);
    const sorted = (form: FormPlan): FormPlan => ({
      ...form,
      sections: form.sections.map((section) => ({
        ...section,
        items: [...section.items].sort((a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1)),
      })),
    });
    const unplaced = (plan: Merged['plan']): unknown => {
      const bareOperation = (operation: Operation) => {
        const { place: _place, ...rest } = { place: null, ...operation };
        return JSON.stringify(rest);
      };
      // Whether a page is still used, and which is the last one, depends on what stands on it.
      const ofPages = ({ element, property }: { readonly element: string; readonly property: string }) =>
        element.startsWith('section.') && ['presence', 'next'].includes(property);
      const rest = (list: readonly { readonly element: string; readonly property: string }[]) =>
        list
          .flatMap((one) => (one.property === 'position' || ofPages(one) ? [] : [JSON.stringify(one)]))
          .sort();
      const placing = (one: Operation) =>
        one.op === 'move' ||
        ofPages({ property: 'presence', ...one }) ||
        one.element === 'section.closed-questions';
      return [
        plan.operations.flatMap((one) => (placing(one) ? [] : [bareOperation(one)])).sort(),
        rest(plan.conflicts),
        rest(plan.kept),
        rest(plan.refused),
      ];
    };
    check(({ base, theirs, ours }) => {
      const one = mergeForms(base, theirs, ours, []);
      const other = mergeForms(sorted(base), sorted(theirs), sorted(ours), []);
      expect(unplaced(other.plan)).toEqual(unplaced(one.plan));
    });
  });

  it('broken_off_after_any_operation__merged_again__gives_exactly_the_rest', () => {
    check((triple) => {
      const decisions = decisionsOf(triple);
      const merged = decidedMerge(triple);
      const { operations } = merged.plan;
      if (isPageInQuestion(merged)) return;
      let base = startBase(triple.base, triple.ours, merged);
      let ours = triple.ours;
      operations.forEach((operation, at) => {
        ours = applyOperations(ours, [operation]);
        // Killed before the base was stored …
        const unstored = mergeForms(base, triple.theirs, ours, decisions);
        expect(plain(unstored.plan.operations)).toEqual(plain(operations.slice(at + 1)));
        // … and after.
        base = advance(base, triple.theirs, merged, operation);
        const again = mergeForms(base, triple.theirs, ours, decisions);
        expect(plain(again.plan.operations)).toEqual(plain(operations.slice(at + 1)));
      });
      expect(plain(ours)).toEqual(plain(merged.planned));
    });
  });

  it('while_answers_are_given__only_words_and_additions_to_lists_change', () => {
    check(({ base, theirs, ours }) => {
      const { plan, planned } = mergeForms(base, theirs, ours, [], { structureClosed: true });
      for (const operation of plan.operations) {
        expect(operation.op).toBe('set');
        if (operation.op === 'set')
          expect(['next', 'type', 'scale', 'date']).not.toContain(operation.property);
      }
      const [before, after] = [items(ours), items(planned)];
      expect([...after.keys()]).toEqual([...before.keys()]);
      for (const [key, item] of before) {
        const now = after.get(key);
        if (!item.required) expect(now?.required).toBe(false);
        for (const { label, goTo } of item.options) {
          expect(now?.options).toContainEqual(
            expect.objectContaining(goTo === undefined ? { label } : { label, goTo }),
          );
        }
      }
      const later = baseAfter(base, theirs, { plan, planned, led: 'ours' });
      const waiting = mergeForms(later, theirs, planned, [], { structureClosed: true });
      expect(waiting.plan.operations).toEqual([]);
      const opened = mergeForms(later, theirs, planned, []);
      const direct = mergeForms(base, theirs, ours, []);
      if (isPageInQuestion(direct)) return;
      expect(bare(opened.planned)).toEqual(bare(direct.planned));
    });
  });
});

/**
 * Takes an update back: titles, texts, options, order, ways, settings, version and bases go back to what stood before.
 * Questions that the update added are closed where anybody may have answered them, and deleted otherwise. It is carried out
 * like an update, and can be interrupted like one.
 */
import type { FormCopy } from '../../../shared/form/copy.ts';
import { closedSectionKey, type FormPlan, type PlannedSection } from '../../../shared/form/plan.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { formOfCopy } from '../../../shared/merge/form-of-copy.ts';
import { doneLines } from '../../../shared/merge/in-words.ts';
import type { UpdatePlan } from '../../../shared/merge/model.ts';
import { stepsTo, withClosed } from '../../../shared/merge/steps.ts';
import { openBook } from '../book/book.ts';
import { readBase, sectionElement } from '../book/form-base.ts';
import { rowOf } from '../book/forms.ts';
import { readUpdates, type Update } from '../book/updates.ts';
import type { ItemLink, Services } from '../port.ts';
import { isoOf } from '../time.ts';
import { beginUpdate, nextUpdateId, runningUpdate } from './apply-update.ts';
import { formBack, plainBack } from './back.ts';
import { type Applied, carryOut } from './carry-out.ts';
import { ownKeys } from './own-keys.ts';
import { actualOf, type Course, courseOf, idsOf, orphanOf, planAt, progressOf } from './progress.ts';
import { type Ids, wantedItems } from './wanted.ts';

export interface RollBackInput {
  readonly formId: string;
  /** The update that is taken back: the last one of the form that was not taken back yet. */
  readonly updateId: string;
  /** Take back what nobody has touched since, although other things of the form were changed. */
  readonly force?: boolean | undefined;
}

/** The update that can be taken back, if there is one: the last that stands. */
export function updateToUndo(updates: readonly Update[]): Update | undefined {
  return updates.filter((update) => update.state !== 'undone' && update.undoes === '').pop();
}

const refuse = (code: string, params: Readonly<Record<string, string | number>> = {}): never => {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
};

const nothingElse: UpdatePlan = {
  version: 1,
  template: '',
  from: '',
  to: '',
  operations: [],
  conflicts: [],
  kept: [],
  refused: [],
  own: [],
  titles: {},
};

function titlesOf(plans: readonly FormPlan[]): UpdatePlan['titles'] {
  return Object.fromEntries(
    plans.flatMap(({ sections }) =>
      sections.flatMap(({ key, title, items }) => [
        [sectionElement(key), title],
        ...items.map((item) => [item.key, item.title]),
      ]),
    ),
  );
}

/** What an interrupted run added and did not live to link. */
function halfMadeIn(course: Course, ids: Ids, copy: FormCopy): readonly ItemLink[] {
  const open = course.groups.findIndex(
    ({ element, operations }) =>
      !ids.has(element) && operations.some(({ op }) => op === 'add-item' || op === 'add-section'),
  );
  const wanted = wantedItems(planAt(course, open + 1), ids).find(
    ({ key }) => key === course.groups[open]?.element,
  );
  const orphan = wanted === undefined ? undefined : orphanOf(wanted, course, ids, actualOf(copy));
  return wanted === undefined || orphan === undefined ? [] : [{ key: wanted.key, itemId: orphan.itemId }];
}

/** What each element of both versions was made from: for reading the form as it is. */
function knownPlan({ before, after }: Update): FormPlan {
  const [first, ...others] = after.plan.sections;
  if (first === undefined) return before.plan;
  const there = new Set(after.plan.sections.flatMap(({ items }) => items.map(({ key }) => key)));
  const gone = before.plan.sections.flatMap(({ items }) => items.filter(({ key }) => !there.has(key)));
  return { ...after.plan, sections: [{ ...first, items: [...first.items, ...gone] }, ...others] };
}

/** Before the page of closed questions the form ends. */
function withEnd(plan: FormPlan): FormPlan {
  const at = plan.sections.findIndex(({ key }) => key === closedSectionKey) - 1;
  const sections = plan.sections.map(
    (section, index): PlannedSection =>
      index === at && section.next === undefined ? { ...section, next: 'submit' } : section,
  );
  return { ...plan, sections };
}

/**
 * Takes the update back, or goes on with a roll-back that has begun. The same call again changes nothing.
 * Throws UnusableInput `form.unknown`, `form.missing`, `update.not-found`, `update.not-last`, `update.edited-since` (and not
 * `force`), `update.changed-midway`, `update.not-taken`.
 */
export function rollBack(services: Services, { formId, updateId, force }: RollBackInput): Applied {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const row = rowOf(book, formId);
    const begun = runningUpdate(book, row);
    if (begun !== null && begun.undoes === updateId) return carryOut(services, book, row, begun);
    const updates = readUpdates(book, formId);
    const update = updates.find(({ id }) => id === updateId) ?? refuse('update.not-found');
    const made = updates.find((one) => one.undoes === updateId);
    if (made?.state === 'done' && update.state === 'undone') {
      const total = made.operations.length;
      return { update: made, row, done: total, total, finished: true };
    }
    if (updateToUndo(updates)?.id !== updateId) refuse('update.not-last');
    const copy = services.forms.read(formId) ?? refuse('form.missing');
    const course = courseOf(update);
    const base = readBase(book, formId, update.before.plan);
    const there = new Set(copy.items.map((item) => item.itemId));
    const ids = idsOf(
      base.links.filter(({ itemId }) => there.has(itemId)),
      ownKeys(update),
    );
    const planned = planAt(course, course.groups.length);
    const half = halfMadeIn(course, ids, copy);
    const read = formOfCopy(copy, [...base.links, ...half], knownPlan(update));
    const now = { ...read, settings: { ...read.settings, closesOn: row.closesOn } };
    const stands = progressOf(course, ids, actualOf(copy)) !== null;
    const back = stands
      ? plainBack(update.start, now)
      : formBack(planned, update.start, now, new Set(half.map(({ key }) => key)));
    if (!stands && force !== true) {
      refuse('update.edited-since', {
        titles: (back.edited.length > 0 ? back.edited : [copy.title]).join('、'),
      });
    }
    const closing = row.cursor !== '' || services.forms.hasAnswers(formId) ? back.added : [];
    const target = withEnd(withClosed(back.plan, closing));
    const operations = stepsTo(
      now,
      target,
      closing.map(({ key }) => key),
    );
    const standing = made?.state === 'running' ? made : undefined;
    const started = beginUpdate(book, row, standing, {
      version: 1,
      id: standing?.id ?? nextUpdateId(updates, formId),
      hash: `back ${updateId}`,
      formId,
      from: row.updating === '' ? row.templateVersion : update.to,
      to: update.from,
      state: 'running',
      by: services.session.user(),
      madeAt: isoOf(services.clock.now()),
      snapshot: copy,
      closesOn: row.closesOn,
      before: { plan: base.plan, links: [...base.links, ...half], decisions: [...base.decisions] },
      start: now,
      operations: [...operations],
      after: { plan: update.before.plan, decisions: [...update.before.decisions] },
      lines: [...doneLines({ ...nothingElse, operations, titles: titlesOf([update.start, planned, now]) })],
      undoes: updateId,
      unlinks: back.added.map(({ key }) => key),
    });
    return carryOut(services, book, started.row, started.update);
  });
}

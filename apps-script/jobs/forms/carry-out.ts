/**
 * Carries an update or a roll-back out, one element after another. After each the form is read back; only then the base of
 * that element advances. A run that died is led on by the form itself (`progress.ts`), and nothing is done twice.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { ElementKey } from '../../../shared/merge/model.ts';
import type { Book } from '../book/book.ts';
import { baseRows, type FormBase, formElement, readBase, storeRows } from '../book/form-base.ts';
import { type FormRow, formCells } from '../book/forms.ts';
import { formsTable } from '../book/tables.ts';
import { changeUpdate, readUpdates, type Update } from '../book/updates.ts';
import type { ItemLink, Services } from '../port.ts';
import { isoOf, shownTime } from '../time.ts';
import { addHistory } from './history.ts';
import { isOwnKey, ownKeys } from './own-keys.ts';
import { type Actual, actualOf, type Course, courseOf, fits, idsOf, progressOf } from './progress.ts';
import { stepsFor } from './steps.ts';

/** A run makes room for the next after this: an execution has six minutes. */
const longest = 4 * 60_000;
/** Bases that advance in one write. */
const together = 10;

export interface Applied {
  readonly update: Update;
  readonly row: FormRow;
  /** Elements that are done, of all that the update changes. */
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
}

/** Throws UnusableInput of this code: somebody else changed the form; says when it was noticed. */
export function formChanged(
  services: Services,
  title: string,
  code: 'update.changed-since' | 'update.changed-midway' | 'adopt.changed-since',
): never {
  const at = shownTime(isoOf(services.clock.now()));
  throw new UnusableInput([issue(code, 'error', '', { params: { title, at } })]);
}

/** Elements whose last group is this one. */
function lastGroups({ groups }: Course): ReadonlyMap<ElementKey, number> {
  return new Map(groups.map(({ element }, at) => [element, at]));
}

/** The row in `_forms`, as the update leaves it. */
function finish(book: Book, course: Course, row: FormRow, links: readonly ItemLink[]): Applied {
  const { update, groups, stages } = course;
  const after: FormBase = { ...update.after, links };
  storeRows(book, row.formId, baseRows(row.formId, after), true);
  const done: Update = { ...update, state: 'done' };
  if (update.state !== 'done') changeUpdate(book, done);
  if (update.undoes !== '') {
    const undone = readUpdates(book, row.formId).find(({ id }) => id === update.undoes);
    if (undone !== undefined && undone.state !== 'undone') changeUpdate(book, { ...undone, state: 'undone' });
  }
  addHistory(book, done, row);
  const closesOn = stages[stages.length - 1]?.settings.closesOn ?? row.closesOn;
  const ready: FormRow = { ...row, templateVersion: update.to, closesOn, updating: '' };
  book.update(formsTable, new Map([[row.at, formCells(ready)]]));
  return { update: done, row: ready, done: groups.length, total: groups.length, finished: true };
}

/**
 * Does what is left of an update. `copy` is read here; whatever it shows beside the update stops the run.
 * Throws UnusableInput `form.missing`, `update.changed-midway`, `update.not-taken` (the platform did not take a change).
 */
export function carryOut(services: Services, book: Book, row: FormRow, update: Update): Applied {
  const { forms, clock } = services;
  const began = clock.now();
  const copy = forms.read(row.formId);
  if (copy === null) throw new UnusableInput([issue('form.missing', 'error', '')]);
  const course = courseOf(update);
  const { groups } = course;
  const base = readBase(book, row.formId, update.before.plan);
  const there = new Set(copy.items.map((item) => item.itemId));
  const known = [...update.before.links, ...base.links].filter(({ itemId }) => there.has(itemId));
  const ids = idsOf(known, ownKeys(update));
  let actual: Actual = actualOf(copy);
  const stood = progressOf(course, ids, actual);
  if (stood === null) return formChanged(services, copy.title, 'update.changed-midway');
  const last = lastGroups(course);
  const links = new Map(known.map((link) => [link.key, link]));
  const ready = new Set<ElementKey>();
  const advance = (): void => {
    if (ready.size === 0) return;
    const rows = baseRows(row.formId, { ...update.after, links: [...links.values()] });
    const own = [...ready].flatMap((key) => {
      const cells = rows.get(key);
      return cells === undefined || key === formElement ? [] : [[key, cells] as const];
    });
    storeRows(book, row.formId, new Map(own), false);
    ready.clear();
  };
  for (let stage = stood; stage < groups.length; stage++) {
    if (clock.now() - began > longest) {
      advance();
      return { update, row, done: stage, total: groups.length, finished: false };
    }
    const element = groups[stage]?.element ?? '';
    const { steps, adopted } = stepsFor(course, stage, ids, actual);
    if (steps.length > 0) {
      const { added, items } = forms.apply(row.formId, steps);
      const settings = element === formElement ? forms.readSettings(row.formId) : actual.settings;
      actual = { items, settings };
      const itemId = added[0];
      if (itemId !== undefined) ids.set(element, itemId);
    }
    const linked = adopted ?? ids.get(element) ?? '';
    if (adopted !== null) ids.set(element, adopted);
    if (!fits(course, stage + 1, ids, actual)) {
      const isBusy = fits(course, stage, ids, actual);
      if (!isBusy) return formChanged(services, copy.title, 'update.changed-midway');
      throw new UnusableInput([issue('update.not-taken', 'error', '', { params: { title: copy.title } })]);
    }
    const isNew = linked !== '' && links.get(element)?.itemId !== linked && !isOwnKey(element);
    if (isNew) links.set(element, { key: element, itemId: linked });
    if (last.get(element) === stage) ready.add(element);
    // A new item is linked at once: the next run would else have to recognise more than one.
    if (isNew || ready.size >= together) {
      if (isNew) ready.add(element);
      advance();
    }
  }
  const standing = new Set(actual.items.map((item) => item.itemId));
  return finish(
    book,
    course,
    row,
    [...links.values()].filter(({ itemId, key }) => standing.has(itemId) && !update.unlinks.includes(key)),
  );
}

/**
 * Applies an update that a person has looked at. Before the first change the form is compared with what the preview showed;
 * from then on a row in `_updates` holds all that is needed to finish it or to take it back.
 */
import type { FormPlan } from '../../../shared/form/plan.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { baseAfter } from '../../../shared/merge/advance.ts';
import { doneLines, planWords } from '../../../shared/merge/in-words.ts';
import { type Decision, decide, type Merged } from '../../../shared/merge/model.ts';
import { type Book, openBook } from '../book/book.ts';
import type { KeptDecision } from '../book/form-base.ts';
import { type FormRow, formCells, rowOf } from '../book/forms.ts';
import { formsTable } from '../book/tables.ts';
import { addUpdate, changeUpdate, readUpdates, type Update } from '../book/updates.ts';
import type { Services } from '../port.ts';
import { releaseTaken } from '../release/standing.ts';
import { isoOf } from '../time.ts';
import { type Applied, carryOut, formChanged } from './carry-out.ts';
import { mergeSides, previewIn } from './preview-update.ts';
import type { Sides } from './sides.ts';

export interface ApplyInput {
  readonly formId: string;
  /** Of the preview. */
  readonly hash: string;
  readonly decisions: readonly Pick<Decision, 'element' | 'property' | 'choice'>[];
}

/** The choices as decisions about exactly the conflicts of the preview; others are passed over. */
function decisionsOf({ plan }: Merged, given: ApplyInput['decisions']): readonly Decision[] {
  return plan.conflicts.flatMap((conflict) => {
    const chosen = given.find(
      (one) => one.element === conflict.element && one.property === conflict.property,
    );
    return chosen === undefined ? [] : [decide(conflict, chosen.choice)];
  });
}

function mustBeDecided({ plan }: Merged): void {
  const open = plan.conflicts.filter((conflict) => conflict.choice === null);
  if (open.length === 0) return;
  const titles = [...new Set(open.map((conflict) => conflict.title))].join('、');
  throw new UnusableInput([
    issue('update.undecided', 'error', '', { params: { count: open.length, titles } }),
  ]);
}

/** What could not be done, a line each. */
function refusedLines({ plan }: Merged): readonly string[] {
  return planWords(plan).flatMap(({ group, title, what }) =>
    group === 'refused' ? [`「${title}」：${what}`] : [],
  );
}

/** What was decided before stays known, but for what was decided anew. */
function keptDecisions(
  before: readonly KeptDecision[],
  made: readonly Decision[],
  at: string,
  by: string,
): readonly KeptDecision[] {
  const anew = new Set(made.map(({ element, property }) => `${element}\n${property}`));
  return [
    ...before.filter(({ element, property }) => !anew.has(`${element}\n${property}`)),
    ...made.map((decision) => ({ ...decision, at, by })),
  ];
}

/** Id of the next update of a form. */
export function nextUpdateId(updates: readonly Update[], formId: string): string {
  return `${formId}/${updates.length + 1}`;
}

/** Writes down what is going to happen, then says in the form's row that it has begun. */
export function beginUpdate(
  book: Book,
  row: FormRow,
  standing: Update | undefined,
  update: Omit<Update, 'at'>,
): { readonly row: FormRow; readonly update: Update } {
  const written = standing === undefined ? addUpdate(book, update) : { ...update, at: standing.at };
  if (standing !== undefined) changeUpdate(book, written);
  const begun: FormRow = { ...row, updating: written.id };
  book.update(formsTable, new Map([[row.at, formCells(begun)]]));
  return { row: begun, update: written };
}

/** @param seen what the base becomes by it, where that is not the new version itself */
export function newUpdate(
  services: Services,
  sides: Sides,
  merged: Merged,
  made: readonly Decision[],
  more: Pick<Update, 'id' | 'hash'>,
  seen: FormPlan = sides.theirs,
): Omit<Update, 'at'> {
  const { row, base, copy, ours, theirs } = sides;
  const [at, by] = [isoOf(services.clock.now()), services.session.user()];
  const release = releaseTaken();
  const decisions = keptDecisions(base.decisions, made, at, by);
  return {
    version: 1,
    ...more,
    formId: row.formId,
    from: row.templateVersion,
    to: theirs.templateVersion,
    state: 'running',
    by,
    madeAt: at,
    snapshot: copy,
    closesOn: row.closesOn,
    before: { plan: base.plan, links: [...base.links], decisions: [...base.decisions] },
    start: ours,
    operations: [...merged.plan.operations],
    after: { plan: baseAfter(base.plan, seen, merged), decisions: [...decisions] },
    lines: [...doneLines(merged.plan), ...refusedLines(merged)],
    undoes: '',
    unlinks: [],
    ...(release === '' ? {} : { release }),
  };
}

/** The update of the form's row that has begun; null when none has. */
export function runningUpdate(book: Book, row: FormRow): Update | null {
  if (row.updating === '') return null;
  return readUpdates(book, row.formId).find(({ id }) => id === row.updating) ?? null;
}

/**
 * Applies the update of the preview, or goes on with one that has begun. The same call again changes nothing.
 * Throws UnusableInput `update.changed-since` (form or program changed since the preview; nothing was changed),
 * `update.undecided`, `update.changed-midway`, `update.not-taken` and those of `previewUpdate`.
 */
export function applyUpdate(services: Services, { formId, hash, decisions }: ApplyInput): Applied {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const row = rowOf(book, formId);
    const begun = runningUpdate(book, row);
    if (begun !== null) return carryOut(services, book, row, begun);
    const updates = readUpdates(book, formId);
    const last = updates[updates.length - 1];
    if (last?.hash === hash && last.state === 'done') {
      const total = last.operations.length;
      return { update: last, row, done: total, total, finished: true };
    }
    const preview = previewIn(services, book, formId);
    const { sides } = preview;
    if (preview.hash !== hash) return formChanged(services, sides.copy.title, 'update.changed-since');
    const made = decisionsOf(preview.merged, decisions);
    const merged = mergeSides(sides, made);
    mustBeDecided(merged);
    const standing = last?.hash === hash && last.state === 'running' ? last : undefined;
    const id = standing?.id ?? nextUpdateId(updates, formId);
    const update = newUpdate(services, sides, merged, made, { id, hash });
    const isNothing = update.operations.length === 0 && update.from === update.to && made.length === 0;
    if (isNothing) return { update: { ...update, at: 0 }, row, done: 0, total: 0, finished: true };
    const started = beginUpdate(book, row, standing, update);
    return carryOut(services, book, started.row, started.update);
  });
}

/**
 * What an update does without anybody: the corrections that JCCI requires, or all where nobody has to decide. The same three-way path as an
 * update that a person looked at, in one go under the lock; a run that died is gone on with.
 */
import { mandatedOnly } from '../../../shared/merge/mandated.ts';
import { mergeForms } from '../../../shared/merge/merge.ts';
import type { Merged } from '../../../shared/merge/model.ts';
import type { Policy } from '../../../shared/release/policy.ts';
import { isAfter } from '../../../shared/template/version.ts';
import { templateOf } from '../assets.ts';
import { type Book, openBook } from '../book/book.ts';
import { type FormRow, isPublished, rowOf } from '../book/forms.ts';
import { readUpdates, type Update } from '../book/updates.ts';
import type { Services } from '../port.ts';
import { beginUpdate, newUpdate, nextUpdateId, runningUpdate } from './apply-update.ts';
import { carryOut } from './carry-out.ts';
import { isFrozen, mergeSides } from './preview-update.ts';
import { rollBack, updateToUndo } from './roll-back.ts';
import { readSides, type Sides } from './sides.ts';

/** Before the hash of an update that nobody looked at: the next run goes on with it by itself. */
const mark = 'auto ';

/** An update that a person began and that broke off is theirs to end for so long; then what they agreed to is gone on with. */
const theirs = 3 * 3_600_000;

const isInHands = ({ hash, madeAt }: Update, now: number): boolean =>
  !hash.startsWith(mark) && now - Date.parse(madeAt) < theirs;

export interface ByItself {
  /** Changes that were made. */
  readonly changed: number;
  /** Something of the new version waits for a person. */
  readonly waits: boolean;
  /** Somebody's update is under way. */
  readonly busy: boolean;
  /** False: the time of this run is over, and there is more to do. */
  readonly finished: boolean;
}

const nothing: ByItself = { changed: 0, waits: false, busy: false, finished: true };

interface Whole {
  readonly merged: Merged;
  /** What the base becomes; absent: the new version itself. */
  readonly seen?: Sides['base']['plan'];
  readonly sides: Sides;
}

const isOpen = ({ plan }: Merged): boolean =>
  plan.conflicts.some(({ choice }) => choice === null) || plan.refused.length > 0;

/** The required part of the new version; elements about which somebody would have to decide are left aside. */
function mandatedPart(sides: Sides): Whole {
  const { base, theirs, ours } = sides;
  const merge = (except: ReadonlySet<string>): Whole => {
    const part = mandatedOnly(base.plan, theirs, except);
    const merged = mergeForms(base.plan, part.theirs, ours, base.decisions, {
      structureClosed: isFrozen(sides),
    });
    return { merged, seen: part.seen, sides: { ...sides, theirs: part.theirs } };
  };
  const first = merge(new Set());
  const { conflicts, refused } = first.merged.plan;
  const open = [...conflicts.filter(({ choice }) => choice === null), ...refused];
  return open.length === 0 ? first : merge(new Set(open.map(({ element }) => element)));
}

/** What this policy lets through, null for nothing; and whether something is left for a person. */
function allowed(sides: Sides, policy: Policy): { readonly now: Whole | null; readonly waits: boolean } {
  const whole = mergeSides(sides, []);
  const operations = whole.plan.operations.length;
  const everything = { merged: whole, sides };
  if (policy === 'ask') return { now: null, waits: operations > 0 || isOpen(whole) };
  if (!isOpen(whole) && (policy === 'all' || operations === 0)) return { now: everything, waits: false };
  const part = mandatedPart(sides);
  const isAll = JSON.stringify(part.merged.plan.operations) === JSON.stringify(whole.plan.operations);
  if (!isOpen(whole) && isAll) return { now: everything, waits: false };
  return { now: part.merged.plan.operations.length === 0 ? null : part, waits: true };
}

function carry(services: Services, book: Book, row: FormRow, whole: Whole): number | null {
  const updates = readUpdates(book, row.formId);
  const id = nextUpdateId(updates, row.formId);
  const update = newUpdate(services, whole.sides, whole.merged, [], { id, hash: mark + id }, whole.seen);
  // A run that died between the two writes of its beginning left a row that nothing points to.
  const last = updates[updates.length - 1];
  const standing = last?.state === 'running' && last.hash.startsWith(mark) ? last : undefined;
  const own = standing === undefined ? update : { ...update, id: standing.id, hash: standing.hash };
  const begun = beginUpdate(book, row, standing, own);
  const { finished, total } = carryOut(services, book, begun.row, begun.update);
  return finished ? total : null;
}

/**
 * Brings a form as far as the policy allows. The same call again changes nothing. Throws UnusableInput `form.unknown`, `form.missing`,
 * `update.changed-midway`, `update.not-taken`.
 */
export function applyByItself(
  services: Services,
  { formId, policy }: { readonly formId: string; readonly policy: Policy },
): ByItself {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    let row = rowOf(book, formId);
    if (!isPublished(row)) return nothing;
    const running = runningUpdate(book, row);
    if (running !== null && isInHands(running, services.clock.now()))
      return { ...nothing, waits: true, busy: true };
    let changed = 0;
    if (running !== null) {
      const led = carryOut(services, book, row, running);
      if (!led.finished) return { ...nothing, finished: false };
      changed = led.total;
      row = led.row;
    }
    // Most forms are of templates that did not change: nothing more of them is read.
    if (!isAfter(templateOf(row.templateId).template.version, row.templateVersion))
      return { ...nothing, changed };
    const sides = readSides(services, book, formId);
    // While a survey takes answers, everybody is asked the same.
    if (isFrozen(sides)) return { ...nothing, changed };
    const { now, waits } = allowed(sides, policy);
    if (now === null) return { ...nothing, changed, waits };
    const done = carry(services, book, row, now);
    return done === null
      ? { ...nothing, changed, waits, finished: false }
      : { ...nothing, changed: changed + done, waits };
  });
}

/**
 * Takes back what came to a form with a release, the last first; what the chamber changed since stays. The same call again changes nothing.
 * `isLeft`: an update of the release lies under a later one and was not reached.
 */
export function undoRelease(
  services: Services,
  { formId, release }: { readonly formId: string; readonly release: string },
): { readonly undone: number; readonly finished: boolean; readonly isLeft: boolean } {
  for (let undone = 0; ; undone++) {
    const book = openBook(services.workbook);
    const standing = readUpdates(book, formId);
    // A roll-back that died near its end has marked the update already; it is gone on with all the same.
    const { undoes = '' } = runningUpdate(book, rowOf(book, formId)) ?? {};
    const last = standing.find(({ id }) => id === undoes) ?? updateToUndo(standing);
    if (last === undefined || last.release !== release) {
      const isLeft = standing.some(
        (one) => one.release === release && one.state !== 'undone' && one.undoes === '',
      );
      return { undone, finished: true, isLeft };
    }
    const { finished } = rollBack(services, { formId, updateId: last.id, force: true });
    if (!finished) return { undone, finished, isLeft: false };
  }
}

/** What an update to the newest shipped version would do to a form as it stands. Reads only. */

import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { mergeForms } from '../../../shared/merge/merge.ts';
import type { Decision, Merged, UpdatePlan } from '../../../shared/merge/model.ts';
import { type Book, openBook } from '../book/book.ts';
import { readUpdates, type Update } from '../book/updates.ts';
import type { Services } from '../port.ts';
import { isoOf } from '../time.ts';
import { readSides, type Sides } from './sides.ts';

export interface UpdatePreview {
  readonly sides: Sides;
  readonly merged: Merged;
  readonly plan: UpdatePlan;
  /** Stands for exactly this plan on the form as it is; `applyUpdate` refuses when either differs. */
  readonly hash: string;
  readonly seenAt: string;
  /** The update that began and has not ended (適用途中), null for none: applying goes on with it. */
  readonly running: Update | null;
}

/**
 * Whether the structure is frozen: while a survey takes answers, everybody is asked the same
 * (a changed question makes two halves that cannot be counted together).
 */
export function isFrozen({ row, template }: Pick<Sides, 'row' | 'template'>): boolean {
  return template.category === 'survey' && row.state === 'open';
}

export function mergeSides(sides: Sides, decisions: readonly Decision[]): Merged {
  const { base, theirs, ours } = sides;
  return mergeForms(base.plan, theirs, ours, [...base.decisions, ...decisions], {
    structureClosed: isFrozen(sides),
  });
}

/** Of the form as it is and the plan for it, before anybody has decided anything new. */
function hashOf({ copy, row, template }: Sides, { plan }: Merged): string {
  const seen = [copy, row.closesOn, template.id, plan];
  return sha256Hex(encodeUtf8(JSON.stringify(seen)));
}

export function previewIn(services: Services, book: Book, formId: string): UpdatePreview {
  const sides = readSides(services, book, formId);
  const merged = mergeSides(sides, []);
  const { updating } = sides.row;
  const running = updating === '' ? undefined : readUpdates(book, formId).find(({ id }) => id === updating);
  return {
    sides,
    merged,
    plan: merged.plan,
    hash: hashOf(sides, merged),
    seenAt: isoOf(services.clock.now()),
    running: running ?? null,
  };
}

/** Throws UnusableInput `form.unknown`, `form.unfinished`, `form.missing`, `template.unknown`. */
export function previewUpdate(services: Services, { formId }: { readonly formId: string }): UpdatePreview {
  return previewIn(services, openBook(services.workbook), formId);
}

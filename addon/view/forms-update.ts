/** View models of an update: its plan, how far it has come, and what was done before. */
import { type Book, openBook } from '../../apps-script/jobs/book/book.ts';
import { readBase } from '../../apps-script/jobs/book/form-base.ts';
import { rowOf } from '../../apps-script/jobs/book/forms.ts';
import { readUpdates, type Update } from '../../apps-script/jobs/book/updates.ts';
import type { Applied } from '../../apps-script/jobs/forms/carry-out.ts';
import { updateToUndo } from '../../apps-script/jobs/forms/index.ts';
import { ownKeys } from '../../apps-script/jobs/forms/own-keys.ts';
import { isFrozen, type UpdatePreview } from '../../apps-script/jobs/forms/preview-update.ts';
import { actualOf, courseOf, idsOf, progressOf } from '../../apps-script/jobs/forms/progress.ts';
import { newestPlan } from '../../apps-script/jobs/forms/sides.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import type { FormPlan, Owned } from '../../shared/form/plan.ts';
import { type Issue, issue } from '../../shared/issue/issue.ts';
import {
  conflictWords,
  type EntryWords,
  groupWords,
  headline,
  planGroups,
  planWords,
} from '../../shared/merge/in-words.ts';
import type { Conflict, UpdatePlan } from '../../shared/merge/model.ts';
import { ownershipWords, partOf } from '../../shared/merge/value-words.ts';
import { cardOf, ownChangesOf } from './forms-card.ts';
import type {
  AppliedView,
  ConflictView,
  PlanEntryView,
  UpdateHistoryView,
  UpdatePlanView,
} from './forms-protocol.ts';
import { issueViews } from './issues.ts';

/** Whose a property is, in words, '' for 推奨: as JCCI's new version says. */
function ownersOf(theirs: FormPlan): (element: string, property: string) => string {
  const owned = new Map<string, Owned | undefined>([['form', theirs.ownership]]);
  for (const section of theirs.sections) {
    owned.set(`section.${section.key}`, section.ownership);
    for (const item of section.items) owned.set(item.key, item.ownership);
  }
  return (element, property) => {
    const owner = owned.get(element)?.[property.split('.')[0] ?? ''];
    return owner === undefined || owner === 'recommended' ? '' : ownershipWords[owner];
  };
}

function entryView(one: EntryWords, index: number): PlanEntryView {
  const { title, part, what, before, after, ownership } = one;
  return { id: `${one.group}-${index}`, title, part, what, before, after, ownershipLabel: ownership };
}

function conflictView(conflict: Conflict, titles: UpdatePlan['titles']): ConflictView {
  const { element, property } = conflict;
  const { ownership, ...words } = conflictWords(conflict, titles);
  return { element, property, ...words, ownershipLabel: ownership };
}

interface Rest {
  readonly plan: UpdatePlan;
  readonly stopped: UpdatePlanView['stopped'];
  readonly issues: readonly Issue[];
}

/** What is left of an update that stopped half-way, told by the form itself. */
function restOf({ sides, merged, plan, seenAt }: UpdatePreview, running: Update): Rest {
  const course = courseOf(running);
  const ids = idsOf(sides.base.links, ownKeys(running));
  const stage = progressOf(course, ids, actualOf(sides.copy));
  const left = course.groups.slice(stage ?? 0).flatMap(({ operations }) => operations);
  const titles = { ...titlesOf(running.start), ...titlesOf(merged.planned), ...plan.titles };
  const params = { title: sides.copy.title, at: shownTime(seenAt) };
  return {
    plan: {
      ...plan,
      titles,
      from: running.from,
      to: running.to,
      operations: left,
      conflicts: [],
      refused: [],
    },
    stopped: {
      entryId: running.undoes === '' ? running.id : running.undoes,
      undoes: running.undoes !== '',
      done: stage ?? 0,
      total: course.groups.length,
      at: shownTime(running.madeAt),
      by: running.by,
    },
    issues: stage === null ? [issue('update.changed-midway', 'error', '', { params })] : [],
  };
}

function titlesOf({ sections }: FormPlan): Record<string, string> {
  return Object.fromEntries(
    sections.flatMap((section) => [
      [`section.${section.key}`, section.title],
      ...section.items.map(({ key, title }) => [key, title]),
    ]),
  );
}

/** What to know before applying: that people are answering, that a survey is closed to changes of structure. */
function warnings(services: Services, { sides, plan }: UpdatePreview): readonly Issue[] {
  if (sides.row.state !== 'open' || plan.operations.length + plan.conflicts.length === 0) return [];
  if (isFrozen(sides)) return [issue('update.survey-open', 'warning', '')];
  const answered = services.forms.hasAnswers(sides.row.formId);
  return [issue(answered ? 'update.form-answered' : 'update.form-open', 'warning', '')];
}

export function updatePlanView(services: Services, preview: UpdatePreview): UpdatePlanView {
  const { sides, running } = preview;
  const rest: Rest =
    running === null
      ? { plan: preview.plan, stopped: null, issues: warnings(services, preview) }
      : restOf(preview, running);
  const { plan } = rest;
  const entries = planWords(plan, ownersOf(sides.theirs)).map((one, index) => ({
    group: one.group,
    view: entryView(one, index),
  }));
  return {
    form: cardOf(services, sides.row, ownChangesOf(preview.plan)),
    from: plan.from,
    to: plan.to,
    headline: headline(plan),
    groups: planGroups.map((id) => ({
      id,
      label: groupWords[id][0],
      hint: groupWords[id][1],
      entries: entries.filter(({ group }) => group === id).map(({ view }) => view),
    })),
    conflicts: plan.conflicts
      .filter(({ choice }) => choice === null)
      .map((one) => conflictView(one, plan.titles)),
    stopped: rest.stopped,
    issues: issueViews(rest.issues),
    seenAt: shownTime(preview.seenAt),
    hash: preview.hash,
  };
}

export function appliedView(
  services: Services,
  { update, row, done, total, finished }: Applied,
): AppliedView {
  const book = openBook(services.workbook);
  return {
    form: cardOf(services, row, null, book),
    done,
    total,
    finished,
    lines: update.lines,
    entryId: finished ? (updateToUndo(readUpdates(book, row.formId))?.id ?? '') : '',
  };
}

function whatOf({ undoes, from, to, state }: Update): string {
  if (undoes !== '') return state === 'running' ? `ひな型 ${to} に戻す途中です` : `ひな型 ${to} に戻しました`;
  if (state === 'running') return `ひな型 ${to} への更新の途中です`;
  const what = from === to ? `ひな型 ${to} にそろえました` : `ひな型 ${from} から ${to} に更新しました`;
  return state === 'undone' ? `${what}（元に戻しました）` : what;
}

function decisionsOf(book: Book, formId: string): UpdateHistoryView['decisions'] {
  const row = rowOf(book, formId);
  const newest = newestPlan(book, row.templateId, row.values);
  const { plan, decisions } = readBase(book, formId, newest);
  const titles: Readonly<Record<string, string>> = {
    ...titlesOf(newest),
    ...titlesOf(plan),
    form: 'フォーム全体',
  };
  const words = { ours: '自所の内容を残す', theirs: '日商の内容にする' } as const;
  return decisions.map(({ element, property, choice, at, by }) => ({
    at: shownTime(at),
    by,
    title: titles[element] ?? element,
    part: partOf(element, property),
    choiceLabel: words[choice],
  }));
}

export function historyView(services: Services, formId: string): UpdateHistoryView {
  const book = openBook(services.workbook);
  const row = rowOf(book, formId);
  const updates = readUpdates(book, formId);
  const last = updateToUndo(updates)?.id;
  return {
    form: cardOf(services, row, null, book),
    entries: [...updates].reverse().map((update) => ({
      id: update.id,
      at: shownTime(update.madeAt),
      by: update.by,
      what: whatOf(update),
      lines: update.lines,
      canRollBack: update.id === last,
    })),
    decisions: decisionsOf(book, formId),
  };
}

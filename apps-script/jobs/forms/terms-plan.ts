/** 締切と定員 of a form that stands: what a change of them would do, before anything is done. Reads only. */
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { optionsOf } from '../../../shared/form/make.ts';
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import type { Capacity, Template } from '../../../shared/template/template.ts';
import { dayNumber } from '../../../shared/text/days.ts';
import { assets, templateOf } from '../assets.ts';
import type { Book } from '../book/book.ts';
import type { FormRow } from '../book/forms.ts';
import type { StoredSubmission } from '../book/submission.ts';
import { submissionBook } from '../book/submission-book.ts';
import { historyTable } from '../book/tables.ts';
import { givePlaces, limitOf } from '../submissions/places.ts';
import { isOver } from './close-due.ts';

export interface Terms {
  /** Last day on which answers are taken (`YYYY-MM-DD`), '' for none. */
  readonly closesOn: string;
  /** Places, as typed; '' for no limit, and for a template that counts none. */
  readonly places: string;
}

export interface TermsInput extends Terms {
  readonly formId: string;
  /** Take answers again, of a form that takes none. */
  readonly open: boolean;
}

/** What is taken and what waits of one group of places. */
export interface Seats {
  /** A session, say; '' where there is one group for all. */
  readonly label: string;
  readonly taken: number;
  readonly waiting: number;
}

export interface TermsPlan {
  readonly row: FormRow;
  /** As they stand, and as they would stand. */
  readonly before: Terms;
  readonly after: Terms;
  readonly seats: readonly Seats[];
  /** Those who would get a place, as they would be stored. */
  readonly promoted: readonly StoredSubmission[];
  /** Why it cannot be done; empty when it can. */
  readonly issues: readonly Issue[];
  /** Number of this change among those of the form. */
  readonly number: number;
  /** Stands for exactly this change on the form and its answers as they are. */
  readonly hash: string;
}

const most = 99_999;

/** Fill-in that a text is the place of, '' for none. */
const fillInOf = (text: string): string => /^\s*\{\{\s*form\.([\w-]+)\s*\}\}\s*$/.exec(text)?.[1] ?? '';

/** Fill-in that holds the places of a form. */
export const placesKey = ({ limit }: Capacity): string => limit.replace(/^form\./, '');

export function termsOf(row: FormRow, { capacity }: Pick<Template, 'capacity'>): Terms {
  return {
    closesOn: row.closesOn,
    places: capacity === undefined ? '' : (row.values[placesKey(capacity)] ?? ''),
  };
}

/** The row with other terms; what was filled in for them says the same, or the form would differ from its template for ever. */
export function rowWith(row: FormRow, template: Template, { closesOn, places }: Terms): FormRow {
  const day = fillInOf(template.settings.closesOn);
  return {
    ...row,
    closesOn,
    values: {
      ...row.values,
      ...(day === '' ? {} : { [day]: closesOn }),
      ...(template.capacity === undefined ? {} : { [placesKey(template.capacity)]: places }),
    },
  };
}

const tidy = (text: string): string => text.normalize('NFKC').replace(/[,\s]/g, '');

const refused = (code: string, params: Readonly<Record<string, string | number>> = {}): Issue =>
  issue(code, 'error', code.includes('day') ? 'closesOn' : 'places', { params });

function dayIssues(
  { closesOn }: Terms,
  { before, today }: { before: Terms; today: string },
): readonly Issue[] {
  if (closesOn === '' || closesOn === before.closesOn) return [];
  if (Number.isNaN(dayNumber(closesOn))) {
    return [issue('form.closing-day', 'error', 'closesOn', { params: { day: closesOn } })];
  }
  return closesOn < today ? [refused('form.terms-day-past', { day: closesOn })] : [];
}

function placesIssues({ places }: Terms, before: Terms, template: Template): readonly Issue[] {
  if (places === before.places || places === '') return [];
  if (template.capacity === undefined) return [refused('form.terms-no-places')];
  const isNumber = /^\d{1,5}$/.test(places) && Number(places) >= 1 && Number(places) <= most;
  return isNumber ? [] : [refused('form.terms-number', { places })];
}

function seatsOf(row: FormRow, template: Template, book: Book): readonly (Seats & { group: string })[] {
  const submissions = submissionBook(book);
  const item = template.sections
    .flatMap(({ items }) => items)
    .find(({ key }) => key !== undefined && key === template.capacity?.per);
  const options =
    item === undefined ? [] : optionsOf(item, assets().catalogue, submissions.values(row.formId));
  const groups = new Map<string, Seats & { group: string }>();
  for (const { group, state, count } of submissions.all().filter((one) => one.formId === row.formId)) {
    const label = options.find(({ code }) => code === group)?.label ?? group;
    const known = groups.get(group) ?? { group, label, taken: 0, waiting: 0 };
    groups.set(group, {
      ...known,
      taken: known.taken + (state === 'accepted' ? count : 0),
      waiting: known.waiting + (state === 'waiting' ? count : 0),
    });
  }
  return [...groups.values()];
}

const prefixOf = (formId: string): string => `terms/${formId}/`;

/** The last change of the terms of a form: its number, and the beginning of its hash; number 0 before the first. */
export function lastChange(book: Book, formId: string): { readonly number: number; readonly mark: string } {
  const prefix = prefixOf(formId);
  let last = { number: 0, mark: '' };
  for (const { cells } of book.rows(historyTable)) {
    const id = cells.変更ID ?? '';
    if (!id.startsWith(prefix)) continue;
    const [number = '', mark = ''] = id.slice(prefix.length).split('/');
    if (Number(number) > last.number) last = { number: Number(number), mark };
  }
  return last;
}

export const markOf = (hash: string): string => hash.slice(0, 16);

export const changeId = (plan: TermsPlan, part: keyof Terms): string =>
  `${prefixOf(plan.row.formId)}${plan.number}/${markOf(plan.hash)}/${part}`;

/**
 * What these terms would do to the form.
 * @param today `YYYY-MM-DD`
 * @param at ISO 8601 of now
 */
export function planTerms(
  book: Book,
  row: FormRow,
  input: TermsInput,
  { today, at }: { readonly today: string; readonly at: string },
): TermsPlan {
  const { template } = templateOf(row.templateId);
  const before = termsOf(row, template);
  const typed = input.places.trim();
  const after: Terms = {
    closesOn: input.closesOn,
    places: typed === before.places ? typed : tidy(typed),
  };
  const changed = rowWith(row, template, after);
  const seats = seatsOf(row, template, book);
  const standing = submissionBook(book)
    .all()
    .filter((one) => one.formId === row.formId);
  const shape = [...dayIssues(after, { before, today }), ...placesIssues(after, before, template)];
  const limit = template.capacity === undefined ? null : limitOf(template.capacity, changed);
  const isLowered = shape.length === 0 && after.places !== before.places && limit !== null;
  const tooFew = isLowered ? seats.filter(({ taken }) => taken > limit) : [];
  const isShut = input.open && isOver(changed, today) && shape.length === 0;
  const issues: readonly Issue[] = [
    ...shape,
    ...(isShut ? [refused('form.terms-day-past', { day: after.closesOn })] : []),
    ...tooFew.map(({ label, taken }) =>
      refused('form.terms-below-taken', {
        group: label === '' ? '' : `「${label}」に`,
        taken,
        places: after.places,
      }),
    ),
    ...(row.updating === '' ? [] : [issue('form.terms-updating', 'error', '')]),
  ];
  const promoted = issues.length > 0 ? [] : givePlaces(changed, standing, [], at).changed;
  const number = lastChange(book, row.formId).number + 1;
  const seen = [row.formId, number, before, after, input.open, seats, promoted.map(({ id }) => id)];
  return {
    row,
    before,
    after,
    seats: seats.map(({ label, taken, waiting }) => ({ label, taken, waiting })),
    promoted,
    issues,
    number,
    hash: sha256Hex(encodeUtf8(JSON.stringify(seen))),
  };
}

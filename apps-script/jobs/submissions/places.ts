/** Who of a form has a place and who waits: the decision of the core, carried into the stored answers. */
import { giveSeats, type SeatRequest, type SeatState } from '../../../shared/change/seats.ts';
import type { Capacity, Template } from '../../../shared/template/template.ts';
import { templateOf } from '../assets.ts';
import type { FormRow } from '../book/forms.ts';
import type { WantedMail } from '../book/stored-parts.ts';
import { type StoredSubmission, type Submission, versionOf } from '../book/submission.ts';

/** A new answer, before anything is decided about it. */
export type NewSubmission = Omit<Submission, 'state' | 'mails' | 'acts'>;

const numberOf = (text: string | undefined): number =>
  Number((text ?? '').normalize('NFKC').replace(/[,\s]/g, ''));

/** Which places an answer asks for, and how many; one that names no number takes one. */
export function askedPlaces(
  { capacity }: Template,
  values: Readonly<Record<string, string>>,
): { readonly group: string; readonly count: number } {
  if (capacity === undefined) return { group: '', count: 1 };
  const counts = capacity.count.map((key) => numberOf(values[key])).filter(Number.isSafeInteger);
  const sum = counts.reduce((total, count) => total + Math.max(0, count), 0);
  return { group: capacity.per === undefined ? '' : (values[capacity.per] ?? ''), count: Math.max(1, sum) };
}

/** Places of a form, null for no limit: nothing was filled in, or no number. */
export function limitOf({ limit }: Capacity, form: FormRow): number | null {
  const text = form.values[limit.replace(/^form\./, '')] ?? '';
  const places = numberOf(text);
  return text.trim() === '' || !Number.isSafeInteger(places) || places < 0 ? null : places;
}

/** The mail of a purpose, where the template has a text for it and anybody would read it. */
export function mailFor(
  submission: Pick<Submission, 'id' | 'templateId' | 'email'>,
  purpose: WantedMail['purpose'],
  at: string,
  reason = '',
): readonly WantedMail[] {
  const { template } = templateOf(submission.templateId);
  if (template.mails[purpose] === undefined) return [];
  // Without an address it stands in 送付 only where the chamber had asked for one, so that somebody telephones.
  if (submission.email === '' && !template.record.required.includes('email')) return [];
  return [{ id: `${submission.id}/${purpose}`, purpose, reason, to: submission.email, at }];
}

function promoted(submission: StoredSubmission, at: string): StoredSubmission {
  const act = { at, by: '', version: versionOf(submission), action: 'promote', reason: '' } as const;
  return {
    ...submission,
    state: 'accepted',
    acts: [...submission.acts, act],
    mails: [...submission.mails, ...mailFor(submission, 'promoted', at)],
  };
}

function entered(submission: NewSubmission, state: SeatState): Submission {
  const purpose = state === 'waiting' ? 'waiting' : 'receipt';
  return { ...submission, state, acts: [], mails: mailFor(submission, purpose, submission.receivedAt) };
}

/**
 * Gives the places of one form to those who wait and to new answers.
 * @param standing its stored answers, in order of arrival
 * @param added its new answers, in order of arrival
 * @param at ISO 8601 of now
 */
export function givePlaces(
  form: FormRow,
  standing: readonly StoredSubmission[],
  added: readonly NewSubmission[],
  at: string,
): { readonly changed: readonly StoredSubmission[]; readonly entered: readonly Submission[] } {
  const { capacity } = templateOf(form.templateId).template;
  if (capacity === undefined) {
    return { changed: [], entered: added.map((one) => entered(one, 'accepted')) };
  }
  const requests: readonly SeatRequest[] = [
    ...standing,
    ...added.map(({ id, group, count }) => ({ id, group, count, state: 'new' as const })),
  ];
  const states = giveSeats(requests, limitOf(capacity, form));
  return {
    changed: standing.flatMap((one) => (states.get(one.id) === 'accepted' ? [promoted(one, at)] : [])),
    entered: added.map((one) => entered(one, states.get(one.id) ?? 'waiting')),
  };
}

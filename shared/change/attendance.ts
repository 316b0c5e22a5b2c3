/**
 * One list of who comes to a meeting out of all answers, whatever way they came: of each person the latest answer counts, and
 * what a secretary has to look into stands beside it.
 */
import { type Issue, issue } from '../issue/issue.ts';
import { matchName } from '../record/match.ts';

export const attitudes = ['attend', 'online', 'substitute', 'proxy', 'writing', 'absent'] as const;
export type Attitude = (typeof attitudes)[number];

/** Someone who may vote: a line of 議員名簿. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly firm: string;
}

export interface AttendanceAnswer {
  readonly id: string;
  /** ISO 8601 with Japan's offset. */
  readonly at: string;
  readonly name: string;
  readonly firm: string;
  /** null where nobody can tell. */
  readonly attitude: Attitude | null;
  /** Who votes in place of someone who gave a proxy: the chair, another member by name, or nobody said. */
  readonly proxyTo: 'chair' | 'member' | '';
  readonly holder: string;
  /** 委任状 or 議決書 is in the office. */
  readonly hasPaper: boolean;
  /** Whose answer it is by the word of staff, '' where it is found by name. */
  readonly memberId: string;
}

export interface AttendanceRow<A extends AttendanceAnswer = AttendanceAnswer> {
  /** null for an answer of somebody who is not on the list, or could be several. */
  readonly member: Member | null;
  /** The latest; null while nothing came. */
  readonly answer: A | null;
  /** Answers before the latest. */
  readonly earlier: number;
  readonly issues: readonly Issue[];
}

const warning = (code: string, params: Issue['params'] = {}): Issue => issue(code, 'warning', '', { params });

/** By name, and where several bear it by firm. More than one: nobody can tell. */
export function membersNamed(members: readonly Member[], name: string, firm: string): readonly Member[] {
  const key = matchName(name);
  const named = key === '' ? [] : members.filter((one) => matchName(one.name) === key);
  if (named.length < 2) return named;
  const firmKey = matchName(firm);
  const ofFirm = named.filter((one) => matchName(one.firm) === firmKey);
  return ofFirm.length === 1 ? ofFirm : named;
}

const later = (one: AttendanceAnswer, other: AttendanceAnswer): boolean =>
  Date.parse(one.at) >= Date.parse(other.at);

/** Answers of one person, in the order in which they were stored: the latest, and how many came before it. */
function latest<A extends AttendanceAnswer>(answers: readonly A[]): { answer: A | null; earlier: number } {
  const answer = answers.reduce<A | null>(
    (last, one) => (last === null || later(one, last) ? one : last),
    null,
  );
  return { answer, earlier: Math.max(0, answers.length - 1) };
}

/** Paper that an answer needs to count (商工会議所法17条4項, 50条), '' for none. */
export function paperOf({ attitude }: AttendanceAnswer): '' | 'proxy' | 'writing' {
  return attitude === 'writing'
    ? 'writing'
    : attitude === 'proxy' || attitude === 'substitute'
      ? 'proxy'
      : '';
}

/** What stands against the vote of someone who does not come. */
function ofAbsentVote(
  answer: AttendanceAnswer,
  member: Member,
  members: readonly Member[],
  answerOf: (member: Member) => AttendanceAnswer | null,
): readonly Issue[] {
  const paper = paperOf(answer);
  if (paper === '') return [];
  const missing = answer.hasPaper ? [] : [warning('attendance.paper-missing', { reason: paper })];
  return [...missing, ...(answer.attitude === 'proxy' ? ofHolder(answer, member, members, answerOf) : [])];
}

function ofHolder(
  { proxyTo, holder }: AttendanceAnswer,
  member: Member,
  members: readonly Member[],
  answerOf: (member: Member) => AttendanceAnswer | null,
): readonly Issue[] {
  if (proxyTo === 'chair') return [];
  if (holder === '') return [warning('attendance.holder-missing')];
  const found = membersNamed(members, holder, '');
  const [only] = found;
  if (only === undefined || found.length > 1) return [warning('attendance.holder-unknown', { name: holder })];
  if (only.id === member.id) return [warning('attendance.holder-self', { name: holder })];
  const theirs = answerOf(only);
  if (theirs === null) return [warning('attendance.holder-open', { name: only.name })];
  const comes = theirs.attitude === 'attend' || theirs.attitude === 'online';
  return comes ? [] : [warning('attendance.holder-absent', { name: only.name })];
}

/**
 * The list of a meeting with a roll: a row each member in the order of the roll, then the answers that belong to nobody on it.
 * @param answers in the order in which they were stored
 */
export function attendanceList<A extends AttendanceAnswer>(
  members: readonly Member[],
  answers: readonly A[],
): readonly AttendanceRow<A>[] {
  const byId = new Map(members.map((one) => [one.id, one]));
  const theirs = new Map<string, A[]>();
  const stray: AttendanceRow<A>[] = [];
  for (const answer of answers) {
    const said = byId.get(answer.memberId);
    const found = said === undefined ? membersNamed(members, answer.name, answer.firm) : [said];
    const [only] = found;
    if (only === undefined || found.length > 1) {
      const code = only === undefined ? 'attendance.unknown' : 'attendance.ambiguous';
      stray.push({ member: null, answer, earlier: 0, issues: [warning(code, { name: answer.name })] });
    } else theirs.set(only.id, [...(theirs.get(only.id) ?? []), answer]);
  }
  const last = new Map(members.map((one) => [one.id, latest(theirs.get(one.id) ?? [])]));
  const answerOf = (member: Member): A | null => last.get(member.id)?.answer ?? null;
  const rows = members.map((member): AttendanceRow<A> => {
    const answer = answerOf(member);
    const earlier = last.get(member.id)?.earlier ?? 0;
    if (answer === null) return { member, answer, earlier, issues: [] };
    const issues =
      answer.attitude === null
        ? [warning('attendance.unread')]
        : ofAbsentVote(answer, member, members, answerOf);
    return { member, answer, earlier, issues };
  });
  return [...rows, ...stray];
}

/** The list of a meeting without a roll: everybody who answered, once. */
export function answeredList<A extends AttendanceAnswer>(answers: readonly A[]): readonly AttendanceRow<A>[] {
  const people = new Map<string, A[]>();
  for (const answer of answers) {
    const key = `${matchName(answer.name)}/${matchName(answer.firm)}`;
    people.set(key, [...(people.get(key) ?? []), answer]);
  }
  return [...people].map(([id, theirs]): AttendanceRow<A> => {
    const { answer, earlier } = latest(theirs);
    const member = { id, name: answer?.name ?? '', firm: answer?.firm ?? '' };
    return {
      member,
      answer,
      earlier,
      issues: answer?.attitude === null ? [warning('attendance.unread')] : [],
    };
  });
}

/** All answers about one business, laid over its ledger row: the later wins field by field, and whatever they disagree on is named. */
import type { Field } from '../fields/catalogue.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { type AnswerDiff, diffAnswer, overlay, type Values } from '../register/answer-diff.ts';
import { withoutCoarserIndustry } from '../register/coarser-industry.ts';

/** An answer beside the ledger row that it is about. */
export interface AnswerOfBusiness {
  /** Data row of the answers file, from 1. */
  readonly row: number;
  /** Moment of sending in seconds; null when unknown. */
  readonly at: number | null;
  readonly values: Values;
  /** As typed. */
  readonly typed: Values;
  /** It holds an error, so it changes nothing. */
  readonly held: boolean;
  readonly diff: AnswerDiff;
}

export interface SettledBusiness {
  /** The whole row with everything laid over. */
  readonly values: Values;
  readonly laidOver: ReadonlySet<string>;
  /** Row of the answer that carries the line of the export; null when nothing has to go out. */
  readonly carrier: number | null;
  /** Rows of answers that bring nothing new. */
  readonly unchanged: readonly number[];
  /** Rows of answers that a later one took up or took the place of, and the row of that one. */
  readonly superseded: readonly { readonly row: number; readonly by: number }[];
  /** `answer.conflict` (warnings), by row. */
  readonly conflicts: readonly { readonly row: number; readonly issue: Issue }[];
}

const nobody: readonly never[] = [];
const asRegistered = '登録のまま';

/** `diffAnswer` for an answer that nobody looks at before it goes out. */
export function diffFromLedger(
  values: Values,
  unread: ReadonlySet<string>,
  ledger: Values,
  fields: readonly Field[],
): ReturnType<typeof withoutCoarserIndustry> {
  return withoutCoarserIndustry(
    diffAnswer({ base: null, ledger, answer: values, unread, others: nobody }, fields),
    values,
  );
}

/** Whether two values of a field say different things; `diffAnswer` takes a blank answer for silence, so it comes second. */
function differs(field: Field, one: string, other: string): boolean {
  const { key } = field;
  const [answer, ledger] = one === '' ? [other, one] : [one, other];
  const input = { base: null, ledger: { [key]: ledger }, answer: { [key]: answer }, others: nobody };
  return diffAnswer(input, [field]).differences.length > 0;
}

/** By time where all are timed, else in the order of the file. */
function inOrder(answers: readonly AnswerOfBusiness[]): readonly AnswerOfBusiness[] {
  const timed = answers.every(({ at }) => at !== null);
  return answers.slice().sort((a, b) => (timed ? (a.at ?? 0) - (b.at ?? 0) : 0) || a.row - b.row);
}

/**
 * Settles the answers about one business. A blank item changes nothing, so an earlier answer still counts where the later
 * is silent; but a plain 変更なし says that everything is as registered, and takes back what was said before it.
 * @param fields what an answer can change
 */
export function settleAnswers(
  ledger: Values,
  answers: readonly AnswerOfBusiness[],
  fields: readonly Field[],
): SettledBusiness {
  const conflicts: { row: number; issue: Issue }[] = [];
  /** What was said last about each field, as typed too, and in which row. */
  const said = new Map<string, { readonly value: string; readonly typed: string; readonly row: number }>();
  const changes = new Map<string, string>();
  let registeredBy: number | null = null;
  const ordered = inOrder(answers);
  for (const answer of ordered) {
    const { row, held, diff } = answer;
    const isPlain = answer.values.changeStatus === 'unchanged' && diff.differences.length === 0;
    const changed = new Set(diff.differences.map(({ key }) => key));
    for (const field of fields) {
      const { key } = field;
      const now = ledger[key] ?? '';
      const isSilent = (answer.values[key] ?? '') === '';
      if (isSilent && !isPlain) continue;
      const value = changed.has(key) ? (answer.values[key] ?? '') : now;
      const typed = isSilent ? asRegistered : (answer.typed[key] ?? value);
      const earlier =
        said.get(key) ??
        (registeredBy === null ? undefined : { value: now, typed: asRegistered, row: registeredBy });
      if (earlier !== undefined && differs(field, earlier.value, value)) {
        const reason = held ? { reason: 'held' } : {};
        const params = { first: earlier.row, row, before: earlier.typed, after: typed, ...reason };
        conflicts.push({ row, issue: issue('answer.conflict', 'warning', key, { params, value: typed }) });
      }
      if (held) continue;
      said.set(key, { value, typed, row });
      if (changed.has(key)) changes.set(key, value);
      else changes.delete(key);
    }
    if (!isPlain || held) continue;
    said.clear();
    registeredBy = row;
  }

  const { values, laidOver } = overlay(ledger, [{ at: '', values: Object.fromEntries(changes) }]);
  const good = ordered.filter(({ held }) => !held);
  const last = good[good.length - 1];
  const carrier = laidOver.size === 0 ? null : (last?.row ?? null);
  const rest = good.filter(({ row }) => row !== carrier);
  const brings = ({ row, diff }: AnswerOfBusiness): boolean =>
    row !== last?.row && diff.differences.length > 0;
  return {
    values,
    laidOver,
    carrier,
    unchanged: rest.filter((one) => !brings(one)).map(({ row }) => row),
    superseded: rest.filter(brings).map(({ row }) => ({ row, by: last?.row ?? row })),
    conflicts,
  };
}

/** Several answers by one key in one round: which one corrects, which is only sent again, which needs a person's look. */
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { type Issue, issue } from '../issue/issue.ts';

/** Two differing answers that came this close together are taken for two people at once, not for a correction. */
export const twoDevicesMs = 10 * 60_000;

export interface KeyAnswer {
  readonly id: string;
  /** When it arrived, milliseconds since 1970. */
  readonly at: number;
  /** `answerFingerprint` of its content. */
  readonly fingerprint: string;
  /** Staff have taken or left its changes. */
  readonly decided: boolean;
}

/**
 * `counts`: the answer of the business; `corrected`: a later one took its place; `repeated`: says what an earlier one
 * says; `held`: quarantine (要確認); `decided`: staff were here already.
 */
export type AnswerStanding = 'counts' | 'corrected' | 'repeated' | 'held' | 'decided';

export interface StandingAnswer {
  readonly id: string;
  readonly standing: AnswerStanding;
  /** The earlier answer that it corrects, repeats or contradicts, '' for the first. */
  readonly earlierId: string;
  /**
   * `token.reused` with params.reason `repeated` (info), `corrected` (warning), `two-devices` or `after-decision` (error), and
   * params.earlier and params.minutes (within which both came, 1 or more); null for the first.
   */
  readonly issue: Issue | null;
}

const aboutTheAnswer = new Set(['respondedOn', 'updateKey']);

/** What an answer says, in 64 hexadecimal digits: the values but the key and the day of writing; empty ones are none. */
export function answerFingerprint(values: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(values)
    .filter(([key, value]) => value !== undefined && value !== '' && !aboutTheAnswer.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256Hex(encodeUtf8(JSON.stringify(said)));
}

const severities = {
  repeated: 'info',
  corrected: 'warning',
  'two-devices': 'error',
  'after-decision': 'error',
} as const;

function reused(reason: keyof typeof severities, answer: KeyAnswer, earlier: KeyAnswer): Issue {
  const minutes = Math.max(1, Math.ceil((answer.at - earlier.at) / 60_000));
  return issue('token.reused', severities[reason], 'updateKey', {
    params: { reason, earlier: earlier.id, minutes },
  });
}

/**
 * Judges all answers of one key, in any order; gives them back by time of arrival. The latest counts and the earlier stay
 * for the record; but an answer that differs from one that came within `twoDevicesMs` before it, or from one that staff
 * have decided, is held on its own: it takes no other's place, and only a person lets it through.
 */
export function judgeAnswersOfKey(answers: readonly KeyAnswer[]): readonly StandingAnswer[] {
  const inOrder = [...answers].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const judged: { id: string; standing: AnswerStanding; earlierId: string; issue: Issue | null }[] = [];
  /** The answer that holds the place so far, and where it stands in `judged`. */
  let holding: { readonly answer: KeyAnswer; readonly index: number } | null = null;
  let lastDecided: KeyAnswer | null = null;

  inOrder.forEach((answer, index) => {
    const before = inOrder.slice(0, index);
    const add = (standing: AnswerStanding, earlier: KeyAnswer | null, found: Issue | null) => {
      judged.push({
        id: answer.id,
        standing: answer.decided ? 'decided' : standing,
        earlierId: earlier?.id ?? '',
        issue: found,
      });
    };
    const previous = before[index - 1] ?? null;
    const alike = [holding?.answer ?? null, lastDecided, previous].find(
      (one) => one?.fingerprint === answer.fingerprint,
    );
    if (previous === null) add('counts', null, null);
    else if (alike) add('repeated', alike, reused('repeated', answer, alike));
    else {
      const close = before.find(
        (one) => answer.at - one.at <= twoDevicesMs && one.fingerprint !== answer.fingerprint,
      );
      const corrects = holding?.answer ?? previous;
      if (answer.decided) add('decided', corrects, reused('corrected', answer, corrects));
      else if (lastDecided !== null) add('held', lastDecided, reused('after-decision', answer, lastDecided));
      else if (close !== undefined) add('held', close, reused('two-devices', answer, close));
      else add('counts', corrects, reused('corrected', answer, corrects));
    }
    if (answer.decided) lastDecided = answer;
    const own = judged[index];
    if (own?.standing === 'counts' || own?.standing === 'decided') {
      const replaced = holding === null ? undefined : judged[holding.index];
      if (replaced?.standing === 'counts') replaced.standing = 'corrected';
      holding = { answer, index };
    }
  });
  return judged;
}

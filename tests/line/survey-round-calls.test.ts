/** What a survey costs: calls that do not grow with the number of firms, and 20,000 answers within the six minutes of an execution. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call } from '../support/chamber.ts';
import { putRows } from '../support/register.ts';
import {
  answersOf,
  type Firm,
  firms,
  putSurveyAnswers,
  roundId,
  startInput,
  surveyChamber,
} from '../support/survey-round.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

/** Rows of answers as taking them in stores them. */
function store(chamber: Chamber, all: readonly Firm[]): void {
  const book = chamber.workspace.state.spreadsheets[chamber.bookId];
  const sheet = book?.sheets.find(({ name }) => name === '_survey-answers');
  if (sheet !== undefined) sheet.rows = Math.max(sheet.rows, all.length + 1);
  putRows(
    chamber,
    '_survey-answers',
    all.map((firm, at) => {
      const typed = Object.fromEntries(
        Object.entries(answersOf(firm)).map(([key, text]) => [`local.${key}`, text]),
      );
      const { chamber: of, industry, size } = firm;
      return {
        調査ID: roundId,
        回答ID: `response-${at}`,
        番号: firm.number,
        受付日時: '2026-11-25T10:00:00+09:00',
        経路: 'ウェブ',
        区分: `|${JSON.stringify({ chamber: of, prefecture: '新潟県', industry, size })}`,
        データ1: `|${JSON.stringify({ version: 1, typed })}`,
      };
    }),
  );
}

function answered(count: number): Chamber {
  const all = firms(count);
  const chamber = surveyChamber(built);
  ask(chamber, 'startSurvey', startInput(all));
  store(chamber, all);
  return chamber;
}

const calls = (
  chamber: Chamber,
  ...args: Parameters<typeof call> extends [unknown, ...infer R] ? R : never
) => call(chamber, ...args).result.calls.total;

describe('calls', () => {
  it('of_looking_and_taking_in_do_not_grow_with_the_firms', () => {
    const cost = (count: number): readonly number[] => {
      const chamber = surveyChamber(built);
      ask(chamber, 'startSurvey', startInput(firms(count)));
      const looks = [
        calls(chamber, 'survey', { roundId }),
        calls(chamber, 'surveyMails', { roundId, purpose: 'request' }),
      ];
      putSurveyAnswers(chamber, firms(3));
      return [...looks, calls(chamber, 'collect', {})];
    };
    expect(cost(400)).toEqual(cost(40));
  });

  it('of_counting_grow_with_the_questions_alone', () => {
    const cost = (count: number): number => calls(answered(count), 'tabulateSurvey', { roundId });
    // Within a few: what is hidden differs, and with it the graphs.
    expect(Math.abs(cost(900) - cost(300))).toBeLessThan(60);
  });
});

const many = process.env.CCI_LONG === '1' ? 20_000 : 2000;
/** Six minutes of the platform, in the emulator's model of what calls cost; and as much real time for counting. */
const longest = 6 * 60_000;

describe('20,000 answers', () => {
  it(`counting_${many}_ends_within_one_execution`, () => {
    const chamber = answered(many);
    const before = chamber.workspace.now();
    const { reply } = call(chamber, 'tabulateSurvey', { roundId });
    const modelled = chamber.workspace.now() - before;
    if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
    expect(reply).toMatchObject({ ok: true, result: { counted: many } });
    expect(modelled).toBeLessThan(longest);
    console.info(`${many} answers: ${(modelled / 1000).toFixed(1)} s of calls in the latency model`);
  }, 300_000);
});

/** Beginning, sending, counting and destroying a survey may die before any service call and be run again. */
import { beforeAll, describe, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber } from '../support/chamber.ts';
import { killedAtEveryCall } from '../support/kill.ts';
import {
  firms,
  putSurveyAnswers,
  roundId,
  startInput,
  surveyChamber,
  tabulate,
} from '../support/survey-round.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const all = firms(8, (at) => ({ industry: at < 4 ? '建設業' : '製造業', chamber: '見本商工会議所' }));
const month = 31 * 24 * 3_600_000;

const begun = (): Chamber => {
  const chamber = surveyChamber(built);
  ask(chamber, 'startSurvey', startInput(all));
  return chamber;
};

function sent(chamber: Chamber): Chamber {
  const { hash } = ask(chamber, 'surveyMails', { roundId, purpose: 'request' });
  ask(chamber, 'sendSurvey', { roundId, purpose: 'request', hash });
  return chamber;
}

function answered(chamber: Chamber): Chamber {
  putSurveyAnswers(chamber, all);
  ask(chamber, 'closeSurvey', { roundId });
  return chamber;
}

interface Case {
  readonly name: string;
  readonly prepare: () => { readonly chamber: Chamber; readonly args: readonly unknown[] };
  /** One of so many deaths in `npm test`. */
  readonly share: number;
}

const cases: readonly Case[] = [
  {
    name: 'startSurvey',
    share: 60,
    prepare() {
      const chamber = surveyChamber(built);
      // Making a form is killed at every call in jobs-kill-form.test.ts.
      const values = { closesOn: startInput(all).deadline };
      ask(chamber, 'createForm', { templateId: 'survey-lobo-2026-11', values });
      return { chamber, args: ['startSurvey', startInput(all)] };
    },
  },
  {
    name: 'sendSurvey',
    share: 10,
    prepare() {
      const chamber = begun();
      const { hash } = ask(chamber, 'surveyMails', { roundId, purpose: 'request' });
      return { chamber, args: ['sendSurvey', { roundId, purpose: 'request', hash }] };
    },
  },
  {
    name: 'collect',
    share: 6,
    prepare() {
      const chamber = sent(begun());
      putSurveyAnswers(chamber, all);
      return { chamber, args: ['collect', {}] };
    },
  },
  {
    name: 'tabulateSurvey',
    share: 120,
    prepare: () => ({ chamber: answered(begun()), args: ['tabulateSurvey', { roundId }] }),
  },
  {
    name: 'destroySurvey',
    share: 8,
    prepare() {
      const chamber = answered(sent(begun()));
      tabulate(chamber);
      chamber.workspace.advance(month);
      const { hash } = ask(chamber, 'surveyDestruction', { roundId });
      return { chamber, args: ['destroySurvey', { roundId, hash }] };
    },
  },
];

/**
 * Codes of links follow from a secret drawn at random, and a death before it is drawn shifts the draws: each becomes its number, in
 * the order of the sheet, so that the same code has to stand in the same places.
 */
function numbered(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(/"[0-9a-z]{13}"/g, (code) => {
    numbers.set(code, numbers.get(code) ?? numbers.size);
    return `"code ${numbers.get(code)}"`;
  });
}

/** Ids that the platform and the program draw at random. */
const masked = (text: string): string =>
  numbered(text)
    .replace(/entry\.\d+/g, 'entry')
    .replace(/"at": "2026-[^"]*"/g, '"at": ""')
    .replace(/\|\{[^\n]*/g, (data) => data.replace(/\\"(startedAt|at|closedAt)\\":\\"[^"\\]*\\"/g, ''));

describe('killed at every call', () => {
  it.each(cases)('$name', ({ prepare, share }) => {
    const { chamber, args } = prepare();
    killedAtEveryCall(built, chamber, args, masked, () => true, share);
  }, 1_800_000);
});

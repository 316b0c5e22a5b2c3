/** Taking kept answers in, and calling one off, may die before any service call: the end is that of an undisturbed run. */
import { beforeAll, describe, it } from 'vitest';
import type { Built } from '../support/built.ts';
import { ask, type Chamber } from '../support/chamber.ts';
import { buildJobs } from '../support/jobs-bundle.ts';
import { killedAtEveryCall } from '../support/kill.ts';
import {
  makeForm,
  putAnswer,
  seminarValues,
  setUpChamber,
  signUp,
  submissionId,
} from '../support/submissions.ts';

let built: Built;
beforeAll(async () => {
  built = await buildJobs();
}, 180_000);

interface Case {
  readonly name: string;
  readonly prepare: (chamber: Chamber) => void;
  readonly args: (chamber: Chamber) => readonly unknown[];
}

const answered = (chamber: Chamber, ...people: readonly number[]): void => {
  const form = makeForm(chamber, 'seminar-registration', { ...seminarValues, capacity: '2' });
  putAnswer(chamber, form, ...people.map((count, index) => signUp(index + 1, count)));
};

const cases: readonly Case[] = [
  {
    name: 'collect: two with a place, two who wait',
    prepare: (chamber) => answered(chamber, 1, 1, 1, 1),
    args: () => ['collect', {}],
  },
  {
    name: 'collect: an answer without a limit beside one with a grid',
    prepare(chamber) {
      const survey = makeForm(chamber, 'general-survey', { surveyName: '参加者アンケート' });
      putAnswer(chamber, survey, {
        'local.satisfaction': '5',
        'local.usefulness': '4',
        'local.evaluation': ['よい', 'よい', 'ふつう', 'よい', 'とてもよい'],
        'local.times': ['平日', '', '土曜'],
      });
      const safety = makeForm(chamber, 'safety-confirmation', { event: '12月3日の地震' });
      putAnswer(chamber, safety, { name: '見本商店', 'local.people': '全員無事', 'local.damage': ['停電'] });
    },
    args: () => ['collect', {}],
  },
  {
    name: 'cancelSubmission: two who wait move up',
    prepare(chamber) {
      answered(chamber, 2, 1, 1, 1);
      ask(chamber, 'collect', {});
    },
    args: (chamber) => [
      'cancelSubmission',
      { submissionId: submissionId(chamber, 'R8-S0001'), version: 0, reason: 'ご本人の都合' },
    ],
  },
];

describe('killed at every call', () => {
  it.each(cases)(
    '$name: killed before each call, same end state',
    { timeout: 900_000 },
    ({ prepare, args }) => {
      const origin = setUpChamber(built);
      prepare(origin);
      killedAtEveryCall(built, origin, args(origin));
    },
  );
});

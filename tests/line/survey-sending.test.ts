/** A LOBO round from the request to 2,300 addresses over two days of quota to the report and the destruction (S13). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, call, clerk, records } from '../support/chamber.ts';
import { hourly, leaveQuota, recipients, successor } from '../support/round.ts';
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

const day = 24 * 3_600_000;
const small = firms(12);

/** Under `npm run test:long` as many as the scenario has; otherwise a tenth, with a tenth of the quota on the first day. */
const scale = process.env.CCI_LONG === '1' ? 1 : 0.1;
const [addresses, firstDay, quarter] = [2300 * scale, 1500 * scale, Math.floor(575 * scale)];

describe('sending to 2,300 addresses (S13)', () => {
  it('takes_two_days_of_quota__changes_hands__reaches_everybody_once__to_the_report_and_the_end', () => {
    const left: readonly Partial<(typeof small)[number]>[] = [
      { email: '' },
      { email: 'none' },
      { sending: '送らない' },
      { sending: 'メール不達' },
    ];
    const all = firms(addresses, (at) => (at < 12 ? (left[at % 4] ?? {}) : {}));
    const chamber = surveyChamber(built);
    ask(chamber, 'startSurvey', startInput(all));
    leaveQuota(chamber, clerk, firstDay);
    const plan = ask(chamber, 'surveyMails', { roundId, purpose: 'request' });
    const mails = addresses - 12;
    expect(plan).toMatchObject({
      mails,
      days: [
        { date: '2026-11-24', count: firstDay },
        { date: '2026-11-25', count: mails - firstDay },
      ],
    });
    expect(plan.reasons.map(({ count }) => count)).toEqual([3, 3, 3, 3]);
    expect(plan.leftOut).toHaveLength(12);
    ask(chamber, 'sendSurvey', { roundId, purpose: 'request', hash: plan.hash });
    for (let run = 0; run < 6 && recipients(chamber).length < firstDay; run += 1) hourly(chamber, clerk);
    expect(recipients(chamber)).toHaveLength(firstDay);
    // The next day another clerk takes over; the first account's trigger sends nothing any more.
    chamber.workspace.advance(day);
    ask(chamber, 'holdSurvey', { roundId, paused: true });
    hourly(chamber, clerk);
    expect(recipients(chamber)).toHaveLength(firstDay);
    call(chamber, 'takeOverSurvey', { roundId }, { user: successor });
    const resumed = call(chamber, 'holdSurvey', { roundId, paused: false }, { user: successor });
    expect(resumed.reply.ok).toBe(true);
    for (let run = 0; run < 6 && recipients(chamber).length < mails; run += 1) hourly(chamber, successor);
    const reached = recipients(chamber);
    expect(reached).toHaveLength(mails);
    expect(new Set(reached).size).toBe(mails);
    const senders = new Set(records(chamber, '送付').map(({ 送信者 }) => 送信者));
    expect([...senders].sort()).toEqual([clerk, successor].sort());
    // A quarter answers, by whatever way; they are not reminded.
    const answering = all.slice(12, 12 + quarter);
    putSurveyAnswers(chamber, answering);
    ask(chamber, 'collect', {});
    ask(chamber, 'enterSurvey', {
      roundId,
      number: all[addresses - 1]?.number ?? '',
      channel: 'FAX',
      typed: { conditions: '悪化' },
    });
    chamber.workspace.advance(5 * day);
    const reminder = ask(chamber, 'surveyMails', { roundId, purpose: 'reminder' });
    expect(reminder.mails).toBe(mails - quarter - 1);
    // The round ends, is reported, and nobody can be told any more.
    ask(chamber, 'closeSurvey', { roundId });
    tabulate(chamber);
    expect(ask(chamber, 'survey', { roundId }).report).toMatchObject({ counted: quarter + 1, isOld: false });
    chamber.workspace.advance(31 * day);
    const { hash } = ask(chamber, 'surveyDestruction', { roundId });
    ask(chamber, 'destroySurvey', { roundId, hash });
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    expect(JSON.stringify(book?.sheets.map((sheet) => sheet.cells))).not.toMatch(/firm\d+@|見本商店/);
    expect(ask(chamber, 'survey', { roundId })).toMatchObject({ answered: quarter + 1, isDestroyed: true });
  }, 120_000);
});

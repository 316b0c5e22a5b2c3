import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, planSending, type SendingOptions, spreadOverDays } from './recipients.ts';

const candidate = (businessNumber: string, more: Partial<Candidate> = {}): Candidate => ({
  businessNumber,
  name: `見本${businessNumber}`,
  email: `info${businessNumber}@example.jp`,
  postalCode: '123-4567',
  postalAddress: '見本県見本市本町1-2-3',
  isMember: true,
  tokusho: 'yes',
  divisions: [],
  operatingStatus: 'operating',
  answered: false,
  bouncedMail: false,
  bouncedPost: false,
  optedOut: false,
  sentAt: null,
  remindedAt: null,
  ...more,
});
const quota = { quotaPerDay: 1500, remainingToday: 1500, otherWaiting: 0 };
const request: SendingOptions = { purpose: 'request', way: 'mail-first', quota };
const reminder: SendingOptions = { ...request, purpose: 'reminder' };

/** Where one candidate ends up. */
function fate(more: Partial<Candidate>, options: SendingOptions = request, filter = {}): string {
  const { mails, letters, leftOut } = planSending([candidate('1', more)], filter, options);
  if (mails[0] !== undefined) return `mail ${mails[0].to}`;
  if (letters[0] !== undefined) return `letter ${letters[0].why}`;
  return leftOut[0]?.reason ?? 'not meant';
}

describe('S13: a request to 2,300 addresses', () => {
  const faults: readonly Partial<Candidate>[] = [
    { email: '' },
    { email: '' },
    { email: '' },
    { email: 'info@example.jp\nBcc: all@example.jp' },
    { email: 'a@example.jp, b@example.jp' },
    { email: 'info＠example.jp' },
    { bouncedMail: true },
    { bouncedMail: true },
    { optedOut: true },
    { optedOut: true },
    { answered: true },
    { operatingStatus: 'closed' },
  ];
  const all = Array.from({ length: 2300 }, (_unused, i) =>
    candidate(String(i + 1).padStart(6, '0'), i % 190 === 7 ? faults[Math.floor(i / 190)] : {}),
  );
  const plan = planSending(all, { unanswered: true }, { ...request, way: 'mail' });

  it('leaves_12_out_each_with_its_reason', () => {
    expect(plan.leftOut.map((one) => one.reason)).toEqual([
      ...['no-address', 'no-address', 'no-address', 'bad-address', 'bad-address', 'bad-address'],
      ...['bounced', 'bounced', 'opted-out', 'opted-out', 'answered', 'closed'],
    ]);
    expect(plan.leftOut[0]).toEqual({ businessNumber: '000008', name: '見本000008', reason: 'no-address' });
  });

  it('sends_1500_on_the_first_day_and_788_on_the_second', () => {
    expect(plan.mails).toHaveLength(2288);
    expect(plan.letters).toEqual([]);
    expect(plan.days).toEqual([
      { day: 0, count: 1500 },
      { day: 1, count: 788 },
    ]);
  });

  it('on_the_second_day__plans_the_788_only_and_nobody_twice', () => {
    const firstDay = new Set(plan.mails.slice(0, 1500).map((one) => one.businessNumber));
    const next = all.map((one) => (firstDay.has(one.businessNumber) ? { ...one, sentAt: 1 } : one));
    const second = planSending(next, { unanswered: true }, { ...request, way: 'mail' });
    expect(second.mails).toEqual(plan.mails.slice(1500));
    expect(second.days).toEqual([{ day: 0, count: 788 }]);
    expect(second.leftOut.filter((one) => one.reason === 'already-sent')).toHaveLength(1500);
  });

  it('the_reminder__goes_to_those_asked_and_not_answered', () => {
    const sent = new Set(plan.mails.map((one) => one.businessNumber));
    const later = all.map((one, i) => ({
      ...one,
      sentAt: sent.has(one.businessNumber) ? 1 : null,
      answered: one.answered || i % 2 === 0,
    }));
    const again = planSending(later, {}, { ...reminder, way: 'mail' });
    const answered = later.filter((one) => one.sentAt !== null && one.answered).length;
    expect(again.mails).toHaveLength(2288 - answered);
    expect(again.mails.every((mail) => sent.has(mail.businessNumber))).toBe(true);
  });
});

describe('the fate of one business', () => {
  it.each([
    [{}, request, 'mail info1@example.jp', ''],
    [{ email: '' }, request, 'letter no-address', ''],
    [{ email: 'a@example.jp;b@example.jp' }, request, 'letter bad-address', ''],
    [{ bouncedMail: true }, request, 'letter bounced', ''],
    [{}, { ...request, way: 'letter' }, 'letter chosen', 'everything by letter'],
    [{ postalAddress: ' ' }, { ...request, way: 'letter' }, 'no-address', ''],
    [{ bouncedPost: true }, { ...request, way: 'letter' }, 'bounced', '宛先不明'],
    [{ email: '', bouncedPost: true }, request, 'bounced', ''],
    [{ email: '', postalAddress: '' }, request, 'no-address', ''],
    [{ email: 'x', postalAddress: '' }, request, 'bad-address', ''],
    [{ bouncedMail: true, bouncedPost: true }, request, 'bounced', ''],
    [{ bouncedPost: true }, request, 'mail info1@example.jp', 'the mail address is still good'],
    [{ operatingStatus: 'closed', answered: true }, request, 'closed', ''],
    [{ operatingStatus: 'moved' }, request, 'mail info1@example.jp', ''],
    [{ optedOut: true }, request, 'opted-out', ''],
    [{ sentAt: 1 }, request, 'already-sent', ''],
    [{ answered: true }, request, 'mail info1@example.jp', 'asked again unless 未回答 is chosen'],
    [{}, reminder, 'not-asked-yet', ''],
    [{ sentAt: 1 }, reminder, 'mail info1@example.jp', ''],
    [{ sentAt: 1, answered: true }, reminder, 'answered', 'by paper or telephone too'],
    [{ sentAt: 1, remindedAt: 5 }, reminder, 'already-sent', ''],
    [
      { sentAt: 1, remindedAt: 5 },
      { ...reminder, remindedSince: 6 },
      'mail info1@example.jp',
      'a second reminder',
    ],
    [{ sentAt: 1, remindedAt: 6 }, { ...reminder, remindedSince: 6 }, 'already-sent', 'resumed after a stop'],
  ] as readonly (readonly [
    Partial<Candidate>,
    SendingOptions,
    string,
    string,
  ])[])('%j %j → %s %s', (more, options, expected) => {
    expect(fate(more, options)).toBe(expected);
  });
});

describe('the filter', () => {
  it.each([
    [{ tokusho: true }, {}, true],
    [{ tokusho: true }, { tokusho: 'no' }, false],
    [{ tokusho: true }, { tokusho: 'unknown' }, false],
    [{ tokusho: false }, { tokusho: 'no' }, true],
    [{ tokusho: false }, { tokusho: 'unknown' }, false],
    [{ member: true }, { isMember: false }, false],
    [{ member: false }, { isMember: false }, true],
    [{ member: null }, { isMember: false }, true],
    [{ divisions: ['retail', 'tourism'] }, { divisions: ['tourism'] }, true],
    [{ divisions: ['retail'] }, { divisions: ['tourism'] }, false],
    [{ divisions: [] }, {}, true],
  ] as const)('%j on %j → %s', (filter, more, meant) => {
    expect(fate(more, request, filter)).toBe(meant ? 'mail info1@example.jp' : 'not meant');
  });

  it('counts_those_passed_over_because_nobody_could_judge', () => {
    const three = [
      candidate('1'),
      candidate('2', { tokusho: 'unknown' }),
      candidate('3', { tokusho: 'unknown', isMember: false }),
    ];
    expect(planSending(three, { tokusho: true, member: true }, request).unjudged).toBe(1);
    expect(planSending(three, {}, request).unjudged).toBe(0);
  });

  it('of_unanswered__names_those_who_answered', () => {
    expect(fate({ answered: true }, request, { unanswered: true })).toBe('answered');
  });
});

describe('a business number that comes twice', () => {
  it('is_sent_to_once', () => {
    const plan = planSending([candidate('1'), candidate('1', { email: 'b@example.jp' })], {}, request);
    expect(plan.mails).toEqual([{ businessNumber: '1', to: 'info1@example.jp' }]);
    expect(plan.leftOut[0]?.reason).toBe('already-sent');
  });
});

describe('days', () => {
  it.each([
    [0, quota, '', 'nothing to send'],
    [1500, quota, '0:1500', 'just full'],
    [1501, quota, '0:1500 1:1', 'one over'],
    [50, { quotaPerDay: 100, remainingToday: 0, otherWaiting: 0 }, '1:50', 'nothing left today'],
    [250, { quotaPerDay: 100, remainingToday: 30, otherWaiting: 0 }, '0:30 1:100 2:100 3:20', ''],
    [
      50,
      { quotaPerDay: 100, remainingToday: 40, otherWaiting: 60 },
      '1:50',
      'others go first, over two days',
    ],
    [50, { quotaPerDay: 100, remainingToday: 100, otherWaiting: 80 }, '0:20 1:30', ''],
    [
      50,
      { quotaPerDay: 0, remainingToday: 20, otherWaiting: 0 },
      '0:20',
      'no quota from tomorrow: the rest has no day',
    ],
    [50, { quotaPerDay: 0, remainingToday: 0, otherWaiting: 0 }, '', 'no quota at all'],
  ])('%i with %j → %s %s', (count, given, expected) => {
    expect(
      spreadOverDays(count, given)
        .map((one) => `${one.day}:${one.count}`)
        .join(' '),
    ).toBe(expected);
  });
});

describe('property', () => {
  it('everyone_meant_stands_in_exactly_one_list', () => {
    const any = fc.record({
      email: fc.constantFrom('', 'a@example.jp', 'a@example.jp\n', 'a'),
      postalAddress: fc.constantFrom('', '見本市1'),
      operatingStatus: fc.constantFrom('', 'closed', 'moved'),
      answered: fc.boolean(),
      bouncedMail: fc.boolean(),
      bouncedPost: fc.boolean(),
      optedOut: fc.boolean(),
      sentAt: fc.constantFrom(null, 1),
      remindedAt: fc.constantFrom(null, 1),
    });
    const options = fc.record({
      purpose: fc.constantFrom('request' as const, 'reminder' as const),
      way: fc.constantFrom('mail-first' as const, 'mail' as const, 'letter' as const),
      quota: fc.constant(quota),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), options, (list, given) => {
        const all = list.map((more, i) => candidate(String(i), more));
        const { mails, letters, leftOut } = planSending(all, {}, given);
        const numbers = [...mails, ...letters, ...leftOut].map((one) => one.businessNumber);
        expect(numbers.sort()).toEqual(all.map((one) => one.businessNumber).sort());
        for (const { to } of mails) expect(to).toBe('a@example.jp');
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

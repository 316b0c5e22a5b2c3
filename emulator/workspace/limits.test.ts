import { describe, expect, it } from 'vitest';
import { cacheGet, cachePut } from './cache.ts';
import { sendMail } from './mail.ts';
import { writeProperties } from './properties.ts';
import { remaining } from './quotas.ts';
import { addTrigger, nextFiring, ownTriggers, takeDueTriggers } from './triggers.ts';
import { openWorkspace } from './workspace.ts';

const DAY = 86_400_000;
const open = () => openWorkspace({ clock: 'virtual', startAt: '2026-04-01T00:00:00Z', seed: 1 });
const SCRIPT = { kind: 'script', owner: '' } as const;
const mailTo = (to: string) => ({ to, subject: '件名', body: '本文' });

describe('quotas', () => {
  it('mail__consumer_account__stops_at_100_recipients_and_opens_after_a_day', () => {
    const workspace = open();
    const user = 'a@gmail.com';
    const fifty = Array.from({ length: 50 }, (_, i) => `m${i}@example.jp`).join(',');
    sendMail(workspace, user, mailTo(fifty));
    sendMail(workspace, user, mailTo(fifty));
    expect(remaining(workspace, user, 'mailRecipients')).toBe(0);
    expect(() => sendMail(workspace, user, mailTo('x@example.jp'))).toThrow(/too many times for one day/);
    expect(workspace.state.mails).toHaveLength(2);
    workspace.advance(DAY);
    sendMail(workspace, user, mailTo('x@example.jp'));
    expect(remaining(workspace, user, 'mailRecipients')).toBe(99);
  });

  it('mail__51_recipients__is_refused_and_costs_nothing', () => {
    const workspace = open();
    const many = Array.from({ length: 51 }, (_, i) => `m${i}@example.jp`).join(',');
    expect(() => sendMail(workspace, 'a@cci.example.jp', mailTo(many))).toThrow(/Recipients Per Message/);
    expect(remaining(workspace, 'a@cci.example.jp', 'mailRecipients')).toBe(1500);
  });

  it.each(['件名\r\nBcc: x@example.jp', 'a\nb'])('mail__newline_in_subject__is_refused (%j)', (subject) => {
    expect(() => sendMail(open(), 'a@cci.example.jp', { to: 'x@example.jp', subject, body: '' })).toThrow(
      /subject/,
    );
  });

  it('mail__named_address__is_reduced_to_the_address', () => {
    expect(sendMail(open(), 'a@cci.example.jp', mailTo('見本商会 <x@example.jp>')).to).toEqual([
      'x@example.jp',
    ]);
  });

  it('properties__store_over_500KB__writes_nothing', () => {
    const workspace = open();
    const values = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, 'x'.repeat(9000)]));
    expect(() => writeProperties(workspace, SCRIPT, values, false, 'a')).toThrow(/quota/);
    expect(workspace.state.properties.script).toEqual({});
  });

  it('properties__japanese_text__counts_in_bytes', () => {
    expect(() => writeProperties(open(), SCRIPT, { k: 'あ'.repeat(3073) }, false, 'a')).toThrow(/too large/);
  });

  it('cache__after_its_life__is_gone', () => {
    const workspace = open();
    cachePut(workspace, 'script', { k: 'v' }, 10);
    expect(cacheGet(workspace, 'script', ['k'])).toEqual({ k: 'v' });
    workspace.advance(10_000);
    expect(cacheGet(workspace, 'script', ['k'])).toEqual({});
  });

  it('cache__over_1000_items__drops_those_that_expire_first', () => {
    const workspace = open();
    for (let i = 0; i <= 1000; i++) cachePut(workspace, 'script', { [`k${i}`]: 'v' }, 100 + i);
    expect(cacheGet(workspace, 'script', ['k0', 'k1000'])).toEqual({ k1000: 'v' });
  });
});

describe('triggers', () => {
  const daily = {
    handler: 'f',
    owner: 'a',
    eventType: 'CLOCK',
    source: 'CLOCK',
    sourceId: '',
    clock: { everyDays: 1, atHour: 9 },
  } as const;

  it('daily__at_nine__fires_between_nine_and_ten_in_tokyo', () => {
    const at = nextFiring({ everyDays: 1, atHour: 9 }, 'id', Date.parse('2026-04-01T00:00:00+09:00'));
    const hour = new Date(at + 9 * 3_600_000).getUTCHours();
    expect(hour).toBe(9);
  });

  it('due__days_later__fires_once_and_moves_on', () => {
    const workspace = open();
    addTrigger(workspace, daily);
    expect(takeDueTriggers(workspace)).toHaveLength(0);
    workspace.advance(3 * DAY);
    expect(takeDueTriggers(workspace)).toHaveLength(1);
    expect(takeDueTriggers(workspace)).toHaveLength(0);
  });

  it('owner__sees_only_own__and_has_twenty_at_most', () => {
    const workspace = open();
    for (let i = 0; i < 20; i++) addTrigger(workspace, daily);
    expect(() => addTrigger(workspace, daily)).toThrow(/too many triggers/);
    addTrigger(workspace, { ...daily, owner: 'b' });
    expect(ownTriggers(workspace, 'b')).toHaveLength(1);
  });
});

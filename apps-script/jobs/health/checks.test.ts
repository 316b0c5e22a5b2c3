import { describe, expect, it } from 'vitest';
import { settingsVersion } from '../book/settings.ts';
import { checkOrder, findingsOf, type State } from './checks.ts';
import type { Seen, SeenBook } from './look.ts';
import { type CheckId, checkWords } from './words.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-24T10:00:00+09:00');
const me = 'clerk@mihon-cci.example';
const other = 'mae@mihon-cci.example';

const book: SeenBook = {
  version: settingsVersion,
  forms: [],
  layout: undefined,
  round: null,
  waiting: 0,
  hasSecret: true,
  destruction: { rules: [], issues: [], due: [], refused: [], day: '2026-11-24', hash: '' },
  people: 0,
  rolesShown: true,
};

const seen: Seen = {
  user: me,
  now,
  triggers: [{ id: 't', handler: 'hourlyCatchUp', formId: '' }],
  accounts: { [me]: { since: now - hour, ran: 0, left: [] } },
  authorisation: { isMissing: false, url: '' },
  mailsLeft: 1500,
  zones: { script: 'Asia/Tokyo', book: 'Asia/Tokyo' },
  missing: [],
  version: settingsVersion,
  book,
};

const form = (triggerOwner: string, updating = ''): SeenBook['forms'][number] => ({
  row: {
    at: 2,
    templateId: 'membership-application',
    templateVersion: '1.0.0',
    fileName: '',
    formId: 'f',
    state: 'open',
    madeAt: '',
    madeBy: me,
    triggerOwner,
    cursor: '',
    values: {},
    closesOn: '',
    updating,
  },
  health: {
    formId: 'f',
    title: '入会申込',
    published: true,
    accepting: true,
    linked: true,
    triggerOwner,
    version: '1.0.0',
    newest: '1.0.0',
    updating: updating !== '',
    questions: { retired: [], missing: [], own: 0, conflicts: 0 },
    issues: [],
  },
});

interface Case {
  readonly name: string;
  readonly check: CheckId;
  readonly change: Partial<Seen>;
  readonly ofBook?: Partial<SeenBook>;
  readonly state: State;
  readonly says: string;
}

const ranAgo = (hours: number) => ({ since: 0, ran: now - hours * hour, left: [] });

const cases: readonly Case[] = [
  {
    name: 'rights missing',
    check: 'scopes',
    change: { authorisation: { isMissing: true, url: 'https://accounts.google.com/x' } },
    state: 'bad',
    says: 'https://accounts.google.com/x',
  },
  { name: 'few mails left', check: 'quota', change: { mailsLeft: 49 }, state: 'warn', says: '49' },
  { name: 'no mail left', check: 'quota', change: { mailsLeft: 0 }, state: 'bad', says: 'あと 0' },
  { name: 'older settings', check: 'version', change: { version: 1 }, state: 'bad', says: '版 1' },
  { name: 'not set up', check: 'version', change: { version: null }, state: 'bad', says: '準備' },
  {
    name: 'hourly run of another account, at work',
    check: 'hourly',
    change: { triggers: [], accounts: { [other]: ranAgo(1) } },
    state: 'ok',
    says: other,
  },
  {
    name: 'hourly run of another account, silent',
    check: 'hourly',
    change: { triggers: [], accounts: { [other]: ranAgo(3) } },
    state: 'bad',
    says: other,
  },
  {
    name: 'nobody has run for three hours',
    check: 'collected',
    change: { accounts: { [me]: ranAgo(3) } },
    state: 'bad',
    says: '07:00',
  },
  {
    name: 'submit trigger of another account, at work',
    check: 'trigger',
    change: { accounts: { [other]: ranAgo(1) } },
    ofBook: { forms: [form(other)] },
    state: 'ok',
    says: other,
  },
  {
    name: 'submit trigger of another account, silent',
    check: 'trigger',
    change: { accounts: { [other]: ranAgo(30) } },
    ofBook: { forms: [form(other)] },
    state: 'warn',
    says: other,
  },
  {
    name: 'update in progress',
    check: 'update',
    change: {},
    ofBook: { forms: [form(me, 'u1')] },
    state: 'bad',
    says: '適用途中',
  },
  { name: 'no layout', check: 'layout', change: {}, state: 'bad', says: '選び直して' },
  {
    name: 'roles written by hand',
    check: 'roles',
    change: {},
    ofBook: { rolesShown: false },
    state: 'warn',
    says: '手で',
  },
];

describe('findingsOf', () => {
  it.each(cases)('$check, $name: $state', ({ check, change, ofBook = {}, state, says }) => {
    const found = findingsOf(check, { ...seen, ...change, book: { ...book, ...ofBook } });
    expect(found.map((one) => one.state)).toEqual([state]);
    expect(found[0]?.seen).toContain(says);
  });

  it('time_zone_of_the_script__no_button_mends_it', () => {
    const zones = { script: 'America/New_York', book: 'Asia/Tokyo' };
    expect(findingsOf('zone', { ...seen, zones })[0]).toMatchObject({ state: 'bad', byHand: true });
  });

  it('sheets_missing__what_needs_them_is_unknown_and_cannot_be_mended', () => {
    for (const check of ['trigger', 'open', 'retention', 'secrets'] as const) {
      expect(findingsOf(check, { ...seen, book: null })).toMatchObject([{ state: 'unknown', byHand: true }]);
    }
  });

  it('order__holds_every_check_once', () => {
    expect([...checkOrder].sort()).toEqual(Object.keys(checkWords).sort());
  });
});

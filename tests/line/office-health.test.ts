/** 点検: what it says of a chamber that works, of one that does not, and what its buttons mend. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { HealthRow } from '../../addon/view/health-protocol.ts';
import { type Built, buildProduct } from '../support/built.ts';
import {
  ask,
  type Chamber,
  call,
  clerk,
  newChamber,
  readyChamber,
  run,
  setupInput,
  theForm,
} from '../support/chamber.ts';
import { business, ledgerChamber, roundInput } from '../support/round.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const rowOf = (chamber: Chamber, check: string): HealthRow => {
  const row = ask(chamber, 'health', {}).rows.find(({ id }) => id.split(':')[0] === check);
  if (row === undefined) throw new Error(`no line ${check}`);
  return row;
};

const hoursLater = (chamber: Chamber, hours: number): void => chamber.workspace.advance(hours * 3_600_000);

describe('health', () => {
  it('S1__first_form__every_line_is_well_and_names_the_account_of_the_trigger', () => {
    const chamber = newChamber(built);
    ask(chamber, 'setup', setupInput);
    ask(chamber, 'createForm', { templateId: 'membership-application' });
    const { rows } = ask(chamber, 'health', {});
    const unwell = rows.filter(({ state }) => state !== 'ok');
    expect(unwell.map(({ id, state }) => [id, state])).toEqual([['layout', 'info']]);
    expect(unwell[0]?.seen).toContain('仮の配置');
    for (const check of ['hourly', 'trigger']) {
      expect(rows.find(({ id }) => id.startsWith(check))?.seen, check).toContain(clerk);
    }
    const { triggers, forms } = chamber.workspace.state;
    const before = [triggers.length, Object.keys(forms).length];
    ask(chamber, 'createForm', { templateId: 'membership-application' });
    expect([triggers.length, Object.keys(forms).length]).toEqual(before);
    for (const row of rows)
      expect(
        [row.label, row.why].every((text) => text !== ''),
        row.id,
      ).toBe(true);
  });

  it('before_the_set_up__says_what_is_missing_and_does_not_fail', () => {
    const { rows } = ask(newChamber(built), 'health', {});
    expect(rows.find(({ id }) => id === 'sheets')).toMatchObject({ state: 'bad' });
    expect(rows.find(({ id }) => id === 'retention')).toMatchObject({ state: 'unknown', mend: null });
  });

  interface Break {
    readonly check: string;
    readonly state: HealthRow['state'];
    readonly harm: (chamber: Chamber) => void;
  }
  const breaks: readonly Break[] = [
    {
      check: 'hourly',
      state: 'bad',
      harm(chamber) {
        const { state } = chamber.workspace;
        state.triggers = state.triggers.filter(({ handler }) => handler !== 'hourlyCatchUp');
      },
    },
    {
      check: 'trigger',
      state: 'bad',
      harm(chamber) {
        const { state } = chamber.workspace;
        state.triggers = state.triggers.filter(({ handler }) => handler !== 'onFormSubmitted');
      },
    },
    { check: 'collected', state: 'bad', harm: (chamber) => hoursLater(chamber, 3) },
    {
      check: 'open',
      state: 'bad',
      harm(chamber) {
        theForm(chamber).acceptingResponses = false;
      },
    },
    {
      check: 'linked',
      state: 'bad',
      harm(chamber) {
        delete theForm(chamber).destination;
      },
    },
    {
      check: 'sheets',
      state: 'bad',
      harm(chamber) {
        const book = chamber.workspace.state.spreadsheets[chamber.bookId];
        if (book !== undefined) book.sheets = book.sheets.filter(({ name }) => name !== '廃棄記録');
      },
    },
    {
      check: 'zone',
      state: 'bad',
      harm(chamber) {
        const book = chamber.workspace.state.spreadsheets[chamber.bookId];
        if (book !== undefined) book.timeZone = 'America/New_York';
      },
    },
  ];
  it.each(breaks)('$check broken: seen, mended by one call, the second call changes nothing', ({
    check,
    state,
    harm,
  }) => {
    const chamber = readyChamber(built);
    expect(rowOf(chamber, check).state).toBe('ok');
    harm(chamber);
    const row = rowOf(chamber, check);
    expect(row.state).toBe(state);
    expect(row.how).not.toBe('');
    const { id = '' } = row.mend ?? {};
    ask(chamber, 'mend', { id });
    expect(rowOf(chamber, check).state).toBe('ok');
    const { triggers } = chamber.workspace.state;
    const standing = triggers.map(({ id: trigger }) => trigger);
    ask(chamber, 'mend', { id });
    expect(chamber.workspace.state.triggers.map(({ id: trigger }) => trigger)).toEqual(standing);
  });

  it('hourly_run__noted__collected_is_well_again', () => {
    const chamber = readyChamber(built);
    hoursLater(chamber, 3);
    expect(rowOf(chamber, 'collected').state).toBe('bad');
    const result = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
    expect(result.ok).toBe(true);
    expect(rowOf(chamber, 'collected').state).toBe('ok');
  });

  it('secret_of_a_round_lost__links_are_made_anew_by_one_call', () => {
    const chamber = ledgerChamber(built, [business(1)]);
    ask(chamber, 'startRound', roundInput);
    expect(rowOf(chamber, 'secrets').state).toBe('ok');
    const { script } = chamber.workspace.state.properties;
    delete script[`cci.secrets.${chamber.bookId}`];
    const row = rowOf(chamber, 'secrets');
    expect(row.state).toBe('bad');
    ask(chamber, 'mend', { id: row.id });
    expect(rowOf(chamber, 'secrets').state).toBe('ok');
    const made = script[`cci.secrets.${chamber.bookId}`];
    ask(chamber, 'mend', { id: row.id });
    expect(script[`cci.secrets.${chamber.bookId}`]).toBe(made);
  });

  it('closed_by_staff__is_well_and_stays_closed', () => {
    const chamber = readyChamber(built);
    ask(chamber, 'closeForm', { formId: theForm(chamber).id });
    const row = rowOf(chamber, 'open');
    expect(row).toMatchObject({ state: 'ok', mend: null });
    ask(chamber, 'mend', { id: row.id });
    expect(theForm(chamber).acceptingResponses).toBe(false);
  });

  it.each([
    ['nothing', 'health.unknown'],
    ['open:other', 'health.unknown'],
    ['quota', 'health.by-hand'],
    ['__proto__', 'health.unknown'],
  ])('mend %s: refused in words', (id, code) => {
    const { reply } = call(readyChamber(built), 'mend', { id });
    expect(reply).toMatchObject({ ok: false, issues: [{ code }] });
  });
});

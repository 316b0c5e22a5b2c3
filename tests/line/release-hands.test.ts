/** The pull agent beside people: what somebody began is left to them for a while, what somebody edits is looked at again within the hour; a call that the platform breaks is made again. */
import { beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../emulator/workspace/platform-error.ts';
import type { Built } from '../support/built.ts';
import { ask, type Chamber, chamberFrom, records, run, snapshot } from '../support/chamber.ts';
import { endState } from '../support/end-state.ts';
import { formRow, onlyForm, preview, stateOf, titles } from '../support/forms.ts';
import { goodHour, hour, nextHour } from '../support/release.ts';
import {
  mandatedRelease,
  mixedRelease,
  offeredTo,
  pledge,
  programBefore,
  type World,
} from '../support/release-samples.ts';

const newQuestion = '適格請求書発行事業者登録番号';
const ownHelp = '自所の説明です。';

let built: Built;
beforeAll(async () => {
  built = await programBefore();
}, 240_000);

const runningStates = (chamber: Chamber): readonly unknown[] =>
  records(chamber, '_updates').map(({ state }) => state);

/** The chamber as everybody sees it, without the agent's memory and its mails. */
function seen(chamber: Chamber): unknown {
  const { sheets, ...rest } = JSON.parse(JSON.stringify(endState(chamber))) as {
    readonly sheets: readonly { readonly name: string }[];
  };
  return { ...rest, mails: null, sheets: sheets.filter(({ name }) => name !== '_pull') };
}

describe('update that a person began and that broke off', () => {
  /** A day after the agent said that an update waits, a person decides, presses, and the run dies midway. */
  function begun(): World & { readonly again: () => void } {
    const world = offeredTo(built, mixedRelease());
    const { chamber } = world;
    ask(chamber, 'saveRelease', { policy: 'ask', deferUntil: '' });
    stateOf(chamber, 'capital').help = ownHelp;
    goodHour(chamber);
    chamber.workspace.advance(24 * hour);
    const formId = onlyForm(chamber).id;
    const { hash, plan } = preview(chamber);
    const decisions = plan.conflicts.map(({ element, property }) => ({ element, property, choice: 'ours' }));
    expect(decisions).toHaveLength(1);
    const input = ['applyUpdate', { formId, hash, decisions }];
    const { calls } = run(chamberFrom(built, snapshot(chamber), chamber.bookId), 'rpc', input);
    const before = JSON.stringify(onlyForm(chamber).items);
    const failAtCall = calls.list.indexOf('Item.update') + 2;
    expect(run(chamber, 'rpc', input, { failAtCall }).ok).toBe(false);
    expect(runningStates(chamber)).toEqual(['適用途中']);
    expect(JSON.stringify(onlyForm(chamber).items)).not.toBe(before);
    const again = (): void => {
      expect(run(chamber, 'rpc', input)).toMatchObject({ ok: true, value: { ok: true } });
    };
    return { ...world, again };
  }

  it('within_three_hours__nothing_is_changed_and_it_waits', () => {
    const { chamber, jcci } = begun();
    const left = JSON.stringify(onlyForm(chamber));
    for (let passed = 1; passed < 3; passed++) {
      goodHour(chamber);
      expect(JSON.stringify(onlyForm(chamber))).toBe(left);
      expect(runningStates(chamber)).toEqual(['適用途中']);
      expect(jcci.last()).toMatchObject({ waiting: 1, release: { outcome: 'waiting' } });
    }
  });

  it('after_three_hours__is_gone_on_with__as_if_the_person_had_pressed_again', () => {
    const { chamber, jcci } = begun();
    goodHour(chamber);
    goodHour(chamber);
    goodHour(chamber);
    expect(runningStates(chamber)).toEqual(['適用済']);
    expect(formRow(chamber)).toMatchObject({ templateVersion: '1.1.0', updating: '' });
    expect(stateOf(chamber, 'capital').help).toBe(ownHelp);
    expect(titles(chamber)).toContain(newQuestion);
    expect(jcci.last()).toMatchObject({ waiting: 0, release: { outcome: 'applied' } });
    const pressed = begun();
    pressed.again();
    goodHour(pressed.chamber);
    goodHour(pressed.chamber);
    goodHour(pressed.chamber);
    expect(seen(chamber)).toEqual(seen(pressed.chamber));
    // What was decided is not asked again.
    expect(preview(chamber).plan.conflicts).toEqual([]);
  });
});

describe('form that somebody edits while the agent changes it', () => {
  function edited(): World & { readonly back: () => void } {
    const world = offeredTo(built, mandatedRelease());
    const { chamber, jcci } = world;
    const undisturbed = chamberFrom(built, snapshot(chamber), chamber.bookId);
    jcci.serve(undisturbed);
    const { calls } = goodHour(undisturbed);
    jcci.got.length = 0;
    const died = nextHour(chamber, { failAtCall: calls.list.indexOf('Item.update') + 1 });
    expect(died.ok).toBe(false);
    expect(runningStates(chamber)).toEqual(['適用途中']);
    const item = stateOf(chamber, 'phone');
    const { title } = item;
    item.title = '代表電話';
    return {
      ...world,
      back: () => {
        stateOf(chamber, 'phone').title = title;
      },
    };
  }

  it('is_no_failure_of_the_release__and_looked_at_again_with_the_next_run', () => {
    const { chamber, jcci, back } = edited();
    const old = pledge(chamber);
    goodHour(chamber);
    goodHour(chamber);
    expect(pledge(chamber)).toBe(old);
    expect(jcci.last().release).toMatchObject({ outcome: 'applied', error: '' });
    back();
    goodHour(chamber);
    expect(pledge(chamber)).toBe('誓約の文を改めました。');
    expect(formRow(chamber)).toMatchObject({ templateVersion: '1.1.0', updating: '' });
    expect(runningStates(chamber)).toEqual(['適用済']);
  });
});

describe('platform that breaks one call upon a form', () => {
  it.each([
    'Form.getItems',
    // A form that cannot be opened just now is not taken for one that was deleted.
    'FormApp.openById',
  ])('%s__is_asked_again__the_release_is_taken_in_the_same_hour', (broke) => {
    const { chamber, jcci } = offeredTo(built, mandatedRelease());
    let broken = 0;
    let looks = false;
    goodHour(chamber, {
      onCall: (_call, name) => {
        // What comes before in the hour is the taking in of answers.
        looks ||= name === 'UrlFetchApp.fetch';
        if (!looks || name !== broke || broken > 0) return;
        broken++;
        refuse("We're sorry, a server error occurred. Please wait a bit and try again.");
      },
    });
    expect(broken).toBe(1);
    expect(pledge(chamber)).toBe('誓約の文を改めました。');
    expect(jcci.last().release).toMatchObject({ outcome: 'applied', error: '' });
  });
});

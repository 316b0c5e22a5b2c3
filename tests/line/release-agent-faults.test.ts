/** What the pull agent does with what it cannot follow, with words, with surveys, and when somebody has left. */
import { beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../emulator/workspace/platform-error.ts';
import type { Built } from '../support/built.ts';
import { ask, type Chamber, run } from '../support/chamber.ts';
import { formRow, onlyForm } from '../support/forms.ts';
import { connected, goodHour, hour, Jcci, nextHour, packed, pullState } from '../support/release.ts';
import {
  mandatedRelease,
  membership,
  mixedRelease,
  offeredTo,
  onlyMandated,
  pledge,
  programBefore,
  second,
  type World,
} from '../support/release-samples.ts';

let built: Built;
const v11 = mixedRelease();
const small = mandatedRelease();
beforeAll(async () => {
  built = await programBefore();
}, 240_000);

const offered = (text: string, templateId?: string, values?: Record<string, string>): World =>
  offeredTo(built, text, templateId, values);

describe('words of messages', () => {
  it('replace_the_programs_own__where_they_can__and_go_back_with_a_roll_back', () => {
    const text = packed('1.1.0', (templates) => onlyMandated(membership(templates)), {
      messages: JSON.stringify({
        'release.deferral-day': { message: '日商の新しい文です。', remedy: '選び直してください。' },
        'release.deferral-long': { message: '{secret} があります。', remedy: '' },
        'no.such.code': { message: '見本', remedy: '' },
      }),
    });
    const { chamber, jcci } = offered(text);
    const told = (deferUntil: string): string => {
      const result = run(chamber, 'rpc', ['saveRelease', { policy: 'mandated', deferUntil }]);
      return JSON.stringify(result.ok && result.value);
    };
    expect(told('2026-11-01')).toContain('見送る日が、今日より前');
    goodHour(chamber);
    expect(told('2026-11-01')).toContain('日商の新しい文です。');
    expect(told('2028-11-01')).toContain('見送りは 90 日までです。');
    jcci.event({ kind: 'roll-back', by: 'jcci', reason: '', rings: [] }, chamber.workspace.now());
    goodHour(chamber);
    expect(told('2026-11-01')).toContain('見送る日が、今日より前');
  });
});

describe('what cannot be followed', () => {
  const pulled = (chamber: Chamber): string => {
    goodHour(chamber);
    return String(pullState(chamber).error);
  };

  it('paused__is_not_taken', () => {
    const { chamber, jcci } = offered(v11);
    jcci.event({ kind: 'pause', by: 'jcci', reason: '' }, chamber.workspace.now());
    goodHour(chamber);
    expect(jcci.asked).toEqual(['rollout']);
    expect(jcci.last()).toMatchObject({ version: '', release: null });
    expect(ask(chamber, 'release', {}).state).toBe('順番待ち');
  });

  it('forged_or_old_rollout__or_nothing_at_all__changes_nothing_and_is_shown', () => {
    const { chamber, jcci } = offered(v11);
    const good = jcci.answer(
      { method: 'GET', url: `x?page=rollout`, headers: {}, contentType: '', body: '' },
      0,
    );
    jcci.forged = good.replace('"seals":{"13-001":"', '"seals":{"13-001":"0');
    expect(pulled(chamber)).toBe('rollout.seal');
    jcci.forged = good.replace(/"13-001":"./, '"13-001":"x');
    expect(pulled(chamber)).toBe('rollout.seal');
    jcci.forged = good.replace(/"paused\\":false/, '"paused\\":true');
    expect(pulled(chamber)).toBe('rollout.seal');
    jcci.down = true;
    expect(pulled(chamber)).toBe('rollout.unreadable');
    expect(ask(chamber, 'release', {}).problem).not.toBe('');
    jcci.down = false;
    jcci.forged = null;
    jcci.event({ kind: 'pause', by: 'jcci', reason: '' }, chamber.workspace.now());
    expect(pulled(chamber)).toBe('');
    jcci.forged = good;
    expect(pulled(chamber)).toBe('rollout.older');
    expect(formRow(chamber).templateVersion).toBe('1.0.0');
    expect(ask(chamber, 'release', {}).version).toBe('');
  });

  it('release_file_changed_on_the_way__three_times__is_a_failure__and_the_old_one_stays', () => {
    const { chamber, jcci } = offered(v11);
    jcci.releases.set('1.1.0', v11.replace('誓約の文を改めました', '別の文にしました'));
    for (const outcome of [null, null, { version: '1.1.0', outcome: 'failed', error: 'release.hash' }]) {
      goodHour(chamber);
      expect(jcci.last().release).toEqual(outcome);
    }
    expect(pledge(chamber)).not.toContain('別の文');
    expect(ask(chamber, 'release', {})).toMatchObject({ version: '', tone: 'bad' });
    // Mended at JCCI, and offered again: it goes through.
    jcci.releases.set('1.1.0', v11);
    goodHour(chamber);
    expect(jcci.last().release).toMatchObject({ outcome: 'applied' });
  });

  it('file_that_this_program_cannot_read__or_a_newer_program_asked_for__fails_at_once', () => {
    const broken = packed('1.1.0', (templates) => second(membership(templates)), {
      'template.mihon': JSON.stringify({ document: { id: 'mihon' }, mails: {} }),
    });
    const one = offered(broken);
    goodHour(one.chamber);
    expect(one.jcci.last()).toMatchObject({
      version: '',
      release: { outcome: 'failed', error: 'release.content' },
    });
    const newer = packed('1.1.0', (templates) => second(membership(templates)), {}, '9.0.0');
    const two = offered(newer);
    goodHour(two.chamber);
    expect(two.jcci.last()).toMatchObject({
      version: '',
      release: { outcome: 'failed', error: 'release.addon-older' },
    });
  });

  it('form_that_the_chamber_deleted__is_its_own_business_and_stops_no_rollout', () => {
    const { chamber, jcci } = offered(v11);
    const { forms, files } = chamber.workspace.state;
    const formId = onlyForm(chamber).id;
    delete forms[formId];
    delete files[formId];
    nextHour(chamber);
    expect(jcci.last().release).toMatchObject({ outcome: 'applied' });
  });

  it('platform_that_breaks_off__three_hours_long__is_a_failure', () => {
    const { chamber, jcci } = offered(v11);
    for (const outcome of [undefined, undefined, 'failed']) {
      goodHour(chamber, {
        onCall: (_n, name) => {
          if (name === 'Item.update') refuse('Invalid argument: item');
        },
      });
      expect(jcci.got.at(-1)?.release?.outcome).toBe(outcome);
    }
  });
});

describe('survey', () => {
  it('while_answers_are_given__nothing_is_changed__not_even_what_is_required', () => {
    const survey = 'general-survey';
    const text = packed('2.0.0', (templates) => {
      const template = templates.get(survey);
      if (template === undefined) throw new Error('no survey');
      template.version = '99.0.0';
      template.ownership = 'mandated';
      template.description = '日商の新しい説明です。';
    });
    const { chamber, jcci } = offered(text, survey, { surveyName: '見本の調査' });
    const before = JSON.stringify(onlyForm(chamber));
    goodHour(chamber);
    expect(JSON.stringify(onlyForm(chamber))).toBe(before);
    expect(jcci.last().release).toMatchObject({ outcome: 'applied' });
    ask(chamber, 'closeForm', { formId: onlyForm(chamber).id });
    chamber.workspace.advance(24 * hour);
    goodHour(chamber);
    expect(onlyForm(chamber).description).toBe('日商の新しい説明です。');
  });
});

describe('who looks', () => {
  it('two_accounts_in_one_hour__one_looks', () => {
    const { chamber, jcci } = offered(v11);
    const other = 'other@mihon-cci.example';
    chamber.workspace.addUser({ email: other, name: '見本 次郎', role: 'staff' });
    ask(chamber, 'overview', {});
    run(chamber, 'rpc', ['mend', { id: 'hourly' }], { user: other });
    goodHour(chamber);
    run(chamber, 'hourlyCatchUp', [], { kind: 'trigger', user: other });
    expect(jcci.asked.filter((page) => page === 'rollout')).toHaveLength(1);
  });

  it('owner_of_the_trigger_has_left__whoever_opens_the_program_next_takes_over', () => {
    const { chamber, jcci } = offered(v11);
    const other = 'other@mihon-cci.example';
    chamber.workspace.addUser({ email: other, name: '見本 次郎', role: 'staff' });
    chamber.workspace.state.triggers.length = 0;
    chamber.workspace.advance(4 * hour);
    const visit = run(chamber, 'rpc', ['attention', {}], { user: other });
    expect(visit.ok).toBe(true);
    expect(chamber.workspace.state.triggers.map(({ owner, handler }) => `${owner} ${handler}`)).toEqual([
      `${other} hourlyCatchUp`,
    ]);
    chamber.workspace.advance(hour);
    const runs = chamber.runtime.runDueTriggers();
    expect(runs.map(({ ok }) => ok)).toEqual([true]);
    expect(pledge(chamber)).toBe('誓約の文を改めました。');
    expect(jcci.last().release).toMatchObject({ outcome: 'applied' });
  });

  it('not_connected__nobody_is_asked_anything', () => {
    const jcci = new Jcci();
    const chamber = connected(built, jcci);
    jcci.publish(v11, chamber.workspace.now());
    ask(chamber, 'connectRelease', { code: '' });
    goodHour(chamber);
    expect(jcci.asked).toEqual([]);
    expect(ask(chamber, 'release', {}).chamber).toBe('');
  });

  it('nothing_new__is_a_handful_of_calls', () => {
    const { chamber } = offered(small);
    goodHour(chamber);
    const linked = goodHour(chamber).calls.total;
    ask(chamber, 'connectRelease', { code: '' });
    const bare = goodHour(chamber).calls.total;
    expect(linked - bare).toBeLessThanOrEqual(18);
  });
});

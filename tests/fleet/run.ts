/** One run: three releases over virtual days, the second bad, while people edit, owners leave, calls fail and strangers write to JCCI. */

import { readForms } from '../../apps-script/jobs/book/forms.ts';
import { formJobs } from '../../apps-script/jobs/parts.ts';
import { pull } from '../../apps-script/jobs/release/agent.ts';
import { saveReleaseSettings } from '../../apps-script/jobs/release/settings.ts';
import { standOn } from '../../apps-script/jobs/release/standing.ts';
import { visited } from '../../apps-script/jobs/release/visit.ts';
import type { ListedChamber } from '../../shared/release/rings.ts';
import { dayOf } from '../../shared/text/days.ts';
import { chamberOf, modelChamber } from './fleet.ts';
import { Jcci } from './jcci.ts';
import type { Required, Simulated } from './releases.ts';
import { type Edit, editForm } from './staff.ts';
import type { Chamber, Outside } from './world/chamber.ts';
import { pick, randomOf } from './world/weather.ts';

export interface RunOptions {
  readonly seed: number;
  readonly chambers: number;
  /** Templates of the forms that every chamber has; one may stand twice. */
  readonly templates: readonly string[];
  readonly releases: readonly Simulated[];
  /** Share of calls that fail. */
  readonly faults: number;
}

const hour = 3_600_000;
/** 2026-12-01 09:00 in Japan. */
const begin = Date.UTC(2026, 11, 1, 0);
/** When each release begins, and when the run ends, in hours. The second is found bad and taken back before the third. */
const schedule: readonly number[] = [0, 76, 82];
const lastHour = 160;

export interface Member {
  readonly chamber: Chamber;
  readonly edits: Edit[];
  policy: 'mandated' | 'all' | 'ask';
  deferred: boolean;
  /** An update that somebody began was broken off: that person sees it and presses again. */
  midway: boolean;
  /** Template by form. */
  readonly templates: ReadonlyMap<string, string>;
  /** When the texts that a release requires stood in all its forms, by release. */
  readonly required: Map<string, number>;
  /** Hours in which nobody's trigger ran. */
  readonly unreachable: number[];
}

export interface Line {
  readonly hour: number;
  readonly version: string;
  readonly count: number;
}

export interface RunResult {
  readonly options: RunOptions;
  readonly members: readonly Member[];
  readonly jcci: Jcci;
  readonly timeline: readonly Line[];
  /** Chambers that were offered the bad release, in order of their codes, and when it stopped. */
  readonly bad: { readonly touched: readonly string[]; readonly stoppedAt: number } | null;
  /** When each ring of a release began, by release and chamber. */
  readonly ringStart: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly attacks: number;
  readonly hours: number;
}

export function listOf(count: number): readonly ListedChamber[] {
  const places = ['新潟', '燕', '高崎', '飯能', '横須賀', '三島', '京都', '高松'];
  return Array.from({ length: count }, (_unused, at) => ({
    code: `c${at + 1}`,
    name: at >= 5 && at < 13 ? `${places[at - 5]}商工会議所` : `見本第${at + 1}商工会議所`,
    prefecture: String((at % 47) + 1).padStart(2, '0'),
  }));
}

const isOffice = (h: number): boolean => h % 24 < 8 && Math.floor(h / 24) % 7 < 5;

const isThere = ({ chamber, templates }: Member, { template, help }: Required): boolean =>
  [...templates]
    .filter(([, id]) => id === template)
    .every(([formId]) =>
      chamber.forms.all.find(({ id }) => id === formId)?.items.some((item) => item.help === help),
    );

/** Somebody looks at what waits and takes it, keeping the chamber's own words. */
function takeByHand(chamber: Chamber): void {
  const services = chamber.services();
  standOn(services);
  const forms = formJobs();
  for (const { formId } of readForms(services.workbook)) {
    const { plan, hash, running } = forms.previewUpdate(services, { formId });
    if (running === null && plan.operations.length === 0 && plan.conflicts.length === 0) continue;
    const decisions = plan.conflicts.map(({ element, property }) => ({
      element,
      property,
      choice: 'ours' as const,
    }));
    forms.applyUpdate(services, { formId, hash, decisions });
  }
}

/** Runs something of a chamber's; whatever breaks is the weather, and the next run goes on. */
function execution(chamber: Chamber, work: () => void): void {
  chamber.weather.begin();
  try {
    work();
  } catch {
    // Shown in the counts of the weather; the checks at the end tell whether anything was left behind.
  }
}

export function run(options: RunOptions, say: (line: string) => void = () => undefined): RunResult {
  const random = randomOf(options.seed);
  const list = listOf(options.chambers);
  let now = begin;
  const home = list.slice(0, 5).map(({ code }) => code);
  const jcci = new Jcci(list, home);
  let overheard = '';
  const outside: Outside = {
    now: () => now,
    read: (from) => jcci.read(from),
    post(_to, text) {
      if (random() < 0.02) overheard = text;
      return jcci.post(text, now);
    },
  };
  const model = modelChamber(options.templates, outside);
  const members = list.map((listed, at): Member => {
    const chamber = chamberOf(model, listed, options.seed * 10_007 + at, options.faults, outside);
    const drawn = random();
    const policy = drawn < 0.8 ? 'mandated' : drawn < 0.95 ? 'all' : 'ask';
    return {
      chamber,
      edits: [],
      policy,
      deferred: false,
      midway: false,
      templates: new Map(
        readForms(chamber.book).map(({ formId, templateId }) => [formId, templateId] as const),
      ),
      required: new Map(),
      unreachable: [],
    };
  });
  for (const member of members) {
    if (member.policy === 'mandated') continue;
    const { share } = member.chamber.weather;
    member.chamber.weather.share = 0;
    saveReleaseSettings(member.chamber.services(), { policy: member.policy, deferUntil: '' });
    member.chamber.weather.share = share;
  }
  const timeline: Line[] = [];
  const ringStart = new Map<string, Map<string, number>>();
  let bad: RunResult['bad'] = null;
  let serial = 0;
  let attacks = 0;
  let current: Simulated | undefined;

  for (let h = 0; h < lastHour; h += 1) {
    now = begin + h * hour;
    const due = schedule.indexOf(h);
    if (due >= 0) {
      current = options.releases[due];
      if (current !== undefined) jcci.publish(current, now);
    }
    for (const [at, member] of members.entries()) {
      const { chamber } = member;
      now = begin + h * hour + ((at * 7919) % 55) * 60_000;
      if (h % 24 === 0) chamber.fetches = 0;
      // People first: an edit may fall between the look and the change of an update.
      if (isOffice(h)) {
        const drawn = random();
        if (drawn < 0.02) {
          serial += 1;
          const edit = editForm(chamber, random, serial);
          if (edit !== null) member.edits.push(edit);
        } else if (drawn < 0.0205) {
          chamber.left.add(chamber.user);
          chamber.user = `ato${h}@${chamber.listed.code}.example`;
        } else if (drawn < 0.036) {
          execution(chamber, () => {
            const services = chamber.services();
            standOn(services);
            visited(services);
          });
        } else if (drawn < 0.037 && !member.deferred) {
          execution(chamber, () => {
            saveReleaseSettings(chamber.services(), {
              policy: member.policy,
              deferUntil: dayOf(Math.floor((now + 9 * hour) / (24 * hour)) + 2),
            });
            member.deferred = true;
          });
        } else if (drawn < 0.041 || member.midway) {
          member.midway = true;
          execution(chamber, () => {
            takeByHand(chamber);
            member.midway = false;
          });
        }
      }
      const active = [...chamber.hourly].filter((user) => !chamber.left.has(user));
      if (active.length === 0) member.unreachable.push(h);
      for (const user of active) {
        const before = chamber.weather.calls;
        execution(chamber, () => {
          const services = chamber.services(user);
          standOn(services);
          pull(services, now);
        });
        chamber.agentCalls += chamber.weather.calls - before;
        chamber.agentRuns += 1;
      }
      if (current !== undefined && !current.isBad && !member.required.has(current.release.version)) {
        if (current.required.every((one) => isThere(member, one)))
          member.required.set(current.release.version, h);
      }
    }
    now = begin + h * hour + 58 * 60_000;
    if (overheard !== '') {
      attacks += 3;
      const message: { body: string; seal: string } = JSON.parse(overheard);
      jcci.post(overheard, now);
      jcci.post(JSON.stringify({ ...message, body: message.body.replace('"waiting":', '"waiting":9') }), now);
      jcci.post(
        JSON.stringify({
          ...message,
          body: message.body.replace(/"chamber":"[^"]+"/, `"chamber":"${pick(random, list).code}"`),
        }),
        now,
      );
    }
    const wasPaused = jcci.office.rollout?.paused ?? null;
    jcci.advance(now);
    const { rollout } = jcci.office;
    if (rollout !== null && current !== undefined) {
      const starts = ringStart.get(current.release.version) ?? new Map<string, number>();
      for (const ring of rollout.plan.rings) {
        const at = rollout.rings[ring.id]?.startedAt ?? null;
        if (at === null) continue;
        for (const code of ring.chambers)
          if (!starts.has(code)) starts.set(code, Math.floor((at - begin) / hour));
      }
      ringStart.set(current.release.version, starts);
    }
    if (rollout?.paused && wasPaused === null) {
      if (current?.isBad === true) bad = { touched: Object.keys(rollout.chambers).sort(), stoppedAt: h };
      if (current?.isBad === true) jcci.takeBack(now);
    }
    const versions = new Map<string, number>();
    for (const { chamber } of members) {
      const version = chamber.secrets.get(`cci.release.${chamber.book.id}`) ?? '';
      versions.set(version, (versions.get(version) ?? 0) + 1);
    }
    for (const [version, count] of versions) timeline.push({ hour: h, version, count });
    if (h % 24 === 23)
      say(`${h + 1} 時間：${[...versions].map(([v, n]) => `${v || '同梱'} ${n}`).join('、')}`);
  }
  return { options, members, jcci, timeline, bad, ringStart, attacks, hours: lastHour };
}

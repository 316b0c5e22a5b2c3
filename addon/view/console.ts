/**
 * View model of the console: JCCI's list, what chambers said of themselves, and how far the roll-out is, as numbers that add up.
 * Pure. A report that came in after the roll-out was last carried on (`cci release status --apply`) counts already.
 */
import { prefectureName } from '../../shared/record/kinds/postal-code.ts';
import { type FleetRow, hasDrift, isSilent } from '../../shared/release/fleet.ts';
import { shownMoment } from '../../shared/release/fleet-table.ts';
import type { Office } from '../../shared/release/office-file.ts';
import { isDeferred } from '../../shared/release/policy.ts';
import type { Rollout } from '../../shared/release/rollout.ts';
import { commandsFor } from './console-commands.ts';
import type {
  ConsoleRing,
  ConsoleRow,
  ConsoleView,
  PrefectureShare,
  ReasonCount,
  StateCount,
} from './console-protocol.ts';
import { reasonWords } from './console-reasons.ts';
import { pausedView, recordLines } from './console-record.ts';
import { ringLabels, type StateId, stateFaces, stateIds } from './console-words.ts';

export interface ConsoleSources {
  /** The sheet 配布の状況. */
  readonly rows: readonly FleetRow[];
  /** `office.json`, null where there is none or it cannot be read. */
  readonly office: Office | null;
  readonly isUnreadable: boolean;
  readonly now: number;
}

const shipped = '同梱の版';

/** Every chamber once: the list as it was when JCCI last published, then whoever reported or stands in a ring without being on it. */
export function wholeList({ rows, office }: Pick<ConsoleSources, 'rows' | 'office'>): readonly FleetRow[] {
  const told = new Map(rows.map((row) => [row.code, row]));
  const found = new Map<string, FleetRow>();
  const add = (code: string, name: string, prefecture: string): void => {
    if (found.has(code)) return;
    const row = told.get(code);
    const known = row === undefined || prefectureName(row.prefecture) === '' ? prefecture : row.prefecture;
    found.set(code, {
      code,
      name: (row?.name ?? '') === '' ? name : (row?.name ?? ''),
      prefecture: prefectureName(known) === '' ? '' : known,
      status: row?.status ?? null,
      receivedAt: row?.receivedAt ?? 0,
    });
  };
  for (const { code, name, prefecture } of office?.list ?? []) add(code, name, prefecture);
  for (const { code, name, prefecture } of rows) add(code, name, prefecture);
  for (const { chambers } of office?.rollout?.plan.rings ?? [])
    for (const code of chambers) add(code, '', '');
  return [...found.values()];
}

const newerFirst = (a: string, b: string): number => {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const by = (right?.[at] ?? -1) - (left?.[at] ?? -1);
    if (by !== 0) return by;
  }
  return a < b ? -1 : a > b ? 1 : 0;
};

/** The release that states are about: the one of the roll-out, else the newest that anybody spoke of. */
function targetOf(rows: readonly FleetRow[], rollout: Rollout | null): string {
  if (rollout !== null) return rollout.plan.release.version;
  return rows.flatMap(({ status }) => status?.release?.version ?? []).sort(newerFirst)[0] ?? '';
}

/** Where a chamber is, and the code of what went wrong. */
function standing(
  { code, status, receivedAt }: FleetRow,
  target: string,
  rollout: Rollout | null,
): { readonly state: StateId; readonly reason: string } {
  const known = rollout === null ? undefined : rollout.chambers[code];
  const told = status?.release ?? null;
  const isNews = told !== null && told.version === target && (known === undefined || receivedAt > known.at);
  // Whom JCCI left out stays left out until it takes the release after all.
  if (isNews && !(known?.state === 'excluded' && told.outcome === 'failed'))
    return { state: told.outcome, reason: told.error };
  return known === undefined ? { state: 'not-yet', reason: '' } : { state: known.state, reason: known.error };
}

function rowOf(row: FleetRow, sources: ConsoleSources, target: string, rings: ReadonlyMap<string, string>) {
  const { code, name, prefecture, status, receivedAt } = row;
  const today = shownMoment(sources.now).slice(0, 10);
  const until = status?.deferredUntil ?? '';
  return {
    code,
    name: name === '' ? code : name,
    prefecture,
    ring: rings.get(code) ?? '',
    ...standing(row, target, sources.office?.rollout ?? null),
    deferral: isDeferred(until, today) ? `見送り〜${until}` : '',
    version: status === null ? '' : status.version === '' ? shipped : status.version,
    own: status?.own ?? 0,
    conflicts: status?.conflicts ?? 0,
    waiting: status?.waiting ?? 0,
    bad: status?.health.bad ?? 0,
    at: shownMoment(receivedAt),
    isSilent: status !== null && isSilent(row, sources.now),
  } satisfies ConsoleRow;
}

/** Only states that somebody is in, in their order. */
export function countStates(rows: readonly ConsoleRow[]): readonly StateCount[] {
  return stateIds.flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return count === 0 ? [] : [{ state, count }];
  });
}

function labelOf(id: string, rollout: Rollout | null): string {
  const state = rollout?.rings[id]?.state ?? 'waiting';
  return state === 'offering' && rollout?.paused != null ? ringLabels.paused : ringLabels[state];
}

function ringsOf(
  rows: readonly ConsoleRow[],
  rollout: Rollout | null,
  isDone: (row: ConsoleRow) => boolean,
): readonly ConsoleRing[] {
  const ring = (id: string, name: string, label: string, startsAt: string): ConsoleRing => {
    const own = rows.filter((row) => row.ring === id);
    return {
      id,
      name,
      label,
      startsAt,
      total: own.length,
      done: own.filter(isDone).length,
      counts: countStates(own),
    };
  };
  const planned = (rollout?.plan.rings ?? []).map(({ id, name, startsAt }) =>
    ring(id, name, labelOf(id, rollout), shownMoment(startsAt)),
  );
  const none = ring('', rollout === null ? 'すべての会議所' : 'どの輪にも入っていない会議所', '', '');
  return none.total === 0 ? planned : [...planned, none];
}

function reasonsOf(rows: readonly ConsoleRow[]): readonly ReasonCount[] {
  const counts = new Map<string, number>();
  for (const { state, reason } of rows)
    if (reason !== '' && (stateFaces[state].part === 'trouble' || state === 'excluded'))
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => {
      return { code, count, ...reasonWords(code) };
    })
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function prefecturesOf(
  rows: readonly ConsoleRow[],
  isDone: (row: ConsoleRow) => boolean,
): readonly PrefectureShare[] {
  return Array.from({ length: 47 }, (_unused, at): PrefectureShare => {
    const code = String(at + 1).padStart(2, '0');
    const own = rows.filter(({ prefecture }) => prefecture === code);
    return {
      code,
      name: prefectureName(code),
      total: own.length,
      done: own.filter(isDone).length,
      failed: own.filter(({ state }) => stateFaces[state].part === 'trouble').length,
    };
  });
}

function versionsOf(rows: readonly ConsoleRow[]): ConsoleView['versions'] {
  const counts = new Map<string, number>();
  for (const { version } of rows) if (version !== '') counts.set(version, (counts.get(version) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a === shipped ? 1 : b === shipped ? -1 : newerFirst(a, b)))
    .map(([version, count]) => ({ version, count }));
}

export function consoleView(sources: ConsoleSources): ConsoleView {
  const { office, now } = sources;
  const rollout = office?.rollout ?? null;
  const list = wholeList(sources);
  const target = targetOf(list, rollout);
  const rings = new Map(
    (rollout?.plan.rings ?? []).flatMap(({ id, chambers }) => chambers.map((code) => [code, id] as const)),
  );
  const rows = list.map((row) => rowOf(row, sources, target, rings));
  const isDone = ({ state, at }: ConsoleRow): boolean => (target === '' ? at !== '' : state === 'applied');
  return {
    at: shownMoment(now),
    release: target,
    seq: rollout?.seq ?? 0,
    source: sources.isUnreadable ? 'unreadable' : rollout === null ? 'none' : 'read',
    paused: pausedView(rollout, list),
    rings: ringsOf(rows, rollout, isDone),
    rows,
    counts: countStates(rows),
    done: rows.filter(isDone).length,
    doneLabel: target === '' ? '報告あり' : stateFaces.applied.label,
    reported: rows.filter(({ at }) => at !== '').length,
    silent: rows.filter((row) => row.isSilent).length,
    drifted: list.filter(hasDrift).length,
    deferred: rows.filter(({ deferral }) => deferral !== '').length,
    versions: versionsOf(rows),
    prefectures: prefecturesOf(rows, isDone),
    reasons: reasonsOf(rows),
    record: recordLines(office, list).slice(0, 30),
    commands: commandsFor(rollout),
  };
}

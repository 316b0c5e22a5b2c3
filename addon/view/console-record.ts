/** What happened in the roll-out, in words: why it stands still, and the record of `office.json`, whole or of one chamber. */
import type { FleetRow } from '../../shared/release/fleet.ts';
import { fleetHistoryHeaders, shownMoment } from '../../shared/release/fleet-table.ts';
import type { Office } from '../../shared/release/office-file.ts';
import type { ListedChamber } from '../../shared/release/rings.ts';
import type { Rollout } from '../../shared/release/rollout.ts';
import { chamberCommand } from './console-commands.ts';
import type { ConsoleChamber, ConsoleView, HistoryLine, RecordLine } from './console-protocol.ts';
import { reasonWords } from './console-reasons.ts';
import { whatLabel } from './console-words.ts';

const isCode = (text: string): boolean => /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(text);

export function pausedView(rollout: Rollout | null, list: readonly ListedChamber[]): ConsoleView['paused'] {
  if (rollout === null || rollout.paused === null) return null;
  const { at, by, reason, chamber } = rollout.paused;
  const isUndoing = Object.values(rollout.rings).some(({ state }) => state === 'undoing');
  const what = isUndoing ? '取り消しています' : '止まっています';
  if (chamber === '') return { at: shownMoment(at), what, why: `${by}：${reason}` };
  const name = list.find(({ code }) => code === chamber)?.name ?? '';
  const words = reasonWords(reason).message;
  return {
    at: shownMoment(at),
    what,
    why: `${name === '' ? chamber : name}で失敗しました。${words === '' ? '理由の記号はありません。' : words}`,
  };
}

/** The record, newest first; with a code only what names this chamber. */
export function recordLines(
  office: Office | null,
  list: readonly ListedChamber[],
  code = '',
): readonly RecordLine[] {
  if (office === null) return [];
  const rings = new Map((office.rollout?.plan.rings ?? []).map(({ id, name }) => [id, name]));
  const names = new Map(list.map((one) => [one.code, one.name === '' ? one.code : one.name]));
  return [...office.log]
    .reverse()
    .filter(({ chambers }) => code === '' || chambers.includes(code))
    .map(({ at, what, ring, chambers, note }) => {
      const shown = chambers.slice(0, 3).map((one) => names.get(one) ?? one);
      const rest = chambers.length > 3 ? ` ほか ${chambers.length - 3}` : '';
      const who = code === '' ? `${shown.join('、')}${rest}` : '';
      const why = isCode(note) ? reasonWords(note).message : note;
      const more = [rings.get(ring) ?? ring, who, why].filter((text) => text !== '');
      return { at: shownMoment(at), what: whatLabel(what), more: more.join('　') };
    });
}

/** Lines of 配布の記録 of one chamber, each in the order of `fleetHistoryHeaders`, newest first. */
export function historyLines(rows: readonly (readonly string[])[]): readonly HistoryLine[] {
  const place = (header: (typeof fleetHistoryHeaders)[number]): number => fleetHistoryHeaders.indexOf(header);
  return [...rows].reverse().map((row) => {
    const text = (header: (typeof fleetHistoryHeaders)[number]): string => row[place(header)] ?? '';
    return {
      at: text('受信'),
      version: text('版'),
      release: text('配信'),
      state: text('状態'),
      reason: reasonWords(text('理由')).message,
    };
  });
}

/** One chamber's page; its line of the table the page has already. */
export function consoleChamber(
  code: string,
  row: FleetRow | null,
  history: readonly (readonly string[])[],
  office: Office | null,
): ConsoleChamber {
  const status = row?.status ?? null;
  return {
    code,
    addon: status?.addon ?? '',
    forms: [...(status?.forms ?? [])].sort((a, b) => (a.template < b.template ? -1 : 1)),
    health: status?.health ?? null,
    history: historyLines(history),
    record: recordLines(office, [], code).slice(0, 50),
    command: chamberCommand(code),
  };
}

/** What the release commands print. */
import type { FileKind } from '../../shared/release/files.ts';
import { kindLabels, parseFileName } from '../../shared/release/files.ts';
import { type FleetRow, hasDrift, isSilent } from '../../shared/release/fleet.ts';
import { outcomeLabels } from '../../shared/release/fleet-table.ts';
import type { ListedChamber, Ring } from '../../shared/release/rings.ts';
import type { ChamberState, Rollout, RolloutLine } from '../../shared/release/rollout.ts';
import type { Difference } from './draft.ts';

const date = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** `2026-12-01` in Japan. */
export const dayText = (at: number): string => new Date(at + 9 * 3_600_000).toISOString().slice(0, 10);

/** `2026/12/01 09:00` in Japan. */
export const momentText = (at: number): string => date.format(at).replace(',', '');

export const stateWords: Readonly<Record<ChamberState, string>> = {
  offered: '届けた',
  silent: '返事待ち（あとでもう一度）',
  left: '返事なし',
  ...outcomeLabels,
  excluded: '除外',
};

const whatWords: Readonly<Record<RolloutLine['what'], string>> = {
  started: '始めました',
  'ring-started': '輪を始めました',
  offered: '届けました',
  'set-aside': '返事がないので先へ進みます',
  paused: '止めました',
  resumed: '再開しました',
  'rolled-back': '取り消しを始めました',
  ...outcomeLabels,
};

/** Words for what a stored line says; the code itself for one of a later edition. */
export const whatOf = (what: string): string =>
  Object.entries(whatWords).find(([code]) => code === what)?.[1] ?? what;

/** A few names, and how many more. */
export function namesOf(codes: readonly string[], list: readonly ListedChamber[], most = 5): string {
  const names = new Map(list.map(({ code, name }) => [code, name]));
  const shown = codes.slice(0, most).map((code) => names.get(code) ?? code);
  return `${shown.join('、')}${codes.length > most ? ` ほか ${codes.length - most}` : ''}`;
}

export function lineWords(
  { at, what, ring, chambers, note }: RolloutLine,
  rings: readonly Ring[],
  list: readonly ListedChamber[],
): string {
  const where = rings.find(({ id }) => id === ring)?.name ?? ring;
  const parts = [where, whatWords[what], namesOf(chambers, list), note === '' ? '' : `（${note}）`];
  return `${momentText(at)}　${parts.filter((part) => part !== '').join('　')}`;
}

const kindOf = (name: string): FileKind => parseFileName(name)?.kind ?? 'messages';

/** `ひな形 membership-application を直す`. */
export function differenceLines({ added, changed, removed }: Difference): readonly string[] {
  const word = (names: readonly string[], what: string): readonly string[] =>
    names.map((name) => `・${kindLabels[kindOf(name)]}　${name.split('.')[1] ?? ''}　${what}`);
  const lines = [...word(added, '加わる'), ...word(changed, '変わる'), ...word(removed, 'なくなる')];
  return lines.length === 0 ? ['・前の配布と同じ中身です'] : lines;
}

export const ringLines = (rings: readonly Ring[]): readonly string[] =>
  rings.map(
    ({ name, startsAt, chambers }, at) =>
      `${at + 1}. ${name}　${chambers.length} 会議所　${momentText(startsAt)} から`,
  );

const ringStates = { waiting: 'まだ', offering: '配布中', undoing: '取り消し中' } as const;

/** How far the roll-out is, ring by ring. */
export function rolloutLines(rollout: Rollout, list: readonly ListedChamber[]): readonly string[] {
  const { plan, paused, rings, chambers } = rollout;
  const head = `配布 ${plan.release.version}　第 ${rollout.seq} 号`;
  const stop =
    paused === null
      ? []
      : [
          `【止まっています】${momentText(paused.at)}　${paused.chamber === '' ? `${paused.by}：${paused.reason}` : `${namesOf([paused.chamber], list)} が失敗しました（${paused.reason}）`}`,
        ];
  const lines = plan.rings.map(({ id, name, chambers: codes }) => {
    const counts = new Map<string, number>();
    for (const code of codes) {
      const state = chambers[code]?.state;
      const word = state === undefined ? 'まだ' : stateWords[state];
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const shown = [...counts].map(([word, count]) => `${word} ${count}`).join('、');
    return `・${name}（${ringStates[rings[id]?.state ?? 'waiting']}）　${codes.length} 会議所：${shown}`;
  });
  return [head, ...stop, ...lines];
}

/** What the chambers say of themselves, in numbers, and who does not answer. */
export function fleetLines(rows: readonly FleetRow[], now: number): readonly string[] {
  const told = rows.filter(({ status }) => status !== null);
  const versions = new Map<string, number>();
  for (const { status } of told) {
    const version = status === null || status.version === '' ? '同梱の版' : status.version;
    versions.set(version, (versions.get(version) ?? 0) + 1);
  }
  const silent = rows.filter((row) => row.status !== null && isSilent(row, now));
  const conflicts = told.filter(({ status }) => (status?.conflicts ?? 0) > 0);
  const bad = told.filter(({ status }) => (status?.health.bad ?? 0) > 0);
  return [
    `報告のある会議所 ${told.length} ／ ${rows.length}`,
    ...[...versions].sort().map(([version, count]) => `・${version}　${count} 会議所`),
    `・要判断が残る ${conflicts.length}、点検に「直す」がある ${bad.length}、日商のひな型と違うところがある ${rows.filter(hasDrift).length}`,
    ...(silent.length === 0
      ? []
      : [
          `・2 日以上報告がない ${silent.length}：${namesOf(
            silent.map(({ code }) => code),
            rows,
          )}`,
        ]),
  ];
}

/**
 * JCCI's sheet 配布の状況: a row a chamber, for people to read and for the tools to read back. What counts is the status as JSON in the
 * last column; the columns before it say the same in words. Nothing about anybody but the chamber stands in it.
 */
import * as z from 'zod/mini';
import { lazy } from '../lazy.ts';
import { moment } from './codes.ts';
import { type FleetRow, isSilent } from './fleet.ts';
import { outcomeLabels } from './outcome-words.ts';
import { parseStatus, type Status } from './status.ts';

export const fleetSheetName = '配布の状況';
export const fleetHistoryName = '配布の記録';

/** Headers in order; `データ` is read back, the others are drawn. */
export const fleetHeaders = [
  'コード',
  '商工会議所',
  '都道府県',
  '版',
  '配信',
  '状態',
  '理由',
  '見送り',
  '独自の変更',
  '要判断',
  '更新待ち',
  'フォーム',
  '点検',
  'アドオン',
  '受信',
  'データ',
] as const;
export type FleetHeader = (typeof fleetHeaders)[number];

export const fleetHistoryHeaders = ['受信', 'コード', '版', '配信', '状態', '理由', '番号'] as const;
export type FleetHistoryHeader = (typeof fleetHistoryHeaders)[number];

export { outcomeLabels } from './outcome-words.ts';

/** Mark before the JSON, so that the cell can never look like a number or a formula. */
const mark = '|';
const offset = 9 * 3_600_000;

/** `2026-12-01 10:05` in Japan, '' for never. */
export const shownMoment = (at: number): string =>
  at === 0 ? '' : new Date(at + offset).toISOString().slice(0, 16).replace('T', ' ');

const shipped = '同梱の版';

function drawn(status: Status | null): Readonly<Record<string, string>> {
  if (status === null) return { 状態: '未受信' };
  const { release, health, deferredUntil, forms } = status;
  return {
    版: status.version === '' ? shipped : status.version,
    配信: release?.version ?? '',
    状態: release === null ? '' : outcomeLabels[release.outcome],
    理由: release?.error ?? '',
    見送り: deferredUntil === '' ? '' : `見送り〜${deferredUntil}`,
    独自の変更: String(status.own),
    要判断: String(status.conflicts),
    更新待ち: String(status.waiting),
    フォーム: String(forms.reduce((sum, { count }) => sum + count, 0)),
    点検: `良好 ${health.ok}・注意 ${health.warn}・要対応 ${health.bad}`,
    アドオン: status.addon,
  };
}

/** Texts of a row by header, all of `fleetHeaders`. */
export function fleetCells(row: FleetRow): Readonly<Record<string, string>> {
  const { code, name, prefecture, status, receivedAt } = row;
  return {
    ...Object.fromEntries(fleetHeaders.map((header) => [header, ''])),
    コード: code,
    商工会議所: name,
    都道府県: prefecture,
    ...drawn(status),
    受信: shownMoment(receivedAt),
    データ: mark + JSON.stringify({ receivedAt, status }),
  };
}

const storedSchema = lazy(() => z.object({ receivedAt: moment(), status: z.unknown() }));

function stored(text: string): Pick<FleetRow, 'status' | 'receivedAt'> {
  try {
    const { receivedAt, status } = storedSchema().parse(JSON.parse(text.slice(mark.length)));
    return { receivedAt, status: parseStatus(status) };
  } catch {
    return { receivedAt: 0, status: null };
  }
}

/** The row of texts by header; null for one without a code. What cannot be read counts as never received. */
export function readFleetRow(cells: Readonly<Record<string, string>>): FleetRow | null {
  const code = (cells.コード ?? '').trim();
  if (code === '') return null;
  return {
    code,
    name: cells.商工会議所 ?? '',
    prefecture: (cells.都道府県 ?? '').padStart(2, '0'),
    ...stored(cells.データ ?? ''),
  };
}

/** Rows of the whole sheet, its header first: as the Sheets API gives it. */
export function readFleetRows(values: readonly (readonly string[])[]): readonly FleetRow[] {
  const [header = [], ...rows] = values;
  return rows.flatMap(
    (row) => readFleetRow(Object.fromEntries(header.map((name, at) => [name, String(row[at] ?? '')]))) ?? [],
  );
}

/** What the record keeps of a status: a line where something has become another. */
export function historyCells(
  status: Status,
  receivedAt: number,
): Readonly<Record<FleetHistoryHeader, string>> {
  const { release } = status;
  return {
    受信: shownMoment(receivedAt),
    コード: status.chamber,
    版: status.version === '' ? shipped : status.version,
    配信: release?.version ?? '',
    状態: release === null ? '' : outcomeLabels[release.outcome],
    理由: release?.error ?? '',
    番号: String(status.counter),
  };
}

/** Whether a status says anything beyond the one before it that belongs into the record. */
export function isNoteworthy(before: Status | null, after: Status): boolean {
  const told = (status: Status): string =>
    JSON.stringify([status.version, status.release, status.deferredUntil, status.addon]);
  return before === null || told(before) !== told(after);
}

/** 「返事なし」 for a chamber that has been silent too long. */
export const silenceLabel = (row: FleetRow, now: number): string => (isSilent(row, now) ? '返事なし' : '');

/** Who asks for the results of surveys, and what he may see. The web app is open to anybody, so each call proves itself. */
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import { isChamberCode } from '../../../shared/release/codes.ts';
import { isGoodPass } from '../../../shared/release/dashboard-link.ts';
import { officeName, parseOffice } from '../../../shared/release/office-file.ts';
import { hasRole } from '../../../shared/settings/roles.ts';
import { roleList } from '../access/check.ts';
import { operationsTable } from '../access/log.ts';
import { workbookTitle } from '../book/tables.ts';
import type { Services } from '../port.ts';
import type { FleetOffice } from '../release/collector.ts';
import { type ConsoleCaller, fleetRow, hasKey } from '../release/console.ts';
import { dayOf, isoOf, shownTime } from '../time.ts';

export interface DashboardDoor {
  /** null in a copy that is not JCCI's. */
  readonly office: FleetOffice | null;
  /** Id of the workbook whose surveys are shown, '' for none. */
  readonly book: string;
  readonly at: (workbookId: string) => Services;
  /** Text of a file of JCCI's folder, null where there is none. */
  readonly file: (name: string) => string | null;
  readonly now: number;
}

/** Script property with the id of the workbook in which JCCI carries surveys out. */
export const surveysKey = 'cci.fleet.surveys';

/** What a caller shows: the key of an operator, or a chamber's pass. */
export interface DashboardCaller extends ConsoleCaller {
  readonly chamber: string;
  readonly until: string;
  readonly seal: string;
}

export type Viewer =
  | { readonly kind: 'jcci'; readonly person: string }
  | {
      readonly kind: 'chamber';
      readonly code: string;
      /** As JCCI's list has it. */
      readonly name: string;
    };

/** Names as they are compared: 「見本」 means 見本商工会議所. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/商工会議所$/, '');

/** Whether the caller has something of ours. Costs no sheet. */
export function isProven(office: FleetOffice, caller: DashboardCaller, now: number): boolean {
  const { chamber, revoked } = { ...caller, ...office };
  if (chamber === '') return hasKey(office, caller);
  return isChamberCode(chamber) && !revoked.has(chamber) && isGoodPass(office.master, caller, dayOf(now));
}

function nameOf(door: DashboardDoor, fleet: Services, code: string): string {
  const text = door.file(officeName);
  const office = text === null ? null : parseOffice(text);
  const listed = office?.list?.find((one) => one.code === code)?.name ?? '';
  return (listed === '' ? (fleetRow(fleet, code)?.name ?? '') : listed).trim();
}

/**
 * Who it is. `dashboard.pass`: nothing of ours. `dashboard.name`: JCCI's list has no name for the chamber, so what it knows of its own
 * could not be told apart from what it must not learn. `dashboard.person`: no such operator.
 */
export function viewerOf(
  door: DashboardDoor,
  office: FleetOffice,
  caller: DashboardCaller,
): { readonly viewer: Viewer } | { readonly refusal: Issue } {
  if (!isProven(office, caller, door.now)) return { refusal: issue('dashboard.pass', 'error', '') };
  const fleet = door.at(office.book);
  if (caller.chamber === '') {
    const { person } = caller;
    if (hasRole(roleList(fleet), person, 'view')) return { viewer: { kind: 'jcci', person } };
    return { refusal: issue('dashboard.person', 'error', '') };
  }
  const name = nameOf(door, fleet, caller.chamber);
  if (name === '')
    return { refusal: issue('dashboard.name', 'error', '', { params: { name: caller.chamber } }) };
  return { viewer: { kind: 'chamber', code: caller.chamber, name } };
}

/** A row of 操作記録 in JCCI's workbook of the fleet: who looked, never at what. A log that cannot be written stops nobody. */
export function logDashboard(
  fleet: Services,
  { chamber, person }: DashboardCaller,
  refusal: Issue | null,
): void {
  try {
    if (!fleet.workbook.has([operationsTable])) fleet.workbook.prepare(workbookTitle, [operationsTable]);
    fleet.workbook.addRow(operationsTable, {
      日時: shownTime(isoOf(fleet.clock.now())),
      担当者: chamber !== '' ? `商工会議所 ${chamber}` : person === '' ? '（共通の鍵）' : person,
      操作: '調査の結果を見る',
      結果: refusal === null ? '実行' : '権限なし',
      理由コード: refusal?.code ?? '',
      操作ID: 'dashboard',
    });
  } catch {
    fleet.log('operation not logged: dashboard');
  }
}

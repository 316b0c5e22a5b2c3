/**
 * What JCCI's console reads, and who may see it. The deployment is open to anybody, so each call proves itself: by the key of the
 * page, and, where the workbook of the fleet has a list of roles, by the person that the key was made for.
 */
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import type { FleetRow } from '../../../shared/release/fleet.ts';
import { fleetHistoryHeaders, readFleetRow } from '../../../shared/release/fleet-table.ts';
import { operatorKey, sameSeal } from '../../../shared/release/hmac.ts';
import { type Office, officeName, parseOffice } from '../../../shared/release/office-file.ts';
import { hasRole, sameAddress } from '../../../shared/settings/roles.ts';
import { roleList } from '../access/check.ts';
import { operationsTable } from '../access/log.ts';
import { workbookTitle } from '../book/tables.ts';
import type { Services } from '../port.ts';
import { isoOf, shownTime } from '../time.ts';
import type { FleetOffice } from './collector.ts';
import { fleetHistoryTable, fleetTable } from './fleet-book.ts';
import type { Page } from './pages.ts';

/** The way to JCCI's sheet and folder. */
export interface ConsoleDoor {
  /** null in a copy that is not JCCI's. */
  readonly office: FleetOffice | null;
  /** Services over a workbook by its id. */
  readonly at: (workbookId: string) => Services;
  /** Text of a file of JCCI's folder, null where there is none. */
  readonly file: (name: string) => string | null;
  readonly now: number;
}

export interface ConsoleCaller {
  readonly key: string;
  /** Address that the key was made for, '' for the one of the office. */
  readonly person: string;
}

const unnamed = '（共通の鍵）';

/** Whether the key is one of ours for this person: costs no sheet. */
export const hasKey = ({ master }: FleetOffice, { key, person }: ConsoleCaller): boolean =>
  sameSeal(key, operatorKey(master, sameAddress(person)));

/** Text in an attribute of HTML. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The page itself, which holds no data yet: it asks with the key that opened it. Null without a key of ours. The file leaves room
 * for both (`addon/console/console.html`).
 */
export function consolePage(office: FleetOffice, caller: ConsoleCaller): Page | null {
  if (!hasKey(office, caller)) return null;
  const { key, person } = caller;
  return {
    kind: 'html',
    file: 'Console',
    title: '配布の状況',
    html: (source) =>
      source.replace(
        'data-key="" data-person=""',
        () => `data-key="${key}" data-person="${escaped(person)}"`,
      ),
  };
}

/** Property of the script: addresses of those who may look, apart by blanks; none: the roles of the workbook count. */
export const viewersKey = 'cci.fleet.viewers';

function maySee(fleet: Services, person: string): boolean {
  const listed = (fleet.secrets.get(viewersKey) ?? '').split(/[\s,]+/).filter((one) => one !== '');
  if (listed.length === 0) return hasRole(roleList(fleet), person, 'view');
  return listed.some((one) => sameAddress(one) === sameAddress(person));
}

/**
 * Why a caller with a key sees nothing, null when nothing stands against it: `viewer.person` where a list stands (of viewers, else of
 * roles) and does not name the person. The key of the office, which names nobody, then opens nothing.
 */
export function refusedPerson(fleet: Services, { person }: ConsoleCaller): Issue | null {
  if (maySee(fleet, person)) return null;
  return issue('viewer.person', 'error', '', { params: { person: person === '' ? unnamed : person } });
}

/** A row of 操作記録 in JCCI's workbook: who looked, and whether it was let in. A log that cannot be written stops nobody. */
export function logLook(
  fleet: Services,
  { person }: ConsoleCaller,
  method: string,
  refusal: Issue | null,
): void {
  try {
    if (!fleet.workbook.has([operationsTable])) fleet.workbook.prepare(workbookTitle, [operationsTable]);
    fleet.workbook.addRow(operationsTable, {
      日時: shownTime(isoOf(fleet.clock.now())),
      担当者: person === '' ? unnamed : person,
      操作: '配布の状況を見る',
      結果: refusal === null ? '実行' : '権限なし',
      理由コード: refusal?.code ?? '',
      操作ID: method,
    });
  } catch {
    fleet.log(`operation not logged: ${method}`);
  }
}

/** Rows of 配布の状況; none before the first report. */
export function fleetRows({ workbook }: Pick<Services, 'workbook'>): readonly FleetRow[] {
  if (!workbook.has([fleetTable])) return [];
  return workbook.read(fleetTable).flatMap(({ cells }) => readFleetRow(cells) ?? []);
}

/** The row of one chamber, null before its first report. */
export function fleetRow({ workbook }: Pick<Services, 'workbook'>, code: string): FleetRow | null {
  if (!workbook.has([fleetTable])) return null;
  const at = workbook.readColumns(fleetTable, ['コード']).find(({ cells }) => cells.コード === code)?.at ?? 0;
  const [read] = at === 0 ? [] : workbook.readRows(fleetTable, [at]);
  return read === undefined ? null : readFleetRow(read.cells);
}

/** Lines of a chamber that are shown, the newest ones. */
const mostHistory = 200;

/** Lines of 配布の記録 of one chamber, oldest first, in the order of `fleetHistoryHeaders`. */
export function fleetHistory(
  { workbook }: Pick<Services, 'workbook'>,
  code: string,
): readonly (readonly string[])[] {
  if (!workbook.has([fleetHistoryTable])) return [];
  const own: (readonly string[])[] = [];
  const place = fleetHistoryHeaders.indexOf('コード');
  workbook.scan(fleetHistoryTable, fleetHistoryHeaders, (_at, texts) => {
    if (texts[place] === code) own.push([...texts]);
  });
  return own.slice(-mostHistory);
}

/** `office.json`; `isUnreadable` where it stands there and is none. */
export function officeOf({ file }: ConsoleDoor): {
  readonly office: Office | null;
  readonly isUnreadable: boolean;
} {
  const text = file(officeName);
  const office = text === null ? null : parseOffice(text);
  return { office, isUnreadable: text !== null && office === null };
}

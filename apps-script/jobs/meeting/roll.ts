/** 議員名簿 as staff keep it. */
import type { Member } from '../../../shared/change/attendance.ts';
import type { MeetingKind } from '../../../shared/change/quorum.ts';
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import { cleanText } from '../../../shared/text/clean.ts';
import type { Book } from '../book/book.ts';
import type { Services } from '../port.ts';
import { rollTable } from './tables.ts';

export interface RollMember extends Member {
  readonly group: string;
}

export interface Roll {
  /** Whether there is such a sheet. */
  readonly isThere: boolean;
  readonly members: readonly RollMember[];
  readonly issues: readonly Issue[];
}

const textOf = (text: string | undefined): string => cleanText(text ?? '', false);

/** Those who may vote at a kind of meeting. A line that stands there twice is one person. */
export function readRoll(services: Services, book: Book, kind: MeetingKind): Roll {
  if (kind === 'other') return { isThere: true, members: [], issues: [] };
  if (!services.workbook.has([rollTable])) return { isThere: false, members: [], issues: [] };
  const members = new Map<string, RollMember>();
  const twice = new Set<string>();
  for (const { cells } of book.rows(rollTable)) {
    const [name, firm] = [textOf(cells.氏名), textOf(cells.事業所名)];
    if (name === '' || (kind === 'board' && textOf(cells.常議員) === '')) continue;
    const id = `${name}／${firm}`;
    if (members.has(id)) twice.add(id);
    else members.set(id, { id, name, firm, group: textOf(cells.区分) });
  }
  const doubled = [...twice].map((name) =>
    issue('attendance.roll-twice', 'warning', '', { params: { name } }),
  );
  const empty =
    members.size === 0 ? [issue('attendance.roll-empty', 'warning', '', { params: { reason: kind } })] : [];
  return { isThere: true, members: [...members.values()], issues: [...empty, ...doubled] };
}

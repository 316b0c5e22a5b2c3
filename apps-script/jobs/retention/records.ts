/** Rows of 廃棄記録: begun before anything goes, closed when all of it is gone. */
import { type RetentionRule, readRetention, retentionWords } from '../../../shared/settings/retention.ts';
import type { Book } from '../book/book.ts';
import type { Cells, Services } from '../port.ts';
import { isoOf, shownTime } from '../time.ts';
import { emptiedWords } from './emptied.ts';
import type { Destruction, DueAnswer } from './plan.ts';
import { destructionStates, destructionTable } from './table.ts';

export interface DestructionRow {
  readonly at: number;
  readonly recordId: string;
  readonly formId: string;
  readonly rule: RetentionRule;
  /** Day of the plan: what was due then is destroyed, however long the run takes. */
  readonly day: string;
  readonly isDone: boolean;
  readonly cells: Cells;
}

/** What an emptied answer carries: the number, and the rule by which it went. */
export const markOf = ({ recordId, rule }: Pick<DestructionRow, 'recordId' | 'rule'>): string =>
  `${recordId}/${rule.start}`;

const rowsOf = (book: Book): readonly DestructionRow[] =>
  book.rows(destructionTable).flatMap(({ at, cells }): readonly DestructionRow[] => {
    const rule = readRetention(`${cells.ひな型ID ?? ''} ${cells.規則 ?? ''}`).rules[0];
    if (rule === undefined) return [];
    return [
      {
        at,
        recordId: cells.廃棄番号 ?? '',
        formId: cells.フォームID ?? '',
        rule,
        day: cells.基準日 ?? '',
        isDone: cells.状態 === destructionStates.done,
        cells,
      },
    ];
  });

/** Rows of the run that was agreed to by this hash. */
export const runOf = (book: Book, hash: string): readonly DestructionRow[] =>
  rowsOf(book).filter(({ cells }) => cells.確認の値 === hash);

/** Hash of a run that has begun and not ended, '' for none. */
export const unfinishedRun = (book: Book): string =>
  rowsOf(book).find(({ isDone }) => !isDone)?.cells.確認の値 ?? '';

function nextId(book: Book): string {
  const numbers = rowsOf(book).map(({ recordId }) => Number(recordId.replace(/^\D+/, '')) || 0);
  return `廃棄-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}

/** What is due, by form and rule, in the order of the plan. */
export function groupsOf(due: readonly DueAnswer[]): readonly (readonly DueAnswer[])[] {
  const groups = new Map<string, DueAnswer[]>();
  for (const one of due) {
    const key = `${one.formId} ${one.rule.start}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

export const oldestOf = (all: readonly DueAnswer[]): string =>
  all
    .reduce((oldest, { receivedAt }) => (oldest === '' || receivedAt < oldest ? receivedAt : oldest), '')
    .slice(0, 10);

/** One write: a run has begun with all its rows, or not at all. */
export function beginRun(
  services: Services,
  book: Book,
  { due, hash, day }: Destruction,
  titleOf: (formId: string) => string,
): readonly DestructionRow[] {
  const recordId = nextId(book);
  book.append(
    destructionTable,
    groupsOf(due).map((group) => ({
      廃棄番号: recordId,
      日時: shownTime(isoOf(services.clock.now())),
      担当者: services.session.user(),
      フォーム: titleOf(group[0]?.formId ?? ''),
      規則: retentionWords(group[0]?.rule ?? { start: 'closing', days: 0 }),
      件数: String(group.length),
      最も古い受付日: oldestOf(group),
      状態: destructionStates.running,
      廃棄した項目: emptiedWords,
      'SHA-256': '',
      残った行: '',
      フォームID: group[0]?.formId ?? '',
      ひな型ID: group[0]?.templateId ?? '',
      基準日: day,
      確認の値: hash,
    })),
  );
  return runOf(book, hash);
}

/** What an update did, for people: rows of 変更履歴. */
import type { Book } from '../book/book.ts';
import type { FormRow } from '../book/forms.ts';
import { historyTable } from '../book/tables.ts';
import type { Update } from '../book/updates.ts';
import type { Cells } from '../port.ts';
import { shownTime } from '../time.ts';

/** One row an update, one more for each thing that it did or left; rows that stand are not written again. */
export function addHistory(book: Book, update: Update, row: FormRow): void {
  const title = update.start.title;
  const shared = { 日時: shownTime(update.madeAt), 区分: 'フォーム', 担当者: update.by };
  const head = {
    ...shared,
    項目: `${title}の版`,
    変更前: update.from,
    変更後: update.to,
    '理由・規則': update.undoes === '' ? 'ひな形の更新' : '更新の取消し',
    変更ID: `update/${update.id}`,
  };
  const rows: readonly Cells[] = [
    head,
    ...update.lines.map((line, index) => ({
      ...shared,
      項目: title,
      変更前: '',
      変更後: line,
      '理由・規則': row.templateId,
      変更ID: `update/${update.id}/${index + 1}`,
    })),
  ];
  const standing = new Set(book.rows(historyTable).map(({ cells }) => cells.変更ID ?? ''));
  book.append(
    historyTable,
    rows.filter((cells) => !standing.has(cells.変更ID ?? '')),
  );
}

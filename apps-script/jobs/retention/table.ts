/** 廃棄記録: what was destroyed, by which rule, by whom. Only grows. */
import type { Column, Table } from '../port.ts';

const column = (header: string, width: number, more: Partial<Column> = {}): Column => ({
  header,
  width,
  ...more,
});

export const destructionStates = { running: '途中', done: '廃棄済' } as const;

/** A row a form and rule; the rows of one run share its number. */
export const destructionTable: Table = {
  name: '廃棄記録',
  commit: '状態',
  guarded: true,
  frozenColumns: 2,
  columns: [
    column('廃棄番号', 90),
    column('日時', 130),
    column('担当者', 200),
    column('フォーム', 260),
    column('規則', 160),
    column('件数', 60),
    column('最も古い受付日', 110),
    column('状態', 80),
    column('廃棄した項目', 320),
    column('SHA-256', 160, { note: '廃棄した回答の番号から作った値です。個人の情報は含みません。' }),
    column('残った行', 80, { note: 'フォームの回答シートで、ほかの回答と見分けられずに残した行の数です。' }),
    column('フォームID', 120, { hidden: true }),
    column('ひな型ID', 120, { hidden: true }),
    column('基準日', 120, { hidden: true }),
    column('確認の値', 120, { hidden: true }),
  ],
};

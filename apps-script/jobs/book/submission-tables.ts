/** The sheets of answers that are kept as they are (flow `answers`), as data. */
import type { Column, Table } from '../port.ts';
import { jsonHeaders } from './json-cells.ts';

const column = (header: string, width: number, more: Partial<Column> = {}): Column => ({
  header,
  width,
  ...more,
});
const hidden = { hidden: true } as const;

export const submissionStates = {
  accepted: '受付',
  waiting: 'キャンセル待ち',
  cancelled: '取消',
} as const;

/** 申込・回答: one row an answer; a view of `_submissions`, so what is typed here is put right at the next run. */
export const submissionListTable: Table = {
  name: '申込・回答',
  guarded: true,
  frozenColumns: 2,
  columns: [
    column('受付番号', 90),
    column('フォーム', 220),
    column('受付日時', 130),
    column('状態', 110, {
      oneOf: Object.values(submissionStates),
      note: '定員のあるフォームでは、申込順に受付・キャンセル待ちになります。取消しはここに書かず、会議所キットで行います。',
    }),
    column('お名前・事業所名', 220),
    column('連絡先', 220),
    column('内容の要約', 480),
    column('直すところ', 320),
    column('控えのメール', 260),
    column('回答ID', 120, hidden),
  ],
};

export const submissionHeaders = jsonHeaders('データ', 12);

export const submissionsTable: Table = {
  name: '_submissions',
  hidden: true,
  columns: [
    column('回答ID', 200),
    column('受付番号', 90),
    ...submissionHeaders.map((header) => column(header, 100)),
  ],
};

/** The sheets of 会員データ管理, as data: what a clerk sees first, what only the program needs hidden behind. */
import { defaultStates, sideStates } from '../../../shared/change/states.ts';
import type { Catalogue } from '../../../shared/fields/catalogue.ts';
import { operationsTable } from '../access/log.ts';
import type { Column, Table } from '../port.ts';
import { destructionTable } from '../retention/table.ts';
import { jsonHeaders } from './json-cells.ts';
import {
  answerQueueTable,
  answersTable,
  askedTable,
  figuresTable,
  importTable,
  ledgerTable,
  profilesTable,
  roundsTable,
} from './register-tables.ts';
import { submissionListTable, submissionsTable } from './submission-tables.ts';

export const workbookTitle = '会員データ管理';

const column = (header: string, width: number, more: Partial<Column> = {}): Column => ({
  header,
  width,
  ...more,
});
const hidden = { hidden: true } as const;
const stateLabels = [...defaultStates, ...sideStates].map((state) => state.label);

/** One row a response; a view of `_records`, so what is typed here is put right at the next run. */
export const queueTable: Table = {
  name: '受付',
  guarded: true,
  frozenColumns: 3,
  columns: [
    column('受付番号', 90),
    column('受付日時', 130),
    column('事業所名', 240),
    column('組織区分', 90),
    column('代表者氏名', 120),
    column('電話番号', 120),
    column('メールアドレス', 200),
    column('状態', 110, { oneOf: stateLabels, note: '状態の変更はサイドバーで行います。' }),
    column('直す', 60, { note: 'CSVに出すまでに直す必要がある指摘の数です。' }),
    column('確認', 60, { note: '目で確かめてほしい指摘の数です。CSVには出ます。' }),
    column('指摘の内容', 320),
    column('CSV出力', 150),
    column('最後の対応', 260),
    column('更新日時', 130),
    column('申込ID', 120, hidden),
  ],
};

const onPaper = { wrap: true } as const;

/**
 * 常議員会: what the next meeting decides about, as it goes to paper. About as wide as A4 landscape (259 mm between normal
 * margins are 980 pixels of a sheet).
 */
export const boardTable: Table = {
  name: '常議員会',
  guarded: true,
  columns: [
    column('番号', 40),
    column('受付番号', 75),
    column('事業所名', 130, onPaper),
    column('代表者', 85, onPaper),
    column('所在地', 130, onPaper),
    column('業種・事業内容', 130, onPaper),
    column('組織区分', 75, onPaper),
    column('会費口数', 60),
    column('訪問', 100, { ...onPaper, note: '訪問の日と、記録した職員です。' }),
    column('押印受領', 100, { ...onPaper, note: '押印を受け取った日と、記録した職員です。' }),
    column('備考', 75, {
      ...onPaper,
      note: '会議のための欄です。ここに書いた文は、申込が一覧にある間は残ります。',
    }),
    column('申込ID', 120, hidden),
  ],
};

export const historyTable: Table = {
  name: '変更履歴',
  guarded: true,
  frozenColumns: 2,
  columns: [
    column('日時', 130),
    column('受付番号', 90),
    column('事業所名', 220),
    column('区分', 70, {
      note: '状態: 担当者の判断。訂正: 担当者が直した値。整形: 入力された文字の自動の整え。',
    }),
    column('項目', 140),
    column('変更前', 240),
    column('変更後', 240),
    column('理由・規則', 240),
    column('担当者', 180),
    column('変更ID', 120, hidden),
  ],
};

export const batchReceiptHeaders = jsonHeaders('受領書', 2);
export const batchMemberHeaders = jsonHeaders('対象', 6);

export const batchTable: Table = {
  name: '出力履歴',
  commit: '状態',
  guarded: true,
  frozenColumns: 1,
  columns: [
    column('出力番号', 90),
    column('出力日時', 130),
    column('担当者', 180),
    column('対象の種類', 100),
    column('配置', 200, { note: '基幹システムの取込みファイルの列の並びです。' }),
    column('配置の確認', 90, { note: '「仮の配置」は、実際のシステムでまだ確かめていない並びです。' }),
    column('件数', 60),
    column('保留', 60),
    column('状態', 150),
    column('状態の日時', 130),
    column('メモ', 240),
    column('ファイル名', 280),
    column('ファイル', 240),
    column('SHA-256', 160),
    ...batchReceiptHeaders.map((header) => column(header, 100, hidden)),
    ...batchMemberHeaders.map((header) => column(header, 100, hidden)),
  ],
};

export const mailTable: Table = {
  name: '送付',
  commit: '状態',
  guarded: true,
  frozenColumns: 2,
  columns: [
    column('登録日時', 130),
    column('受付番号', 90),
    column('種類', 100),
    column('宛先', 220),
    column('件名', 300),
    column('状態', 90, { note: '待ち: これから送ります。送信中: 送っている途中です。' }),
    column('送信日時', 130),
    column('メモ', 240),
    column('送信者', 180),
    column('メールID', 120, hidden),
    column('開始', 120, hidden),
    column('残数', 60, hidden),
  ],
};

export const settingsTable: Table = {
  name: '設定',
  frozenColumns: 1,
  columns: [column('項目', 200), column('値', 320), column('説明', 480), column('キー', 160, hidden)],
};

export const formsTable: Table = {
  name: '_forms',
  commit: 'state',
  hidden: true,
  columns: [
    column('version', 60),
    column('templateId', 180),
    column('templateVersion', 80),
    column('fileName', 220),
    column('formId', 220),
    column('state', 80),
    column('madeAt', 160),
    column('madeBy', 180),
    column('triggerOwner', 180),
    column('cursor', 160),
    column('values', 240),
    column('closesOn', 100),
    column('updating', 160),
  ],
};

export const itemsTable: Table = {
  name: '_items',
  hidden: true,
  columns: [
    column('formId', 220),
    column('itemId', 120),
    column('key', 160),
    column('base', 400),
    column('decisions', 240),
  ],
};

export const updateHeaders = jsonHeaders('データ', 12);

/** Updates and roll-backs of forms, one row each. */
export const updatesTable: Table = {
  name: '_updates',
  commit: 'state',
  hidden: true,
  columns: [
    column('id', 160),
    column('formId', 220),
    column('from', 80),
    column('to', 80),
    column('state', 90),
    column('by', 180),
    column('madeAt', 160),
    ...updateHeaders.map((header) => column(header, 100)),
  ],
};

export const recordHeaders = jsonHeaders('データ', 12);

export const recordsTable: Table = {
  name: '_records',
  hidden: true,
  columns: [
    column('申込ID', 200),
    column('受付番号', 90),
    ...recordHeaders.map((header) => column(header, 100)),
  ],
};

/** Every sheet, in the order in which they stand. */
export function allTables(catalogue: Catalogue): readonly Table[] {
  return [
    queueTable,
    boardTable,
    answerQueueTable,
    submissionListTable,
    ledgerTable(catalogue),
    askedTable,
    figuresTable,
    historyTable,
    batchTable,
    mailTable,
    importTable,
    destructionTable,
    operationsTable,
    settingsTable,
    formsTable,
    itemsTable,
    updatesTable,
    recordsTable,
    answersTable,
    submissionsTable,
    roundsTable,
    profilesTable,
  ];
}

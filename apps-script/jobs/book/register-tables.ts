/** The sheets of the statutory register, as data: imports, the yearly round, its answers, its figures. */
import type { Catalogue } from '../../../shared/fields/catalogue.ts';
import type { Column, Table } from '../port.ts';
import { jsonHeaders } from './json-cells.ts';

const column = (header: string, width: number, more: Partial<Column> = {}): Column => ({
  header,
  width,
  ...more,
});
const hidden = { hidden: true } as const;

/** What stands in 台帳 beside the fields: the judgement, what staff say, where the row came from. */
export const ledgerNotes = {
  judgement: '特商判定',
  ground: '判定の根拠',
  missing: '足りない項目',
  judgedOn: '基準日',
  override: '職員の判定',
  overrideReason: '職員の判定の理由',
  sending: '送付の可否',
  levy: '負担金の額',
  imported: '取込み',
} as const;

/** What stands in 特商判定. */
export const judgementWords = { yes: 'はい', no: 'いいえ', unknown: '判定できません' } as const;
export const overrideWords = { yes: 'はい', no: 'いいえ' } as const;
export const sendingWords = {
  bouncedMail: 'メール不達',
  bouncedPost: '郵便不達',
  optedOut: '送らない',
} as const;

/** 台帳: what the core system holds, by the labels of the field catalogue, in its order; filled by an import. */
export function ledgerTable(catalogue: Catalogue): Table {
  return {
    name: '台帳',
    frozenColumns: 1,
    columns: [
      ...catalogue.fields.filter((field) => field.kind !== 'token').map((field) => column(field.label, 150)),
      column(ledgerNotes.judgement, 90, {
        note: '特定商工業者か（商工会議所法7条2項）。サイドバーの「判定」が書きます。',
      }),
      column(ledgerNotes.ground, 240),
      column(ledgerNotes.missing, 160),
      column(ledgerNotes.judgedOn, 100),
      column(ledgerNotes.override, 100, {
        oneOf: Object.values(overrideWords),
        note: '職員が判定を決めるときに選び、右に理由を書いてください。判定より優先します。',
      }),
      column(ledgerNotes.overrideReason, 200),
      column(ledgerNotes.sending, 110, {
        oneOf: Object.values(sendingWords),
        note: '送付しない事業所です。空欄なら送ります。メールも郵便も届かなければ「メール不達、郵便不達」と書きます。',
      }),
      column(ledgerNotes.levy, 100, {
        note: '1年の台帳作成負担金（円）です。入れると、平均の1.5倍以下・0.5倍以上かを「集計」で確かめます（商工会議所法施行令4条3号）。',
      }),
      column(ledgerNotes.imported, 180, { note: 'この行を最後に取り込んだ日と番号です。' }),
    ],
  };
}

export const importReportHeaders = jsonHeaders('報告', 4);

export const importTable: Table = {
  name: '取込履歴',
  commit: '状態',
  guarded: true,
  frozenColumns: 1,
  columns: [
    column('取込番号', 90),
    column('取込日時', 130),
    column('担当者', 180),
    column('ファイル名', 280),
    column('配置', 200),
    column('件数', 70),
    column('追加', 60),
    column('変更', 60),
    column('変更なし', 80),
    column('ファイルになし', 100, {
      note: '台帳にあって、このファイルになかった件数です。台帳の行は消しません。',
    }),
    column('取り込まない行', 100, { note: '事業所番号が空か、二度出てくる行です。' }),
    column('状態', 100),
    column('状態の日時', 130),
    column('進み', 90),
    column('SHA-256', 160),
    column('ファイルID', 120, hidden),
    column('配置ID', 120, hidden),
    column('計画', 120, hidden),
    ...importReportHeaders.map((header) => column(header, 100, hidden)),
  ],
};

export const profileHeaders = jsonHeaders('データ', 4);

/** Layouts learned by this chamber. */
export const profilesTable: Table = {
  name: '_profiles',
  hidden: true,
  columns: [column('id', 160), ...profileHeaders.map((header) => column(header, 100))],
};

export const roundHeaders = jsonHeaders('データ', 1);

/** The yearly rounds; one row each. */
export const roundsTable: Table = {
  name: '_rounds',
  commit: 'state',
  hidden: true,
  columns: [column('roundId', 80), column('state', 80), ...roundHeaders.map((header) => column(header, 100))],
};

export const askedBaseHeaders = jsonHeaders('登録内容', 2);

export const askedWords = {
  open: '未回答',
  unreachable: '宛先不明',
  unchanged: '変更なし',
  changed: '変更あり',
  quarantined: '要確認',
  closed: '廃業',
  moved: '移転',
} as const;

export const wayWords = { mail: 'メール', letter: '郵便', none: '送り先なし' } as const;

/** 照会: one row a business that was asked in a round. */
export const askedTable: Table = {
  name: '照会',
  guarded: true,
  frozenColumns: 3,
  columns: [
    column('回', 60),
    column('事業所番号', 100),
    column('事業所名', 240),
    column('会員', 60),
    column('特商', 80),
    column('送り方', 80),
    column('宛先', 220),
    column('依頼', 160),
    column('督促', 160),
    column('回答', 90, { oneOf: Object.values(askedWords) }),
    column('回答日', 130),
    column('記入者', 120),
    column('営業状況', 90),
    column('経路', 120),
    column('受付番号', 100),
    column('照会ID', 120, hidden),
    column('ref', 120, hidden),
    ...askedBaseHeaders.map((header) => column(header, 100, hidden)),
  ],
};

export const answerHeaders = jsonHeaders('データ', 12);

/** Stored answers about the register: the truth that 台帳の回答, 照会 and 変更履歴 are drawn from. */
export const answersTable: Table = {
  name: '_answers',
  hidden: true,
  columns: [
    column('回答ID', 200),
    column('受付番号', 90),
    ...answerHeaders.map((header) => column(header, 100)),
  ],
};

export const answerStates = {
  quarantine: '要確認',
  open: '確認待ち',
  approved: '承認済み',
  discarded: '見送り',
  superseded: '差替え済み',
} as const;

/** 台帳の回答: one row an answer; a view of `_answers`. */
export const answerQueueTable: Table = {
  name: '台帳の回答',
  guarded: true,
  frozenColumns: 3,
  columns: [
    column('受付番号', 90),
    column('受付日時', 130),
    column('事業所名', 240),
    column('事業所番号', 100),
    column('経路', 140),
    column('変更の有無', 90),
    column('状態', 100, { oneOf: Object.values(answerStates), note: '状態の変更はサイドバーで行います。' }),
    column('直す', 60),
    column('確認', 60),
    column('変わった項目', 280),
    column('指摘の内容', 320),
    column('CSV出力', 150),
    column('担当者', 180),
    column('更新日時', 130),
    column('回答ID', 120, hidden),
  ],
};

/** 集計: the figures of the register for people; rewritten as a whole. */
export const figuresTable: Table = {
  name: '集計',
  guarded: true,
  frozenColumns: 1,
  columns: [column('項目', 260), column('値', 160), column('説明', 480)],
};

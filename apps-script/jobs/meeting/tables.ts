/** The two sheets of meetings, as data. They are made when a chamber first keeps such a list, not with the workbook. */
import { assets } from '../assets.ts';
import { allTables } from '../book/tables.ts';
import type { Column, Table } from '../port.ts';

const column = (header: string, width: number, more: Partial<Column> = {}): Column => ({
  header,
  width,
  ...more,
});
const onPaper = { wrap: true } as const;

/** Those who may vote. Staff keep it, as a list they paste from elsewhere. */
export const rollTable: Table = {
  name: '議員名簿',
  frozenColumns: 1,
  columns: [
    column('氏名', 140, { note: '1行に1人ずつ書きます。ここに書かれた全員が、定足数の「全議員」です。' }),
    column('事業所名', 220),
    column('区分', 90, { oneOf: ['1号議員', '2号議員', '3号議員'] }),
    column('常議員', 70, {
      oneOf: ['○'],
      note: '常議員会で議決に加わる人に ○ を付けます（会頭・副会頭も）。',
    }),
    column('備考', 240),
  ],
};

/** 出欠 of the meeting that was drawn last, about as wide as A4 landscape (259 mm between normal margins are 980 pixels of a sheet). */
export const attendanceTable: Table = {
  name: '出欠',
  guarded: true,
  columns: [
    column('番号', 50),
    column('氏名', 110, onPaper),
    column('事業所名', 190, onPaper),
    column('出欠', 90, onPaper),
    column('代理人', 100, onPaper),
    column('方法', 90, { ...onPaper, note: '最後の回答がどの方法で届いたかです。' }),
    column('回答日時', 130),
    column('確かめること', 220, onPaper),
    column('フォームID', 120, { hidden: true }),
  ],
};

/** Every sheet of a workbook that keeps such lists. */
export const tablesWithMeetings = (): readonly Table[] => [
  ...allTables(assets().catalogue),
  rollTable,
  attendanceTable,
];

/** The sheets of surveys, as data. They are made when an office first begins a survey, not with the workbook. */
import { assets } from '../assets.ts';
import { jsonHeaders } from '../book/json-cells.ts';
import { allTables, workbookTitle } from '../book/tables.ts';
import type { Column, Table, Workbook } from '../port.ts';

const column = (header: string, width: number, more: Partial<Column> = {}): Column => ({
  header,
  width,
  ...more,
});
const hidden = { hidden: true } as const;

export const surveyRoundHeaders = jsonHeaders('データ', 2);

/** 調査: one row a wave that was asked. The definition stands in the row as it was then. */
export const surveyTable: Table = {
  name: '調査',
  commit: '状態',
  guarded: true,
  frozenColumns: 2,
  columns: [
    column('調査ID', 150),
    column('調査', 260),
    column('回', 100),
    column('状態', 90),
    column('締切日', 100),
    column('依頼', 70),
    column('回答', 70),
    column('回答率', 80),
    column('集計日時', 130),
    column('報告', 260),
    column('識別情報', 150, { note: '事業所名・アドレスなど、誰の回答かが分かる情報の有無です。' }),
    ...surveyRoundHeaders.map((header) => column(header, 100, hidden)),
  ],
};

export const answeredWords = { open: '未回答', answered: '回答済み' } as const;

/** 調査先: one row a business that is asked. Goes empty when the round's identifying data are destroyed. */
export const peopleTable: Table = {
  name: '調査先',
  guarded: true,
  frozenColumns: 3,
  columns: [
    column('調査ID', 130),
    column('番号', 90),
    column('事業所名', 240),
    column('宛先', 220),
    column('商工会議所', 150),
    column('都道府県', 90),
    column('業種', 100),
    column('規模', 100),
    column('送付の可否', 100),
    column('依頼', 150),
    column('督促', 150),
    column('回答', 90, { oneOf: Object.values(answeredWords) }),
    column('回答日', 130),
    column('経路', 100),
    column('ref', 120, hidden),
  ],
};

export const surveyAnswerHeaders = jsonHeaders('データ', 3);

/** Answers to surveys, every one that came: which of a business counts is decided when they are counted. */
export const surveyAnswersTable: Table = {
  name: '_survey-answers',
  hidden: true,
  columns: [
    column('調査ID', 130),
    column('回答ID', 200),
    column('番号', 90),
    column('受付日時', 160),
    column('経路', 90),
    column('入力者', 180),
    column('区分', 200, { note: '調査先の会議所・都道府県・業種・規模です。' }),
    ...surveyAnswerHeaders.map((header) => column(header, 100)),
  ],
};

export const surveyTables: readonly Table[] = [surveyTable, peopleTable, surveyAnswersTable];

/** Makes what is missing of the sheets, also where a run died over them. Call it under the lock. */
export function prepareSurveys(workbook: Workbook): void {
  workbook.prepare(workbookTitle, [...allTables(assets().catalogue), ...surveyTables]);
}

/** Draws the kept answers: 申込・回答, and what 変更履歴 says of them. */

import { fieldKeyOf } from '../../../shared/template/elements.ts';
import { chamberPlaces } from '../../../shared/template/mail.ts';
import { assets } from '../assets.ts';
import type { Cells } from '../port.ts';
import { shownTime } from '../time.ts';
import { ruleLabel } from '../words.ts';
import { answerLinesOf, questionLabel } from './answer-lines.ts';
import type { Book } from './book.ts';
import { drawRows, issueWords } from './draw.ts';
import { mailLabel } from './mail.ts';
import type { Submission, SubmissionAct } from './submission.ts';
import { type SubmissionBook, submissionBook } from './submission-book.ts';
import { submissionListTable, submissionStates } from './submission-tables.ts';

/** Shown in columns of their own, or said by everybody. */
const elsewhere: ReadonlySet<string> = new Set(['name', 'contactName', 'phone', 'email']);
const summaryLimit = 2000;

const joined = (texts: readonly (string | undefined)[], by: string): string =>
  texts.filter((text) => text !== undefined && text !== '').join(by);

/** Who answered, as 申込・回答 names them. */
export function whoOf({ record: { values, typed } }: Submission): string {
  const value = (key: string): string | undefined => values[key] ?? typed[key];
  return joined([value('name'), value('contactName')], '　');
}

function summaryOf(submission: Submission, submissions: SubmissionBook): string {
  const values = submissions.values(submission.formId);
  const lines = answerLinesOf(submission.templateId, submission.record.typed, values, chamberPlaces(values));
  const { byKey } = assets().catalogue;
  const told = lines
    .filter(({ item }) => !elsewhere.has(fieldKeyOf(item)))
    .filter(({ item }) => (byKey.get(fieldKeyOf(item))?.kind ?? item.kind) !== 'consent');
  const way =
    submission.entry === undefined
      ? []
      : [{ title: '受けた方法', text: `${submission.entry.channel}（代理入力）` }];
  const text = [...told, ...submission.own, ...way]
    .map(({ title, text: answered }) => `${title}：${answered}`)
    .join('\n');
  return text.length > summaryLimit ? `${text.slice(0, summaryLimit)}…` : text;
}

function mailWords({ mails, email }: Submission): string {
  if (mails.length === 0) return email === '' ? '宛先なし' : '送りません';
  return mails
    .map((mail) => `${mailLabel(mail.purpose)}：${mail.to === '' ? '宛先なし' : mail.to}`)
    .join('\n');
}

function listCells(submission: Submission, submissions: SubmissionBook): Cells {
  const { values, typed, issues } = submission.record;
  const label = (key: string): string => questionLabel(submission.templateId, key);
  return {
    受付番号: submission.receipt,
    フォーム: submissions.title(submission),
    受付日時: shownTime(submission.receivedAt),
    状態: submissionStates[submission.state],
    'お名前・事業所名': whoOf(submission),
    連絡先: joined([values.phone ?? typed.phone, submission.email], '、'),
    内容の要約: summaryOf(submission, submissions),
    直すところ: issueWords(issues, label),
    控えのメール: mailWords(submission),
    回答ID: submission.id,
  };
}

/** Reads what is compared, before a job that stores answers begins to write. */
export function readSubmissionList(book: Book): void {
  submissionBook(book).all();
  book.rows(submissionListTable);
}

/** Brings 申込・回答 in line with the stored answers. */
export function projectSubmissions(book: Book): void {
  const submissions = submissionBook(book);
  drawRows(
    book,
    submissionListTable,
    '回答ID',
    submissions.all().map((one) => listCells(one, submissions)),
  );
}

const actWords: Readonly<Record<SubmissionAct['action'], readonly [before: string, after: string]>> = {
  cancel: ['', submissionStates.cancelled],
  promote: [submissionStates.waiting, submissionStates.accepted],
  paper: ['', '書面を受領'],
  'no-paper': ['書面を受領', '未着'],
  member: ['', '名簿の人に結び付け'],
};

function historyCells(submission: Submission): readonly Cells[] {
  const shared = { 受付番号: submission.receipt, 事業所名: whoOf(submission) };
  const changes = submission.record.changes.map((change) => ({
    ...shared,
    日時: shownTime(submission.receivedAt),
    区分: '整形',
    項目: questionLabel(submission.templateId, change.key),
    変更前: change.before,
    変更後: change.after,
    '理由・規則': ruleLabel(change.rule),
    担当者: '自動',
    変更ID: `${submission.id}/change/${change.key}`,
  }));
  const acts = submission.acts.map((act) => ({
    ...shared,
    日時: shownTime(act.at),
    区分: '状態',
    項目: '申込・回答',
    変更前: actWords[act.action][0],
    変更後: actWords[act.action][1],
    '理由・規則': act.action === 'promote' ? '空きが出たため' : act.reason,
    担当者: act.by === '' ? '自動' : act.by,
    変更ID: `${submission.id}/act/${act.version}`,
  }));
  return [...changes, ...acts];
}

/** Rows of 変更履歴 that the kept answers tell, whether they stand there or not. */
export function submissionHistory(book: Book): readonly Cells[] {
  return submissionBook(book).all().flatMap(historyCells);
}

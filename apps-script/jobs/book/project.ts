/**
 * Draws the sheets that people see from the stored applications and answers. Every job that writes ends with it for the
 * flow that it is about, and the hourly collecting for all that the workbook has forms of: so whatever a run that died
 * left undone is put right by the next one. Rows are compared with what should stand there, and only differences are
 * written.
 */
import { labelOf } from '../../../shared/change/decide.ts';
import type { NormalisationChange } from '../../../shared/record/record.ts';
import type { TemplateFlow } from '../../../shared/template/template.ts';
import { templateOf } from '../assets.ts';
import type { Cells, Table } from '../port.ts';
import { shownTime } from '../time.ts';
import { actionLabel, fieldLabel, ruleLabel, shownValue } from '../words.ts';
import { type Application, type Correction, countOf, type DecisionEntry, lastAct } from './application.ts';
import { type Batch, batchByReceipt, exportLabel } from './batch.ts';
import { projectBoard, readBoard } from './board.ts';
import type { Book } from './book.ts';
import { type Correspondence, correspondence } from './correspondence.ts';
import { drawRows, issueWords } from './draw.ts';
import { mailLabel, mailStates, mailSubject } from './mail.ts';
import { projectRegister, readRegister, registerHistory } from './project-register.ts';
import { projectSubmissions, readSubmissionList, submissionHistory } from './project-submissions.ts';
import { registerBook } from './register-book.ts';
import type { Settings } from './settings.ts';
import type { WantedMail } from './stored-parts.ts';
import { historyTable, mailTable, queueTable } from './tables.ts';

/** What was decided, in words: 「仮申込 → 訪問 → 承認」. */
export function decisionWords(settings: Settings, entry: DecisionEntry): string {
  const states = [entry.moves[0]?.from ?? '', ...entry.moves.map((move) => move.to)];
  return states.map((id) => labelOf(settings.states, id)).join(' → ');
}

function lastWords(last: DecisionEntry | Correction): string {
  return 'action' in last ? actionLabel(last.action) : `${fieldLabel(last.key)}を直した`;
}

/** The correction that a value as it stands now comes from; a 内線 is split off its telephone. */
function correctionOf(application: Application, change: NormalisationChange): Correction | undefined {
  const keys = change.rule.startsWith('split-') ? [change.key, 'phone', 'fax'] : [change.key];
  return application.corrections.filter((one) => keys.includes(one.key)).pop();
}

function queueCells(application: Application, batch: Batch | undefined, settings: Settings): Cells {
  const { values, typed, issues } = application.record;
  const last = lastAct(application);
  const value = (key: string): string => values[key] ?? typed[key] ?? '';
  return {
    受付番号: application.receipt,
    受付日時: shownTime(application.receivedAt),
    事業所名: value('name'),
    組織区分: shownValue('applicantType', value('applicantType')),
    代表者氏名: value('representativeName'),
    電話番号: value('phone'),
    メールアドレス: application.email,
    状態: labelOf(settings.states, application.state.state),
    直す: String(countOf(issues, 'error')),
    確認: String(countOf(issues, 'warning')),
    指摘の内容: issueWords(issues),
    CSV出力: exportLabel(batch, application.state.state, settings),
    最後の対応: last === undefined ? '' : `${lastWords(last)} ${last.by}`,
    更新日時: shownTime(last?.at ?? application.receivedAt),
    申込ID: application.id,
  };
}

function projectQueue(book: Book): void {
  const settings = book.settings();
  const batches = batchByReceipt(book.batches());
  drawRows(
    book,
    queueTable,
    '申込ID',
    book
      .applications()
      .map((application) => queueCells(application, batches.get(application.receipt), settings)),
  );
}

function historyCells(application: Application, settings: Settings): readonly Cells[] {
  const { record } = application;
  const shared = { 受付番号: application.receipt, 事業所名: record.values.name ?? record.typed.name ?? '' };
  const changes = record.changes.map((change) => {
    const correction = correctionOf(application, change);
    const id = `${application.id}/change/${change.key}`;
    return {
      ...shared,
      日時: shownTime(correction?.at ?? application.receivedAt),
      区分: '整形',
      項目: fieldLabel(change.key),
      変更前: change.before,
      変更後: change.after,
      '理由・規則': ruleLabel(change.rule),
      担当者: '自動',
      変更ID: correction === undefined ? id : `${id}/${correction.version}`,
    };
  });
  const corrections = application.corrections.map((one) => ({
    ...shared,
    日時: shownTime(one.at),
    区分: '訂正',
    項目: fieldLabel(one.key),
    変更前: one.before,
    変更後: one.after,
    '理由・規則': one.reason,
    担当者: one.by,
    変更ID: `${application.id}/correction/${one.version}`,
  }));
  const decisions = application.decisions.flatMap((entry) =>
    entry.moves.map((move, index) => ({
      ...shared,
      日時: shownTime(entry.at),
      区分: '状態',
      項目: `状態（${move.date}）`,
      変更前: labelOf(settings.states, move.from),
      変更後: labelOf(settings.states, move.to),
      '理由・規則': move.reason,
      担当者: entry.by,
      変更ID: `${application.id}/decision/${entry.version}/${index}`,
    })),
  );
  return [...corrections, ...changes, ...decisions];
}

/** Adds the rows that do not stand there yet: these sheets only grow, and a row that stands is never rewritten. */
function addMissing(book: Book, table: Table, id: string, wanted: readonly Cells[]): void {
  const standing = new Set(book.rows(table).map((row) => row.cells[id] ?? ''));
  book.append(
    table,
    wanted.filter((cells) => !standing.has(cells[id] ?? '')),
  );
}

function mailCells(from: Correspondence, mail: WantedMail, settings: Settings): Cells {
  const text = templateOf(from.templateId).mails[mail.purpose];
  return {
    登録日時: shownTime(mail.at),
    受付番号: from.receipt,
    種類: mailLabel(mail.purpose),
    宛先: mail.to,
    件名: text === undefined ? '' : mailSubject(text, from, settings),
    状態: mail.to === '' ? mailStates.noAddress : mailStates.waiting,
    送信日時: '',
    メモ: '',
    送信者: '',
    メールID: mail.id,
    開始: '',
    残数: '',
  };
}

interface Drawn {
  /** Reads what `draw` compares. */
  read(book: Book): void;
  draw(book: Book): void;
}

/** What is drawn of a flow: the list that says what has gone out, other sheets, its part of 変更履歴. */
interface Drawing {
  readonly list: Drawn;
  readonly others: readonly Drawn[];
  history(book: Book): readonly Cells[];
}

const drawings: Readonly<Record<TemplateFlow, Drawing>> = {
  application: {
    list: {
      read(book) {
        book.applications();
        book.rows(queueTable);
      },
      draw: projectQueue,
    },
    others: [{ read: readBoard, draw: projectBoard }],
    history: (book) => book.applications().flatMap((one) => historyCells(one, book.settings())),
  },
  register: {
    list: {
      read(book) {
        if (registerBook(book).answers().length > 0) readRegister(book);
      },
      draw: projectRegister,
    },
    others: [],
    history: registerHistory,
  },
  answers: {
    list: { read: readSubmissionList, draw: projectSubmissions },
    others: [],
    history: submissionHistory,
  },
  // A survey has sheets of its own (`survey/`).
  survey: { list: { read() {}, draw() {} }, others: [], history: () => [] },
};

/** Reads what `projectLists` will compare. */
export function readLists(book: Book, flows: readonly TemplateFlow[]): void {
  book.settings();
  book.batches();
  for (const flow of flows) drawings[flow].list.read(book);
}

/** Brings the lists of these flows in line: all that an export changes. */
export function projectLists(book: Book, flows: readonly TemplateFlow[]): void {
  for (const flow of flows) drawings[flow].list.draw(book);
}

/**
 * Reads what `project` will compare, before a job begins to write: reads and writes do not alternate. Of the flows that the
 * job is about, and no others.
 */
export function readProjected(book: Book, flows: readonly TemplateFlow[]): void {
  readLists(book, flows);
  for (const flow of flows) for (const { read } of drawings[flow].others) read(book);
  for (const table of [historyTable, mailTable]) book.rows(table);
}

/** Brings the sheets of these flows in line with what is stored. */
export function project(book: Book, flows: readonly TemplateFlow[]): void {
  projectLists(book, flows);
  for (const flow of flows) for (const { draw } of drawings[flow].others) draw(book);
  addMissing(
    book,
    historyTable,
    '変更ID',
    flows.flatMap((flow) => drawings[flow].history(book)),
  );
  const settings = book.settings();
  addMissing(
    book,
    mailTable,
    'メールID',
    flows.flatMap((flow) =>
      correspondence[flow](book).flatMap((from) => from.mails.map((mail) => mailCells(from, mail, settings))),
    ),
  );
}

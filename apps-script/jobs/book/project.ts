/**
 * Draws 受付, 変更履歴 and 送付 from the stored applications and answers. Every job that writes ends with it, so whatever a run
 * that died left undone is put right by the next one: rows are compared with what should stand there, and only
 * differences are written.
 */
import { labelOf } from '../../../shared/change/decide.ts';
import type { NormalisationChange } from '../../../shared/record/record.ts';
import { templateOf } from '../assets.ts';
import type { Cells } from '../port.ts';
import { shownTime } from '../time.ts';
import { actionLabel, fieldLabel, ruleLabel, shownValue } from '../words.ts';
import { type Application, type Correction, countOf, type DecisionEntry, lastAct } from './application.ts';
import { type Batch, batchByReceipt, exportLabel } from './batch.ts';
import type { Book } from './book.ts';
import { correspondence } from './correspondence.ts';
import { drawRows, issueWords } from './draw.ts';
import { mailStates, mailSubject } from './mail.ts';
import { projectRegister, readRegister, registerHistory } from './project-register.ts';
import { registerBook } from './register-book.ts';
import type { Settings } from './settings.ts';
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

/** History only grows: a row that stands is never rewritten. */
function projectHistory(book: Book): void {
  const settings = book.settings();
  const standing = new Set(book.rows(historyTable).map((row) => row.cells.変更ID ?? ''));
  const added = [
    ...book.applications().flatMap((application) => historyCells(application, settings)),
    ...registerHistory(book),
  ].filter((cells) => !standing.has(cells.変更ID ?? ''));
  book.append(historyTable, added);
}

function projectMails(book: Book): void {
  const settings = book.settings();
  const standing = new Set(book.rows(mailTable).map((row) => row.cells.メールID ?? ''));
  const added: Cells[] = [];
  for (const from of correspondence(book)) {
    for (const mail of from.mails) {
      if (standing.has(mail.id)) continue;
      const text = templateOf(from.templateId).mails[mail.purpose];
      added.push({
        登録日時: shownTime(mail.at),
        受付番号: from.receipt,
        種類: mail.purpose === 'receipt' ? '受付の確認' : '差戻し',
        宛先: mail.to,
        件名: text === undefined ? '' : mailSubject(text, from, settings),
        状態: mail.to === '' ? mailStates.noAddress : mailStates.waiting,
        送信日時: '',
        メモ: '',
        送信者: '',
        メールID: mail.id,
        開始: '',
        残数: '',
      });
    }
  }
  book.append(mailTable, added);
}

/** Reads what `project` will compare, before a job begins to write: reads and writes do not alternate. */
export function readProjected(book: Book): void {
  book.settings();
  book.applications();
  book.batches();
  for (const table of [queueTable, historyTable, mailTable]) book.rows(table);
  if (registerBook(book).answers().length > 0) readRegister(book);
}

/** Brings the sheets in line with the stored applications and answers. */
export function project(book: Book): void {
  projectQueue(book);
  projectRegister(book);
  projectHistory(book);
  projectMails(book);
}

/**
 * Draws the answers about the register: 台帳の回答, the answer columns of 照会, and what 変更履歴 says of them. No look into
 * 台帳: what changed is told by what the link was made with.
 */
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import type { Cells } from '../port.ts';
import {
  askedLabel,
  exportWords,
  nameOf,
  sourceLabel,
  stateLabel,
  statusLabel,
} from '../register/answer-words.ts';
import { createMeetings, isUndecided, type Meeting, saidKeys } from '../register/meeting.ts';
import { shownTime } from '../time.ts';
import { fieldLabel, ruleLabel, shownValue } from '../words.ts';
import type { Answer, AnswerAct, StoredAnswer } from './answer.ts';
import { countOf } from './application.ts';
import { type Batch, batchByReceipt } from './batch.ts';
import type { Book } from './book.ts';
import { drawRows, issueWords, stands } from './draw.ts';
import { registerBook } from './register-book.ts';
import { answerQueueTable, askedTable, askedWords } from './register-tables.ts';
import { askedId, readAsked } from './round.ts';

/** Reads what is compared, before a job that stores answers begins to write. */
export function readRegister(book: Book): void {
  registerBook(book).answers();
  book.rows(askedTable);
  book.rows(answerQueueTable);
}

/** What an answer makes worth a look by what it meets: another answer that says otherwise, or itself. */
export function meetingIssues(answer: Answer, { diff }: Meeting): readonly Issue[] {
  if (!isUndecided(answer)) return [];
  const found: Issue[] = [];
  if (diff.rivals.length > 0) {
    found.push(issue('answer.rivals', 'warning', '', { params: { count: diff.rivals.length } }));
  }
  if (diff.contradiction) found.push(issue('answer.contradiction', 'warning', 'changeStatus'));
  if (diff.nothingNew) found.push(issue('answer.nothing-new', 'info', 'changeStatus'));
  return found;
}

function queueCells(answer: StoredAnswer, meeting: Meeting, batch: Batch | undefined): Cells {
  const { record } = answer;
  const issues = [...record.issues, ...meetingIssues(answer, meeting)];
  const last = answer.acts[answer.acts.length - 1];
  const differing =
    answer.state === 'approved'
      ? Object.keys(answer.approved)
      : answer.businessNumber === ''
        ? saidKeys(answer)
        : meeting.diff.differences.map(({ key }) => key);
  return {
    受付番号: answer.receipt,
    受付日時: shownTime(answer.receivedAt),
    事業所名: nameOf(answer),
    事業所番号: answer.businessNumber,
    経路: sourceLabel(answer),
    変更の有無: statusLabel(answer),
    状態: stateLabel(answer.state),
    直す: String(countOf(issues, 'error')),
    確認: String(countOf(issues, 'warning')),
    変わった項目: differing.map(fieldLabel).join('、'),
    指摘の内容: issueWords(issues),
    CSV出力: exportWords(answer, batch),
    担当者: last?.by ?? answer.enteredBy,
    更新日時: shownTime(last?.at ?? answer.receivedAt),
    回答ID: answer.id,
  };
}

/** The answer that stands for its business in its round: the latest that counts, else one that waits in 要確認. */
function standingAnswers(answers: readonly StoredAnswer[]): ReadonlyMap<string, StoredAnswer> {
  const found = new Map<string, StoredAnswer>();
  const rank = (answer: Answer): number => (answer.state === 'quarantine' ? 0 : 1);
  for (const answer of answers) {
    if (answer.businessNumber === '' || answer.roundId === '') continue;
    if (answer.state === 'discarded' || answer.state === 'superseded') continue;
    const id = askedId(answer.roundId, answer.businessNumber);
    const held = found.get(id);
    const goesBefore =
      held === undefined ||
      rank(answer) > rank(held) ||
      (rank(answer) === rank(held) && answer.receivedAt >= held.receivedAt);
    if (goesBefore) found.set(id, answer);
  }
  return found;
}

const answered: ReadonlySet<string> = new Set([
  askedWords.unchanged,
  askedWords.changed,
  askedWords.quarantined,
  askedWords.closed,
  askedWords.moved,
]);

const unanswered: Cells = {
  回答: askedWords.open,
  回答日: '',
  記入者: '',
  営業状況: '',
  経路: '',
  受付番号: '',
};

function projectAsked(book: Book): void {
  const answers = standingAnswers(registerBook(book).answers());
  const changed = new Map<number, Cells>();
  for (const row of book.rows(askedTable)) {
    const answer = answers.get(askedId(row.cells.回 ?? '', row.cells.事業所番号 ?? ''));
    // A row without an answer is the round's; only what an answer left behind is taken back.
    if (answer === undefined && !answered.has(row.cells.回答 ?? '')) continue;
    let wanted = unanswered;
    if (answer !== undefined) {
      const { values, typed } = answer.record;
      const status = values.operatingStatus ?? readAsked(row).base.operatingStatus ?? 'operating';
      wanted = {
        回答: askedLabel(answer),
        回答日: shownTime(answer.receivedAt),
        記入者: values.respondentName ?? typed.respondentName ?? '',
        営業状況: shownValue('operatingStatus', status),
        経路: sourceLabel(answer),
        受付番号: answer.receipt,
      };
    }
    if (!stands(row.cells, wanted)) changed.set(row.at, { ...row.cells, ...wanted });
  }
  book.update(askedTable, changed);
}

const actStates: Readonly<Record<AnswerAct['action'], string>> = {
  approve: stateLabel('approved'),
  discard: stateLabel('discarded'),
  assign: stateLabel('open'),
  reopen: stateLabel('open'),
};

function actCells(answer: StoredAnswer, act: AnswerAct, shared: Cells): readonly Cells[] {
  const id = `${answer.id}/act/${act.version}`;
  const by = { ...shared, 日時: shownTime(act.at), 担当者: act.by };
  const fields = act.changes.map(({ key, before, after }) => {
    const take = act.takes[key] ?? '';
    const other = take === 'answer' ? '' : '（ほかの回答の値を採用）';
    return {
      ...by,
      区分: '台帳',
      項目: fieldLabel(key),
      変更前: shownValue(key, before),
      変更後: shownValue(key, after),
      '理由・規則': `${sourceLabel(answer)}の回答${other}${act.reason === '' ? '' : `。${act.reason}`}`,
      変更ID: `${id}/${key}`,
    };
  });
  const assigned = act.action === 'assign' ? `事業所 ${act.businessNumber} の回答とした` : '';
  const state = {
    ...by,
    区分: '状態',
    項目: '台帳の回答',
    変更前: '',
    変更後: actStates[act.action],
    '理由・規則': [assigned, act.reason].filter((one) => one !== '').join('。'),
    変更ID: id,
  };
  return [...fields, state];
}

function historyCells(answer: StoredAnswer): readonly Cells[] {
  const shared = { 受付番号: answer.receipt, 事業所名: nameOf(answer) };
  const entered =
    answer.source === 'form'
      ? []
      : [
          {
            ...shared,
            日時: shownTime(answer.receivedAt),
            区分: '代理入力',
            項目: '台帳の回答',
            変更前: '',
            変更後: statusLabel(answer),
            '理由・規則': `${answer.ground}による回答`,
            担当者: answer.enteredBy,
            変更ID: `${answer.id}/entered`,
          },
        ];
  const changes = answer.record.changes
    .filter(({ key }) => key !== 'updateKey')
    .map((change) => ({
      ...shared,
      日時: shownTime(answer.receivedAt),
      区分: '整形',
      項目: fieldLabel(change.key),
      変更前: change.before,
      変更後: change.after,
      '理由・規則': ruleLabel(change.rule),
      担当者: '自動',
      変更ID: `${answer.id}/change/${change.key}`,
    }));
  return [...entered, ...changes, ...answer.acts.flatMap((act) => actCells(answer, act, shared))];
}

/** An answer that took the place of an earlier one, as the earlier one's history tells it. */
function supersededCells(answers: readonly StoredAnswer[]): readonly Cells[] {
  const byReceipt = new Map(answers.map((one) => [one.receipt, one]));
  return answers.flatMap((later) => {
    const found = later.record.issues.find(
      (one) => one.code === 'token.reused' && one.params.reason === 'corrected',
    );
    const earlier = byReceipt.get(String(found?.params.earlier ?? ''));
    if (earlier?.state !== 'superseded') return [];
    return [
      {
        日時: shownTime(later.receivedAt),
        受付番号: earlier.receipt,
        事業所名: nameOf(earlier),
        区分: '状態',
        項目: '台帳の回答',
        変更前: stateLabel('open'),
        変更後: stateLabel('superseded'),
        '理由・規則': `${later.receipt} で回答し直し`,
        担当者: '自動',
        変更ID: `${later.id}/supersedes`,
      },
    ];
  });
}

/** Rows of 変更履歴 that the answers tell, whether they stand there or not. */
export function registerHistory(book: Book): readonly Cells[] {
  const answers = registerBook(book).answers();
  return [...answers.flatMap(historyCells), ...supersededCells(answers)];
}

/** Brings 台帳の回答 and 照会 in line with the stored answers. */
export function projectRegister(book: Book): void {
  const register = registerBook(book);
  const answers = register.answers();
  if (answers.length === 0) return;
  const meet = createMeetings(register, null);
  const batches = batchByReceipt(book.batches());
  drawRows(
    book,
    answerQueueTable,
    '回答ID',
    answers.map((answer) => queueCells(answer, meet(answer), batches.get(answer.receipt))),
  );
  projectAsked(book);
}

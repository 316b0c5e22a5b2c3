/**
 * Destroys what tells who answered a round, after it was closed and its days have gone by: rows of the linked sheet, answers in the
 * form, names and addresses in 調査先, keys of the links, addresses in 送付, numbers, times and free texts of the stored answers. What
 * stays is what tables are made of. 廃棄記録 says so; a run that died is gone on with by the same call.
 */
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { questionsOf } from '../../../shared/survey/definition/questions.ts';
import { formKey } from '../../../shared/survey/definition/to-template.ts';
import { momentOf } from '../../../shared/survey/read/repeated.ts';
import { dayNumber, dayOf as dayOfNumber } from '../../../shared/text/days.ts';
import { type Book, openBook } from '../book/book.ts';
import { toJsonCells } from '../book/json-cells.ts';
import { mailStates } from '../book/mail.ts';
import { mailTable } from '../book/tables.ts';
import type { Cells, Services } from '../port.ts';
import { destructionStates, destructionTable } from '../retention/table.ts';
import { dayOf, isoOf, shownTime } from '../time.ts';
import { anonymous, type SurveyAnswer, surveyAnswers } from './answers.ts';
import { readSurveyMailId } from './mails.ts';
import { changeRound, roundOf, roundTitle, type SurveyRound } from './round.ts';
import { peopleTable, surveyAnswerHeaders, surveyAnswersTable } from './tables.ts';

export const destroyedWords =
  '調査先の事業所名・宛先・番号・リンクの鍵、回答の番号・時刻・自由記述、フォームの回答、回答シートの行、送付の宛先';
export const keptWords =
  '業種・規模・都道府県・商工会議所の区分と、選択肢・数の回答（誰の回答かは分かりません）';

export interface SurveyDestruction {
  readonly round: SurveyRound;
  /** First day on which it may be done; '' while the round is open. */
  readonly dueOn: string;
  readonly isDue: boolean;
  readonly people: number;
  readonly answers: number;
  /** Answers that are kept without anybody's name. */
  readonly kept: number;
  /** Mails that have yet to go out. */
  readonly waiting: number;
  readonly hash: string;
}

const refuse = (code: string, params: Readonly<Record<string, string | number>> = {}): never => {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
};

/** Answers that count: of one business the latest, those without a key not at all. */
function counting(answers: readonly SurveyAnswer[]): ReadonlySet<number> {
  const latest = new Map<string, SurveyAnswer>();
  const kept = new Set<number>();
  for (const one of answers) {
    if (one.number === anonymous) kept.add(one.at);
    if (one.number === '' || one.number === anonymous) continue;
    const other = latest.get(one.number);
    if (other === undefined || (momentOf(one.receivedAt) ?? 0) >= (momentOf(other.receivedAt) ?? 0))
      latest.set(one.number, one);
  }
  for (const one of latest.values()) kept.add(one.at);
  return kept;
}

/** What would go. Reads only. Throws UnusableInput `surveys.round-unknown`. */
export function planSurveyDestruction(services: Services, book: Book, roundId: string): SurveyDestruction {
  const round = roundOf(book, roundId);
  const closedOn = round.closedAt.slice(0, 10);
  const dueOn = closedOn === '' ? '' : dayOfNumber(dayNumber(closedOn) + round.keepDays);
  const answers = surveyAnswers(book).get(roundId) ?? [];
  const people = book.rows(peopleTable).filter(({ cells }) => cells.調査ID === roundId);
  const waiting = book
    .rows(mailTable)
    .filter(
      ({ cells }) =>
        readSurveyMailId(cells.メールID ?? '')?.roundId === roundId &&
        (cells.状態 === mailStates.waiting || cells.状態 === mailStates.sending),
    ).length;
  return {
    round,
    dueOn,
    isDue: dueOn !== '' && dayOf(services.clock.now()) >= dueOn,
    people: people.length,
    answers: answers.length,
    kept: counting(answers).size,
    waiting,
    hash: sha256Hex(
      encodeUtf8([roundId, ...answers.map(({ id }) => id).sort(), String(people.length)].join('\n')),
    ),
  };
}

/** Answers in the form and in its sheet; what a person put into the form's sheet by hand stays. */
function emptyForm(services: Services, formId: string): number {
  const { office, workbook } = services;
  const times = office.responseTimes(formId);
  const seconds = new Set([...times.values()].map((at) => Math.floor(at / 1000)));
  const rows = office.linkedRows(workbook.id, formId) ?? [];
  const told = rows.filter((row) => row.seconds !== null && seconds.has(row.seconds));
  office.deleteLinkedRows(
    workbook.id,
    formId,
    told.map(({ at }) => at),
  );
  office.deleteResponses(formId, [...times.keys()]);
  return rows.length - told.length;
}

const blankCells = (cells: Cells): Cells =>
  Object.fromEntries(Object.keys(cells).map((header) => [header, '']));

/** Stored answers without number, time, way and free text; those that do not count go whole. */
function emptyAnswers(book: Book, { roundId, definition, wave }: SurveyRound): void {
  const answers = surveyAnswers(book).get(roundId) ?? [];
  const kept = counting(answers);
  const rows = new Map(book.rows(surveyAnswersTable).map((row) => [row.at, row.cells]));
  const free = new Set(
    questionsOf(definition, wave)
      .filter(({ type }) => type === 'text')
      .map(({ key }) => formKey(key)),
  );
  const changed = new Map<number, Cells>();
  for (const one of answers) {
    const cells = rows.get(one.at) ?? {};
    if (one.number === anonymous) continue;
    if (!kept.has(one.at)) {
      changed.set(one.at, blankCells(cells));
      continue;
    }
    const typed = Object.fromEntries(Object.entries(one.typed).filter(([key]) => !free.has(key)));
    changed.set(one.at, {
      ...cells,
      回答ID: `${anonymous}/${roundId}/${one.at}`,
      番号: anonymous,
      受付日時: `${one.receivedAt.slice(0, 10)}T00:00:00+09:00`,
      経路: '',
      入力者: '',
      ...toJsonCells(surveyAnswerHeaders, { version: 1, typed }),
    });
  }
  book.update(surveyAnswersTable, changed);
}

/** 調査先 keeps of each row what response rates are made of. */
function emptyPeople(book: Book, roundId: string): void {
  const changed = new Map<number, Cells>();
  for (const { at, cells } of book.rows(peopleTable))
    if (cells.調査ID === roundId && cells.番号 !== anonymous)
      changed.set(at, {
        ...cells,
        番号: anonymous,
        事業所名: '',
        宛先: '',
        依頼: '',
        督促: '',
        回答日: '',
        経路: '',
        ref: '',
      });
  book.update(peopleTable, changed);
}

function emptyMails(book: Book, roundId: string): void {
  const changed = new Map<number, Cells>();
  for (const { at, cells } of book.rows(mailTable))
    if (readSurveyMailId(cells.メールID ?? '')?.roundId === roundId)
      changed.set(at, { ...cells, 宛先: '', 件名: '', メールID: `${anonymous}/${roundId}/${at}` });
  book.update(mailTable, changed);
}

function nextNumber(book: Book): string {
  const numbers = book
    .rows(destructionTable)
    .flatMap(({ cells }) => /^廃棄-調査(\d+)$/.exec(cells.廃棄番号 ?? '')?.[1] ?? []);
  return `廃棄-調査${String(Math.max(0, ...numbers.map(Number)) + 1).padStart(3, '0')}`;
}

/**
 * Destroys what the preview of this hash showed. Throws UnusableInput `surveys.destroyed`, `surveys.not-closed`, `surveys.not-due`,
 * `surveys.mails-waiting`, `surveys.destruction-changed`, `surveys.round-unknown`.
 */
export function destroySurvey(
  services: Services,
  { roundId, hash }: { readonly roundId: string; readonly hash: string },
): string {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const plan = planSurveyDestruction(services, book, roundId);
    const { round } = plan;
    const begun = book
      .rows(destructionTable)
      .find(({ cells }) => cells.確認の値 === hash && cells.フォームID === round.formId);
    if (round.destroyed !== '') return round.destroyed;
    if (round.state !== 'closed') refuse('surveys.not-closed');
    if (!plan.isDue) refuse('surveys.not-due', { day: plan.dueOn });
    if (plan.waiting > 0) refuse('surveys.mails-waiting', { count: plan.waiting });
    if (begun === undefined && plan.hash !== hash) refuse('surveys.destruction-changed');
    const cells: Cells = begun?.cells ?? {
      廃棄番号: nextNumber(book),
      日時: shownTime(isoOf(services.clock.now())),
      担当者: services.session.user(),
      フォーム: roundTitle(round),
      規則: `調査の締切から${round.keepDays}日`,
      件数: String(plan.people),
      最も古い受付日: round.startedAt.slice(0, 10),
      状態: destructionStates.running,
      廃棄した項目: destroyedWords,
      'SHA-256': hash,
      残った行: '',
      フォームID: round.formId,
      ひな型ID: '',
      基準日: dayOf(services.clock.now()),
      確認の値: hash,
    };
    if (begun === undefined) book.append(destructionTable, [cells]);
    const at =
      begun?.at ?? book.rows(destructionTable).find((row) => row.cells.廃棄番号 === cells.廃棄番号)?.at ?? 0;
    const left = services.forms.look(round.formId) === null ? 0 : emptyForm(services, round.formId);
    emptyMails(book, roundId);
    emptyPeople(book, roundId);
    emptyAnswers(book, round);
    book.update(
      destructionTable,
      new Map([[at, { ...cells, 状態: destructionStates.done, 残った行: String(left) }]]),
    );
    changeRound(book, { ...round, destroyed: cells.廃棄番号 ?? '' });
    return cells.廃棄番号 ?? '';
  });
}

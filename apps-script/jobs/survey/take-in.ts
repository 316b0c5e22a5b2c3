/**
 * New answers of a survey's form. Every one is kept; whose it is, its key proves, and nothing else. 調査先 says who has answered,
 * by whatever way.
 */
import { createKeyVerifier, type KeyHolder } from '../../../shared/register/update-key.ts';
import { answerOf, type TakeIn } from '../answers-of-form.ts';
import type { Book } from '../book/book.ts';
import { toJsonCells } from '../book/json-cells.ts';
import type { Cells, Row, Services } from '../port.ts';
import { allSecrets } from '../register/secrets.ts';
import { dayOf, shownTime } from '../time.ts';
import { anonymous } from './answers.ts';
import { keyUntil } from './keys.ts';
import { changeRound, type SurveyRound, surveyRounds } from './round.ts';
import { answeredWords, peopleTable, surveyAnswerHeaders, surveyAnswersTable } from './tables.ts';

/** How answers of the form itself came. */
export const webChannel = 'ウェブ';

export interface NewSurveyAnswer {
  readonly roundId: string;
  readonly id: string;
  /** Of 調査先, '' where no key proves it. */
  readonly number: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly by: string;
  /** Texts by key of the form, without the link's key. */
  readonly typed: Readonly<Record<string, string>>;
}

const cell = (row: Row | undefined, header: string): string => row?.cells[header] ?? '';

/** Where in the survey's dimensions a business stands. */
export const placeOf = (person: Row | undefined) => ({
  chamber: cell(person, '商工会議所'),
  prefecture: cell(person, '都道府県'),
  industry: cell(person, '業種'),
  size: cell(person, '規模'),
});

/** The columns that answers need; large rounds are not read whole. */
export const readPlaces = (book: Book): readonly Row[] =>
  book.columns(peopleTable, [
    '調査ID',
    '番号',
    '商工会議所',
    '都道府県',
    '業種',
    '規模',
    '回答',
    '回答日',
    '経路',
    'ref',
  ]);

const answerCells = (answer: NewSurveyAnswer, person: Row | undefined): Cells => ({
  調査ID: answer.roundId,
  回答ID: answer.id,
  番号: answer.number,
  受付日時: answer.receivedAt,
  経路: answer.channel,
  入力者: answer.by,
  ...toJsonCells(['区分'], placeOf(person)),
  ...toJsonCells(surveyAnswerHeaders, { version: 1, typed: answer.typed }),
});

/** What 調査先 says of those whose latest answer these are; a later one stays. */
function marksOf(
  people: ReadonlyMap<string, Row>,
  answers: readonly Pick<NewSurveyAnswer, 'roundId' | 'number' | 'receivedAt' | 'channel'>[],
): Map<number, Cells> {
  const latest = new Map<string, (typeof answers)[number]>();
  for (const one of answers) {
    const id = `${one.roundId}/${one.number}`;
    const other = latest.get(id);
    if (other === undefined || one.receivedAt >= other.receivedAt) latest.set(id, one);
  }
  const marks = new Map<number, Cells>();
  for (const [id, one] of latest) {
    const person = people.get(id);
    const day = shownTime(one.receivedAt);
    if (person === undefined || day < cell(person, '回答日')) continue;
    const wanted = { 回答: answeredWords.answered, 回答日: day, 経路: one.channel };
    if (Object.entries(wanted).some(([header, text]) => cell(person, header) !== text))
      marks.set(person.at, wanted);
  }
  return marks;
}

const byId = (people: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(people.map((row) => [`${cell(row, '調査ID')}/${cell(row, '番号')}`, row]));

/** Says in 調査 how many have answered. */
function countAnswered(book: Book, people: readonly Row[], marks: ReadonlyMap<number, Cells>): void {
  for (const round of surveyRounds(book)) {
    if (round.destroyed !== '' || round.state === 'making') continue;
    const answered = people.filter(
      (row) =>
        cell(row, '調査ID') === round.roundId &&
        (cell(row, '回答') === answeredWords.answered || marks.has(row.at)),
    ).length;
    if (answered !== round.answered) changeRound(book, { ...round, answered });
  }
}

const markHeaders = ['回答', '回答日', '経路'] as const;

/** Stores answers. In this order a run that died between two writes does the same again. */
export function storeSurveyAnswers(
  book: Book,
  people: readonly Row[],
  answers: readonly NewSurveyAnswer[],
): void {
  const known = byId(people);
  const marks = marksOf(
    known,
    answers.filter(({ number }) => number !== ''),
  );
  surveyRounds(book);
  if (marks.size > 0) book.put(peopleTable, marks, markHeaders);
  book.append(
    surveyAnswersTable,
    answers.map((one) => answerCells(one, known.get(`${one.roundId}/${one.number}`))),
  );
  countAnswered(book, people, marks);
}

/** Brings 調査先 and 調査 in line with the stored answers: what a run that died left undone. */
export function drawSurveyAnswered(book: Book, people: readonly Row[]): void {
  const answers = book.columns(surveyAnswersTable, ['調査ID', '番号', '受付日時', '経路']).map((row) => ({
    roundId: cell(row, '調査ID'),
    number: cell(row, '番号'),
    receivedAt: cell(row, '受付日時'),
    channel: cell(row, '経路'),
  }));
  const marks = marksOf(
    byId(people),
    answers.filter(({ number }) => number !== '' && number !== anonymous),
  );
  surveyRounds(book);
  if (marks.size > 0) book.put(peopleTable, marks, markHeaders);
  countAnswered(book, people, marks);
}

/** Whose key it is. */
function verifierOf(services: Services, rounds: readonly SurveyRound[], people: readonly Row[]) {
  const ends = new Map(rounds.map(({ roundId, deadline }) => [roundId, keyUntil(deadline)]));
  const holders = new Map<string, KeyHolder>();
  for (const row of people) {
    const expiresOn = ends.get(cell(row, '調査ID'));
    const ref = cell(row, 'ref');
    if (expiresOn === undefined || ref === '') continue;
    holders.set(ref, { businessNumber: cell(row, '番号'), roundId: cell(row, '調査ID'), expiresOn });
  }
  return createKeyVerifier({ chamberId: services.workbook.id, secrets: allSecrets(services), holders });
}

export function takeInSurveyAnswers(book: Book, services: Services): TakeIn {
  const rounds = surveyRounds(book);
  const added: NewSurveyAnswer[] = [];
  let people: readonly Row[] | null = null;
  let verify: ReturnType<typeof verifierOf> | null = null;
  return {
    known: () => book.columns(surveyAnswersTable, ['回答ID']).map((row) => cell(row, '回答ID')),
    take(form, raws, keys) {
      const round = rounds.find(({ formId }) => formId === form.formId);
      if (round === undefined || raws.length === 0) return;
      people ??= readPlaces(book);
      verify ??= verifierOf(services, rounds, people);
      for (const raw of raws) {
        const { typed, submittedAt } = answerOf(raw, keys);
        const { updateKey = '', ...texts } = typed;
        const verdict = verify(updateKey, dayOf(raw.at));
        const isOurs = verdict.ok && verdict.roundId === round.roundId;
        added.push({
          roundId: round.roundId,
          id: raw.responseId,
          number: isOurs ? verdict.businessNumber : '',
          receivedAt: submittedAt,
          channel: webChannel,
          by: '',
          typed: texts,
        });
      }
    },
    store() {
      if (added.length > 0) storeSurveyAnswers(book, people ?? readPlaces(book), added);
    },
  };
}

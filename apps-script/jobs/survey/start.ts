/**
 * Begins and ends a round of a survey: its form, the definition as it is now, and a row in 調査先 for everybody who is asked. A run
 * that died is led on by the round's row, which says 準備中; nothing is sent yet.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { linkPattern } from '../../../shared/register/personal-link.ts';
import { waveHash } from '../../../shared/survey/definition/freeze.ts';
import { readWave } from '../../../shared/survey/definition/waves.ts';
import { readLayouts } from '../../../shared/survey/tabulate/layouts.ts';
import { dayNumber } from '../../../shared/text/days.ts';
import { type Book, openBook } from '../book/book.ts';
import { readItemKeys } from '../book/form-base.ts';
import { formCells, readForm } from '../book/forms.ts';
import { formsTable, mailTable } from '../book/tables.ts';
import { collect } from '../collect.ts';
import { createForm } from '../create-form.ts';
import type { Cells, Services } from '../port.ts';
import { currentSecret } from '../register/secrets.ts';
import { dayOf, isoOf } from '../time.ts';
import { definitionOf, surveyTemplateId } from './definitions.ts';
import { surveyKeys } from './keys.ts';
import { keepSurveyMails } from './mails.ts';
import { type PeopleSource, type Person, readPeople } from './people.ts';
import { changeRound, type SurveyRound, surveyCells, surveyRounds } from './round.ts';
import { answeredWords, peopleTable, prepareSurveys, surveyTable } from './tables.ts';

export interface StartInput {
  readonly surveyId: string;
  /** As typed: 2026-10, 2026年10月. */
  readonly wave: string;
  readonly deadline: string;
  /** `industry,chamber*industry`. */
  readonly by: string;
  readonly minN: number;
  readonly keepDays: number;
  readonly source: PeopleSource;
}

/** Rows of 調査先 that are made and written at once. */
const blockSize = 2000;
const refuse = (code: string, params: Readonly<Record<string, string>> = {}, key = ''): never => {
  throw new UnusableInput([issue(code, 'error', key, { params })]);
};

/** The wave that was typed, and what else was given, as it will be used. */
export function checkedStart(services: Services, input: Omit<StartInput, 'source'>) {
  const today = dayOf(services.clock.now());
  const definition = definitionOf(input.surveyId);
  const wave = readWave(definition.wave, input.wave);
  if (wave === null) return refuse('surveys.wave', { name: input.wave }, 'wave');
  if (Number.isNaN(dayNumber(input.deadline))) refuse('surveys.deadline', {}, 'deadline');
  if (input.deadline < today) refuse('surveys.deadline-past', { today }, 'deadline');
  readLayouts(definition, input.by);
  return { definition, wave, roundId: `${input.surveyId}-${wave}` };
}

/** The address of the form with a mark for the key. */
function patternOf(services: Services, formId: string): string {
  const itemId = [...(readItemKeys(services.workbook).get(formId) ?? [])].find(
    ([, key]) => key === 'updateKey',
  )?.[0];
  const pattern =
    itemId === undefined
      ? null
      : linkPattern(services.forms.prefilledUrl(formId, { [itemId]: 'CCIMARK0' }), [
          { key: 'updateKey', value: 'CCIMARK0' },
        ]);
  return pattern ?? refuse('surveys.link');
}

const personCells = (roundId: string, ref: string, one: Person): Cells => ({
  調査ID: roundId,
  番号: one.number,
  事業所名: one.name,
  宛先: one.email,
  商工会議所: one.chamber,
  都道府県: one.prefecture,
  業種: one.industry,
  規模: one.size,
  送付の可否: one.sending,
  回答: answeredWords.open,
  ref,
});

/** Writes the rows of 調査先 that are not there yet; what an earlier try with another list left goes. */
function ask(services: Services, book: Book, round: SurveyRound, people: readonly Person[]): void {
  const keyOf = surveyKeys(services, round);
  const all = book.rows(peopleTable);
  const standing = all.filter(({ cells }) => cells.調査ID === round.roundId);
  const wanted = people.map((one) => personCells(round.roundId, keyOf(one.number).ref, one));
  const isSame = (cells: Cells, other: Cells | undefined): boolean =>
    other !== undefined &&
    ['番号', '事業所名', '宛先', '業種'].every((name) => (cells[name] ?? '') === other[name]);
  const isBegun = standing.every(({ cells }, at) => isSame(cells, wanted[at]));
  if (!isBegun)
    book.replace(
      peopleTable,
      all.filter(({ cells }) => cells.調査ID !== round.roundId).map(({ cells }) => cells),
    );
  const rest = wanted.slice(isBegun ? standing.length : 0);
  for (let first = 0; first < rest.length; first += blockSize)
    book.append(peopleTable, rest.slice(first, first + blockSize));
}

/**
 * Makes the form when there is none and begins the round; the same call again changes nothing. Throws UnusableInput `surveys.wave`,
 * `surveys.deadline`, `surveys.deadline-past`, `surveys.running` (the wave has been begun otherwise), those of `readPeople`,
 * of `readLayouts` and of `createForm`.
 */
export function startSurvey(services: Services, input: StartInput): string {
  const { definition, wave, roundId } = checkedStart(services, input);
  services.withLock(() => prepareSurveys(services.workbook));
  // Said before a form is made for nobody.
  readPeople(openBook(services.workbook), definition, input.source);
  const running = surveyRounds(openBook(services.workbook)).find((one) => one.roundId === roundId);
  if (running?.state === 'closed') refuse('surveys.running', { name: roundId }, 'wave');
  const { formId } = createForm(services, {
    templateId: surveyTemplateId(input.surveyId, wave),
    values: { closesOn: input.deadline },
  });
  services.withLock(() => {
    const book = openBook(services.workbook);
    const { people } = readPeople(book, definition, input.source);
    const rounds = surveyRounds(book);
    const known = rounds.find((one) => one.roundId === roundId);
    if (known !== undefined && known.state !== 'making') {
      if (known.deadline !== input.deadline || known.asked !== people.length)
        refuse('surveys.running', { name: roundId }, 'wave');
      return;
    }
    const pattern = patternOf(services, formId);
    const made: Omit<SurveyRound, 'at'> = {
      version: 1,
      roundId,
      surveyId: input.surveyId,
      wave,
      formId,
      startedAt: known?.startedAt ?? isoOf(services.clock.now()),
      startedBy: known?.startedBy ?? services.session.user(),
      deadline: input.deadline,
      generation: known?.generation ?? currentSecret(services).generation,
      linkPattern: pattern,
      by: input.by,
      minN: input.minN,
      keepDays: input.keepDays,
      asked: people.length,
      answered: 0,
      hash: waveHash(definition, wave),
      definition,
      sending: { hash: '', done: true },
      sendingBy: '',
      paused: false,
      report: null,
      closedAt: '',
      destroyed: '',
      state: 'making',
    };
    book.rows(peopleTable);
    if (known === undefined) book.append(surveyTable, [surveyCells(made)]);
    const at = known?.at ?? book.rows(surveyTable).reduce((last, row) => Math.max(last, row.at), 1);
    const round = { ...made, at };
    ask(services, book, round, people);
    changeRound(book, { ...round, state: 'open' });
  });
  return roundId;
}

function closeItsForm(services: Services, book: Book, formId: string): void {
  const row = book
    .rows(formsTable)
    .map(readForm)
    .find((form) => form.formId === formId);
  if (services.forms.look(formId) !== null) services.forms.close(formId);
  if (row !== undefined && row.state !== 'closed')
    book.update(formsTable, new Map([[row.at, formCells({ ...row, state: 'closed' })]]));
}

/**
 * Ends a round: its form takes no more answers and what waits in 送付 is not sent. What came until then is taken in first.
 * Throws UnusableInput `surveys.round-unknown`.
 */
export function closeSurvey(services: Services, roundId: string): void {
  collect(services);
  services.withLock(() => {
    const book = openBook(services.workbook);
    const round = surveyRounds(book).find((one) => one.roundId === roundId);
    if (round === undefined) return refuse('surveys.round-unknown', { name: roundId });
    book.rows(mailTable);
    book.rows(formsTable);
    closeItsForm(services, book, round.formId);
    if (round.state !== 'closed')
      changeRound(book, { ...round, state: 'closed', closedAt: isoOf(services.clock.now()) });
    keepSurveyMails(book, roundId);
  });
}

/**
 * Begins the yearly round: the form, the pattern of its links, and a row in 照会 for everybody who is asked. A run that
 * died is led on by the round's row, which says `making` and keeps whom it asks; nothing is sent yet.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { linkPattern } from '../../../shared/register/personal-link.ts';
import { dayNumber } from '../../../shared/text/days.ts';
import { isMailable } from '../../../shared/text/mailable.ts';
import { type Book, openBook } from '../book/book.ts';
import { readItemKeys } from '../book/form-base.ts';
import { type RegisterBook, registerBook } from '../book/register-book.ts';
import { askedTable, askedWords, judgementWords, wayWords } from '../book/register-tables.ts';
import { askedId, baseCells, type Round, type StoredRound } from '../book/round.ts';
import { mailTable } from '../book/tables.ts';
import { createForm } from '../create-form.ts';
import type { Cells, Services } from '../port.ts';
import { dayOf, fiscalYearLabel, isoOf } from '../time.ts';
import { type Business, isUnreachable, readBusinesses } from './businesses.ts';
import { writeFigures } from './figures.ts';
import { keyMaker } from './keys.ts';
import { baseOf, prefillable, registerTemplateId } from './round-fields.ts';
import { keepRoundMails } from './round-mails.ts';
import { currentSecret } from './secrets.ts';

export interface RoundInput {
  readonly deadline: string;
  readonly filter: StoredRound['filter'];
  readonly prefill: readonly string[];
}

/** Rows of 照会 that are made and written at once; a block that stands is not made again. */
const blockSize = 2000;

const refuse = (code: string, params: Readonly<Record<string, string>> = {}): never => {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
};

function checked({ deadline, prefill }: RoundInput, today: string): void {
  if (Number.isNaN(dayNumber(deadline))) refuse('round.deadline', { deadline });
  if (deadline < today) refuse('round.deadline-past', { deadline, today });
  const allowed = new Set(prefillable().map((field) => field.key));
  const wrong = prefill.find((key) => !allowed.has(key));
  if (wrong !== undefined) refuse('round.prefill', { name: wrong });
}

/** `R8`; the second round of a year is `R8-2`. */
function nextRoundId(rounds: readonly Round[], year: string): string {
  const numbers = rounds.flatMap(({ roundId }) => {
    if (roundId === year) return [1];
    return roundId.startsWith(`${year}-`) ? [Number(roundId.slice(year.length + 1))] : [];
  });
  const last = Math.max(0, ...numbers);
  return last === 0 ? year : `${year}-${last + 1}`;
}

/** The address with a mark for the key and for each field; a question with choices takes one of its own as the mark. */
function patternOf(services: Services, formId: string, prefill: readonly string[]): string {
  const itemOf = new Map<string, string>();
  for (const [itemId, key] of readItemKeys(services.workbook).get(formId) ?? []) itemOf.set(key, itemId);
  const fields = prefillable().filter((field) => prefill.includes(field.key));
  const marks = [
    { key: 'updateKey', question: 'updateKey', value: 'CCIMARK0' },
    ...fields.map(({ key, question, options }, index) => ({
      key,
      question,
      value: [...(options?.values() ?? [])][0] ?? `CCIMARK${index + 1}`,
    })),
  ].filter(({ question }) => itemOf.has(question));
  const answers = Object.fromEntries(marks.map(({ question, value }) => [itemOf.get(question) ?? '', value]));
  const pattern = itemOf.has('updateKey')
    ? linkPattern(services.forms.prefilledUrl(formId, answers), marks)
    : null;
  return pattern ?? refuse('round.link');
}

function isAsked(one: Business, { tokusho, member, divisions }: StoredRound['filter']): boolean {
  if (one.operatingStatus === 'closed' || (tokusho && one.tokusho !== 'yes')) return false;
  if (member !== '' && one.isMember !== (member === 'member')) return false;
  return divisions.length === 0 || one.divisions.some((division) => divisions.includes(division));
}

function wayOf(one: Business): string {
  if (!one.bouncedMail && isMailable(one.email)) return wayWords.mail;
  return isUnreachable(one, isMailable) ? wayWords.none : wayWords.letter;
}

/** Makes the rows of 照会 that are not there yet, and tells how many there are. */
function ask(services: Services, register: RegisterBook, round: Round): number {
  const { book } = register;
  const asked = readBusinesses(book).filter((one) => isAsked(one, round.filter));
  if (asked.length === 0) refuse(round.filter.tokusho ? 'round.nobody-judged' : 'round.nobody');
  const standing = new Set(
    book.rows(askedTable).flatMap(({ cells }) => (cells.回 === round.roundId ? [cells.事業所番号] : [])),
  );
  const missing = asked.filter((one) => !standing.has(one.businessNumber));
  const ledger = register.ledgerRows(missing.map((one) => one.businessNumber));
  const keyOf = keyMaker(services, round);
  const rows = missing.map((one): Cells => {
    const { businessNumber } = one;
    const way = wayOf(one);
    return {
      回: round.roundId,
      事業所番号: businessNumber,
      事業所名: one.name,
      会員: one.isMember ? '会員' : '',
      特商: judgementWords[one.tokusho],
      送り方: way,
      宛先: way === wayWords.mail ? one.email : '',
      回答: askedWords.open,
      照会ID: askedId(round.roundId, businessNumber),
      ref: keyOf(businessNumber).ref,
      ...baseCells(baseOf(ledger.get(businessNumber)?.values ?? {})),
    };
  });
  for (let first = 0; first < rows.length; first += blockSize) {
    book.append(askedTable, rows.slice(first, first + blockSize));
  }
  return standing.size + missing.length;
}

/** First the round, then its mails: no mail of a closed round is sent, whatever 送付 says. */
function close(register: RegisterBook, round: Round): void {
  register.book.rows(mailTable);
  if (round.state !== 'closed') register.changeRound({ ...round, state: 'closed' });
  keepRoundMails(register.book, round);
}

const sameRound = (round: Round, input: RoundInput): boolean =>
  JSON.stringify([round.deadline, round.filter, round.prefill]) ===
  JSON.stringify([input.deadline, input.filter, input.prefill]);

/**
 * Makes the form when there is none and begins the round; the same call again changes nothing. A round that a dead run
 * left unfinished is finished with what that run was asked for; one whose deadline has passed is closed first.
 * Throws UnusableInput `round.deadline`, `round.deadline-past`, `round.prefill`, `round.running` (close that one first),
 * `round.nobody`, `round.nobody-judged`, `round.link`, and those of `createForm`.
 */
export function startRound(services: Services, input: RoundInput): Book {
  const today = dayOf(services.clock.now());
  checked(input, today);
  const { formId } = createForm(services, registerTemplateId);
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const register = registerBook(book);
    const last = register.round();
    const isOver = last?.state === 'open' && last.deadline < today;
    if (isOver) close(register, last);
    const running = isOver ? null : last;
    if (running?.state === 'open') {
      if (!sameRound(running, input)) refuse('round.running', { round: running.roundId });
      writeFigures(services, book);
      return book;
    }
    const linked = patternOf(services, formId, running?.prefill ?? input.prefill);
    const round =
      running ??
      register.addRound({
        version: 1,
        state: 'making',
        roundId: nextRoundId(register.rounds(), fiscalYearLabel(today, book.settings().fiscalYearStart)),
        formId,
        startedAt: isoOf(services.clock.now()),
        startedBy: services.session.user(),
        deadline: input.deadline,
        generation: currentSecret(services).generation,
        prefill: [...input.prefill],
        linkPattern: linked,
        filter: { ...input.filter, divisions: [...input.filter.divisions] },
        asked: 0,
        rekeyed: 0,
        sending: { hash: '', done: true },
        sendingBy: '',
        letters: [],
      });
    const asked = ask(services, register, round);
    register.changeRound({ ...round, linkPattern: linked, asked, state: 'open' });
    writeFigures(services, book);
    return book;
  });
}

/**
 * Ends a round: what still waits in 送付 is not sent any more. Answers that come later are kept, and wait for a person.
 * Throws UnusableInput `round.not-found`.
 */
export function closeRound(services: Services, roundId: string): Book {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const register = registerBook(book);
    const round = register.rounds().find((one) => one.roundId === roundId);
    if (round === undefined) return refuse('round.not-found', { round: roundId });
    close(register, round);
    writeFigures(services, book);
    return book;
  });
}

/**
 * Letters of the running round for those whom no mail reaches: documents of at most 200 letters each. Who is in a document
 * is marked in 照会 before it is made, so a run that died makes the same document again, and nobody stands in two.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { type LetterPlan, letterPlan } from '../../../shared/register/letters.ts';
import { type Book, openBook } from '../book/book.ts';
import { type RegisterBook, registerBook } from '../book/register-book.ts';
import { askedTable } from '../book/register-tables.ts';
import type { StoredRound } from '../book/round.ts';
import { type Asked, type Round, readAsked } from '../book/round.ts';
import type { Cells, Services } from '../port.ts';
import { dayOf } from '../time.ts';
import { fieldLabel, shownValue } from '../words.ts';
import { letterLine, linkMaker, withLiveKeys } from './keys.ts';
import { shownFields } from './round-fields.ts';
import type { Purpose } from './round-mail-id.ts';
import { sendableRound, settleRound } from './send.ts';
import { planRound } from './send-plan.ts';

/** Letters of one document: it has to be made within the six minutes of an execution. */
const letterLimit = 200;

export interface MadeLetters {
  readonly name: string;
  readonly url: string;
  readonly count: number;
}

const columns: Readonly<Record<Purpose, string>> = { request: '依頼', reminder: '督促' };

const nameOf = (round: Round): string => `登録内容の確認_${round.roundId}_${round.letters.length + 1}`;

const linesOf = (cells: Cells, header: string): readonly string[] =>
  (cells[header] ?? '').split('\n').filter((line) => line !== '');

/** True when the row stands in the document of this name. */
const isIn = (cells: Cells, header: string, name: string): boolean =>
  linesOf(cells, header).some((line) => letterLine.exec(line)?.[1] === name);

interface Claimed {
  readonly round: Round;
  readonly name: string;
  readonly purpose: Purpose;
  readonly asked: readonly Asked[];
}

/** Those marked for a document that was never finished. */
function unfinished(book: Book, round: Round): Claimed | null {
  const name = nameOf(round);
  const rows = book.rows(askedTable).filter((row) => row.cells.回 === round.roundId);
  for (const purpose of ['request', 'reminder'] as const) {
    const asked = rows.filter((row) => isIn(row.cells, columns[purpose], name)).map(readAsked);
    if (asked.length > 0) return { round, name, purpose, asked };
  }
  return null;
}

/** Marks who is in the next document; null when nobody is left. */
function claim(
  services: Services,
  register: RegisterBook,
  input: { readonly purpose: Purpose; readonly filter: StoredRound['filter'] },
): Claimed | null {
  const { book } = register;
  sendableRound(services, register);
  const round = withLiveKeys(services, register);
  if (round === null) return null;
  const begun = unfinished(book, round);
  if (begun !== null) return begun;
  const name = nameOf(round);
  const asked = planRound(services, register, round, input).letters.slice(0, letterLimit);
  const header = columns[input.purpose];
  const line = `${dayOf(services.clock.now())} 郵便（${name}）`;
  book.update(
    askedTable,
    new Map(
      asked.map(({ at, cells }) => [
        at,
        { ...cells, [header]: [...linesOf(cells, header), line].join('\n') },
      ]),
    ),
  );
  return asked.length === 0 ? null : { round, name, purpose: input.purpose, asked };
}

function lettersOf(
  services: Services,
  book: Book,
  { round, purpose, asked }: Claimed,
): readonly LetterPlan[] {
  const { chamber } = book.settings();
  const linkOf = linkMaker(services, round);
  const writtenOn = dayOf(services.clock.now());
  return asked.map((one) => {
    const { businessNumber, base } = one;
    const { token, shortUrl } = linkOf(one);
    const value = (key: string): string => base[key] ?? '';
    const elsewhere = value('mailingAddress');
    return letterPlan({
      chamber,
      round: { purpose, writtenOn, answerBy: round.deadline },
      business: {
        businessNumber,
        name: one.cells.事業所名 ?? '',
        postalCode: elsewhere === '' ? shownValue('postalCode', value('postalCode')).replace('〒', '') : '',
        postalAddress: elsewhere === '' ? value('address') : elsewhere,
        building: elsewhere === '' ? value('building') : '',
        contactName: value('contactName'),
      },
      // Long links make codes that are hard to read: on paper the key alone has to do.
      url: shortUrl,
      token,
      fields: shownFields(base, fieldLabel),
    });
  });
}

/**
 * Makes the next document. Throws UnusableInput `letters.nobody`, and those of `sendableRound`. The same call again, when
 * nobody is left, answers with the document made last that day.
 */
export function makeLetters(
  services: Services,
  input: { readonly filter: StoredRound['filter']; readonly purpose?: Purpose | undefined },
): MadeLetters {
  const wanted = { filter: input.filter, purpose: input.purpose ?? 'request' };
  const begun = services.withLock(() => {
    const book = openBook(services.workbook);
    const register = registerBook(book);
    const claimed = claim(services, register, wanted);
    if (claimed !== null) return { claimed, letters: lettersOf(services, book, claimed) };
    const last = register.round()?.letters.slice(-1)[0];
    if (last === undefined) throw new UnusableInput([issue('letters.nobody', 'error', '')]);
    return last;
  });
  if (!('claimed' in begun)) {
    settleRound(services);
    return begun;
  }
  const { claimed, letters } = begun;
  // Without the lock: it takes minutes, and answers come in meanwhile.
  const { url } = services.letters.make(services.workbook.id, claimed.name, letters);
  const made = { name: claimed.name, url, count: letters.length };
  services.withLock(() => {
    const register = registerBook(openBook(services.workbook));
    const round = register.rounds().find((one) => one.roundId === claimed.round.roundId);
    if (round === undefined || round.letters.some((one) => one.name === made.name)) return;
    register.changeRound({ ...round, letters: [...round.letters, made] });
  });
  settleRound(services);
  return made;
}

/**
 * What a job knows of the register in one execution: rounds, answers, and the rows of 台帳 that it asks for. Reads of
 * the ledger are narrow: it may be larger than everything else together.
 */
import { createLedgerCells, type LedgerCells } from '../../../shared/register/ledger-cells.ts';
import { assets } from '../assets.ts';
import type { Cells, Row } from '../port.ts';
import { type Answer, answerCells, readAnswer, type StoredAnswer } from './answer.ts';
import type { Book } from './book.ts';
import { answersTable, askedTable, ledgerTable, roundsTable } from './register-tables.ts';
import { type Asked, type Round, readAsked, readRound, roundCells } from './round.ts';
import { chamberValues } from './settings.ts';

/** A business of 台帳. */
export interface LedgerRow {
  readonly at: number;
  readonly businessNumber: string;
  readonly cells: Cells;
  /** Canonical values by key. */
  readonly values: Readonly<Record<string, string>>;
}

export interface RegisterBook {
  readonly book: Book;
  rounds(): readonly Round[];
  /** The round that runs: the last one that is not closed, or null. */
  round(): Round | null;
  addRound(round: Omit<Round, 'at'>): Round;
  changeRound(round: Round): void;
  /** Everybody who was ever asked. */
  asked(): readonly Asked[];
  answers(): readonly StoredAnswer[];
  addAnswers(added: readonly Answer[]): void;
  changeAnswers(changed: readonly StoredAnswer[]): void;
  /** Row number of each 事業所番号 of 台帳; of two equal ones the first. One narrow read. */
  ledgerNumbers(): ReadonlyMap<string, number>;
  /** The businesses of these numbers that 台帳 holds. */
  ledgerRows(numbers: Iterable<string>): ReadonlyMap<string, LedgerRow>;
}

const numberLabel = '事業所番号';

/** Both ways of 台帳 with this chamber's own 部会. */
export function ledgerCellsOf(book: Book): LedgerCells {
  return createLedgerCells(assets().catalogue, chamberValues(book.settings()));
}

/** Reads a row of 台帳. */
export function ledgerRowOf(row: Row, cells: LedgerCells): LedgerRow {
  const byKey: Record<string, string> = {};
  for (const { key, label } of assets().catalogue.fields) byKey[key] = row.cells[label] ?? '';
  return {
    at: row.at,
    businessNumber: row.cells[numberLabel] ?? '',
    cells: row.cells,
    values: cells.ledgerValues(byKey),
  };
}

const opened = new WeakMap<Book, RegisterBook>();

/** The register of a book: one for each, so that what a job writes is what the drawing of the sheets sees. */
export function registerBook(book: Book): RegisterBook {
  const known = opened.get(book);
  if (known !== undefined) return known;
  const made = openRegister(book);
  opened.set(book, made);
  return made;
}

function openRegister(book: Book): RegisterBook {
  let rounds: Round[] | null = null;
  let answers: StoredAnswer[] | null = null;
  let numbers: ReadonlyMap<string, number> | null = null;
  const known = new Map<string, LedgerRow>();
  const table = () => ledgerTable(assets().catalogue);
  const nextAt = (rows: readonly Row[]): number => rows.reduce((last, row) => Math.max(last, row.at), 1) + 1;
  const readRounds = (): Round[] => {
    rounds ??= book.rows(roundsTable).map(readRound);
    return rounds;
  };
  const readAnswers = (): StoredAnswer[] => {
    answers ??= book.rows(answersTable).map(readAnswer);
    return answers;
  };
  const ledgerNumbers = (): ReadonlyMap<string, number> => {
    if (numbers === null) {
      const found = new Map<string, number>();
      for (const row of book.columns(table(), [numberLabel])) {
        const number = row.cells[numberLabel] ?? '';
        if (number !== '' && !found.has(number)) found.set(number, row.at);
      }
      numbers = found;
    }
    return numbers;
  };

  return {
    book,
    rounds: readRounds,
    round: () => [...readRounds()].reverse().find((round) => round.state !== 'closed') ?? null,
    addRound(round) {
      const standing = readRounds();
      const stored = { ...round, at: nextAt(book.rows(roundsTable)) };
      book.append(roundsTable, [roundCells(round)]);
      standing.push(stored);
      return stored;
    },
    changeRound(changed) {
      book.update(roundsTable, new Map([[changed.at, roundCells(changed)]]));
      rounds = readRounds().map((one) => (one.roundId === changed.roundId ? changed : one));
    },
    asked: () => book.rows(askedTable).map(readAsked),
    answers: readAnswers,
    addAnswers(added) {
      const standing = readAnswers();
      const first = nextAt(book.rows(answersTable));
      book.append(answersTable, added.map(answerCells));
      added.forEach((answer, index) => {
        standing.push({ ...answer, at: first + index });
      });
    },
    changeAnswers(changed) {
      const byId = new Map(changed.map((one) => [one.id, one]));
      book.update(answersTable, new Map(changed.map((one) => [one.at, answerCells(one)])));
      answers = readAnswers().map((one) => byId.get(one.id) ?? one);
    },
    ledgerNumbers,
    ledgerRows(numbersWanted) {
      const wanted = [...numbersWanted];
      const found = new Map<string, LedgerRow>();
      if (wanted.length === 0) return found;
      const missing: number[] = [];
      const at = ledgerNumbers();
      for (const number of wanted) {
        const row = at.get(number);
        if (row !== undefined && !known.has(number)) missing.push(row);
      }
      if (missing.length === 0 && known.size === 0) return found;
      const cells = ledgerCellsOf(book);
      for (const row of book.rowsAt(table(), missing)) {
        const read = ledgerRowOf(row, cells);
        known.set(read.businessNumber, read);
      }
      for (const number of wanted) {
        const row = known.get(number);
        if (row !== undefined) found.set(number, row);
      }
      return found;
    },
  };
}

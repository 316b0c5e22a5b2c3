/** Draws 常議員会: the applications that wait for the next meeting, numbered, with a last line that says whose list it is. */
import type { PassedStep } from '../../../shared/change/decide.ts';
import { boardState } from '../../../shared/change/states.ts';
import type { Cells } from '../port.ts';
import { shownValue } from '../words.ts';
import type { Application } from './application.ts';
import type { Book } from './book.ts';
import { stands } from './draw.ts';
import { boardTable } from './tables.ts';

/** The last time the application passed this state. */
function stepOf(application: Application, state: string): PassedStep | undefined {
  return application.state.passed.filter((step) => step.state === state).pop();
}

function stepCell(application: Application, state: string): string {
  const step = stepOf(application, state);
  return step === undefined ? '' : `${step.date}\n${step.by}`.trimEnd();
}

function boardCells(application: Application, number: number): Cells {
  const { values, typed } = application.record;
  const value = (key: string): string => values[key] ?? typed[key] ?? '';
  const joined = (texts: readonly string[], by: string): string =>
    texts.filter((text) => text !== '').join(by);
  return {
    番号: String(number),
    受付番号: application.receipt,
    事業所名: value('name'),
    代表者: joined([value('representativeTitle'), value('representativeName')], ' '),
    所在地: joined([value('address'), value('building')], ' '),
    '業種・事業内容': joined([shownValue('industry', value('industry')), value('businessDescription')], '\n'),
    組織区分: shownValue('applicantType', value('applicantType')),
    会費口数: value('feeUnits'),
    訪問: stepCell(application, 'visited'),
    押印受領: stepCell(application, 'sealed'),
    申込ID: application.id,
  };
}

/** Says how many there are, whose list it is, and the day on which the last one was put on it. */
function lastLine(book: Book, waiting: readonly Application[]): Cells {
  const days = waiting.map((application) => stepOf(application, boardState)?.date ?? '').sort();
  return {
    番号: '以上',
    受付番号: `${waiting.length} 件`,
    事業所名: book.settings().chamber.name,
    所在地: `最後の付議 ${days[days.length - 1] ?? ''}`,
  };
}

/** False for a workbook whose list was never anything but empty: it need not be read. */
function wasUsed(book: Book): boolean {
  return book.applications().some((application) => stepOf(application, boardState) !== undefined);
}

/** Reads what `projectBoard` compares. */
export function readBoard(book: Book): void {
  if (wasUsed(book)) book.rows(boardTable);
}

/** Brings 常議員会 in line with the stored applications; remarks stay with their application. */
export function projectBoard(book: Book): void {
  if (!wasUsed(book)) return;
  const standing = book.rows(boardTable);
  const remarks = new Map(standing.map(({ cells }) => [cells.申込ID ?? '', cells.備考 ?? '']));
  const waiting = book.applications().filter((application) => application.state.state === boardState);
  const lines = waiting.map((application, index) => boardCells(application, index + 1));
  const wanted = [...lines, ...(lines.length === 0 ? [] : [lastLine(book, waiting)])].map((cells) => ({
    ...Object.fromEntries(boardTable.columns.map(({ header }) => [header, ''])),
    備考: remarks.get(cells.申込ID ?? '') ?? '',
    ...cells,
  }));
  const isDrawn =
    standing.length === wanted.length &&
    standing.every(({ at, cells }, index) => at === index + 2 && stands(cells, wanted[index] ?? {}));
  if (!isDrawn) book.replace(boardTable, wanted);
}

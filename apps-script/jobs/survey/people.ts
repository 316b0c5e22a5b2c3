/** Whom a survey asks: from a list that somebody pasted or from 台帳. Nothing is guessed; what cannot be used is said by row. */
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { foldHeader } from '../../../shared/response/columns.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition/schema.ts';
import { prefectureNames } from '../../../shared/survey/definition/to-template.ts';
import { optionReader } from '../../../shared/survey/read/options.ts';
import { isBlankRow, parseDelimited } from '../../../shared/table/parse.ts';
import { cleanText } from '../../../shared/text/clean.ts';
import type { Book } from '../book/book.ts';
import { sendingWords } from '../book/register-tables.ts';
import { ledgerPeople } from './ledger-people.ts';

export interface Person {
  readonly number: string;
  readonly name: string;
  readonly email: string;
  readonly chamber: string;
  readonly prefecture: string;
  readonly industry: string;
  readonly size: string;
  /** As 送付の可否 of 台帳 says it. */
  readonly sending: string;
}

export type PeopleSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ledger'; readonly members: boolean };

export interface People {
  readonly people: readonly Person[];
  /** `params.row`: data row, from 1. */
  readonly issues: readonly Issue[];
}

/** Enough for every business JCCI asks in a year of one-off surveys; a list beyond it is a slip. */
export const mostPeople = 20_000;

const headers: Readonly<Record<keyof Person, readonly string[]>> = {
  number: ['番号', '事業所番号', '回答者番号', '会員番号', 'number', 'businessNumber'],
  name: ['事業所名', '会社名', '企業名', '名称', '商工会議所名', 'name'],
  email: ['メールアドレス', 'メール', '宛先', 'email', 'e-mail'],
  chamber: ['商工会議所', '会議所', 'chamber'],
  prefecture: ['都道府県', '県', 'prefecture'],
  industry: ['業種', 'industry'],
  size: ['規模', '従業員規模', '従業員数', 'size'],
  sending: ['送付の可否', '送付', 'sending'],
};
const fields = Object.keys(headers) as (keyof Person)[];

type Reader = (typed: string) => string | null;

/** Label of an option by whatever names it; null where nothing does. A dimension without options takes what is written. */
function readerOf(definition: SurveyDefinition, key: string): Reader {
  const options = definition.dimensions.find((one) => one.key === key)?.options;
  if (options === undefined) return (typed) => typed;
  const reader = optionReader(options);
  return (typed) => options[reader.find(typed)]?.label ?? null;
}

function prefectureOf(typed: string): string | null {
  const names = prefectureNames();
  return names.find((name) => name === typed || (typed !== '' && name.slice(0, -1) === typed)) ?? null;
}

/** What the office's own list lacks: the chamber itself. */
export interface OwnRegion {
  readonly chamber: string;
  readonly prefecture: string;
}

function fromText(text: string, definition: SurveyDefinition, own: OwnRegion): People {
  // What was copied out of a sheet is separated by tabs; the reader sees it.
  const table = parseDelimited(text);
  const broken = table.issues.filter(({ severity }) => severity === 'error');
  if (broken.length > 0) throw new UnusableInput(broken);
  const [header = [], ...rows] = table.rows.filter((row) => !isBlankRow(row));
  const names = header.map(foldHeader);
  const places = new Map(
    fields.map((field): [keyof Person, number] => {
      const known = new Set(headers[field].map(foldHeader));
      return [field, names.findIndex((name) => known.has(name))];
    }),
  );
  if ((places.get('name') ?? -1) < 0 || (places.get('email') ?? -1) < 0)
    throw new UnusableInput([
      issue('surveys.people-header', 'error', 'people', {
        params: { header: header.slice(0, 6).join('、').slice(0, 80) },
      }),
    ]);
  if (rows.length > mostPeople)
    throw new UnusableInput([
      issue('surveys.people-many', 'error', 'people', { params: { limit: mostPeople } }),
    ]);
  const hasNumbers = (places.get('number') ?? -1) >= 0;
  const people = rows.map((cells, at): Person => {
    const cell = (field: keyof Person): string =>
      cleanText(cells[places.get(field) ?? -1] ?? '', false).trim();
    return {
      number: hasNumbers ? cell('number') : String(at + 1).padStart(4, '0'),
      name: cell('name'),
      email: cell('email'),
      chamber: cell('chamber') || own.chamber,
      prefecture: cell('prefecture') || own.prefecture,
      industry: cell('industry'),
      size: cell('size'),
      sending: cell('sending'),
    };
  });
  return checked(people, definition);
}

/** Blank rows, second ones and options that nobody knows. */
function checked(given: readonly Person[], definition: SurveyDefinition): People {
  const issues: Issue[] = [];
  const people: Person[] = [];
  const seen = new Map<string, number>();
  const readers: readonly (readonly ['industry' | 'size' | 'prefecture', string, Reader])[] = [
    ['industry', '業種', readerOf(definition, 'industry')],
    ['size', '規模', readerOf(definition, 'size')],
    ['prefecture', '都道府県', prefectureOf],
  ];
  given.forEach((one, at) => {
    const row = at + 1;
    const warn = (code: string, params: Record<string, string | number> = {}): void => {
      issues.push(issue(code, 'warning', 'people', { params: { row, ...params } }));
    };
    if (one.name === '' || one.number === '') {
      warn('surveys.people-blank');
      return;
    }
    const other = seen.get(one.number);
    if (other !== undefined) {
      warn('surveys.people-twice', { other, number: one.number });
      return;
    }
    seen.set(one.number, row);
    const read: Record<string, string> = {};
    for (const [field, label, reader] of readers) {
      const typed = one[field];
      const found = typed === '' ? '' : reader(typed);
      if (found === null) warn('surveys.people-option', { label, value: typed.slice(0, 40) });
      read[field] = found ?? '';
    }
    people.push({ ...one, ...read });
  });
  return { people, issues };
}

const barredWords: readonly string[] = Object.values(sendingWords);

/** Whether 送付の可否 bars mails. */
export const isBarred = (sending: string): boolean => barredWords.some((word) => sending.includes(word));

/** Throws UnusableInput `surveys.people-header`, `surveys.people-many`, `surveys.people-empty`. */
export function readPeople(
  book: Book,
  definition: SurveyDefinition,
  source: PeopleSource,
): People & { readonly own: OwnRegion } {
  const { name, address } = book.settings().chamber;
  const own = {
    chamber: name,
    prefecture: prefectureNames().find((one) => address.startsWith(one)) ?? '',
  };
  const found =
    source.kind === 'text'
      ? fromText(source.text, definition, own)
      : checked(ledgerPeople(book, source.members, own), definition);
  if (found.people.length === 0) throw new UnusableInput([issue('surveys.people-empty', 'error', 'people')]);
  return { ...found, own };
}

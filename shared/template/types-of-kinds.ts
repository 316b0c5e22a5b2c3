/** Which questions can ask for a value of each kind. Generous: a list of years is as good as a line to type one. */
import type { KindId } from '../fields/catalogue.ts';
import type { ItemType } from './template.ts';

const line: readonly ItemType[] = ['short'];
const lines: readonly ItemType[] = ['short', 'paragraph'];
const lineOrOne: readonly ItemType[] = ['short', 'choice', 'list'];
const several: readonly ItemType[] = ['short', 'paragraph', 'choice', 'list', 'checkbox'];
const counted: readonly ItemType[] = ['short', 'choice', 'list', 'scale', 'rating'];

/** Absent: any question. */
export const typesOfKind: Readonly<Partial<Record<KindId, readonly ItemType[]>>> = {
  code: lineOrOne,
  choice: lineOrOne,
  choices: several,
  'corporate-number': line,
  'invoice-number': line,
  name: lineOrOne,
  'person-name': lineOrOne,
  kana: line,
  latin: line,
  building: lines,
  'postal-code': line,
  address: lines,
  phone: line,
  email: line,
  url: line,
  industry: lineOrOne,
  month: [...lineOrOne, 'date'],
  date: [...lineOrOne, 'date'],
  year: lineOrOne,
  'month-of-year': lineOrOne,
  yen: lineOrOne,
  integer: counted,
  consent: ['checkbox', 'choice', 'list'],
  token: line,
};

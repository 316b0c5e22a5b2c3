/** Businesses of 台帳 as a survey asks them: 業種 of the survey from the industry of JSIC, 規模 from the number of employees. */
import { assets } from '../assets.ts';
import type { Book } from '../book/book.ts';
import { ledgerCellsOf } from '../book/register-book.ts';
import { ledgerNotes, ledgerTable } from '../book/register-tables.ts';
import type { OwnRegion, Person } from './people.ts';

const keys = [
  'businessNumber',
  'memberNumber',
  'name',
  'email',
  'industry',
  'employees',
  'operatingStatus',
] as const;

/**
 * Industries of LOBO by the divisions of JSIC, rev. 14: D, E, and of I 卸売 (50–55) and 小売 (56–61); A to C have none, the rest is
 * services. How the surveys place an industry is not public (未検証): the answer on the form goes before it.
 */
export function surveyIndustry(code: string): string {
  const letter = { D: 6, E: 9 }[code.slice(0, 1)];
  const division = /^\d{2}/.test(code) ? Number(code.slice(0, 2)) : (letter ?? 0);
  if (division <= 5) return '';
  if (division <= 8) return '建設業';
  if (division <= 32) return '製造業';
  if (division >= 50 && division <= 55) return '卸売業';
  if (division >= 56 && division <= 61) return '小売業';
  return 'サービス業';
}

const sizes = [
  [5, '5人以下'],
  [20, '6〜20人'],
  [50, '21〜50人'],
  [100, '51〜100人'],
] as const;

export function surveySize(employees: string): string {
  if (!/^\d+$/.test(employees)) return '';
  return sizes.find(([most]) => Number(employees) <= most)?.[1] ?? '101人以上';
}

/** @param members only those with a 会員番号 */
export function ledgerPeople(book: Book, members: boolean, own: OwnRegion): readonly Person[] {
  const { catalogue } = assets();
  const label = (key: string): string => catalogue.byKey.get(key)?.label ?? key;
  const cells = ledgerCellsOf(book);
  return book
    .columns(ledgerTable(catalogue), [...keys.map(label), ledgerNotes.sending])
    .flatMap((row): readonly Person[] => {
      const text = (key: (typeof keys)[number]): string => cells.toValue(key, row.cells[label(key)] ?? '');
      if (text('businessNumber') === '' || text('operatingStatus') === 'closed') return [];
      if (members && text('memberNumber') === '') return [];
      return [
        {
          number: text('businessNumber'),
          name: text('name'),
          email: text('email'),
          ...own,
          industry: surveyIndustry(text('industry')),
          size: surveySize(text('employees')),
          sending: row.cells[ledgerNotes.sending] ?? '',
        },
      ];
    });
}

/** How many of those asked have answered, by chamber, industry and way, against the number that makes a result usable. */
import type { SurveyDefinition } from '../../../shared/survey/definition/schema.ts';
import type { Row } from '../port.ts';
import { answeredWords } from './tables.ts';

export interface RateRow {
  /** '' for all together. */
  readonly dimension: string;
  readonly label: string;
  readonly asked: number;
  readonly answered: number;
  /** Null where the definition names none for this kind of group. */
  readonly target: number | null;
}

const dimensions = [
  ['chamber', '商工会議所'],
  ['prefecture', '都道府県'],
  ['industry', '業種'],
  ['size', '規模'],
] as const;

const isAnswered = ({ cells }: Row): boolean => cells.回答 === answeredWords.answered;

/** @param people rows of 調査先 of one round */
export function ratesOf(definition: SurveyDefinition, people: readonly Row[]): readonly RateRow[] {
  const count = (rows: readonly Row[]) => ({ asked: rows.length, answered: rows.filter(isAnswered).length });
  const chambers = new Set(people.map(({ cells }) => cells.商工会議所 ?? ''));
  // The target of the whole is the nation's; one chamber alone has its own.
  const whole = chambers.size > 1 ? definition.targets.total : definition.targets.chamber;
  const total: RateRow = { dimension: '', label: '合計', ...count(people), target: whole ?? null };
  return [
    total,
    ...dimensions.flatMap(([key, header]) => {
      const groups = new Map<string, Row[]>();
      for (const row of people) {
        const label = row.cells[header] ?? '';
        const own = groups.get(label);
        if (own === undefined) groups.set(label, [row]);
        else own.push(row);
      }
      // One region alone is the whole; a list without a dimension has nothing to tell.
      if (groups.size < 2) return [];
      const order =
        definition.dimensions.find((one) => one.key === key)?.options?.map(({ label }) => label) ?? [];
      const place = (label: string): number => order.indexOf(label) + 1 || order.length + 1;
      return [...groups]
        .sort(([a], [b]) => place(a) - place(b) || (a === '' ? 1 : b === '' ? -1 : 0))
        .map(
          ([label, rows]): RateRow => ({
            dimension: header,
            label: label === '' ? '（分からない）' : label,
            ...count(rows),
            target: key === 'industry' && chambers.size < 2 ? null : (definition.targets[key] ?? null),
          }),
        );
    }),
  ];
}

/** Answered, by way, the commonest first. */
export function channelsOf(
  people: readonly Row[],
): readonly { readonly label: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of people)
    if (isAnswered(row)) counts.set(row.cells.経路 ?? '', (counts.get(row.cells.経路 ?? '') ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
}

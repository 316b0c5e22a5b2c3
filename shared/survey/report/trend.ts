/** Indexes of all answers together over the waves that are at hand. */
import type { AskedQuestion } from '../definition/questions.ts';
import type { WaveKind } from '../definition/schema.ts';
import { waveBefore } from '../definition/waves.ts';
import { totalOf } from '../tabulate/model.ts';
import type { Tabulated } from '../tabulate/tabulate.ts';
import type { Trend } from './model.ts';

/** Fewer waves make no line. */
const leastWaves = 3;

/** Longest line: ten years of months. */
const mostWaves = 120;

/** All waves from the first to the last: one that is missing leaves a gap, not a shorter way. */
function withGaps(kind: WaveKind, first: string, last: string): readonly string[] | null {
  const waves = [last];
  for (
    let name = waveBefore(kind, last);
    name !== null && name >= first && waves.length < mostWaves;
    name = waveBefore(kind, name)
  )
    waves.unshift(name);
  return waves[0] === first ? waves : null;
}

export function trendOf(
  kind: WaveKind,
  questions: readonly AskedQuestion[],
  others: ReadonlyMap<string, Tabulated>,
  now: Tabulated,
  wave: string,
): Trend | null {
  const all = new Map([...others, [wave, now] as const]);
  const given = [...all.keys()].filter((name) => name <= wave).sort();
  if (given.length < leastWaves) return null;
  const waves = withGaps(kind, given[0] ?? wave, wave) ?? given;
  const indexOf = (name: string, key: string): number | null => {
    const table = all.get(name)?.tables.find(({ question }) => question.key === key)?.tables[0];
    return table === undefined ? null : (totalOf(table)?.index ?? null);
  };
  const lines = questions
    .filter(({ rule, outlookOf, topic }) => rule !== null && outlookOf === undefined && topic === null)
    .map(({ key, label }) => ({ question: key, label, values: waves.map((name) => indexOf(name, key)) }))
    .filter(({ values }) => values.some((value) => value !== null));
  return lines.length === 0 ? null : { waves, lines };
}

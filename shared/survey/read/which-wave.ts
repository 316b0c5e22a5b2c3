/** Which wave a file holds, where nobody says: the one that most rows name, or the month in which most were sent. */
import type { SurveyDefinition } from '../definition/schema.ts';
import { readWave } from '../definition/waves.ts';
import { readAnswersHeader } from './header.ts';
import { dayOf } from './repeated.ts';

/** Rows by wave; empty where neither a column nor a time says anything. */
export function wavesIn(
  definition: SurveyDefinition,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ReadonlyMap<string, number> {
  const { fixed } = readAnswersHeader(header, definition, '');
  const counts = new Map<string, number>();
  const [waveAt, timeAt] = [fixed.get('wave'), fixed.get('timestamp')];
  const nameOf = (row: readonly string[]): string | null => {
    if (waveAt !== undefined) return readWave(definition.wave, row[waveAt] ?? '');
    const day = timeAt === undefined ? '' : dayOf(row[timeAt] ?? '');
    return day === '' ? null : definition.wave === 'yearly' ? day.slice(0, 4) : day.slice(0, 7);
  };
  for (const row of rows) {
    const wave = nameOf(row);
    if (wave !== null) counts.set(wave, (counts.get(wave) ?? 0) + 1);
  }
  return counts;
}

/** The wave with most rows, the later of two with as many; '' for none. */
export function commonestWave(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))[0]?.[0] ?? '';
}

/** True where the file names the waves of its rows: then it may hold several. */
export function namesWaves(definition: SurveyDefinition, header: readonly string[]): boolean {
  return readAnswersHeader(header, definition, '').fixed.has('wave');
}

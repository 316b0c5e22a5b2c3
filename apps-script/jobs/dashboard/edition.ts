/**
 * The tables of a wave as one reader may see them. All of them are protected together, and for a chamber so that what it knows of its
 * own businesses gives no other away. Its own answers it sees whole.
 */
import type { CodeList } from '../../../shared/fields/catalogue.ts';
import { type CountedReport, countReport, type SourceFile } from '../../../shared/survey/report/build.ts';
import { namedOptions } from '../../../shared/survey/report/scope.ts';
import type { ShownFile } from '../../../shared/survey/report/shown.ts';
import type { SurveyRound } from '../survey/round.ts';
import { plainName, type Viewer } from './door.ts';

/** Groups of fewer answers are never shown to others, whatever the office chose for itself. */
const leastN = 3;

/** What of a round stands on the page. */
export type ShownRound = Pick<SurveyRound, 'roundId' | 'surveyId' | 'definition' | 'wave' | 'minN'>;

export interface Edition {
  readonly round: ShownRound;
  /** What everybody in the reader's place may see. */
  readonly safe: CountedReport;
  /** The chamber's own answers, nothing hidden; null for others, and where it has none in this wave. */
  readonly own: { readonly label: string; readonly counted: CountedReport } | null;
}

export interface EditionSource {
  readonly round: ShownRound;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly answers: SourceFile;
  /** Answers of the waves that this one is compared with. */
  readonly previous: readonly SourceFile[];
  /** What reports of these waves have shown. */
  readonly shown: readonly ShownFile[];
}

const wanted = ['industry', 'block', 'prefecture', 'chamber', 'block*industry', 'prefecture*industry'];

/** By what a survey is broken down here, as far as it has these dimensions. */
function layoutsOf({ definition }: ShownRound, among: readonly string[]): string {
  const keys = new Set(definition.dimensions.map(({ key }) => key));
  return among.filter((one) => one.split('*').every((key) => keys.has(key))).join(',');
}

/** Chambers that answers of the wave are of. */
function namesIn({ answers }: CountedReport): readonly string[] {
  const labels = answers.dimensions.get('chamber')?.labels ?? [];
  return namedOptions(answers, 'chamber').map((option) => labels[option] ?? '');
}

export function editionOf(source: EditionSource, viewer: Viewer): Edition {
  const { round, shown, ...files } = source;
  const input = { ...files, definition: round.definition, wave: round.wave };
  const shared = { ...input, by: layoutsOf(round, wanted), minN: Math.max(leastN, round.minN), shown };
  if (viewer.kind === 'jcci') return { round, safe: countReport(shared), own: null };
  const isOwn = (label: string): boolean => plainName(label) === plainName(viewer.name);
  const safe = countReport({ ...shared, insider: { dimension: 'chamber', isOwn } });
  const label = namesIn(safe).find(isOwn);
  if (label === undefined) return { round, safe, own: null };
  const counted = countReport({
    ...input,
    definition: { ...round.definition, unanimousBelow: 1 },
    by: layoutsOf(round, ['industry']),
    minN: 1,
    region: label,
  });
  return { round, safe, own: { label, counted } };
}

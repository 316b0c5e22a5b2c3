/** Files in, files out: answers and what stands beside them → tables.csv, report.md, issues.csv, and the graphs still to be drawn. */
import type { BytesPort } from '../../bytes/port.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import type { CodeList } from '../../fields/catalogue.ts';
import { type Issue, issue, UnusableInput } from '../../issue/issue.ts';
import { foldHeader } from '../../response/columns.ts';
import { type Chart, chartsOf } from '../chart/charts.ts';
import { questionsOf } from '../definition/questions.ts';
import type { SurveyDefinition } from '../definition/schema.ts';
import { readWave, waveBefore } from '../definition/waves.ts';
import { readBeside } from '../read/beside.ts';
import { type CountsFile, readCounts } from '../read/counts-file.ts';
import { type FormerAnswers, openAnswers, type ReadAnswers } from '../read/read-answers.ts';
import { commonestWave, namesWaves, wavesIn } from '../read/which-wave.ts';
import { readLayouts } from '../tabulate/layouts.ts';
import { issuesCsv, tablesCsv } from './csv.ts';
import type { Insider } from './insider.ts';
import { type MadeReport, type MakeReportInput, makeReport } from './make.ts';
import { reportMarkdown } from './markdown.ts';
import type { SurveyReport } from './model.ts';
import { readRegion, regionUnknown } from './region.ts';
import { type ShownFile, shownJson, shownTo } from './shown.ts';
import { warningsOf } from './warnings.ts';
import { weigh } from './weigh.ts';

export interface SourceFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface BuildReportInput {
  readonly definition: SurveyDefinition;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly answers: SourceFile;
  /** `industry,block*industry`. */
  readonly by: string;
  readonly minN?: number;
  /** As typed; absent: what the file says. */
  readonly wave?: string;
  readonly previous?: readonly SourceFile[];
  readonly national?: SourceFile;
  readonly asked?: SourceFile;
  readonly population?: SourceFile;
  /** Earlier editions of this wave. */
  readonly shown?: readonly ShownFile[];
  /** Only answers of this region, by its name (会議所, 都道府県 or ブロック). */
  readonly region?: string;
  /** Whose tables these are, where they are for one reader who knows the answers of a region. */
  readonly insider?: Insider;
  readonly port?: BytesPort;
}

export interface BuiltReport {
  readonly report: SurveyReport;
  readonly answers: ReadAnswers;
  readonly charts: readonly Chart[];
  readonly warnings: readonly Issue[];
  /** All files but the graphs; those that vouch for others stand last. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** The wave that is reported: as typed, or the one that most answers are of; '' where nothing says it. */
function waveOf({ definition, answers, wave, port }: BuildReportInput): string {
  if (wave !== undefined) {
    const read = readWave(definition.wave, wave);
    if (read === null)
      throw new UnusableInput([issue('survey.wave-format', 'error', '', { params: { name: wave } })]);
    return read;
  }
  const { header, rows } = openAnswers(answers.bytes, answers.file, port);
  return commonestWave(wavesIn(definition, header, rows));
}

/** All waves of a previous file; one that names none is of the wave before. */
function previousWaves(input: BuildReportInput, wave: string, source: SourceFile): readonly ReadAnswers[] {
  const { definition, port } = input;
  const { header, rows } = openAnswers(source.bytes, source.file, port);
  const before = waveBefore(definition.wave, wave);
  const found = wavesIn(definition, header, rows);
  const waves = namesWaves(definition, header)
    ? [...found.keys()].filter((name) => name !== wave)
    : [before ?? commonestWave(found)];
  return waves.flatMap((name) => readRegion(input, name, source) ?? []);
}

/** The former amount of a business: that of the latest wave it answered in. */
function formerOf(waves: readonly ReadAnswers[]): FormerAnswers {
  const latestFirst = [...waves].sort((a, b) => (a.wave < b.wave ? 1 : -1));
  return {
    value(respondent, question) {
      for (const wave of latestFirst) {
        const value = wave.value(respondent, question);
        if (!Number.isNaN(value)) return value;
      }
      return Number.NaN;
    },
  };
}

/** Columns that name somebody are read for one thing: so that free answers do not give those names away. */
const nameHeaders = [
  '事業所名',
  '会社名',
  '企業名',
  '商号',
  '屋号',
  '店名',
  'name',
  'commonname',
  '代表者名',
  '氏名',
  '担当者名',
  'representativename',
  'contactname',
  'respondentname',
  '記入者',
  '記入者名',
];

/** A business writes of itself without its legal form; '' for names so short that they are words like others. */
function bareName(name: string): string {
  const bare = name
    .replace(/株式会社|有限会社|合同会社|合資会社|合名会社|[（(][株有同][)）]|[㈱㈲]/g, '')
    .trim();
  return bare.length >= 3 ? bare : '';
}

function namesIn({ bytes, file }: SourceFile, port: BytesPort | undefined): readonly string[] {
  const { header, rows } = openAnswers(bytes, file, port);
  const places = header.flatMap((cell, at) => (nameHeaders.includes(foldHeader(cell)) ? [at] : []));
  const written = rows.flatMap((row) => places.map((at) => (row[at] ?? '').trim()));
  const names = written.flatMap((name) => [name, bareName(name)]);
  return [...new Set(names.filter((name) => name.length >= 2))].sort((a, b) => b.length - a.length);
}

export interface CountedReport extends MadeReport {
  readonly answers: ReadAnswers;
  readonly wave: string;
  readonly minN: number;
  readonly warnings: readonly Issue[];
}

/** Reads, tabulates and writes; throws `UnusableInput` before anything is made. */
export function buildReport(input: BuildReportInput): BuiltReport {
  const { definition } = input;
  const { report, shown, answers, wave, minN, warnings } = countReport(input);
  const charts = chartsOf(report);
  const pictures = charts.map(({ name, title }) => ({ name: `${name}.svg`, title }));
  return {
    report,
    answers,
    charts,
    warnings,
    files: [
      { name: 'tables.csv', bytes: tablesCsv(report) },
      { name: 'issues.csv', bytes: issuesCsv(definition, wave, answers.issues) },
      { name: 'shown.json', bytes: shownJson(definition.id, wave, minN, shown, answers) },
      { name: 'report.md', bytes: encodeUtf8(reportMarkdown(report, pictures)) },
    ],
  };
}

/** The report before it is written, for who shows it otherwise. Throws as `buildReport` does. */
export function countReport(input: BuildReportInput): CountedReport {
  const { definition, lists, answers: source, port } = input;
  const layouts = readLayouts(definition, input.by);
  const wave = waveOf(input);
  const waves = (input.previous ?? []).flatMap((file) => previousWaves(input, wave, file));
  const answers = readRegion(input, wave, source, formerOf(waves));
  if (answers === null) throw new UnusableInput([regionUnknown(input, wave, source)]);
  refuseMissing(definition, answers, layouts);
  const questions = questionsOf(definition, wave);
  const beside =
    input.national === undefined ? null : readBeside(input.national.bytes, input.national.file, questions);
  const counts = (file: SourceFile | undefined): CountsFile | null =>
    file === undefined ? null : readCounts(definition, answers.dimensions, file.bytes, file.file);
  const [asked, population] = [counts(input.asked), counts(input.population)];
  const minN = input.minN ?? definition.minN;
  const { report, shown } = makeReport({
    definition,
    lists,
    answers,
    waves,
    layouts,
    minN,
    beside,
    asked,
    weights: weightsOf(input, answers, population),
    names: namesIn(source, port),
    shown: (name, of) => {
      const own = (input.shown ?? []).filter((one) => one.survey === definition.id && one.wave === name);
      const last = own[own.length - 1];
      return last === undefined ? new Map() : shownTo(last, of);
    },
    ...(input.insider === undefined ? {} : { insider: input.insider }),
  });
  const warnings = warningsOf(input, report, answers, waves, [beside, asked, population]);
  return { report, shown, answers, wave, minN, warnings };
}

function refuseMissing(
  definition: SurveyDefinition,
  answers: ReadAnswers,
  layouts: readonly (readonly string[])[],
): void {
  const missing = [...new Set(layouts.flat())].filter((key) => answers.dimensions.get(key)?.isGiven !== true);
  if (missing.length === 0) return;
  throw new UnusableInput(
    missing.map((key) =>
      issue('survey.by-not-given', 'error', '', {
        params: { dimension: definition.dimensions.find((one) => one.key === key)?.label ?? key },
      }),
    ),
  );
}

function weightsOf(
  input: BuildReportInput,
  answers: ReadAnswers,
  population: CountsFile | null,
): MakeReportInput['weights'] {
  if (population === null) return null;
  const by = population.dimensions;
  if (input.definition.weights.length === 0)
    return { values: null, by, off: 'この調査は、重みを付けない決まりです。' };
  const strange = by.filter((key) => !input.definition.weights.includes(key));
  const nameOf = (key: string): string =>
    input.definition.dimensions.find((one) => one.key === key)?.label ?? key;
  if (strange.length > 0)
    return {
      values: null,
      by,
      off: `この調査で重みに使う区分は${input.definition.weights.map(nameOf).join('・')}で、${strange.map(nameOf).join('・')}ではありません。`,
    };
  const labelOf = (dimension: string, option: number): string =>
    answers.dimensions.get(dimension)?.labels[option] ?? '';
  return { ...weigh(answers.columns, population, labelOf), by };
}

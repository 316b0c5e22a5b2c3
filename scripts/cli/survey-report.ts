/** `cci survey report`: answers → tables.csv, report.md and graphs, with what may not be shown left out. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { lineOf } from '../../shared/issue/messages.ts';
import { checkFrozen, roundSchema } from '../../shared/survey/definition/freeze.ts';
import type { SurveyDefinition } from '../../shared/survey/definition/schema.ts';
import { writtenWave } from '../../shared/survey/definition/waves.ts';
import { type BuildReportInput, type BuiltReport, buildReport } from '../../shared/survey/report/build.ts';
import { readShown, type ShownFile } from '../../shared/survey/report/shown.ts';
import { isFolder, readBytes, readText, writeAll } from '../files.ts';
import { nativeBytes } from '../native-bytes.ts';
import { loadSurvey, surveyLists } from '../survey/library.ts';
import { readYaml } from '../yaml.ts';
import type { ExitCode } from './outcome.ts';

export interface SurveyReportArguments {
  readonly survey: string;
  readonly answers: string;
  readonly by: string;
  readonly minN?: string;
  readonly previous?: readonly string[];
  readonly wave?: string;
  readonly national?: string;
  readonly asked?: string;
  readonly weights?: string;
  readonly round?: string;
  readonly shown?: readonly string[];
  readonly rounding?: string;
  readonly out: string;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Says what is doubtful, once a kind, with the number of its like. */
export function saySurveyWarnings(issues: readonly Issue[]): void {
  const counts = new Map<string, number>();
  for (const found of issues) counts.set(found.code, (counts.get(found.code) ?? 0) + 1);
  const said = new Set<string>();
  for (const found of issues) {
    if (said.has(found.code)) continue;
    said.add(found.code);
    const more = (counts.get(found.code) ?? 1) - 1;
    say(`${lineOf(found)}${more > 0 ? `（ほかに ${more} 件）` : ''}`);
  }
}

const source = (file: string) => ({ file, bytes: readBytes(file) });

/** `--min-n`, a whole number from 1. */
export function readMinN(typed: string | undefined): { readonly minN: number } | Record<string, never> {
  if (typed === undefined) return {};
  const folded = typed.normalize('NFKC').trim();
  if (!/^[1-9]\d{0,5}$/.test(folded))
    throw new UnusableInput([issue('survey.min-n', 'error', '', { params: { name: typed } })]);
  return { minN: Number(folded) };
}

function shownFiles(files: readonly string[]): readonly ShownFile[] {
  return files.map((file) => {
    const yaml = readYaml(readText(file), file);
    const shown = yaml.issues.length > 0 ? null : readShown(yaml.value);
    if (shown === null)
      throw new UnusableInput([
        issue('survey.companion', 'error', '', { params: { file, expected: 'shown.json' } }),
      ]);
    return shown;
  });
}

/** Holds the definition to the round that was opened with it. */
function checkRound(definition: SurveyDefinition, file: string | undefined): { readonly wave?: string } {
  if (file === undefined) return {};
  const yaml = readYaml(readText(file), file);
  const round = yaml.issues.length > 0 ? null : roundSchema().safeParse(yaml.value);
  if (round === null || !round.success)
    throw new UnusableInput([
      issue('survey.companion', 'error', '', { params: { file, expected: 'round.json' } }),
    ]);
  const issues = checkFrozen(definition, round.data);
  if (issues.length > 0) throw new UnusableInput(issues);
  return { wave: round.data.wave };
}

/** The definition in the mode of rounding that was asked for. */
function roundedAs(definition: SurveyDefinition, typed: string | undefined): SurveyDefinition {
  if (typed === undefined) return definition;
  if (typed !== 'published' && typed !== 'exact')
    throw new UnusableInput([issue('survey.rounding', 'error', '', { params: { name: typed } })]);
  return { ...definition, rounding: typed };
}

/** Reads everything that the arguments name. */
export function reportInput(given: SurveyReportArguments): BuildReportInput {
  const definition = loadSurvey(given.survey);
  const { wave: frozen } = checkRound(definition, given.round);
  const wave = given.wave ?? frozen;
  return {
    definition: roundedAs(definition, given.rounding),
    lists: surveyLists(),
    answers: source(given.answers),
    by: given.by,
    ...readMinN(given.minN),
    ...(wave === undefined ? {} : { wave }),
    previous: (given.previous ?? []).map(source),
    ...(given.national === undefined ? {} : { national: source(given.national) }),
    ...(given.asked === undefined ? {} : { asked: source(given.asked) }),
    ...(given.weights === undefined ? {} : { population: source(given.weights) }),
    shown: shownFiles(given.shown ?? []),
    port: nativeBytes,
  };
}

/** Graphs of an earlier run that this one does not draw: they would stand beside figures they do not belong to. */
function removeStaleGraphs(folder: string, names: readonly string[]): void {
  if (!isFolder(folder)) return;
  const ours = /^(?:di(?:-[A-Za-z0-9-]+)?|trend|(?:share|options)-[A-Za-z0-9-]+)\.svg$/;
  for (const name of readdirSync(folder))
    if (ours.test(name) && !names.includes(name)) rmSync(join(folder, name), { force: true });
}

export function sayOutcome(built: BuiltReport, out: string): void {
  const { report } = built;
  const small = report.tables.reduce((sum, one) => sum + one.small, 0);
  const complement = report.tables.reduce((sum, one) => sum + one.complement, 0);
  const wave = report.wave === '' ? '' : `${writtenWave(report.wave)}、`;
  say(
    `${report.definition.short} ${wave}${report.scope}：回答 ${report.rows.in} 行のうち ${report.counted} 件を集計しました（${out}）`,
  );
  if (small + complement > 0)
    say(`秘匿：そのもの ${small} か所、逆算を防ぐための欄 ${complement} か所（設問ごとに数えています）`);
  const rows = built.answers.issues.filter(({ row }) => row > 0).length;
  if (rows > 0) say(`回答に確かめる点が ${rows} か所あります（issues.csv）`);
}

/** Everything is read, counted and drawn before the first byte is written. Exit code 1: nothing may be shown. */
export async function surveyReportCommand(given: SurveyReportArguments): Promise<ExitCode> {
  const built = buildReport(reportInput(given));
  const { drawCharts } = await import('../survey/draw.ts');
  const graphs = await drawCharts(built.charts);
  writeAll(given.out, [...graphs, ...built.files]);
  removeStaleGraphs(
    given.out,
    graphs.map(({ name }) => name),
  );
  sayOutcome(built, given.out);
  saySurveyWarnings(built.warnings);
  return built.report.allHidden ? 1 : 0;
}

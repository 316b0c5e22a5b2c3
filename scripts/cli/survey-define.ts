/** `cci survey list | check | form | freeze`: definitions of surveys, the forms made of them, the record of a round. */
import { basename, dirname } from 'node:path';
import { isHeld, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { freezeRound } from '../../shared/survey/definition/freeze.ts';
import type { SurveyDefinition, WaveKind } from '../../shared/survey/definition/schema.ts';
import { templateOf } from '../../shared/survey/definition/to-template.ts';
import { readWave, writtenWave } from '../../shared/survey/definition/waves.ts';
import { checkTemplate } from '../../shared/template/check.ts';
import { yamlText } from '../../shared/template/yaml-text.ts';
import { writeAll } from '../files.ts';
import { loadCatalogue } from '../library.ts';
import { loadSurvey, readSurveyFile, surveyFile, surveyIds } from '../survey/library.ts';
import { todayInJapan } from '../today.ts';
import { type ExitCode, printIssues } from './outcome.ts';

export interface SurveyDefineArguments {
  readonly survey: string;
  readonly wave?: string;
  readonly out: string;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

const waveWords: Readonly<Record<WaveKind, string>> = { monthly: '毎月', yearly: '毎年', once: '不定期' };

export function surveyListCommand(): ExitCode {
  for (const id of surveyIds()) {
    const { title, wave, version } = loadSurvey(id);
    say(`${id}  ${version}  ${waveWords[wave]}  ${title}`);
  }
  return 0;
}

/** Exit code 1: there is something to mend. */
export function surveyCheckCommand(file: string | undefined): ExitCode {
  const files = file === undefined ? surveyIds().map((id) => surveyFile(id)) : [surveyFile(file)];
  const issues = files.flatMap((one) => readSurveyFile(one).issues);
  printIssues(issues, (text) => process.stdout.write(text));
  if (issues.length === 0) say(`誤りはありません（${files.length} 件）`);
  return isHeld(issues) ? 1 : 0;
}

function waveOf(definition: SurveyDefinition, typed: string | undefined): string {
  if (typed === undefined) return '';
  const wave = readWave(definition.wave, typed);
  if (wave === null)
    throw new UnusableInput([issue('survey.wave-format', 'error', '', { params: { name: typed } })]);
  return wave;
}

function writeFile(out: string, text: string): void {
  writeAll(dirname(out), [{ name: basename(out), bytes: new TextEncoder().encode(text) }]);
}

export function surveyFormCommand(given: SurveyDefineArguments): ExitCode {
  const definition = loadSurvey(given.survey);
  const catalogue = loadCatalogue();
  const template = templateOf(definition, waveOf(definition, given.wave), catalogue);
  const issues = checkTemplate(template, catalogue);
  if (isHeld(issues)) throw new UnusableInput(issues);
  writeFile(given.out, yamlText(template));
  say(`${template.title} のひな型を作りました（${given.out}）`);
  return 0;
}

export function surveyFreezeCommand(given: SurveyDefineArguments): ExitCode {
  const definition = loadSurvey(given.survey);
  const wave = waveOf(definition, given.wave);
  const round = freezeRound(definition, wave, todayInJapan());
  writeFile(given.out, `${JSON.stringify(round, null, 2)}\n`);
  say(`${definition.short} ${writtenWave(wave)} の定義を記録しました（${given.out}）`);
  return 0;
}

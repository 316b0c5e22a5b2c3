/** Survey definitions: those that ship in `forms-templates/surveys/`, or a file of one's own. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CodeList } from '../../shared/fields/catalogue.ts';
import { type Issue, isHeld, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { readDefinition } from '../../shared/survey/definition/read.ts';
import type { SurveyDefinition } from '../../shared/survey/definition/schema.ts';
import { readText } from '../files.ts';
import { libraryFolder, loadCatalogue, placed } from '../library.ts';
import { readYaml } from '../yaml.ts';

const surveyFolder = (folder: string): string => join(folder, 'surveys');

/** Ids of the shipped surveys. */
export function surveyIds(folder = libraryFolder): readonly string[] {
  return readdirSync(surveyFolder(folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

/** File of a survey that is named by its id or by a path. */
export function surveyFile(idOrFile: string, folder = libraryFolder): string {
  if (existsSync(idOrFile) || /[\\/]|\.(ya?ml|json)$/i.test(idOrFile)) return idOrFile;
  const known = surveyIds(folder);
  if (!known.includes(idOrFile))
    throw new UnusableInput([
      issue('survey.not-found', 'error', '', { params: { name: idOrFile, known: known.join('、') } }),
    ]);
  return join(surveyFolder(folder), `${idOrFile}.yaml`);
}

/** Reads a definition; issues name file and line. */
export function readSurveyFile(file: string): {
  readonly definition: SurveyDefinition | null;
  readonly issues: readonly Issue[];
} {
  const yaml = readYaml(readText(file), file);
  if (yaml.issues.length > 0) return { definition: null, issues: yaml.issues };
  const { definition, issues } = readDefinition(yaml.value);
  return { definition, issues: issues.map((one) => placed(one, file, yaml.lineOf)) };
}

/** A definition that can be used; throws what is wrong with it. */
export function loadSurvey(idOrFile: string): SurveyDefinition {
  const { definition, issues } = readSurveyFile(surveyFile(idOrFile));
  if (definition === null || isHeld(issues)) throw new UnusableInput(issues);
  return definition;
}

/** Code lists by id (blocks and their prefectures). */
export function surveyLists(): ReadonlyMap<string, CodeList> {
  return loadCatalogue().codeLists;
}

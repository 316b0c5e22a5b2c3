/** Surveys that ship with the program, and the form of a wave: a template made of its definition. */
import { dataOf } from 'cci:project';
import * as z from 'zod/mini';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import { readDefinition } from '../../../shared/survey/definition/read.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition/schema.ts';
import { templateOf } from '../../../shared/survey/definition/to-template.ts';
import { assets, type ShippedTemplate } from '../assets.ts';

const idsSchema = lazy(() => z.array(z.string()));

export const surveyIds = (): readonly string[] => idsSchema().parse(dataOf('surveys'));

const read = new Map<string, SurveyDefinition>();

/** Throws UnusableInput `surveys.definition-unknown`, or what is wrong with the definition. */
export function definitionOf(id: string): SurveyDefinition {
  const known = read.get(id);
  if (known !== undefined) return known;
  if (!surveyIds().includes(id))
    throw new UnusableInput([issue('surveys.definition-unknown', 'error', '', { params: { name: id } })]);
  const { definition, issues } = readDefinition(dataOf(`survey.${id}`));
  if (definition === null) throw new UnusableInput(issues);
  read.set(id, definition);
  return definition;
}

/** Id of the template of a wave; of a survey that is asked once in a while the wave is the month it is asked in. */
export const surveyTemplateId = (surveyId: string, wave: string): string => `survey-${surveyId}-${wave}`;

const templates = new Map<string, ShippedTemplate>();

/** The template behind `survey-<survey>-<wave>`. Throws UnusableInput `template.unknown`. */
export function surveyTemplate(templateId: string): ShippedTemplate {
  const known = templates.get(templateId);
  if (known !== undefined) return known;
  const found = surveyIds()
    .filter((id) => templateId.startsWith(`survey-${id}-`))
    .sort((a, b) => b.length - a.length)[0];
  if (found === undefined)
    throw new UnusableInput([issue('template.unknown', 'error', '', { params: { id: templateId } })]);
  const wave = templateId.slice(`survey-${found}-`.length);
  const template = templateOf(definitionOf(found), wave, assets().catalogue);
  const made: ShippedTemplate = { template: { ...template, id: templateId, flow: 'survey' }, mails: {} };
  templates.set(templateId, made);
  return made;
}

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../shared/issue/issue.ts';
import { questionsOf } from '../../shared/survey/definition/questions.ts';
import { prefectureNames, templateOf } from '../../shared/survey/definition/to-template.ts';
import { readAnswersHeader } from '../../shared/survey/read/header.ts';
import { checkTemplate } from '../../shared/template/check.ts';
import { loadCatalogue } from '../library.ts';
import { loadSurvey, readSurveyFile, surveyFile, surveyIds, surveyLists } from './library.ts';

const catalogue = loadCatalogue();
const files = new Map(surveyIds().map((id) => [id, readSurveyFile(surveyFile(id))] as const));
const shipped = (id: string) => {
  const definition = files.get(id)?.definition;
  if (definition == null) throw new Error(`no survey ${id}`);
  return definition;
};

describe('the shipped surveys', () => {
  it('are_LOBO_the_six_of_the_plan_and_the_survey_of_chambers', () => {
    expect(surveyIds()).toEqual([
      'chamber-status',
      'diversity',
      'energy',
      'invoice',
      'lobo',
      'minimum-wage',
      'tax',
      'wages',
    ]);
    expect(existsSync(new URL('../../forms-templates/surveys/planned.txt', import.meta.url))).toBe(false);
  });

  it.each(surveyIds())('%s__is_sound_makes_a_sound_form_and_says_that_its_words_are_ours', (id) => {
    expect(files.get(id)?.issues).toEqual([]);
    const definition = shipped(id);
    expect(definition.id).toBe(id);
    expect(definition.notes.join('')).toContain('未検証');
    const waves = ['', ...definition.topics.flatMap((topic) => topic.waves)];
    for (const wave of waves)
      expect(checkTemplate(templateOf(definition, wave, catalogue), catalogue), wave).toEqual([]);
  });

  it.each(surveyIds())('%s__reads_every_column_that_its_own_form_exports', (id) => {
    const definition = shipped(id);
    for (const wave of ['', ...definition.topics.flatMap((topic) => topic.waves)]) {
      const items = templateOf(definition, wave, catalogue).sections.flatMap((section) => section.items);
      const header = ['タイムスタンプ', ...items.map(({ title = '' }) => title)];
      const read = readAnswersHeader(header, definition, wave);
      expect(read.issues).toEqual([]);
      expect(read.unknown).toEqual([]);
      expect([...read.questions.keys()].sort()).toEqual(
        questionsOf(definition, wave)
          .map(({ key }) => key)
          .sort(),
      );
    }
  });

  it('has_in_LOBO_seven_items_each_with_its_outlook', () => {
    const questions = questionsOf(shipped('lobo'), '');
    const items = questions.filter(({ outlookOf, rule }) => rule !== null && outlookOf === undefined);
    expect(items.map(({ label }) => label)).toEqual([
      '業況',
      '売上',
      '採算',
      '資金繰り',
      '仕入単価',
      '販売単価',
      '従業員',
    ]);
    for (const { key } of items) expect(questions.some(({ outlookOf }) => outlookOf === key)).toBe(true);
  });

  it.each([
    ['conditions', 'better', 'worse'],
    ['sales', 'up', 'down'],
    // The dearer the purchases, the worse; the fewer the people, the higher.
    ['cost', 'down', 'up'],
    ['price', 'up', 'down'],
    ['staff', 'short', 'excess'],
  ])('counts_in_LOBO_%s_as_%s_minus_%s', (key, plus, minus) => {
    const question = questionsOf(shipped('lobo'), '').find((one) => one.key === key);
    const weight = (code: string) =>
      question?.indexWeights[question.choices.findIndex((one) => one.code === code)];
    expect([weight(plus), weight(minus)]).toEqual([1, -1]);
  });

  it('fills_in_the_survey_of_chambers_from_the_ledger', () => {
    const filled = shipped('chamber-status').questions.flatMap(({ prefill }) => prefill ?? []);
    expect(filled).toContain('count.members');
    expect(shipped('chamber-status').respondent).toBe('chamber');
  });
});

describe('the table of blocks', () => {
  const list = surveyLists().get('survey-block');
  it('is_marked_unconfirmed_and_places_each_prefecture_once', () => {
    expect(list?.verified).toBe(false);
    expect(list?.note).toContain('未検証');
    const placed = (list?.options ?? []).flatMap(({ members = [] }) => members);
    expect([...placed].sort()).toEqual([...prefectureNames()].sort());
    expect(list?.options).toHaveLength(9);
  });
});

describe('a survey that is named', () => {
  it('wrongly__is_unusable_and_the_known_ones_are_named', () => {
    expect(() => loadSurvey('lob')).toThrow(UnusableInput);
  });
});

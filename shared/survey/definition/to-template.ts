/**
 * The form of a survey: a definition in the language of templates, so that forms are made, checked and updated by the same
 * machinery as all others. Keys stay what they are in the definition, behind `local.`.
 */
import type { Catalogue } from '../../fields/catalogue.ts';
import { prefectureName } from '../../record/kinds/index.ts';
import {
  type Template,
  type TemplateItem,
  templateSchema,
  type Validation,
} from '../../template/template.ts';
import { questionTypes } from './question-types.ts';
import { type AskedQuestion, questionsOf, topicOf } from './questions.ts';
import type { SurveyDefinition, SurveyDimension } from './schema.ts';
import { writtenWave } from './waves.ts';

/** Key of a question or dimension on the form. */
export const formKey = (key: string): string => `local.${key}`;

/** Names of the 47 prefectures in the order of their codes. */
export function prefectureNames(): readonly string[] {
  return Array.from({ length: 47 }, (_, at) => prefectureName(String(at + 1).padStart(2, '0')));
}

function validationOf({ type, range, most, title }: AskedQuestion): Validation | undefined {
  if (type === 'choices')
    return most === undefined
      ? undefined
      : { rule: 'select-at-most', numbers: [most], message: `${most} つまで選んでください。` };
  if (questionTypes[type].column !== 'number') return undefined;
  const { unit } = questionTypes[type];
  if (range === undefined)
    return { rule: 'number', message: `数字だけを入れてください${unit === '' ? '' : `（単位は${unit}）`}。` };
  const between = `${range.low} から ${range.high} まで`;
  const hint = title.includes(unit) || unit === '' ? '' : `（単位は${unit}）`;
  return {
    rule: 'number-between',
    numbers: [range.low, range.high],
    message: `${between}の数字を入れてください${hint}。`,
  };
}

function itemOf(question: AskedQuestion): TemplateItem {
  const validation = validationOf(question);
  const { unit, item, hasOptions } = questionTypes[question.type];
  const help = [question.help, hasOptions || unit === '' ? undefined : `単位：${unit}`].filter(
    (one) => one !== undefined,
  );
  return {
    key: formKey(question.key),
    type: item,
    title: question.title,
    ...(help.length === 0 ? {} : { help: help.join('\n') }),
    required: question.required,
    ...(hasOptions ? { options: question.choices.map(({ code, label }) => ({ code, label })) } : {}),
    ...(validation === undefined ? {} : { validation }),
    // What the figures rest on is JCCI's; a chamber may add questions of its own.
    ownership: 'mandated',
  };
}

function dimensionItem(dimension: SurveyDimension): TemplateItem | null {
  if (dimension.title === undefined) return null;
  const options =
    dimension.options?.map(({ code, label }) => ({ code, label })) ??
    (dimension.values === 'prefectures'
      ? prefectureNames().map((name, at) => ({ code: String(at + 1).padStart(2, '0'), label: name }))
      : null);
  const base = { key: formKey(dimension.key), title: dimension.title, required: true } as const;
  return options === null
    ? { ...base, type: 'short', ownership: 'mandated' }
    : { ...base, type: options.length > 7 ? 'list' : 'choice', options, ownership: 'mandated' };
}

/** The template of one wave. It is checked like any other (`template/check.ts`). */
export function templateOf(definition: SurveyDefinition, wave: string, catalogue: Catalogue): Template {
  const questions = questionsOf(definition, wave);
  const topic = topicOf(definition, wave);
  const dimensions = definition.dimensions.flatMap((dimension) => dimensionItem(dimension) ?? []);
  const when = wave === '' ? '' : `（${writtenWave(wave)}）`;
  const token = catalogue.byKey.has('updateKey');
  const sections = [
    ...definition.sections.map(({ key, title, help }) => ({
      key,
      title,
      ...(help === undefined ? {} : { help }),
      items: questions.filter((one) => one.topic === null && one.section === key).map(itemOf),
    })),
    ...(topic === null
      ? []
      : [
          {
            key: 'topic',
            title: topic.title,
            items: questions.filter((one) => one.topic !== null).map(itemOf),
          },
        ]),
    {
      key: 'about',
      title: definition.respondent === 'business' ? '貴社について' : '貴所について',
      items: [
        ...dimensions,
        ...(token
          ? [
              {
                key: 'updateKey',
                type: 'short' as const,
                title: '回答番号',
                help: 'ご案内のリンクから開くと入っています。そのままお送りください。',
                ownership: 'mandated' as const,
              },
            ]
          : []),
      ],
    },
  ].filter(({ items }) => items.length > 0);
  return templateSchema().parse({
    schema: 2,
    id: `survey-${definition.id}`,
    version: definition.version,
    title: `${definition.title}${when}`,
    summary: definition.summary,
    audience: definition.respondent === 'business' ? '調査をお願いした事業者' : '商工会議所',
    category: 'survey',
    description: definition.description,
    flow: 'answers',
    settings: {
      collectEmail: false,
      progressBar: true,
      limitOneResponse: false,
      allowEdit: false,
      closesOn: '{{form.closesOn}}',
      confirmation:
        'ご回答ありがとうございました。\n入力を間違えたときは、同じリンクからもう一度ご回答ください。新しいほうの回答を使います。',
      closedMessage: 'この回の調査は締め切りました。ご協力ありがとうございました。',
    },
    ownership: { closesOn: 'own' },
    fillIns: [{ key: 'closesOn', label: '締切日', type: 'date' }],
    sections,
    record: { required: [], requiredAny: [] },
    mails: {},
  });
}

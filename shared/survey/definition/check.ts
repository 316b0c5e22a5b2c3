/** What a well-shaped definition may still get wrong. */
import { type Issue, issue } from '../../issue/issue.ts';
import { indexKinds } from '../index/kinds.ts';
import { questionTypes } from './question-types.ts';
import type { IndexRule, SurveyDefinition, SurveyOption, SurveyQuestion } from './schema.ts';

type Report = (code: string, path: string, params?: Readonly<Record<string, string | number>>) => void;

/** Most options of a question with several answers: one bit each (see `columns.ts`). */
export const mostOptions = 32;

/** Columns of an answers file that are no question. */
export const fixedKeys: readonly string[] = ['respondent', 'timestamp', 'wave', 'responseId'];

function checkOptions(options: readonly SurveyOption[], path: string, report: Report): void {
  const seen = new Map<string, string>();
  options.forEach(({ code, label, aliases }, o) => {
    for (const name of new Set([code, label, ...aliases])) {
      const owner = seen.get(name);
      if (owner !== undefined && owner !== code) report('survey.option-twice', `${path}.${o}`, { name });
      else if (owner !== undefined && name === code) report('survey.option-twice', `${path}.${o}`, { name });
      seen.set(name, code);
    }
  });
}

function checkIndex(rule: IndexRule, options: readonly SurveyOption[], path: string, report: Report): void {
  const codes = options.map(({ code }) => code);
  const kind = indexKinds[rule.kind];
  if (kind.options > 0 && codes.length !== kind.options)
    report('survey.index-options', path, { expected: kind.options, count: codes.length });
  const named = [...rule.favourable, ...rule.unfavourable, ...Object.keys(rule.weights ?? {})];
  for (const name of named)
    if (!codes.includes(name)) report('survey.index-option', path, { name, known: codes.join('、') });
  const isEmpty = Object.values(kind.weights(codes, rule)).every((weight) => weight === 0);
  if (isEmpty || rule.favourable.some((code) => rule.unfavourable.includes(code)))
    report('survey.index-empty', path);
}

function checkQuestion(
  definition: SurveyDefinition,
  question: SurveyQuestion,
  path: string,
  report: Report,
): void {
  const { type, scale, options, index, range } = question;
  const { hasOptions } = questionTypes[type];
  const known = scale === undefined ? undefined : definition.scales[scale];
  if (scale !== undefined && known === undefined)
    report('survey.scale-unknown', `${path}.scale`, {
      name: scale,
      known: Object.keys(definition.scales).join('、'),
    });
  const own = options ?? known?.options ?? [];
  if (hasOptions !== own.length > 0 || (scale !== undefined && options !== undefined))
    report('survey.options-needed', path, { name: question.key, reason: hasOptions ? 'none' : 'some' });
  if (options !== undefined) checkOptions(options, `${path}.options`, report);
  if (type === 'choices' && own.length > mostOptions)
    report('survey.options-many', path, { count: own.length, limit: mostOptions });
  const rule = index ?? known?.index;
  if (rule !== undefined && type === 'choice') checkIndex(rule, own, `${path}.index`, report);
  if (index !== undefined && type !== 'choice') report('survey.index-type', `${path}.index`);
  if (range !== undefined && (range.low > range.high || questionTypes[type].column !== 'number'))
    report('survey.range', `${path}.range`);
  if (!definition.sections.some(({ key }) => key === question.section))
    report('survey.section-unknown', `${path}.section`, { name: question.section });
}

function checkDimensions(definition: SurveyDefinition, report: Report): void {
  const keys = definition.dimensions.map(({ key }) => key);
  definition.dimensions.forEach(({ options, groups, values }, d) => {
    const path = `dimensions.${d}`;
    const sources = [options, groups, values].filter((one) => one !== undefined).length;
    if (sources !== 1) report('survey.dimension-values', path);
    if (options !== undefined) checkOptions(options, `${path}.options`, report);
    if (groups !== undefined && !keys.slice(0, d).includes(groups.of))
      report('survey.dimension-of', `${path}.groups.of`, { name: groups.of });
  });
  for (const [n, key] of definition.weights.entries())
    if (!keys.includes(key))
      report('survey.key-unknown', `weights.${n}`, { name: key, known: keys.join('、') });
  for (const key of Object.keys(definition.targets))
    if (key !== 'total' && !keys.includes(key))
      report('survey.key-unknown', `targets.${key}`, { name: key, known: ['total', ...keys].join('、') });
}

/** All mistakes of a definition by itself. `params.path` is the place in its file. */
export function checkDefinition(definition: SurveyDefinition): readonly Issue[] {
  const issues: Issue[] = [];
  const report: Report = (code, path, params = {}) => {
    issues.push(issue(code, 'error', '', { params: { ...params, path } }));
  };
  for (const [name, { options }] of Object.entries(definition.scales))
    checkOptions(options, `scales.${name}.options`, report);
  checkDimensions(definition, report);
  const always = new Set([...fixedKeys, ...definition.dimensions.map(({ key }) => key)]);
  const placed = [
    ...definition.questions.map((question, q) => ({ question, path: `questions.${q}`, topic: -1 })),
    ...definition.topics.flatMap(({ questions }, topic) =>
      questions.map((question, q) => ({ question, path: `topics.${topic}.questions.${q}`, topic })),
    ),
  ];
  for (const { question, path } of placed) {
    if (always.has(question.key)) report('survey.key-twice', `${path}.key`, { name: question.key });
    always.add(question.key);
    checkQuestion(definition, question, path, report);
    const { outlookOf } = question;
    if (outlookOf === undefined) continue;
    const now = placed.find((one) => one.question.key === outlookOf);
    if (now === undefined || now.question.scale !== question.scale || question.scale === undefined)
      report('survey.outlook-of', `${path}.outlookOf`, { name: outlookOf });
  }
  const waves = new Set<string>();
  definition.topics.forEach((topic, t) => {
    for (const wave of topic.waves) {
      if (waves.has(wave)) report('survey.topic-twice', `topics.${t}.waves`, { name: wave });
      waves.add(wave);
    }
  });
  return issues;
}

/** What a definition asks in one wave: its questions with those of the topic, their options and indexes at hand. */
import { indexKinds } from '../index/kinds.ts';
import type { IndexRule, SurveyDefinition, SurveyOption, SurveyQuestion, SurveyTopic } from './schema.ts';

export interface AskedQuestion extends SurveyQuestion {
  /** Empty where the type has none. */
  readonly choices: readonly SurveyOption[];
  /** What the answers mean as an index; null: shares only. */
  readonly rule: IndexRule | null;
  /** Weight of each option in the index. */
  readonly indexWeights: readonly number[];
  /** The topic it belongs to, null where it is asked in every wave. */
  readonly topic: SurveyTopic | null;
}

function asked(
  definition: SurveyDefinition,
  question: SurveyQuestion,
  topic: SurveyTopic | null,
): AskedQuestion {
  const scale = question.scale === undefined ? undefined : definition.scales[question.scale];
  const choices = question.options ?? scale?.options ?? [];
  const rule = question.index ?? scale?.index ?? null;
  const weights =
    rule === null
      ? {}
      : indexKinds[rule.kind].weights(
          choices.map(({ code }) => code),
          rule,
        );
  return { ...question, choices, rule, topic, indexWeights: choices.map(({ code }) => weights[code] ?? 0) };
}

/** The topic of a wave, null where there is none. */
export function topicOf(definition: SurveyDefinition, wave: string): SurveyTopic | null {
  return definition.topics.find(({ waves }) => waves.includes(wave)) ?? null;
}

/** The questions of a wave, those of its topic last. */
export function questionsOf(definition: SurveyDefinition, wave: string): readonly AskedQuestion[] {
  const topic = topicOf(definition, wave);
  return [
    ...definition.questions.map((question) => asked(definition, question, null)),
    ...(topic?.questions ?? []).map((question) => asked(definition, question, topic)),
  ];
}

/** Questions that other waves ask and this one does not: by them a form of another month is known. */
export function questionsOfOthers(definition: SurveyDefinition, wave: string): readonly AskedQuestion[] {
  const topic = topicOf(definition, wave);
  return definition.topics
    .filter((one) => one !== topic)
    .flatMap((one) => one.questions.map((question) => asked(definition, question, one)));
}

/** Once a round opens its questions are frozen: a hash says whether the definition is still the one that was asked. */
import * as z from 'zod/mini';
import { sha256Hex } from '../../bytes/sha256.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import { lazy } from '../../lazy.ts';
import { questionsOf } from './questions.ts';
import type { SurveyDefinition } from './schema.ts';

export const roundSchema = lazy(() =>
  z.strictObject({
    schema: z.literal(1),
    survey: z.string(),
    version: z.string(),
    wave: z.string(),
    opened: z.string(),
    hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
);
/** What a round that has opened is held to. */
export type FrozenRound = z.infer<ReturnType<typeof roundSchema>>;

/** Same text for the same data, whatever the order in which it was written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`)
    .join(',')}}`;
}

/** Hash of what a wave asks and how it is counted. Topics of other waves may change. */
export function waveHash(definition: SurveyDefinition, wave: string): string {
  const { topics: _topics, questions: _questions, ...rest } = definition;
  const questions = questionsOf(definition, wave).map(({ topic, ...question }) => ({
    ...question,
    topic: topic?.title ?? null,
  }));
  return sha256Hex(encodeUtf8(canonical({ ...rest, questions })));
}

/** Freezes a wave as it is now. */
export function freezeRound(definition: SurveyDefinition, wave: string, opened: string): FrozenRound {
  const { id, version } = definition;
  return { schema: 1, survey: id, version, wave, opened, hash: waveHash(definition, wave) };
}

/** `survey.frozen` where the definition is no longer the one of the round. */
export function checkFrozen(definition: SurveyDefinition, round: FrozenRound): readonly Issue[] {
  const isSame = round.survey === definition.id && round.hash === waveHash(definition, round.wave);
  return isSame
    ? []
    : [
        issue('survey.frozen', 'error', '', {
          params: { survey: round.survey, wave: round.wave, opened: round.opened, version: round.version },
        }),
      ];
}

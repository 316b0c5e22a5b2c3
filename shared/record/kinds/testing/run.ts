/** Runs one value through cleaning and its kind and writes down all that was reported; for tests only. */
import type { KindId } from '../../../fields/catalogue.ts';
import { cleanText } from '../../../text/clean.ts';
import type { Choice, KindContext, KindSink } from '../../kind.ts';
import { kinds } from '../index.ts';

export interface Run {
  readonly value: string;
  readonly rules: readonly string[];
  readonly issues: readonly string[];
}

export const testChoices: readonly Choice[] = [
  { code: 'finance', label: '融資・資金繰り' },
  { code: 'startup', label: '創業' },
  { code: 'craft', label: '製造、卸', aliases: ['製造卸'] },
  { code: 'digital', label: 'IT 活用', aliases: ['DX'] },
  { code: 'sole', label: '個人事業主', aliases: ['個人'] },
];

/** The day the tables were written for. */
export const testToday = '2026-11-24';

export function contextOf(kind: KindId, multiline = false): KindContext {
  const choices = kind === 'choice' || kind === 'choices' ? testChoices : [];
  return { today: testToday, choices, multiline };
}

/** What came out, with rules and issues in the notation of the tables of cases. */
export function run(kind: KindId, typed: string, context: KindContext = contextOf(kind)): Run {
  const rules: string[] = [];
  const issues: string[] = [];
  const sink: KindSink = {
    rule: (name) => rules.push(name),
    issue: (code, severity, _params, suggestion) => {
      const grade = severity === 'error' ? '' : `(${severity})`;
      issues.push(`${code}${grade}${suggestion ? `→${suggestion}` : ''}`);
    },
    split: (key, value) => issues.push(`${key}=${value}`),
  };
  const cleaned = cleanText(typed, context.multiline, sink);
  return { value: kinds[kind].normalise(cleaned, context, sink), rules, issues };
}

/**
 * The validation rules of FormApp by kind of item and what each takes
 * (https://developers.google.com/apps-script/reference/forms/text-validation-builder and its four siblings).
 */
import type { KindTraits } from './form-kinds.ts';

export type RuleArgument = 'number' | 'count' | 'pattern';

const PARAGRAPH: Readonly<Record<string, readonly RuleArgument[]>> = {
  requireTextContainsPattern: ['pattern'],
  requireTextDoesNotContainPattern: ['pattern'],
  requireTextMatchesPattern: ['pattern'],
  requireTextDoesNotMatchPattern: ['pattern'],
  requireTextLengthGreaterThanOrEqualTo: ['count'],
  requireTextLengthLessThanOrEqualTo: ['count'],
};

/** Arguments by the name of the builder's method, by group. */
export const RULES: Readonly<
  Record<Exclude<KindTraits['rules'], 'none'>, Readonly<Record<string, readonly RuleArgument[]>>>
> = {
  text: {
    requireNumber: [],
    requireWholeNumber: [],
    requireNumberBetween: ['number', 'number'],
    requireNumberNotBetween: ['number', 'number'],
    requireNumberEqualTo: ['number'],
    requireNumberNotEqualTo: ['number'],
    requireNumberGreaterThan: ['number'],
    requireNumberGreaterThanOrEqualTo: ['number'],
    requireNumberLessThan: ['number'],
    requireNumberLessThanOrEqualTo: ['number'],
    requireTextIsEmail: [],
    requireTextIsUrl: [],
    ...PARAGRAPH,
  },
  paragraph: PARAGRAPH,
  checkbox: {
    requireSelectAtLeast: ['count'],
    requireSelectAtMost: ['count'],
    requireSelectExactly: ['count'],
  },
  grid: { requireLimitOneResponsePerColumn: [] },
};

/** Names of the rules that fit a group; none for kinds without validation. */
export const rulesOf = (group: KindTraits['rules']): readonly string[] =>
  group === 'none' ? [] : Object.keys(RULES[group]);

/** Arguments of a rule, or undefined when no builder has it. */
export function argumentsOf(method: string): readonly RuleArgument[] | undefined {
  for (const group of Object.values(RULES)) if (group[method] !== undefined) return group[method];
  return undefined;
}

/** What is wrong with a pattern, '' when RE2 takes it: neither look-around nor back references (https://github.com/google/re2/wiki/Syntax). */
export function patternFault(source: string): string {
  if (/\(\?<?[=!]/.test(source) || /\\[1-9]/.test(source.replace(/\\\\/g, ''))) {
    return `Invalid regular expression: ${source} (look-around and back references are not supported).`;
  }
  try {
    RegExp(source, 'u');
    return '';
  } catch {
    return `Invalid regular expression: ${source}`;
  }
}

/** What is wrong with a rule's arguments, '' when they fit. */
export function argumentFault(method: string, args: readonly unknown[]): string {
  const wanted = argumentsOf(method);
  if (wanted === undefined || args.length !== wanted.length) return `Invalid argument: ${method}`;
  for (const [index, kind] of wanted.entries()) {
    const value = args[index];
    if (kind === 'pattern') {
      if (typeof value !== 'string') return `Invalid argument: ${method}`;
      const fault = patternFault(value);
      if (fault !== '') return fault;
    } else if (typeof value !== 'number' || !Number.isFinite(value)) return `Invalid argument: ${method}`;
    else if (kind === 'count' && (!Number.isInteger(value) || value < 0))
      return `Invalid argument: ${method}`;
  }
  return '';
}

/**
 * Longest texts a template may carry. Google documents no limits for form texts (未検証); these are the
 * project's own and leave a margin for the chamber's additions.
 */
export const textLimits = {
  title: 200,
  summary: 200,
  help: 1000,
  description: 4000,
  option: 200,
  confirmation: 2000,
  message: 200,
  scaleLabel: 100,
  pattern: 1000,
  source: 1000,
} as const;

/** Lists of the chamber that may fill an item's options. */
export const chamberSources: readonly string[] = ['divisions', 'districts', 'feeTable'];

/** Bounds of a scale (https://developers.google.com/apps-script/reference/forms/scale-item#setBounds(Integer,Integer)). */
export const scaleBounds: {
  readonly low: readonly number[];
  readonly high: { readonly from: number; readonly to: number };
} = { low: [0, 1], high: { from: 3, to: 10 } };

/** Levels of a rating (https://developers.google.com/apps-script/reference/forms/rating-item#setRatingScaleLevel(Integer)). */
export const ratingLevels = { from: 3, to: 10 } as const;

const textRules = ['matches', 'matches-not', 'contains', 'contains-not', 'length-at-least', 'length-at-most'];

/** Item types that can carry each in-form rule (FormApp has one validation per item, and only for these). */
export const rulesByType: Readonly<Record<string, readonly string[]>> = {
  short: [
    ...textRules,
    'email',
    'url',
    'number',
    'whole-number',
    'number-between',
    'number-not-between',
    'number-equal',
    'number-not-equal',
    'number-above',
    'number-at-least',
    'number-below',
    'number-at-most',
  ],
  paragraph: textRules,
  checkbox: ['select-at-least', 'select-at-most', 'select-exactly'],
};

const needs = (numbers: number, pattern = false) => ({ numbers, pattern });

/** How many numbers and whether a pattern each rule needs. */
export const ruleNeeds: Readonly<Record<string, { readonly numbers: number; readonly pattern: boolean }>> = {
  matches: needs(0, true),
  'matches-not': needs(0, true),
  contains: needs(0, true),
  'contains-not': needs(0, true),
  email: needs(0),
  url: needs(0),
  'length-at-least': needs(1),
  'length-at-most': needs(1),
  number: needs(0),
  'whole-number': needs(0),
  'number-between': needs(2),
  'number-not-between': needs(2),
  'number-equal': needs(1),
  'number-not-equal': needs(1),
  'number-above': needs(1),
  'number-at-least': needs(1),
  'number-below': needs(1),
  'number-at-most': needs(1),
  'select-at-least': needs(1),
  'select-at-most': needs(1),
  'select-exactly': needs(1),
};

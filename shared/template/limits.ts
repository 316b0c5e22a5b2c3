/**
 * Longest texts a template may carry. Google documents no limits for form texts (未検証); these are the
 * project's own and leave a margin for the chamber's additions.
 */
export const textLimits = {
  title: 200,
  help: 1000,
  description: 4000,
  option: 200,
  confirmation: 2000,
  message: 200,
} as const;

/** Lists of the chamber that may fill an item's options. */
export const optionSources: readonly string[] = ['divisions', 'districts'];

/** Item types that can carry each in-form rule (FormApp has one validation per item, and only for these). */
export const rulesByType: Readonly<Record<string, readonly string[]>> = {
  short: [
    'matches',
    'contains',
    'email',
    'url',
    'length-at-least',
    'length-at-most',
    'whole-number',
    'number-between',
    'number-at-least',
  ],
  paragraph: ['matches', 'contains', 'length-at-least', 'length-at-most'],
  checkbox: ['select-at-least', 'select-at-most', 'select-exactly'],
};

/** How many numbers and whether a pattern each rule needs. */
export const ruleNeeds: Readonly<Record<string, { readonly numbers: number; readonly pattern: boolean }>> = {
  matches: { numbers: 0, pattern: true },
  contains: { numbers: 0, pattern: true },
  email: { numbers: 0, pattern: false },
  url: { numbers: 0, pattern: false },
  'length-at-least': { numbers: 1, pattern: false },
  'length-at-most': { numbers: 1, pattern: false },
  'whole-number': { numbers: 0, pattern: false },
  'number-between': { numbers: 2, pattern: false },
  'number-at-least': { numbers: 1, pattern: false },
  'select-at-least': { numbers: 1, pattern: false },
  'select-at-most': { numbers: 1, pattern: false },
  'select-exactly': { numbers: 1, pattern: false },
};

/** Every rule and issue code that cleaning and the kinds can name; the message catalogue has words for each. */

export const ruleIds = [
  'line-break',
  'control',
  'invisible',
  'compose',
  'one-line',
  'spaces',
  'width',
  'hyphen',
  'case',
  'postal-mark',
  'kana',
  'punctuation',
  'scheme',
  'era',
  'date-format',
  'date-part',
  'approximate',
  'kanji-number',
  'large-unit',
  'unit',
  'separator',
  'leading-zero',
  'number-format',
  'phone-heading',
  'phone-switchboard',
  'phone-extension',
  'phone-first',
  'phone-country',
  'phone-format',
  'choice-label',
  'choice-order',
  'consent',
  'industry-code',
  'industry-name',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** Rules that touch only the way of writing: nobody could doubt that the value still says what was typed. */
const writingOnly: ReadonlySet<string> = new Set<RuleId>([
  'line-break',
  'control',
  'compose',
  'spaces',
  'width',
  'hyphen',
  'postal-mark',
  'date-format',
  'separator',
  'choice-label',
  'choice-order',
  'consent',
]);

/** True when every rule of a change (names joined by `+`) touches only the way of writing. */
export function isWritingOnly(rule: string): boolean {
  return rule.split('+').every((name) => writingOnly.has(name));
}

export const kindIssueCodes = [
  'text.one-line',
  'corporate-number.length',
  'corporate-number.check-digit',
  'invoice-number.format',
  'kana.characters',
  'latin.characters',
  'postal-code.format',
  'postal-code.unknown',
  'phone.format',
  'phone.grouping',
  'phone.multiple',
  'email.format',
  'url.format',
  'date.format',
  'date.future',
  'number.format',
  'number.range',
  'choice.unknown',
] as const;

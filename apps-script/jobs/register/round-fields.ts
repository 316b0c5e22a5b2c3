/** Which fields the register form asks, which of them may stand in a link, and which a mail or letter shows. */
import { optionsOf } from '../../../shared/form/make.ts';
import { fieldKeyOf } from '../../../shared/template/elements.ts';
import { assets, templateOf } from '../assets.ts';
import { shownValue } from '../words.ts';

export const registerTemplateId = 'register-update';

/** Who answered and how, not what the business is. */
const aboutTheAnswer = new Set([
  'changeStatus',
  'respondentName',
  'respondedOn',
  'updateKey',
  'businessNumber',
]);

/**
 * May never stand in a link, whatever a chamber sets: links are passed on and stay in histories. Persons, ways to reach
 * them, money.
 */
const neverInLinks = new Set([
  'representativeTitle',
  'representativeName',
  'representativeNameKana',
  'officeManager',
  'phone',
  'extension',
  'fax',
  'email',
  'contactName',
  'contactDepartment',
  'mailingAddress',
  'annualSales',
  'levyConsent',
]);

/** What a request and a letter show of the ledger: enough to see whether something has changed; no sales. */
const shown = [
  'name',
  'corporateNumber',
  'postalCode',
  'address',
  'building',
  'representativeTitle',
  'representativeName',
  'phone',
  'email',
  'industry',
  'capital',
  'employees',
] as const;

interface AskedField {
  readonly key: string;
  /** Key of the question that asks it. */
  readonly question: string;
  /** Labels by code, of a question with choices. */
  readonly options: ReadonlyMap<string, string> | null;
}

/** The register form asks nothing that a chamber lists itself. */
const noLists = { divisions: [], districts: [] } as const;

/** Fields of the business that the form asks, in its order. */
export function askedFields(): readonly AskedField[] {
  return templateOf(registerTemplateId)
    .template.sections.flatMap((section) => section.items)
    .flatMap((item) => {
      const key = fieldKeyOf(item);
      if (key === '' || aboutTheAnswer.has(key)) return [];
      const options = optionsOf(item, assets().catalogue, noLists);
      const labels = new Map(options.map((one) => [one.code, one.label]));
      return [{ key, question: item.key ?? key, options: labels.size === 0 ? null : labels }];
    });
}

/** Those that a chamber may let stand in links. */
export function prefillable(): readonly AskedField[] {
  return askedFields().filter(({ key }) => !neverInLinks.has(key));
}

/** Values of the ledger that belong to the form's questions; a telephone's 内線 is one of them. */
export function baseOf(values: Readonly<Record<string, string>>): Record<string, string> {
  const base: Record<string, string> = {};
  for (const key of [...askedFields().map((field) => field.key), 'extension']) {
    const value = values[key];
    if (value !== undefined && value !== '') base[key] = value;
  }
  return base;
}

/** Answers as the form takes them, of these keys: a choice by its label, and none that the form does not offer. */
export function prefilled(
  base: Readonly<Record<string, string>>,
  keys: readonly string[],
): Record<string, string> {
  const wanted = new Set(keys);
  const values: Record<string, string> = {};
  for (const { key, options } of prefillable()) {
    if (!wanted.has(key)) continue;
    const value = base[key] ?? '';
    values[key] = options === null ? value : (options.get(value) ?? '');
  }
  return values;
}

/** What is registered, as a mail and a letter show it. */
export function shownFields(
  base: Readonly<Record<string, string>>,
  labelOf: (key: string) => string,
): readonly { readonly label: string; readonly value: string }[] {
  return shown.map((key) => ({ label: labelOf(key), value: shownValue(key, base[key] ?? '') }));
}

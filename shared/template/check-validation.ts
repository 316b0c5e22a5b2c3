/** Input checks: FormApp has one an item, only for some types, and each with its own arguments. */
import type { Catalogue } from '../fields/catalogue.ts';
import { fieldOf, itemsOf, type PlacedItem } from './elements.ts';
import { ruleNeeds, rulesByType } from './limits.ts';
import { patternProblem } from './re2.ts';
import type { Report } from './report.ts';
import type { Template, Validation } from './template.ts';

/** `template.validation-…`, `template.pattern`. */
export function checkValidations(template: Template, catalogue: Catalogue, report: Report): void {
  for (const placed of itemsOf(template)) {
    const { item, path } = placed;
    const { validation } = item;
    if (validation === undefined) continue;
    const place = `${path}.validation`;
    const { rule, pattern, message } = validation;
    if (!(rulesByType[item.type] ?? []).includes(rule)) {
      report('template.validation-type', place, { rule, type: item.type });
      continue;
    }
    if (message.trim() === '') report('template.validation-message', `${place}.message`, { rule });
    const needs = ruleNeeds[rule];
    const given = validation.numbers ?? [];
    if (given.length !== (needs?.numbers ?? 0) || needs?.pattern !== (pattern !== undefined)) {
      report('template.validation-arguments', place, { rule });
      continue;
    }
    const reason = pattern === undefined ? '' : patternProblem(pattern);
    if (reason !== '') report('template.pattern', `${place}.pattern`, { reason });
    const wrong = numbersProblem(validation, optionCount(placed, catalogue));
    if (wrong !== '') report('template.validation-numbers', `${place}.numbers`, { rule, reason: wrong });
  }
}

/** How many options can be chosen, where the template knows. */
function optionCount({ item }: PlacedItem, catalogue: Catalogue): number {
  if (item.optionsFrom !== undefined) return Number.POSITIVE_INFINITY;
  const list = fieldOf(item, catalogue)?.codeList;
  const options = item.options ?? catalogue.codeLists.get(list ?? '')?.options ?? [];
  return options.length + (item.other === true ? 1 : 0);
}

/** Reason by which the words tell the mistakes apart, '' for none. */
function numbersProblem({ rule, numbers = [] }: Validation, options: number): string {
  const counts = /^(?:length|select)-/.test(rule);
  const [low = 0, high = low] = numbers;
  if (counts && !numbers.every((n) => Number.isInteger(n) && n >= 1)) return 'whole';
  if (low > high) return 'order';
  // A text of at most nothing, or a number between nothing, could never be sent.
  if (rule.startsWith('select-') && low > options) return 'options';
  return '';
}

/** Input checks of Google Forms by our rules; one check an item is all the platform allows. */
import type { Validation } from '../../shared/template/template.ts';

type TextValidation = GoogleAppsScript.Forms.TextValidation;
type CheckboxValidation = GoogleAppsScript.Forms.CheckboxValidation;
type ParagraphValidation = GoogleAppsScript.Forms.ParagraphTextValidation;

const number = (validation: Validation, at: number): number => validation.numbers?.[at] ?? 0;
const pattern = (validation: Validation): string => validation.pattern ?? '';

export function textValidation(v: Validation): TextValidation {
  const builder = FormApp.createTextValidation().setHelpText(v.message);
  switch (v.rule) {
    case 'matches':
      return builder.requireTextMatchesPattern(pattern(v)).build();
    case 'matches-not':
      return builder.requireTextDoesNotMatchPattern(pattern(v)).build();
    case 'contains':
      return builder.requireTextContainsPattern(pattern(v)).build();
    case 'contains-not':
      return builder.requireTextDoesNotContainPattern(pattern(v)).build();
    case 'email':
      return builder.requireTextIsEmail().build();
    case 'url':
      return builder.requireTextIsUrl().build();
    case 'length-at-least':
      return builder.requireTextLengthGreaterThanOrEqualTo(number(v, 0)).build();
    case 'length-at-most':
      return builder.requireTextLengthLessThanOrEqualTo(number(v, 0)).build();
    case 'whole-number':
      return builder.requireWholeNumber().build();
    case 'number':
      return builder.requireNumber().build();
    case 'number-between':
      return builder.requireNumberBetween(number(v, 0), number(v, 1)).build();
    case 'number-not-between':
      return builder.requireNumberNotBetween(number(v, 0), number(v, 1)).build();
    case 'number-equal':
      return builder.requireNumberEqualTo(number(v, 0)).build();
    case 'number-not-equal':
      return builder.requireNumberNotEqualTo(number(v, 0)).build();
    case 'number-above':
      return builder.requireNumberGreaterThan(number(v, 0)).build();
    case 'number-at-least':
      return builder.requireNumberGreaterThanOrEqualTo(number(v, 0)).build();
    case 'number-below':
      return builder.requireNumberLessThan(number(v, 0)).build();
    case 'number-at-most':
      return builder.requireNumberLessThanOrEqualTo(number(v, 0)).build();
    default:
      throw new Error(`validation ${v.rule} is not one of a short text`);
  }
}

export function paragraphValidation(v: Validation): ParagraphValidation {
  const builder = FormApp.createParagraphTextValidation().setHelpText(v.message);
  switch (v.rule) {
    case 'matches':
      return builder.requireTextMatchesPattern(pattern(v)).build();
    case 'matches-not':
      return builder.requireTextDoesNotMatchPattern(pattern(v)).build();
    case 'contains':
      return builder.requireTextContainsPattern(pattern(v)).build();
    case 'contains-not':
      return builder.requireTextDoesNotContainPattern(pattern(v)).build();
    case 'length-at-least':
      return builder.requireTextLengthGreaterThanOrEqualTo(number(v, 0)).build();
    case 'length-at-most':
      return builder.requireTextLengthLessThanOrEqualTo(number(v, 0)).build();
    default:
      throw new Error(`validation ${v.rule} is not one of a paragraph`);
  }
}

export function checkboxValidation(v: Validation): CheckboxValidation {
  const builder = FormApp.createCheckboxValidation().setHelpText(v.message);
  switch (v.rule) {
    case 'select-at-least':
      return builder.requireSelectAtLeast(number(v, 0)).build();
    case 'select-at-most':
      return builder.requireSelectAtMost(number(v, 0)).build();
    case 'select-exactly':
      return builder.requireSelectExactly(number(v, 0)).build();
    default:
      throw new Error(`validation ${v.rule} is not one of checkboxes`);
  }
}

/** Builders of answer validation (https://developers.google.com/apps-script/reference/forms/text-validation-builder). */
import type { FormValidation } from '../../workspace/model.ts';
import { Face, refusal } from './face.ts';

const PARAGRAPH = [
  'requireTextContainsPattern',
  'requireTextDoesNotContainPattern',
  'requireTextMatchesPattern',
  'requireTextDoesNotMatchPattern',
  'requireTextLengthGreaterThanOrEqualTo',
  'requireTextLengthLessThanOrEqualTo',
];
const TEXT = [
  ...PARAGRAPH,
  'requireNumber',
  'requireWholeNumber',
  'requireNumberBetween',
  'requireNumberNotBetween',
  'requireNumberEqualTo',
  'requireNumberNotEqualTo',
  'requireNumberGreaterThan',
  'requireNumberGreaterThanOrEqualTo',
  'requireNumberLessThan',
  'requireNumberLessThanOrEqualTo',
  'requireTextIsEmail',
  'requireTextIsUrl',
];
const CHECKBOX = ['requireSelectAtLeast', 'requireSelectAtMost', 'requireSelectExactly'];
const GRID = ['requireLimitOneResponsePerColumn'];

/** Rules by item type; a type that is missing takes no validation. */
export const VALIDATION_METHODS: Record<string, readonly string[]> = {
  TEXT,
  PARAGRAPH_TEXT: PARAGRAPH,
  CHECKBOX,
  GRID,
  CHECKBOX_GRID: GRID,
};

export class Validation extends Face {
  readonly rule_: FormValidation;
  private readonly label: string;

  constructor(label: string, rule: FormValidation) {
    super();
    this.label = label;
    this.rule_ = rule;
  }

  className_(): string {
    return this.label;
  }
}

export class ValidationBuilder extends Face {
  private readonly label: string;
  private rule: FormValidation = { method: '', args: [], helpText: '' };

  constructor(label: string, methods: readonly string[]) {
    super();
    this.label = label;
    for (const method of methods) {
      Object.defineProperty(this, method, {
        configurable: true,
        value: (...args: unknown[]): ValidationBuilder => {
          this.rule = { ...this.rule, method, args: args.map((arg) => this.argument(method, arg)) };
          return this;
        },
      });
    }
  }

  className_(): string {
    return `${this.label}Builder`;
  }

  private argument(method: string, value: unknown): string | number {
    if (typeof value === 'number' || typeof value === 'string') {
      if (/Pattern$/.test(method)) checkPattern(String(value));
      return value;
    }
    throw refusal(`Invalid argument: ${method}`);
  }

  setHelpText(helpText: string): ValidationBuilder {
    this.rule = { ...this.rule, helpText: String(helpText) };
    return this;
  }

  build(): Validation {
    if (this.rule.method === '') throw refusal(`${this.label}Builder: no rule was set.`);
    return new Validation(this.label, { ...this.rule });
  }
}

/** RE2 has neither look-around nor back references (https://github.com/google/re2/wiki/Syntax). */
function checkPattern(source: string): void {
  if (/\(\?<?[=!]/.test(source) || /\\[1-9]/.test(source.replace(/\\\\/g, ''))) {
    throw refusal(
      `Invalid regular expression: ${source} (look-around and back references are not supported).`,
    );
  }
  try {
    RegExp(source, 'u');
  } catch {
    throw refusal(`Invalid regular expression: ${source}`);
  }
}

export const textValidation = (): ValidationBuilder => new ValidationBuilder('TextValidation', TEXT);
export const paragraphTextValidation = (): ValidationBuilder =>
  new ValidationBuilder('ParagraphTextValidation', PARAGRAPH);
export const checkboxValidation = (): ValidationBuilder =>
  new ValidationBuilder('CheckboxValidation', CHECKBOX);
export const gridValidation = (): ValidationBuilder => new ValidationBuilder('GridValidation', GRID);
export const checkboxGridValidation = (): ValidationBuilder =>
  new ValidationBuilder('CheckboxGridValidation', GRID);

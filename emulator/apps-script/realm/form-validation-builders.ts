/** Builders of answer validation (https://developers.google.com/apps-script/reference/forms/text-validation-builder). */
import { argumentFault, argumentsOf, rulesOf } from '../../workspace/form-rules.ts';
import type { FormValidation } from '../../workspace/model.ts';
import { Face, refusal, signatureError } from './face.ts';

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
          this.rule = { ...this.rule, method, args: this.checked(method, args) };
          return this;
        },
      });
    }
  }

  className_(): string {
    return `${this.label}Builder`;
  }

  private checked(method: string, args: readonly unknown[]): (string | number)[] {
    if (args.length !== argumentsOf(method)?.length) throw signatureError(this.className_(), method, args);
    const fault = argumentFault(method, args);
    if (fault !== '') throw refusal(fault);
    return args.filter((arg) => typeof arg === 'string' || typeof arg === 'number');
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

export const textValidation = (): ValidationBuilder =>
  new ValidationBuilder('TextValidation', rulesOf('text'));
export const paragraphTextValidation = (): ValidationBuilder =>
  new ValidationBuilder('ParagraphTextValidation', rulesOf('paragraph'));
export const checkboxValidation = (): ValidationBuilder =>
  new ValidationBuilder('CheckboxValidation', rulesOf('checkbox'));
export const gridValidation = (): ValidationBuilder =>
  new ValidationBuilder('GridValidation', rulesOf('grid'));
export const checkboxGridValidation = (): ValidationBuilder =>
  new ValidationBuilder('CheckboxGridValidation', rulesOf('grid'));

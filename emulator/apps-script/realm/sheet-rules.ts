/** Data validation and conditional format rules of sheets: built, stored, read back; not enforced on writes by scripts. */
import type { StoredRule } from '../../workspace/cells.ts';
import { EnumGroup } from './enums.ts';
import { Face, notImplemented, refusal } from './face.ts';
import type { Range } from './range.ts';

export const VALIDATION_CRITERIA = new EnumGroup('DataValidationCriteria', [
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CHECKBOX',
  'DATE_IS_VALID_DATE',
  'NUMBER_BETWEEN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'CUSTOM_FORMULA',
]);

export class DataValidation extends Face {
  readonly rule_: StoredRule;

  constructor(rule: StoredRule) {
    super();
    this.rule_ = rule;
  }

  className_(): string {
    return 'DataValidation';
  }

  getCriteriaType(): unknown {
    return VALIDATION_CRITERIA.of_(this.rule_.type);
  }

  getCriteriaValues(): unknown[] {
    return this.rule_.args;
  }

  getAllowInvalid(): boolean {
    return this.rule_.allowInvalid;
  }

  getHelpText(): string | null {
    return this.rule_.help === '' ? null : this.rule_.help;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder({ ...this.rule_ });
  }
}

export class DataValidationBuilder extends Face {
  private rule: StoredRule;

  constructor(rule: StoredRule = { type: '', args: [], allowInvalid: true, help: '' }) {
    super();
    this.rule = rule;
  }

  className_(): string {
    return 'DataValidationBuilder';
  }

  private as(type: string, ...args: unknown[]): DataValidationBuilder {
    this.rule = { ...this.rule, type, args };
    return this;
  }

  requireValueInList(values: string[], showDropdown = true): DataValidationBuilder {
    return this.as('VALUE_IN_LIST', values.map(String), showDropdown);
  }

  requireValueInRange(range: Range, showDropdown = true): DataValidationBuilder {
    return this.as('VALUE_IN_RANGE', `${range.sheetId_}!${range.getA1Notation()}`, showDropdown);
  }

  requireCheckbox(...values: unknown[]): DataValidationBuilder {
    return this.as('CHECKBOX', ...values);
  }

  requireDate(): DataValidationBuilder {
    return this.as('DATE_IS_VALID_DATE');
  }

  requireNumberBetween(start: number, end: number): DataValidationBuilder {
    return this.as('NUMBER_BETWEEN', start, end);
  }

  requireNumberGreaterThanOrEqualTo(number: number): DataValidationBuilder {
    return this.as('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }

  requireTextIsEmail(): DataValidationBuilder {
    return this.as('TEXT_IS_VALID_EMAIL');
  }

  requireTextIsUrl(): DataValidationBuilder {
    return this.as('TEXT_IS_VALID_URL');
  }

  requireFormulaSatisfied(formula: string): DataValidationBuilder {
    return this.as('CUSTOM_FORMULA', formula);
  }

  setAllowInvalid(allowInvalid: boolean): DataValidationBuilder {
    this.rule = { ...this.rule, allowInvalid };
    return this;
  }

  setHelpText(help: string): DataValidationBuilder {
    this.rule = { ...this.rule, help };
    return this;
  }

  build(): DataValidation {
    if (this.rule.type === '') throw refusal('Cannot build a data validation rule without criteria.');
    return new DataValidation({ ...this.rule });
  }
}

interface ConditionalRule {
  criteria: string;
  args: unknown[];
  background: string | null;
  fontColor: string | null;
  bold: boolean | null;
  ranges: string[];
}

export class ConditionalFormatRule extends Face {
  readonly rule_: ConditionalRule;
  private readonly ranges: Range[];

  constructor(rule: ConditionalRule, ranges: Range[]) {
    super();
    this.rule_ = rule;
    this.ranges = ranges;
  }

  className_(): string {
    return 'ConditionalFormatRule';
  }

  getRanges(): Range[] {
    if (this.ranges.length === 0 && this.rule_.ranges.length > 0)
      throw notImplemented('ConditionalFormatRule', 'getRanges（読み戻した規則）');
    return this.ranges;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder({ ...this.rule_ }, this.ranges);
  }
}

export class ConditionalFormatRuleBuilder extends Face {
  private rule: ConditionalRule;
  private ranges: Range[];

  constructor(rule?: ConditionalRule, ranges: Range[] = []) {
    super();
    this.rule = rule ?? { criteria: '', args: [], background: null, fontColor: null, bold: null, ranges: [] };
    this.ranges = ranges;
  }

  className_(): string {
    return 'ConditionalFormatRuleBuilder';
  }

  private when(criteria: string, ...args: unknown[]): ConditionalFormatRuleBuilder {
    this.rule = { ...this.rule, criteria, args };
    return this;
  }

  whenTextEqualTo(text: string): ConditionalFormatRuleBuilder {
    return this.when('TEXT_EQUAL_TO', text);
  }

  whenTextContains(text: string): ConditionalFormatRuleBuilder {
    return this.when('TEXT_CONTAINS', text);
  }

  whenTextStartsWith(text: string): ConditionalFormatRuleBuilder {
    return this.when('TEXT_STARTS_WITH', text);
  }

  whenCellEmpty(): ConditionalFormatRuleBuilder {
    return this.when('CELL_EMPTY');
  }

  whenCellNotEmpty(): ConditionalFormatRuleBuilder {
    return this.when('CELL_NOT_EMPTY');
  }

  whenNumberGreaterThan(number: number): ConditionalFormatRuleBuilder {
    return this.when('NUMBER_GREATER_THAN', number);
  }

  whenFormulaSatisfied(formula: string): ConditionalFormatRuleBuilder {
    return this.when('CUSTOM_FORMULA', formula);
  }

  setBackground(color: string): ConditionalFormatRuleBuilder {
    this.rule = { ...this.rule, background: color };
    return this;
  }

  setFontColor(color: string): ConditionalFormatRuleBuilder {
    this.rule = { ...this.rule, fontColor: color };
    return this;
  }

  setBold(bold: boolean): ConditionalFormatRuleBuilder {
    this.rule = { ...this.rule, bold };
    return this;
  }

  setRanges(ranges: Range[]): ConditionalFormatRuleBuilder {
    this.ranges = ranges;
    this.rule = { ...this.rule, ranges: ranges.map((range) => range.getA1Notation()) };
    return this;
  }

  build(): ConditionalFormatRule {
    if (this.ranges.length === 0)
      throw refusal('At least one range must be set on a conditional format rule.');
    return new ConditionalFormatRule(this.rule, this.ranges);
  }
}

export function storedRule(value: unknown): ConditionalFormatRule {
  return new ConditionalFormatRule(value as ConditionalRule, []);
}

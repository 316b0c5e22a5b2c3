/** Items of a form as a script sees them (https://developers.google.com/apps-script/reference/forms/item). */
import type { FormItemState } from '../../workspace/model.ts';
import type { ItemPatch } from '../host/form-ops.ts';
import { call } from './bridge-client.ts';
import { enumName } from './enums.ts';
import { Face, notImplemented, refusal } from './face.ts';
import { Choice, navigationType, toNavigation } from './form-choices.ts';
import { ITEM_TYPES, RATING_ICONS } from './form-enums.ts';
import { ItemResponse } from './form-responses.ts';
import { VALIDATION_METHODS, type Validation } from './form-validation-builders.ts';

/** Items of one form in this execution: loaded once, kept up to date by the execution's own writes. */
export class ItemTable {
  readonly formId: string;
  private items: FormItemState[] | null = null;
  private readonly faces = new Map<number, Item>();

  constructor(formId: string) {
    this.formId = formId;
  }

  replace(items: FormItemState[]): void {
    this.items = items;
  }

  /** Reads the items again, as `getItems` does. */
  load(): FormItemState[] {
    this.items = call('Form.getItems', this.formId);
    return this.items;
  }

  all(): FormItemState[] {
    return this.items ?? this.load();
  }

  state(id: number): FormItemState {
    const found = this.all().find((item) => item.id === id);
    if (found === undefined) throw refusal('Invalid data updating form: the item does not exist.');
    return found;
  }

  index(id: number): number {
    return this.all().findIndex((item) => item.id === id);
  }

  put(state: FormItemState): void {
    this.items = this.all().map((item) => (item.id === state.id ? state : item));
  }

  face(id: number): Item {
    const known = this.faces.get(id);
    if (known !== undefined) return known;
    const made = new Item(this, id);
    this.faces.set(id, made);
    return made;
  }
}

const tables = new Map<string, ItemTable>();

export function itemTable(formId: string): ItemTable {
  const known = tables.get(formId);
  if (known !== undefined) return known;
  const made = new ItemTable(formId);
  tables.set(formId, made);
  return made;
}

/** `FORM_ITEM` → `FormItem`, as the platform names the classes. */
export function className(type: string): string {
  if (type === 'DATETIME') return 'DateTimeItem';
  if (type === 'PARAGRAPH_TEXT') return 'ParagraphTextItem';
  return `${type.toLowerCase().replace(/(^|_)([a-z])/g, (_all, _gap, letter: string) => letter.toUpperCase())}Item`;
}

const QUESTIONS = new Set([
  'TEXT',
  'PARAGRAPH_TEXT',
  'MULTIPLE_CHOICE',
  'CHECKBOX',
  'LIST',
  'SCALE',
  'RATING',
  'GRID',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'TIME',
  'DURATION',
]);
const CHOICES = new Set(['MULTIPLE_CHOICE', 'CHECKBOX', 'LIST']);
const GRIDS = new Set(['GRID', 'CHECKBOX_GRID']);
const DATES = new Set(['DATE', 'DATETIME']);

/** One class for every kind: members of another kind throw, as they do not exist there. */
export class Item extends Face {
  readonly id_: number;
  readonly table_: ItemTable;

  constructor(table: ItemTable, id: number) {
    super();
    this.table_ = table;
    this.id_ = id;
  }

  className_(): string {
    return className(this.state_().type);
  }

  state_(): FormItemState {
    return this.table_.state(this.id_);
  }

  private only(kinds: ReadonlySet<string>, member: string): FormItemState {
    const state = this.state_();
    if (!kinds.has(state.type)) throw notImplemented(className(state.type), member);
    return state;
  }

  private update(patch: ItemPatch): Item {
    this.table_.put(call('Item.update', this.table_.formId, this.id_, patch));
    return this;
  }

  getId(): number {
    return this.id_;
  }

  getIndex(): number {
    return this.table_.index(this.id_);
  }

  getType(): unknown {
    return ITEM_TYPES.of_(this.state_().type);
  }

  getTitle(): string {
    return this.state_().title;
  }

  setTitle(title: string): Item {
    return this.update({ title: String(title) });
  }

  getHelpText(): string {
    return this.state_().help;
  }

  setHelpText(help: string): Item {
    return this.update({ help: String(help) });
  }

  isRequired(): boolean {
    return this.only(QUESTIONS, 'isRequired').required;
  }

  setRequired(required: boolean): Item {
    this.only(QUESTIONS, 'setRequired');
    return this.update({ required });
  }

  duplicate(): Item {
    const items = call('Item.duplicate', this.table_.formId, this.id_);
    this.table_.replace(items);
    return this.table_.face(items[this.getIndex() + 1]?.id ?? this.id_);
  }

  createChoice(value: unknown, target?: unknown): Choice {
    const { type } = this.only(CHOICES, 'createChoice');
    const text = String(value);
    if (target === undefined) return new Choice(this.table_.formId, { value: text });
    if (type === 'CHECKBOX')
      throw refusal(
        "The parameters (String,(class)) don't match the method signature for FormApp.CheckboxItem.createChoice.",
      );
    return new Choice(this.table_.formId, { value: text, navigation: toNavigation(target) });
  }

  setChoices(choices: Choice[]): Item {
    this.only(CHOICES, 'setChoices');
    this.table_.put(
      call(
        'Item.setChoices',
        this.table_.formId,
        this.id_,
        choices.map((choice) => choice.choice_),
      ),
    );
    return this;
  }

  setChoiceValues(values: unknown[]): Item {
    this.only(CHOICES, 'setChoiceValues');
    this.table_.put(
      call(
        'Item.setChoices',
        this.table_.formId,
        this.id_,
        values.map((value) => ({ value: String(value) })),
      ),
    );
    return this;
  }

  getChoices(): Choice[] {
    return this.only(CHOICES, 'getChoices').choices.map((choice) => new Choice(this.table_.formId, choice));
  }

  showOtherOption(enabled: boolean): Item {
    this.only(new Set(['MULTIPLE_CHOICE', 'CHECKBOX']), 'showOtherOption');
    return this.update({ other: enabled });
  }

  hasOtherOption(): boolean {
    return this.only(new Set(['MULTIPLE_CHOICE', 'CHECKBOX']), 'hasOtherOption').other;
  }

  setValidation(validation: Validation): Item {
    const { type } = this.state_();
    const allowed = VALIDATION_METHODS[type];
    if (allowed === undefined) throw notImplemented(className(type), 'setValidation');
    const { rule_: rule } = validation;
    if (!allowed.includes(rule.method))
      throw refusal(`Invalid argument: validation (${rule.method} does not fit ${className(type)}).`);
    return this.update({ validation: rule });
  }

  clearValidation(): Item {
    return this.update({ validation: null });
  }

  setBounds(lower: number, upper: number): Item {
    this.only(new Set(['SCALE']), 'setBounds');
    if (!(lower === 0 || lower === 1) || !Number.isInteger(upper) || upper < 3 || upper > 10) {
      throw refusal('Scale bounds must be 0 or 1 for the lower and 3 to 10 for the upper.');
    }
    return this.update({ lower, upper });
  }

  getLowerBound(): number {
    return this.only(new Set(['SCALE']), 'getLowerBound').lower ?? 1;
  }

  getUpperBound(): number {
    return this.only(new Set(['SCALE']), 'getUpperBound').upper ?? 5;
  }

  setLabels(lowerLabel: string, upperLabel: string): Item {
    this.only(new Set(['SCALE']), 'setLabels');
    return this.update({ lowerLabel, upperLabel });
  }

  getLeftLabel(): string {
    return this.only(new Set(['SCALE']), 'getLeftLabel').lowerLabel ?? '';
  }

  getRightLabel(): string {
    return this.only(new Set(['SCALE']), 'getRightLabel').upperLabel ?? '';
  }

  setRatingScaleLevel(level: number): Item {
    this.only(new Set(['RATING']), 'setRatingScaleLevel');
    if (!Number.isInteger(level) || level < 3 || level > 10)
      throw refusal('Rating scale level must be 3 to 10.');
    return this.update({ upper: level });
  }

  getRatingScaleLevel(): number {
    return this.only(new Set(['RATING']), 'getRatingScaleLevel').upper ?? 5;
  }

  setRatingIcon(icon: unknown): Item {
    this.only(new Set(['RATING']), 'setRatingIcon');
    return this.update({ icon: enumName(icon) });
  }

  getRatingIcon(): unknown {
    return RATING_ICONS.of_(this.only(new Set(['RATING']), 'getRatingIcon').icon ?? 'STAR');
  }

  setRows(rows: string[]): Item {
    this.only(GRIDS, 'setRows');
    return this.update({ rows: rows.map(String) });
  }

  getRows(): string[] {
    return this.only(GRIDS, 'getRows').rows ?? [];
  }

  setColumns(columns: string[]): Item {
    this.only(GRIDS, 'setColumns');
    return this.update({ columns: columns.map(String) });
  }

  getColumns(): string[] {
    return this.only(GRIDS, 'getColumns').columns ?? [];
  }

  setIncludesYear(enabled: boolean): Item {
    this.only(DATES, 'setIncludesYear');
    return this.update({ includesYear: enabled });
  }

  includesYear(): boolean {
    return this.only(DATES, 'includesYear').includesYear !== false;
  }

  setGoToPage(target: unknown): Item {
    this.only(new Set(['PAGE_BREAK']), 'setGoToPage');
    return this.update({ goTo: toNavigation(target) });
  }

  getGoToPage(): Item | null {
    const { goTo } = this.only(new Set(['PAGE_BREAK']), 'getGoToPage');
    return goTo?.kind === 'page' ? this.table_.face(goTo.itemId) : null;
  }

  getPageNavigationType(): unknown {
    return navigationType(
      this.only(new Set(['PAGE_BREAK']), 'getPageNavigationType').goTo ?? { kind: 'continue' },
    );
  }

  createResponse(...args: unknown[]): ItemResponse {
    const state = this.only(QUESTIONS, 'createResponse');
    return ItemResponse.of_(this, state, args);
  }
}

/** `asTextItem` and its like: the same object, or the platform's refusal. */
const AS_METHODS: Record<string, string> = {
  asTextItem: 'TEXT',
  asParagraphTextItem: 'PARAGRAPH_TEXT',
  asMultipleChoiceItem: 'MULTIPLE_CHOICE',
  asCheckboxItem: 'CHECKBOX',
  asListItem: 'LIST',
  asScaleItem: 'SCALE',
  asRatingItem: 'RATING',
  asGridItem: 'GRID',
  asCheckboxGridItem: 'CHECKBOX_GRID',
  asDateItem: 'DATE',
  asDateTimeItem: 'DATETIME',
  asTimeItem: 'TIME',
  asDurationItem: 'DURATION',
  asSectionHeaderItem: 'SECTION_HEADER',
  asPageBreakItem: 'PAGE_BREAK',
  asImageItem: 'IMAGE',
  asVideoItem: 'VIDEO',
};
for (const [method, type] of Object.entries(AS_METHODS)) {
  Object.defineProperty(Item.prototype, method, {
    value(this: Item) {
      if (this.state_().type !== type) throw refusal('Invalid conversion for item type.');
      return this;
    },
  });
}

/** Items of a form as a script sees them (https://developers.google.com/apps-script/reference/forms/item). */
import type { ItemPatch } from '../../workspace/form-edit.ts';
import { videoAddress, videoId } from '../../workspace/form-media.ts';
import type { FormItemState } from '../../workspace/model.ts';
import { Blob, unwrapBlob } from './blob.ts';
import { call } from './bridge-client.ts';
import { enumName } from './enums.ts';
import { Face, notImplemented, refusal, signatureError } from './face.ts';
import { Choice, navigationType, toNavigation } from './form-choices.ts';
import { ALIGNMENTS, ITEM_TYPES, RATING_ICONS } from './form-enums.ts';
import {
  CHOICES,
  className,
  DATES,
  GRIDS,
  IMAGES,
  MEDIA,
  OTHERS,
  PAGES,
  QUESTIONS,
  RATINGS,
  RULED,
  SCALES,
  VIDEOS,
} from './form-item-kinds.ts';
import { ItemResponse } from './form-responses.ts';
import { Validation } from './form-validation-builders.ts';

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

  /** The copy stands at the end of the form (https://developers.google.com/apps-script/reference/forms/item#duplicate). */
  duplicate(): Item {
    const { itemId, items } = call('Item.duplicate', this.table_.formId, this.id_);
    this.table_.replace(items);
    return this.table_.face(itemId);
  }

  createChoice(value: unknown, target?: unknown): Choice {
    const { type } = this.only(CHOICES, 'createChoice');
    const text = String(value);
    if (target === undefined) return new Choice(this.table_.formId, { value: text });
    if (typeof target === 'boolean') throw notImplemented(className(type), 'createChoice(value, isCorrect)');
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
    this.only(OTHERS, 'showOtherOption');
    return this.update({ other: enabled });
  }

  hasOtherOption(): boolean {
    return this.only(OTHERS, 'hasOtherOption').other;
  }

  /** A rule cannot be read back: the platform has no getter. */
  setValidation(validation: unknown): Item {
    const { type } = this.only(RULED, 'setValidation');
    if (!(validation instanceof Validation))
      throw signatureError(`FormApp.${className(type)}`, 'setValidation', [validation]);
    return this.update({ validation: validation.rule_ });
  }

  clearValidation(): Item {
    this.only(RULED, 'clearValidation');
    return this.update({ validation: null });
  }

  setBounds(lower: number, upper: number): Item {
    this.only(SCALES, 'setBounds');
    return this.update({ lower, upper });
  }

  getLowerBound(): number {
    return this.only(SCALES, 'getLowerBound').lower ?? 1;
  }

  getUpperBound(): number {
    return this.only(SCALES, 'getUpperBound').upper ?? 5;
  }

  setLabels(lowerLabel: string, upperLabel: string): Item {
    this.only(SCALES, 'setLabels');
    return this.update({ lowerLabel, upperLabel });
  }

  getLeftLabel(): string {
    return this.only(SCALES, 'getLeftLabel').lowerLabel ?? '';
  }

  getRightLabel(): string {
    return this.only(SCALES, 'getRightLabel').upperLabel ?? '';
  }

  setRatingScaleLevel(level: number): Item {
    this.only(RATINGS, 'setRatingScaleLevel');
    return this.update({ upper: level });
  }

  getRatingScaleLevel(): number {
    return this.only(RATINGS, 'getRatingScaleLevel').upper ?? 5;
  }

  setRatingIcon(icon: unknown): Item {
    this.only(RATINGS, 'setRatingIcon');
    return this.update({ icon: enumName(icon) });
  }

  getRatingIcon(): unknown {
    return RATING_ICONS.of_(this.only(RATINGS, 'getRatingIcon').icon ?? 'STAR');
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
    this.only(PAGES, 'setGoToPage');
    return this.update({ goTo: toNavigation(target) });
  }

  getGoToPage(): Item | null {
    const { goTo } = this.only(PAGES, 'getGoToPage');
    return goTo?.kind === 'page' ? this.table_.face(goTo.itemId) : null;
  }

  getPageNavigationType(): unknown {
    return navigationType(this.only(PAGES, 'getPageNavigationType').goTo ?? { kind: 'continue' });
  }

  setImage(image: unknown): Item {
    this.only(IMAGES, 'setImage');
    const blob = unwrapBlob(image);
    const picture = {
      mimeType: blob.getContentType() ?? '',
      content: blob.base64_(),
      name: blob.getName() ?? '',
    };
    this.table_.put(call('Item.setImage', this.table_.formId, this.id_, picture));
    return this;
  }

  getImage(): Blob | null {
    this.only(IMAGES, 'getImage');
    const image = call('Item.getImage', this.table_.formId, this.id_);
    return image === null ? null : new Blob(image.content, image.mimeType, image.name);
  }

  /** An address of YouTube or the id of a video (https://developers.google.com/apps-script/reference/forms/video-item#setvideourlyoutubeurl). */
  setVideoUrl(youtubeUrl: string): Item {
    this.only(VIDEOS, 'setVideoUrl');
    const id = videoId(String(youtubeUrl));
    if (id === undefined) throw refusal('Invalid argument: youtubeUrl');
    return this.update({ mediaUrl: videoAddress(id) });
  }

  getAlignment(): unknown {
    return ALIGNMENTS.of_(this.only(MEDIA, 'getAlignment').alignment ?? 'LEFT');
  }

  setAlignment(alignment: unknown): Item {
    this.only(MEDIA, 'setAlignment');
    return this.update({ alignment: ALIGNMENTS.of_(enumName(alignment)).text_ });
  }

  getWidth(): number {
    return this.only(MEDIA, 'getWidth').width ?? 0;
  }

  setWidth(width: number): Item {
    this.only(MEDIA, 'setWidth');
    if (!Number.isInteger(width) || width < 1) throw refusal('Invalid argument: width');
    return this.update({ width });
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

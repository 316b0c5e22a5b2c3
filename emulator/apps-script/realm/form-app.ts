/** `FormApp` and forms (https://developers.google.com/apps-script/reference/forms/form). */
import type { FormItemType } from '../../workspace/model.ts';
import type { FormSettings } from '../host/form-ops.ts';
import { call } from './bridge-client.ts';
import { enumName } from './enums.ts';
import { assertTypes, Face, refusal } from './face.ts';
import { ALIGNMENTS, DESTINATION_TYPES, ITEM_TYPES, NAVIGATION_TYPES, RATING_ICONS } from './form-enums.ts';
import { Item, type ItemTable, itemTable } from './form-items.ts';
import { FormResponse } from './form-responses.ts';
import * as builders from './form-validation-builders.ts';
import { User } from './small-services.ts';
import { Ui } from './ui.ts';

export class Form extends Face {
  readonly id_: string;
  private readonly table: ItemTable;

  constructor(id: string) {
    super();
    this.id_ = id;
    this.table = itemTable(id);
  }

  className_(): string {
    return 'Form';
  }

  private info() {
    return call('Form.get', this.id_);
  }

  private set(settings: FormSettings): Form {
    call('Form.set', this.id_, settings);
    return this;
  }

  add_(type: FormItemType): Item {
    const { itemId, items } = call('Form.addItem', this.id_, type);
    this.table.replace(items);
    return this.table.face(itemId);
  }

  getId(): string {
    return this.id_;
  }

  getTitle(): string {
    return this.info().title;
  }

  setTitle(title: string): Form {
    return this.set({ title: String(title) });
  }

  getDescription(): string {
    return this.info().description;
  }

  setDescription(description: string): Form {
    return this.set({ description: String(description) });
  }

  getConfirmationMessage(): string {
    return this.info().confirmationMessage;
  }

  setConfirmationMessage(message: string): Form {
    return this.set({ confirmationMessage: String(message) });
  }

  getCustomClosedFormMessage(): string {
    return this.info().closedMessage;
  }

  setCustomClosedFormMessage(message: string): Form {
    return this.set({ closedMessage: String(message) });
  }

  collectsEmail(): boolean {
    return this.info().collectEmail;
  }

  setCollectEmail(collect: boolean): Form {
    return this.set({ collectEmail: collect });
  }

  hasLimitOneResponsePerUser(): boolean {
    return this.info().limitOneResponsePerUser;
  }

  setLimitOneResponsePerUser(enabled: boolean): Form {
    return this.set({ limitOneResponsePerUser: enabled });
  }

  canEditResponse(): boolean {
    return this.info().allowResponseEdits;
  }

  setAllowResponseEdits(enabled: boolean): Form {
    return this.set({ allowResponseEdits: enabled });
  }

  hasProgressBar(): boolean {
    return this.info().progressBar;
  }

  setProgressBar(enabled: boolean): Form {
    return this.set({ progressBar: enabled });
  }

  getShuffleQuestions(): boolean {
    return this.info().shuffleQuestions;
  }

  setShuffleQuestions(shuffle: boolean): Form {
    return this.set({ shuffleQuestions: shuffle });
  }

  hasRespondAgainLink(): boolean {
    return this.info().showLinkToRespondAgain;
  }

  setShowLinkToRespondAgain(enabled: boolean): Form {
    return this.set({ showLinkToRespondAgain: enabled });
  }

  isPublishingSummary(): boolean {
    return this.info().publishingSummary;
  }

  setPublishingSummary(enabled: boolean): Form {
    return this.set({ publishingSummary: enabled });
  }

  isPublished(): boolean {
    return this.info().published;
  }

  setPublished(enabled: boolean): Form {
    call('Form.setPublished', this.id_, enabled);
    return this;
  }

  isAcceptingResponses(): boolean {
    return this.info().acceptingResponses;
  }

  setAcceptingResponses(enabled: boolean): Form {
    call('Form.setAcceptingResponses', this.id_, enabled);
    return this;
  }

  supportsAdvancedResponderPermissions(): boolean {
    return true;
  }

  addPublishedReader(email: string): Form {
    return this.addPublishedReaders([email]);
  }

  addPublishedReaders(emails: string[]): Form {
    call('Form.setReaders', this.id_, [...new Set([...this.info().readers, ...emails.map(String)])]);
    return this;
  }

  removePublishedReader(email: string): Form {
    call(
      'Form.setReaders',
      this.id_,
      this.info().readers.filter((reader) => reader !== String(email)),
    );
    return this;
  }

  getPublishedReaders(): User[] {
    return this.info().readers.map((email) => new User(email));
  }

  addEditor(editor: unknown): Form {
    return this.addEditors([editor]);
  }

  addEditors(editors: unknown[]): Form {
    call('Form.setEditors', this.id_, [...this.info().editors, ...editors.map(addressOf)]);
    return this;
  }

  removeEditor(editor: unknown): Form {
    const address = addressOf(editor);
    call(
      'Form.setEditors',
      this.id_,
      this.info().editors.filter((one) => one !== address),
    );
    return this;
  }

  getEditors(): User[] {
    return this.info().editors.map((email) => new User(email));
  }

  getItems(type?: unknown): Item[] {
    const items = this.table.load();
    const wanted = type === undefined ? items : items.filter((item) => item.type === enumName(type));
    return wanted.map((item) => this.table.face(item.id));
  }

  getItemById(id: unknown): Item | null {
    const wanted = Number(id);
    return this.table.load().some((item) => item.id === wanted) ? this.table.face(wanted) : null;
  }

  moveItem(first: unknown, to: number): Item {
    const from = first instanceof Item ? first.getIndex() : Number(first);
    const items = call('Form.moveItem', this.id_, from, to);
    this.table.replace(items);
    return this.table.face(items[to]?.id ?? 0);
  }

  deleteItem(target: unknown): void {
    const id = target instanceof Item ? target.id_ : this.table.load()[Number(target)]?.id;
    if (id === undefined) throw refusal('Index out of bounds.');
    this.table.replace(call('Form.deleteItem', this.id_, id));
  }

  setDestination(_type: unknown, id: string): Form {
    call('Form.setDestination', this.id_, id);
    return this;
  }

  removeDestination(): Form {
    call('Form.removeDestination', this.id_);
    return this;
  }

  getDestinationId(): string {
    const { destinationId } = this.info();
    if (destinationId === '') throw refusal('The form currently has no response destination.');
    return destinationId;
  }

  getDestinationType(): unknown {
    this.getDestinationId();
    return DESTINATION_TYPES.of_('SPREADSHEET');
  }

  getResponses(since?: Date): FormResponse[] {
    const { responses, items } = call(
      'Form.getResponses',
      this.id_,
      since === undefined ? null : since.getTime(),
    );
    this.table.replace(items);
    return responses.map((info) => new FormResponse(this.id_, info));
  }

  getResponse(id: string): FormResponse {
    const { response, items } = call('Form.getResponse', this.id_, String(id));
    this.table.replace(items);
    return new FormResponse(this.id_, response);
  }

  createResponse(): FormResponse {
    return new FormResponse(this.id_, null);
  }

  deleteResponse(id: string): Form {
    call('Form.deleteResponse', this.id_, String(id));
    return this;
  }

  deleteAllResponses(): Form {
    call('Form.deleteResponse', this.id_, null);
    return this;
  }

  getPublishedUrl(): string {
    return `https://docs.google.com${call('Form.getUrls', this.id_).published}`;
  }

  getEditUrl(): string {
    return `https://docs.google.com${call('Form.getUrls', this.id_).edit}`;
  }

  getSummaryUrl(): string {
    return `https://docs.google.com${call('Form.getUrls', this.id_).summary}`;
  }

  isQuiz(): boolean {
    return false;
  }
}

/** A user or an e-mail address. */
const addressOf = (value: unknown): string => (value instanceof User ? value.getEmail() : String(value));

const ADDERS: Record<string, FormItemType> = {
  addTextItem: 'TEXT',
  addParagraphTextItem: 'PARAGRAPH_TEXT',
  addMultipleChoiceItem: 'MULTIPLE_CHOICE',
  addCheckboxItem: 'CHECKBOX',
  addListItem: 'LIST',
  addScaleItem: 'SCALE',
  addRatingItem: 'RATING',
  addGridItem: 'GRID',
  addCheckboxGridItem: 'CHECKBOX_GRID',
  addDateItem: 'DATE',
  addDateTimeItem: 'DATETIME',
  addTimeItem: 'TIME',
  addDurationItem: 'DURATION',
  addSectionHeaderItem: 'SECTION_HEADER',
  addPageBreakItem: 'PAGE_BREAK',
  addImageItem: 'IMAGE',
  addVideoItem: 'VIDEO',
};
for (const [method, type] of Object.entries(ADDERS)) {
  Object.defineProperty(Form.prototype, method, {
    value(this: Form) {
      return this.add_(type);
    },
  });
}

export class FormAppFace extends Face {
  readonly ItemType = ITEM_TYPES;
  readonly PageNavigationType = NAVIGATION_TYPES;
  readonly DestinationType = DESTINATION_TYPES;
  readonly RatingIconType = RATING_ICONS;
  readonly Alignment = ALIGNMENTS;

  className_(): string {
    return 'FormApp';
  }

  create(title: string, isPublished?: boolean): Form {
    assertTypes('FormApp', 'create', [title], 'string');
    return new Form(call('FormApp.create', title, isPublished ?? null));
  }

  openById(id: string): Form {
    assertTypes('FormApp', 'openById', [id], 'string');
    return new Form(call('FormApp.openById', id));
  }

  openByUrl(url: string): Form {
    return new Form(call('FormApp.findByUrl', url));
  }

  getActiveForm(): Form | null {
    const id = call('FormApp.getActiveForm');
    return id === null ? null : new Form(id);
  }

  getUi(): Ui {
    return new Ui('form');
  }

  createTextValidation(): Face {
    return builders.textValidation();
  }

  createParagraphTextValidation(): Face {
    return builders.paragraphTextValidation();
  }

  createCheckboxValidation(): Face {
    return builders.checkboxValidation();
  }

  createGridValidation(): Face {
    return builders.gridValidation();
  }

  createCheckboxGridValidation(): Face {
    return builders.checkboxGridValidation();
  }
}

/** Responses and their items, built lazily from one bulk transfer (https://developers.google.com/apps-script/reference/forms/form-response). */
import type { Answers } from '../../api.ts';
import type { FormItemState } from '../../workspace/model.ts';
import type { ResponseInfo } from '../host/form-ops.ts';
import { call } from './bridge-client.ts';
import { Face, refusal, signatureError } from './face.ts';
import { className } from './form-item-kinds.ts';
import { type Item, itemTable } from './form-items.ts';

type Answer = Answers[number];

const two = (n: number): string => String(n).padStart(2, '0');
const whole = (value: unknown, from: number, to: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;

/** A date as answers are kept; without its year where the question asks for none. */
function dateText(state: FormItemState, value: Date): string {
  const day = `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
  const shown = state.includesYear === false ? day.slice(5) : day;
  return state.type === 'DATETIME' ? `${shown} ${two(value.getHours())}:${two(value.getMinutes())}` : shown;
}

/** One row of a grid: nothing, one column, or several. */
const gridRow = (row: unknown): string | string[] | null =>
  row === null || row === undefined || row === '' ? null : Array.isArray(row) ? row.map(String) : String(row);

/**
 * The arguments of `createResponse` as answers are kept, or null where they do not fit the kind of question:
 * a time takes hour and minute, a duration hours, minutes and seconds, a grid one element a row
 * (https://developers.google.com/apps-script/reference/forms/time-item#createresponsehour,-minute,
 * https://developers.google.com/apps-script/reference/forms/grid-item#createresponseresponses).
 */
function encodeAnswer(state: FormItemState, args: readonly unknown[]): Answer | null {
  const [value, second, third] = args;
  switch (state.type) {
    case 'DATE':
    case 'DATETIME':
      return value instanceof Date && !Number.isNaN(value.getTime()) ? dateText(state, value) : null;
    case 'TIME':
      return whole(value, 0, 23) && whole(second, 0, 59) ? `${two(value)}:${two(second)}` : null;
    case 'DURATION':
      return whole(value, 0, 72) && whole(second, 0, 59) && whole(third, 0, 59)
        ? `${two(value)}:${two(second)}:${two(third)}`
        : null;
    case 'SCALE':
    case 'RATING':
      return typeof value === 'number' && Number.isInteger(value) ? String(value) : null;
    case 'CHECKBOX':
      return Array.isArray(value) ? value.map(String) : null;
    case 'GRID':
    case 'CHECKBOX_GRID':
      return Array.isArray(value) && value.length === (state.rows ?? []).length ? value.map(gridRow) : null;
    default:
      return typeof value === 'string' ? value : null;
  }
}

export class ItemResponse extends Face {
  readonly itemId_: number;
  readonly answer_: Answer;
  private readonly formId: string;

  constructor(formId: string, itemId: number, answer: Answer) {
    super();
    this.formId = formId;
    this.itemId_ = itemId;
    this.answer_ = answer;
  }

  /** A response as `item.createResponse` makes it; values that the item cannot hold are refused. */
  static of_(item: Item, state: FormItemState, args: readonly unknown[]): ItemResponse {
    const answer = encodeAnswer(state, args);
    if (answer === null) throw signatureError(`FormApp.${className(state.type)}`, 'createResponse', args);
    const message = call('Item.check', item.table_.formId, item.id_, answer);
    if (message !== '') throw refusal(`Invalid response submitted to ${className(state.type)}: ${message}`);
    return new ItemResponse(item.table_.formId, item.id_, answer);
  }

  className_(): string {
    return 'ItemResponse';
  }

  getItem(): Item {
    return itemTable(this.formId).face(this.itemId_);
  }

  getResponse(): Answer {
    return this.answer_;
  }

  getScore(): null {
    return null;
  }
}

export class FormResponse extends Face {
  private readonly formId: string;
  private info: ResponseInfo | null;
  private readonly draft: Answers;

  constructor(formId: string, info: ResponseInfo | null) {
    super();
    this.formId = formId;
    this.info = info;
    this.draft = {};
  }

  className_(): string {
    return 'FormResponse';
  }

  private answers(): Answers {
    return this.info === null ? this.draft : this.info.answers;
  }

  getId(): string | null {
    return this.info === null ? null : this.info.id;
  }

  getTimestamp(): Date | null {
    return this.info === null ? null : new Date(this.info.at);
  }

  getRespondentEmail(): string {
    return this.info?.email ?? '';
  }

  /** Only answered items, in the order of the form. */
  getItemResponses(): ItemResponse[] {
    const answers = this.answers();
    const out: ItemResponse[] = [];
    for (const item of itemTable(this.formId).all()) {
      const answer = answers[item.id];
      if (answer !== undefined) out.push(new ItemResponse(this.formId, item.id, answer));
    }
    return out;
  }

  getResponseForItem(item: Item): ItemResponse | null {
    const answer = this.answers()[item.id_];
    return answer === undefined ? null : new ItemResponse(this.formId, item.id_, answer);
  }

  withItemResponse(response: ItemResponse): FormResponse {
    if (this.info !== null) throw refusal('This response has already been submitted.');
    this.draft[response.itemId_] = response.answer_;
    return this;
  }

  /** Stores the response; no trigger fires (https://developers.google.com/apps-script/guides/triggers/installable). */
  submit(): FormResponse {
    if (this.info !== null) throw refusal('This response has already been submitted.');
    this.info = call('FormResponse.submit', this.formId, this.draft);
    return this;
  }

  getEditResponseUrl(): string {
    if (this.info === null) throw refusal('The response has not been submitted.');
    return `https://docs.google.com${call('Form.getUrls', this.formId).published}?edit2=${this.info.id}`;
  }

  /** https://developers.google.com/apps-script/reference/forms/form-response#toprefilledurl */
  toPrefilledUrl(): string {
    return `https://docs.google.com${call('FormResponse.toPrefilledPath', this.formId, this.answers())}`;
  }
}

/**
 * Changes of one item, with the platform's limits: what `FormApp`'s setters and the editor page both do
 * (https://developers.google.com/apps-script/reference/forms).
 */
import type { Workspace } from '../api.ts';
import { KINDS } from './form-kinds.ts';
import { argumentFault, rulesOf } from './form-rules.ts';
import { addItem, itemById, moveItem, setChoices, stampForm } from './forms.ts';
import type { FormItemState, FormItemType, FormState, FormValidation, Navigation } from './model.ts';
import { refuse } from './platform-error.ts';

/** What an item's setters change; `null` takes a rule or a move away. */
export type ItemPatch = Partial<Omit<FormItemState, 'id' | 'type' | 'choices' | 'validation' | 'goTo'>> & {
  validation?: FormValidation | null;
  goTo?: Navigation | null;
};

/** https://developers.google.com/apps-script/reference/forms/scale-item#setboundslower,-upper */
export const SCALE = { lower: [0, 1], upper: { from: 3, to: 10 } } as const;
/** https://developers.google.com/apps-script/reference/forms/rating-item */
export const RATING_LEVELS = { from: 3, to: 10 } as const;

const whole = (value: number | undefined, { from, to }: { from: number; to: number }): boolean =>
  value !== undefined && Number.isInteger(value) && value >= from && value <= to;

function checkBounds(item: FormItemState, patch: ItemPatch): void {
  if (patch.lower === undefined && patch.upper === undefined) return;
  if (item.type === 'RATING') {
    if (!whole(patch.upper, RATING_LEVELS)) refuse('Rating scale level must be 3 to 10.');
    return;
  }
  const lower = patch.lower ?? item.lower;
  if ((lower !== 0 && lower !== 1) || !whole(patch.upper ?? item.upper, SCALE.upper)) {
    refuse('Scale bounds must be 0 or 1 for the lower and 3 to 10 for the upper.');
  }
}

function checkRule(item: FormItemState, rule: FormValidation | null | undefined): void {
  if (rule === undefined || rule === null) return;
  if (!rulesOf(KINDS[item.type].rules).includes(rule.method)) {
    refuse(`Invalid argument: validation (${rule.method} does not fit ${item.type}).`);
  }
  const fault = argumentFault(rule.method, rule.args);
  if (fault !== '') refuse(fault);
}

function checkLines(lines: string[] | undefined, what: string): void {
  if (lines === undefined) return;
  if (lines.length === 0) refuse(`The array of ${what} cannot be empty.`);
  if (new Set(lines).size !== lines.length) {
    refuse(`Invalid data updating form: duplicate ${what} are not allowed.`);
  }
}

/** Only a page break is a place to go to. */
export function checkTarget(form: FormState, navigation: Navigation | null | undefined): void {
  if (navigation?.kind === 'page' && itemById(form, navigation.itemId).type !== 'PAGE_BREAK') {
    refuse('Invalid data updating form: navigation must lead to a page break.');
  }
}

/** Changes an item, or refuses the whole change. */
export function updateItem(
  workspace: Workspace,
  form: FormState,
  id: number,
  patch: ItemPatch,
): FormItemState {
  const item = itemById(form, id);
  const { validation, goTo, ...plain } = patch;
  checkBounds(item, patch);
  checkRule(item, validation);
  checkLines(patch.rows, 'rows');
  checkLines(patch.columns, 'columns');
  checkTarget(form, goTo);
  Object.assign(item, plain);
  if (validation === null) delete item.validation;
  else if (validation !== undefined) item.validation = validation;
  if (goTo === null) delete item.goTo;
  else if (goTo !== undefined) item.goTo = goTo;
  stampForm(workspace, form);
  return item;
}

/** A copy of an item, at `index` or at the end (https://developers.google.com/apps-script/reference/forms/item#duplicate). */
export function duplicateItem(
  workspace: Workspace,
  form: FormState,
  id: number,
  index?: number,
): FormItemState {
  const source = itemById(form, id);
  const made = addItem(workspace, form, source.type);
  Object.assign(made, structuredClone(source), { id: made.id });
  if (source.imageId !== undefined) {
    const image = form.images?.[source.imageId];
    if (image !== undefined) setPicture(workspace, form, made, image);
  }
  if (index !== undefined) moveItem(workspace, form, form.items.length - 1, index);
  else stampForm(workspace, form);
  return made;
}

/** Puts a picture on an IMAGE item. */
export function setPicture(
  workspace: Workspace,
  form: FormState,
  item: FormItemState,
  image: { mimeType: string; content: string; name: string },
): void {
  if (!/^image\/(png|jpeg|gif)$/.test(image.mimeType)) refuse('Invalid image data.');
  const id = workspace.newId('formImage');
  form.images = { ...form.images, [id]: { ...image } };
  item.imageId = id;
  stampForm(workspace, form);
}

/**
 * Gives an item another kind, as the editor's list of kinds does: title, help, duty and what both kinds have stays, the
 * rest goes. No method of `FormApp` does this.
 */
export function changeKind(workspace: Workspace, form: FormState, id: number, type: FormItemType): void {
  const item = itemById(form, id);
  if (item.type === type) return;
  const made = addItem(workspace, form, type);
  form.items = form.items.filter((other) => other !== made);
  const was = KINDS[item.type];
  const now = KINDS[type];
  Object.assign(made, { id: item.id, title: item.title, help: item.help, required: item.required });
  if (was.choices !== 'none' && now.choices !== 'none') {
    made.choices = item.choices.map(({ value, navigation }) =>
      now.branches && navigation !== undefined ? { value, navigation } : { value },
    );
    made.other = item.other && now.other;
  }
  if (was.grid && now.grid) Object.assign(made, { rows: item.rows, columns: item.columns });
  if (item.validation !== undefined && rulesOf(now.rules).includes(item.validation.method)) {
    made.validation = item.validation;
  }
  if (now.choices !== 'none') setChoices(workspace, form, made, made.choices);
  form.items = form.items.map((other) => (other === item ? made : other));
  stampForm(workspace, form);
}

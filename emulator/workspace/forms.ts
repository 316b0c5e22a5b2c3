/** Forms and their items: making, changing, moving, publishing (https://developers.google.com/apps-script/reference/forms/form). */
import type { Workspace } from '../api.ts';
import { createFile, fileById, MIME } from './drive.ts';
import { KINDS } from './form-kinds.ts';
import { syncLinked } from './form-sheet.ts';
import type { FormChoice, FormItemState, FormItemType, FormState } from './model.ts';
import { present, refuse } from './platform-error.ts';

/** `FormApp.create(name)` names the Drive file; the shown title stays empty until it is set. */
export function createForm(
  workspace: Workspace,
  name: string,
  owner: string,
  published?: boolean,
): FormState {
  if (name === '') refuse('Invalid argument: title');
  const file = createFile(workspace, { name, mimeType: MIME.form, owner });
  const live = published ?? workspace.options.formsCreatedPublished ?? false;
  const form: FormState = {
    id: file.id,
    title: '',
    description: '',
    items: [],
    nextItemId: 1,
    published: live,
    acceptingResponses: live,
    confirmationMessage: '',
    closedMessage: '',
    collectEmail: false,
    limitOneResponsePerUser: false,
    allowResponseEdits: false,
    progressBar: false,
    shuffleQuestions: false,
    showLinkToRespondAgain: true,
    publishingSummary: false,
    responses: [],
    revision: 1,
    publicId: workspace.newId('publicForm'),
  };
  workspace.state.forms[form.id] = form;
  return form;
}

export function formById(workspace: Workspace, id: string): FormState {
  return present(
    workspace.state.forms[id],
    'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
  );
}

export function stampForm(workspace: Workspace, form: FormState): void {
  form.revision += 1;
  syncLinked(workspace, form);
  fileById(workspace, form.id).updatedAt = workspace.now();
  workspace.touch();
}

export function itemById(form: FormState, id: number): FormItemState {
  return present(
    form.items.find((item) => item.id === id),
    'Invalid data updating form: the item does not exist.',
  );
}

/** Item ids are numbers that look random but depend on the seed, the form and the order only. */
function newItemId(form: FormState): number {
  const serial = form.nextItemId;
  form.nextItemId += 1;
  let h = serial * 2654435761;
  for (let i = 0; i < form.id.length; i++) h = Math.imul(h ^ form.id.charCodeAt(i), 0x01000193);
  const id = (h >>> 1) + 1;
  return form.items.some((item) => item.id === id) ? newItemId(form) : id;
}

/** Assumed; the platform's own are not published. */
const DEFAULT_WIDTH = { IMAGE: 740, VIDEO: 320 } as const;

/** Appends an item with the platform's defaults; a choice item begins with one choice without text. */
export function addItem(workspace: Workspace, form: FormState, type: FormItemType): FormItemState {
  const item: FormItemState = {
    id: newItemId(form),
    type,
    title: '',
    help: '',
    required: false,
    choices: KINDS[type].choices === 'none' ? [] : [{ value: '' }],
    other: false,
    ...(type === 'SCALE' ? { lower: 1, upper: 5, lowerLabel: '', upperLabel: '' } : {}),
    ...(type === 'RATING' ? { lower: 1, upper: 5, icon: 'STAR' } : {}),
    ...(KINDS[type].grid ? { rows: [''], columns: [''] } : {}),
    ...(type === 'DATE' || type === 'DATETIME' ? { includesYear: true } : {}),
    ...(type === 'IMAGE' || type === 'VIDEO' ? { alignment: 'LEFT', width: DEFAULT_WIDTH[type] } : {}),
  };
  form.items.push(item);
  stampForm(workspace, form);
  return item;
}

/** Either every choice leads somewhere or none does; texts must differ and not be empty. */
export function setChoices(
  workspace: Workspace,
  form: FormState,
  item: FormItemState,
  choices: FormChoice[],
): void {
  if (choices.length === 0) refuse('The array of choices cannot be empty.');
  const withNavigation = choices.filter((choice) => choice.navigation !== undefined).length;
  if (withNavigation !== 0 && withNavigation !== choices.length) {
    refuse(
      'Choices that use page navigation cannot be combined in the same item with choices that do not use navigation.',
    );
  }
  if (new Set(choices.map((choice) => choice.value)).size !== choices.length) {
    refuse('Invalid data updating form: duplicate choices are not allowed.');
  }
  for (const { navigation } of choices) {
    if (navigation?.kind === 'page' && itemById(form, navigation.itemId).type !== 'PAGE_BREAK') {
      refuse('Invalid data updating form: navigation must lead to a page break.');
    }
  }
  item.choices = choices;
  stampForm(workspace, form);
}

export function moveItem(workspace: Workspace, form: FormState, from: number, to: number): FormItemState {
  const [item] = from >= 0 && to >= 0 && to < form.items.length ? form.items.splice(from, 1) : [];
  if (item === undefined) refuse('Index out of bounds.');
  form.items.splice(to, 0, item);
  stampForm(workspace, form);
  return item;
}

/** Deleting a page break that choices lead to is refused until they lead elsewhere. */
export function deleteItem(workspace: Workspace, form: FormState, id: number): void {
  const item = itemById(form, id);
  const targeted = form.items.some(
    (other) =>
      (other.goTo?.kind === 'page' && other.goTo.itemId === id) ||
      other.choices.some(({ navigation }) => navigation?.kind === 'page' && navigation.itemId === id),
  );
  if (targeted) refuse('Invalid data updating form: the page is the target of a navigation.');
  form.items = form.items.filter((other) => other !== item);
  stampForm(workspace, form);
}

/** Publishing also turns accepting on; unpublishing turns it off. */
export function setPublished(workspace: Workspace, form: FormState, published: boolean): void {
  form.published = published;
  form.acceptingResponses = published;
  stampForm(workspace, form);
}

/** An unpublished form cannot accept answers. */
export function setAccepting(workspace: Workspace, form: FormState, accepting: boolean): void {
  if (accepting && !form.published) {
    refuse('Cannot accept responses for an unpublished form. Publish the form first.');
  }
  form.acceptingResponses = accepting;
  stampForm(workspace, form);
}

/**
 * One change that a person makes in the editor, carried out on the workspace by the same functions that `FormApp` uses.
 * A request names its item and what to do, and carries only the properties that were changed, so that two people at one
 * form do not undo each other's work.
 */
import type { Workspace } from '../../../api.ts';
import { updateItem } from '../../../workspace/form-edit.ts';
import { setAfterPage } from '../../../workspace/form-pages.ts';
import { itemById, setChoices, stampForm } from '../../../workspace/forms.ts';
import type { FormItemState, FormState } from '../../../workspace/model.ts';
import { PlatformError } from '../../../workspace/platform-error.ts';
import { actions } from './actions.ts';
import {
  EditFault,
  itemPatch,
  pageNavigation,
  readChoices,
  readPicture,
  settingsPatch,
  type Values,
} from './read.ts';
import { refusals } from './words.ts';

export interface Edited {
  readonly ok: boolean;
  /** Why not; '' when it was done. */
  readonly message: string;
  /** Item whose card stays open, '' for none. */
  readonly open: string;
  /** Name of the input to write into next, '' for none. */
  readonly focus: string;
  /** Code of `saidLabels`. */
  readonly said: string;
}

function saveItem(workspace: Workspace, form: FormState, item: FormItemState, values: Values): void {
  const choices = readChoices(item, values);
  const patch = itemPatch(item, values);
  if (choices !== null) setChoices(workspace, form, item, choices);
  if (Object.keys(patch).length > 0) updateItem(workspace, form, item.id, patch);
  readPicture(workspace, form, item, values);
}

function save(workspace: Workspace, form: FormState, id: string, values: Values): void {
  if (id === '') {
    const patch = settingsPatch(values);
    if (Object.keys(patch).length === 0) return;
    Object.assign(form, patch);
    stampForm(workspace, form);
  } else if (id !== '0') saveItem(workspace, form, itemById(form, Number(id)), values);
  const after = values.get('after');
  if (after !== null) setAfterPage(workspace, form, Number(id), pageNavigation(after));
}

function words(error: unknown): string {
  if (error instanceof EditFault) return error.message;
  if (!(error instanceof PlatformError)) throw error;
  return refusals.find(([pattern]) => pattern.test(error.message))?.[1] ?? 'この変更はできません。';
}

/** Carries out what the posted fields ask for; refusals come back as words. */
export function applyEdit(workspace: Workspace, form: FormState, values: Values): Edited {
  const id = values.get('item') ?? '';
  const [verb = 'save', index = ''] = (values.get('do') ?? 'save').split(':');
  try {
    save(workspace, form, id, values);
    const act = actions[verb];
    const done = act?.({ workspace, form, id, index: Number(index), values }) ?? {};
    return { ok: true, message: '', open: id, focus: '', said: 'saved', ...done };
  } catch (error) {
    return { ok: false, message: words(error), open: id, focus: '', said: '' };
  }
}

/** Form operations of the bridge: settings, items, publishing, responses. */
import type { Answers } from '../../api.ts';
import { fileById, fileUrl, updateFile } from '../../workspace/drive.ts';
import * as answers from '../../workspace/form-answers.ts';
import * as edit from '../../workspace/form-edit.ts';
import { prefillQuery } from '../../workspace/form-entries.ts';
import { checkAnswer } from '../../workspace/form-validation.ts';
import * as forms from '../../workspace/forms.ts';
import type { FormChoice, FormImage, FormItemState, FormItemType, FormState } from '../../workspace/model.ts';
import { present, refuse } from '../../workspace/platform-error.ts';
import type { Execution } from './execution.ts';
import { op } from './op.ts';

const SERVICE = 'FormApp';
const formOf = (execution: Execution, id: string): FormState => forms.formById(execution.workspace, id);

export interface FormInfo {
  title: string;
  description: string;
  published: boolean;
  acceptingResponses: boolean;
  confirmationMessage: string;
  closedMessage: string;
  collectEmail: boolean;
  limitOneResponsePerUser: boolean;
  allowResponseEdits: boolean;
  progressBar: boolean;
  shuffleQuestions: boolean;
  showLinkToRespondAgain: boolean;
  publishingSummary: boolean;
  destinationId: string;
  readers: string[];
  /** The owner first. */
  editors: string[];
}

/** Settings a script may set directly; publishing and accepting have their own rules. */
export type FormSettings = Partial<
  Pick<
    FormState,
    | 'title'
    | 'description'
    | 'confirmationMessage'
    | 'closedMessage'
    | 'collectEmail'
    | 'limitOneResponsePerUser'
    | 'allowResponseEdits'
    | 'progressBar'
    | 'shuffleQuestions'
    | 'showLinkToRespondAgain'
    | 'publishingSummary'
  >
>;

export interface ResponseInfo {
  id: string;
  at: number;
  email: string;
  answers: Answers;
}

const responseInfo = (response: FormState['responses'][number]): ResponseInfo => ({
  id: response.id,
  at: response.updatedAt,
  email: response.email,
  answers: response.answers,
});

export const formOps = {
  'FormApp.create': op(
    SERVICE,
    'write',
    (execution, name: string, published: boolean | null) =>
      forms.createForm(execution.workspace, name, execution.user, published ?? undefined).id,
  ),
  'FormApp.openById': op(SERVICE, 'read', (execution, id: string) => formOf(execution, id).id),
  'FormApp.findByUrl': op(SERVICE, 'read', (execution, url: string) => {
    const found = Object.values(execution.workspace.state.forms).find(
      (form) => url.includes(form.publicId) || url.includes(`/d/${form.id}`),
    );
    return present(found, 'Invalid argument: url').id;
  }),
  'FormApp.getActiveForm': op(SERVICE, 'free', (execution) =>
    execution.activeFile?.type === 'form' ? execution.activeFile.id : null,
  ),
  'Form.get': op(SERVICE, 'read', (execution, id: string): FormInfo => {
    const form = formOf(execution, id);
    return {
      title: form.title,
      description: form.description,
      published: form.published,
      acceptingResponses: form.acceptingResponses,
      confirmationMessage: form.confirmationMessage,
      closedMessage: form.closedMessage,
      collectEmail: form.collectEmail,
      limitOneResponsePerUser: form.limitOneResponsePerUser,
      allowResponseEdits: form.allowResponseEdits,
      progressBar: form.progressBar,
      shuffleQuestions: form.shuffleQuestions,
      showLinkToRespondAgain: form.showLinkToRespondAgain,
      publishingSummary: form.publishingSummary,
      destinationId: form.destination?.spreadsheetId ?? '',
      readers: form.publishedReaders ?? [],
      editors: [fileById(execution.workspace, id).owner, ...(form.editors ?? [])],
    };
  }),
  'Form.set': op(SERVICE, 'write', (execution, id: string, settings: FormSettings) => {
    const form = formOf(execution, id);
    Object.assign(form, settings);
    forms.stampForm(execution.workspace, form);
    return null;
  }),
  'Form.setPublished': op(SERVICE, 'write', (execution, id: string, published: boolean) => {
    forms.setPublished(execution.workspace, formOf(execution, id), published);
    return null;
  }),
  'Form.setAcceptingResponses': op(SERVICE, 'write', (execution, id: string, accepting: boolean) => {
    forms.setAccepting(execution.workspace, formOf(execution, id), accepting);
    return null;
  }),
  'Form.setReaders': op(SERVICE, 'write', (execution, id: string, readers: string[]) => {
    const form = formOf(execution, id);
    form.publishedReaders = readers;
    forms.stampForm(execution.workspace, form);
    return null;
  }),
  'Form.setEditors': op(SERVICE, 'write', (execution, id: string, editors: string[]) => {
    const form = formOf(execution, id);
    const { owner } = fileById(execution.workspace, id);
    form.editors = [...new Set(editors)].filter((one) => one !== owner);
    forms.stampForm(execution.workspace, form);
    return null;
  }),
  'Form.getName': op(SERVICE, 'read', (execution, id: string) => fileById(execution.workspace, id).name),
  'Form.rename': op(SERVICE, 'write', (execution, id: string, name: string) => {
    updateFile(execution.workspace, id, { name });
    return null;
  }),
  'Form.getUrls': op(SERVICE, 'free', (execution, id: string) => ({
    edit: fileUrl(execution.workspace.state, id),
    published: `/forms/d/e/${formOf(execution, id).publicId}/viewform`,
    summary: `/forms/d/e/${formOf(execution, id).publicId}/viewanalytics`,
  })),
  'FormResponse.toPrefilledPath': op(SERVICE, 'free', (execution, id: string, given: Answers) => {
    const form = formOf(execution, id);
    return `/forms/d/e/${form.publicId}/viewform?${prefillQuery(form.items, given)}`;
  }),
  'Form.getItems': op(SERVICE, 'read', (execution, id: string) => formOf(execution, id).items),
  'Form.addItem': op(SERVICE, 'write', (execution, id: string, type: FormItemType) => {
    const form = formOf(execution, id);
    const item = forms.addItem(execution.workspace, form, type);
    return { itemId: item.id, items: form.items };
  }),
  'Form.moveItem': op(SERVICE, 'write', (execution, id: string, from: number, to: number) => {
    forms.moveItem(execution.workspace, formOf(execution, id), from, to);
    return formOf(execution, id).items;
  }),
  'Form.deleteItem': op(SERVICE, 'write', (execution, id: string, itemId: number) => {
    forms.deleteItem(execution.workspace, formOf(execution, id), itemId);
    return formOf(execution, id).items;
  }),
  'Item.update': op(SERVICE, 'write', (execution, id: string, itemId: number, patch: edit.ItemPatch) =>
    edit.updateItem(execution.workspace, formOf(execution, id), itemId, patch),
  ),
  'Item.duplicate': op(SERVICE, 'write', (execution, id: string, itemId: number) => {
    const form = formOf(execution, id);
    const made = edit.duplicateItem(execution.workspace, form, itemId);
    return { itemId: made.id, items: form.items };
  }),
  'Item.setImage': op(SERVICE, 'write', (execution, id: string, itemId: number, image: FormImage) => {
    const form = formOf(execution, id);
    const item = forms.itemById(form, itemId);
    edit.setPicture(execution.workspace, form, item, image);
    return item;
  }),
  'Item.getImage': op(SERVICE, 'read', (execution, id: string, itemId: number): FormImage | null => {
    const form = formOf(execution, id);
    return form.images?.[forms.itemById(form, itemId).imageId ?? ''] ?? null;
  }),
  'Item.setChoices': op(SERVICE, 'write', (execution, id: string, itemId: number, choices: FormChoice[]) => {
    const form = formOf(execution, id);
    const item = forms.itemById(form, itemId);
    forms.setChoices(execution.workspace, form, item, choices);
    return item;
  }),
  'Item.check': op(SERVICE, 'free', (execution, id: string, itemId: number, answer: Answers[number]) => {
    const item = forms.itemById(formOf(execution, id), itemId);
    const { validation: _rule, ...plain } = item;
    return checkAnswer({ ...plain, required: false }, answer);
  }),
  'Form.setDestination': op(SERVICE, 'write', (execution, id: string, spreadsheetId: string) => {
    answers.setDestination(execution.workspace, formOf(execution, id), spreadsheetId);
    return null;
  }),
  'Form.removeDestination': op(SERVICE, 'write', (execution, id: string) => {
    answers.removeDestination(execution.workspace, formOf(execution, id));
    return null;
  }),
  'Form.getResponses': op(
    SERVICE,
    'read',
    (execution, id: string, since: number | null): { responses: ResponseInfo[]; items: FormItemState[] } => {
      const form = formOf(execution, id);
      const kept =
        since === null ? form.responses : form.responses.filter((response) => response.updatedAt > since);
      return { responses: kept.map(responseInfo), items: form.items };
    },
    (execution, id) => execution.workspace.state.forms[id]?.responses.length ?? 0,
  ),
  'Form.getResponse': op(SERVICE, 'read', (execution, id: string, responseId: string) => {
    const form = formOf(execution, id);
    const found = form.responses.find((response) => response.id === responseId);
    return { response: responseInfo(present(found, 'Invalid response ID.')), items: form.items };
  }),
  'Event.response': op(SERVICE, 'free', (execution, id: string, responseId: string) => {
    const form = formOf(execution, id);
    const found = form.responses.find((response) => response.id === responseId);
    return { response: responseInfo(present(found, 'Invalid response ID.')), items: form.items };
  }),
  'Form.deleteResponse': op(SERVICE, 'write', (execution, id: string, responseId: string | null) => {
    const form = formOf(execution, id);
    if (responseId === null) form.responses = [];
    else answers.deleteResponse(execution.workspace, form, responseId);
    execution.workspace.touch();
    return null;
  }),
  'FormResponse.submit': op(SERVICE, 'write', (execution, id: string, given: Answers) => {
    const form = formOf(execution, id);
    if (!form.acceptingResponses) refuse('This form is not currently accepting responses.');
    const email = form.collectEmail ? execution.user : '';
    const response = answers.storeResponse(execution.workspace, form, given, email);
    answers.appendToSheet(execution.workspace, form, response);
    return responseInfo(response);
  }),
};

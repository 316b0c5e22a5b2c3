/**
 * Forms v1: reading a form (https://developers.google.com/workspace/forms/api/reference/rest/v1/forms). What only the API or only
 * FormApp knows is left out: rules of input and confirmation texts cannot be read by the API.
 */
import { createHash } from 'node:crypto';
import { KINDS } from '../workspace/form-kinds.ts';
import { formById } from '../workspace/forms.ts';
import type { FormItemState, FormState } from '../workspace/model.ts';
import { notFound, RestError } from './errors.ts';
import { type Call, type RestAnswer, type RestRoute, SCOPES } from './wire.ts';

/** Item ids are the same numbers as FormApp's, in eight hexadecimal digits. */
export const restItemId = (id: number): string => id.toString(16).padStart(8, '0');

const choiceType = { MULTIPLE_CHOICE: 'RADIO', CHECKBOX: 'CHECKBOX', LIST: 'DROP_DOWN' } as const;
const goTo = {
  continue: { goToAction: 'NEXT_SECTION' },
  restart: { goToAction: 'RESTART_FORM' },
  submit: { goToAction: 'SUBMIT_FORM' },
} as const;

function options(item: FormItemState): object[] {
  const listed: object[] = item.choices.map(({ value, navigation }) => ({
    value,
    ...(navigation === undefined
      ? {}
      : navigation.kind === 'page'
        ? { goToSectionId: restItemId(navigation.itemId) }
        : goTo[navigation.kind]),
  }));
  return item.other ? [...listed, { isOther: true }] : listed;
}

/** The union field of a question, by kind. */
function question(item: FormItemState): object | null {
  switch (item.type) {
    case 'TEXT':
      return { textQuestion: {} };
    case 'PARAGRAPH_TEXT':
      return { textQuestion: { paragraph: true } };
    case 'MULTIPLE_CHOICE':
    case 'CHECKBOX':
    case 'LIST':
      return { choiceQuestion: { type: choiceType[item.type], options: options(item) } };
    case 'SCALE':
      return {
        scaleQuestion: {
          low: item.lower ?? 1,
          high: item.upper ?? 5,
          ...(item.lowerLabel ? { lowLabel: item.lowerLabel } : {}),
          ...(item.upperLabel ? { highLabel: item.upperLabel } : {}),
        },
      };
    case 'RATING':
      return { ratingQuestion: { ratingScaleLevel: item.upper ?? 5, iconType: item.icon ?? 'STAR' } };
    case 'DATE':
    case 'DATETIME':
      return {
        dateQuestion: {
          ...(item.type === 'DATETIME' ? { includeTime: true } : {}),
          ...(item.includesYear === false ? {} : { includeYear: true }),
        },
      };
    case 'TIME':
      return { timeQuestion: {} };
    case 'DURATION':
      return { timeQuestion: { duration: true } };
    case 'FILE_UPLOAD':
      return { fileUploadQuestion: {} };
    default:
      return null;
  }
}

/** The union field of an item. */
function content(item: FormItemState): object {
  if (KINDS[item.type].grid) {
    const type = item.type === 'GRID' ? 'RADIO' : 'CHECKBOX';
    return {
      questionGroupItem: {
        questions: (item.rows ?? []).map((title, row) => ({
          questionId: restItemId(item.id + 1 + row),
          ...(item.required ? { required: true } : {}),
          rowQuestion: { title },
        })),
        grid: { columns: { type, options: (item.columns ?? []).map((value) => ({ value })) } },
      },
    };
  }
  const asked = question(item);
  if (asked !== null) {
    return {
      questionItem: {
        question: {
          questionId: restItemId(item.id + 1),
          ...(item.required ? { required: true } : {}),
          ...asked,
        },
      },
    };
  }
  if (item.type === 'PAGE_BREAK') return { pageBreakItem: {} };
  if (item.type === 'IMAGE') return { imageItem: { image: { properties: { alignment: item.alignment } } } };
  if (item.type === 'VIDEO') return { videoItem: { video: { youtubeUri: item.mediaUrl } } };
  return { textItem: {} };
}

/** `revisionId` changes with every change of the form; it is opaque, eight digits of a digest here. */
export const revisionId = (form: FormState): string =>
  createHash('sha256').update(`${form.id} ${form.revision}`).digest('hex').slice(0, 8);

/** A form as the API shows it; empty texts are left out, as in every answer of the API. */
export function formJson(form: FormState, documentTitle: string): object {
  return {
    formId: form.id,
    info: {
      ...(form.title === '' ? {} : { title: form.title }),
      documentTitle,
      ...(form.description === '' ? {} : { description: form.description }),
    },
    settings: { emailCollectionType: form.collectEmail ? 'RESPONDER_INPUT' : 'DO_NOT_COLLECT' },
    revisionId: revisionId(form),
    responderUri: `https://docs.google.com/forms/d/e/${form.publicId}/viewform`,
    ...(form.destination === undefined ? {} : { linkedSheetId: form.destination.spreadsheetId }),
    publishSettings: {
      publishState: { isPublished: form.published, isAcceptingResponses: form.acceptingResponses },
    },
    items: form.items.map((item) => ({
      itemId: restItemId(item.id),
      ...(item.title === '' ? {} : { title: item.title }),
      ...(item.help === '' ? {} : { description: item.help }),
      ...content(item),
    })),
  };
}

/** Only who owns or edits a form sees it: JCCI reads a chamber's form where the chamber made JCCI an editor. */
function get(call: Call): RestAnswer {
  const id = call.path.formId ?? '';
  const file = call.workspace.state.files[id];
  if (call.workspace.state.forms[id] === undefined || file === undefined || file.trashed) throw notFound();
  const form = formById(call.workspace, id);
  if (file.owner !== call.user && !(form.editors ?? []).includes(call.user)) {
    throw new RestError(403, 'The caller does not have permission', 'forbidden');
  }
  return {
    status: 200,
    fields: call.request.query.get('fields') ?? '*',
    body: formJson(form, file.name),
  };
}

export const formRoutes: readonly RestRoute[] = [
  {
    method: 'GET',
    template: '/v1/forms/{formId}',
    api: 'forms-read',
    scopes: SCOPES.formRead,
    writes: false,
    handle: get,
  },
];

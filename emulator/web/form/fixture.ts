/** Forms for the tests of the answer page: one item of any kind, and a form around items. */
import type { FormItemState, FormItemType, FormState } from '../../workspace/model.ts';

/** An item with id 1 and two of everything, changed by `over`. */
export function item(type: FormItemType, over: Partial<FormItemState> = {}): FormItemState {
  return {
    id: 1,
    type,
    title: '質問',
    help: '',
    required: false,
    choices: [{ value: 'A' }, { value: 'B' }],
    other: false,
    rows: ['行1', '行2'],
    columns: ['A', 'B'],
    lower: 1,
    upper: 5,
    ...over,
  };
}

/** A published form that takes answers. */
export function formOf(items: FormItemState[], over: Partial<FormState> = {}): FormState {
  return {
    id: 'form-1',
    title: '入会申込',
    description: '',
    items,
    nextItemId: 100,
    published: true,
    acceptingResponses: true,
    confirmationMessage: '',
    closedMessage: '',
    collectEmail: false,
    limitOneResponsePerUser: false,
    allowResponseEdits: false,
    progressBar: true,
    shuffleQuestions: false,
    showLinkToRespondAgain: true,
    publishingSummary: false,
    responses: [],
    revision: 1,
    publicId: 'public-1',
    ...over,
  };
}

/** Chambers with forms whose answers are kept as they are: making, answering, reading what stands in the sheets. */
import type { Answers } from '../../emulator/api.ts';
import type { FormState } from '../../emulator/workspace/model.ts';
import type { Built } from './built.ts';
import { ask, type Chamber, newChamber, records, setupInput } from './chamber.ts';
import { job } from './forms.ts';

export type Given = Readonly<Record<string, string | readonly string[]>>;

/** A chamber that is set up. */
export function setUpChamber(built: Built): Chamber {
  const chamber = newChamber(built);
  ask(chamber, 'setup', setupInput);
  return chamber;
}

/** Makes a form of a template; `draft` tells one from another. */
export function makeForm(
  chamber: Chamber,
  templateId: string,
  values: Readonly<Record<string, string>>,
  draft = 'a',
): FormState {
  const { formId } = job<{ formId: string }>(chamber, 'createForm', { templateId, values, draft });
  const form = chamber.workspace.state.forms[formId];
  if (form === undefined) throw new Error(`no form ${formId}`);
  return form;
}

export const seminarValues = {
  eventName: '経営セミナー',
  eventDate: '12月10日（木）午後2時〜4時',
  place: '商工会館 3階',
  fee: '無料',
  capacity: '3',
  closesOn: '2026-12-08',
} as const;

/** A sound sign-up of so many people; `index` makes it another person. */
export function signUp(index: number, people = 1): Given {
  return {
    contactName: `見本 ${index}号`,
    name: `見本商店${index}`,
    'local.people': `${people}名`,
    email: `guest${index}@example.jp`,
    phone: `03-1234-${1000 + index}`,
    privacyConsent: ['同意する'],
  };
}

/** Answers by item id: a text, texts of checkboxes, of a grid the rows in order. */
function byItem(chamber: Chamber, form: FormState, given: Given): Answers {
  const answers: Answers = {};
  const rows = records(chamber, '_items').filter((row) => row.formId === form.id);
  for (const [key, value] of Object.entries(given)) {
    const row = rows.find((one) => one.key === key && one.itemId !== '');
    if (row === undefined) throw new Error(`no question ${key}`);
    answers[Number(row.itemId)] = typeof value === 'string' ? value : [...value];
  }
  return answers;
}

/** Somebody answers in the browser; submit triggers run. */
export function submit(chamber: Chamber, form: FormState, given: Given): void {
  const result = chamber.runtime.submitAnswer(form.id, byItem(chamber, form, given));
  if (result.refused !== '' || result.errors.length > 0) {
    throw new Error(`refused: ${result.refused} ${JSON.stringify(result.errors)}`);
  }
  for (const one of result.runs) if (!one.ok) throw new Error(one.error.message);
}

/** Puts answers into the form without any trigger, a second after each other. */
export function putAnswer(chamber: Chamber, form: FormState, ...all: readonly Given[]): void {
  for (const given of all) {
    chamber.workspace.advance(1000);
    const at = chamber.workspace.now();
    form.responses.push({
      id: chamber.workspace.newId('response'),
      createdAt: at,
      updatedAt: at,
      email: '',
      answers: byItem(chamber, form, given),
    });
  }
}

/** 申込・回答, a line a row: 受付番号 状態. */
export const standing = (chamber: Chamber): readonly string[] =>
  records(chamber, '申込・回答').map((row) => `${row.受付番号} ${row.状態}`);

/** Subjects of the mails that went out, shortened to addressee and what they say of the sign-up. */
export const sent = (chamber: Chamber): readonly string[] =>
  chamber.workspace.state.mails.map((mail) => `${mail.to} ${mail.subject}`);

export function submissionId(chamber: Chamber, receipt: string): string {
  const row = records(chamber, '申込・回答').find((one) => one.受付番号 === receipt);
  if (row === undefined) throw new Error(`no ${receipt}`);
  return row.回答ID ?? '';
}

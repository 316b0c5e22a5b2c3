/** Carries steps out on a form that stands, and reads the items back. */
import type { CopyItem } from '../../shared/form/copy.ts';
import type { FormSettings, FormStep } from '../jobs/port.ts';
import { addItem, leadTo, type PageOf, setProperties } from './form-items.ts';
import { readItem } from './form-read.ts';
import type { FormSession } from './form-session.ts';

type Form = GoogleAppsScript.Forms.Form;

/** Settings of a form by the names of our plans. */
const settings: { readonly [P in keyof FormSettings]: (form: Form, value: FormSettings[P]) => void } = {
  title: (form, value) => void form.setTitle(value),
  description: (form, value) => void form.setDescription(value),
  collectEmail: (form, value) => void form.setCollectEmail(value),
  progressBar: (form, value) => void form.setProgressBar(value),
  limitOneResponse: (form, value) => void form.setLimitOneResponsePerUser(value),
  allowEdit: (form, value) => void form.setAllowResponseEdits(value),
  shuffleQuestions: (form, value) => void form.setShuffleQuestions(value),
  confirmation: (form, value) => void form.setConfirmationMessage(value),
  closedMessage: (form, value) => void form.setCustomClosedFormMessage(value),
};

function setOne<P extends keyof FormSettings>(form: Form, name: P, given: Partial<FormSettings>): void {
  const value = given[name];
  if (value !== undefined) settings[name](form, value);
}

/** Title, description and settings as they stand. */
export function readSettings(form: Form): FormSettings {
  return {
    title: form.getTitle(),
    description: form.getDescription() ?? '',
    collectEmail: form.collectsEmail(),
    progressBar: form.hasProgressBar(),
    limitOneResponse: form.hasLimitOneResponsePerUser(),
    allowEdit: form.canEditResponse(),
    shuffleQuestions: form.getShuffleQuestions(),
    confirmation: form.getConfirmationMessage() ?? '',
    closedMessage: form.getCustomClosedFormMessage() ?? '',
  };
}

/** Sets those that are given. */
export function writeSettings(form: Form, given: Partial<FormSettings>): void {
  setOne(form, 'title', given);
  setOne(form, 'description', given);
  setOne(form, 'progressBar', given);
  setOne(form, 'allowEdit', given);
  setOne(form, 'limitOneResponse', given);
  setOne(form, 'collectEmail', given);
  setOne(form, 'shuffleQuestions', given);
  setOne(form, 'confirmation', given);
  setOne(form, 'closedMessage', given);
}

/** Carries one step out; the id of an item that it added. `last`: the one added before. */
function carryOut(session: FormSession, step: FormStep, last: string): string | null {
  const { form } = session;
  const itemOf = (itemId: string) => session.item(itemId === '' ? last : itemId);
  const pageOf: PageOf = (itemId) => itemOf(itemId).asPageBreakItem();
  switch (step.step) {
    case 'settings':
      writeSettings(form, step.values);
      return null;
    case 'add':
      return String(addItem(form, step.values, pageOf));
    case 'set':
      setProperties(itemOf(step.itemId), step.values, step.properties, pageOf);
      return null;
    case 'lead':
      leadTo(itemOf(step.pageId).asPageBreakItem(), step.goTo, pageOf);
      return null;
    case 'move': {
      const from = itemOf(step.itemId).getIndex();
      const before = step.after === null ? -1 : itemOf(step.after).getIndex();
      const to = from < before ? before : before + 1;
      if (to !== from) form.moveItem(from, to);
      return null;
    }
    case 'remove':
      form.deleteItem(itemOf(step.itemId));
      return null;
  }
}

/** Carries the steps out in order, then fetches the items anew: what is returned is what the form holds now. */
export function carrySteps(
  session: FormSession,
  steps: readonly FormStep[],
): { readonly added: readonly string[]; readonly items: readonly CopyItem[] } {
  const added: string[] = [];
  for (const step of steps) {
    const itemId = carryOut(session, step, added[added.length - 1] ?? '');
    if (itemId !== null) added.push(itemId);
  }
  return { added, items: session.fetch().map(readItem) };
}

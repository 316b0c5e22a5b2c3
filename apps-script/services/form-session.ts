/** A form as one execution knows it: opened once, its items fetched when they are asked for or have changed. */
import { isPlatformTrouble } from '../jobs/platform-trouble.ts';
import type { Item } from './form-items.ts';

type Form = GoogleAppsScript.Forms.Form;

export interface FormSession {
  readonly form: Form;
  /** Fetches all items, in their order. */
  fetch(): readonly Item[];
  /** The item of this id, of those fetched or added. Throws when it stands there no more. */
  item(itemId: string): Item;
}

const sessions = new Map<string, FormSession>();

function begin(form: Form): FormSession {
  let known: Map<string, Item> | null = null;
  const fetch = (): readonly Item[] => {
    const items = form.getItems();
    known = new Map(items.map((item) => [String(item.getId()), item]));
    return items;
  };
  return {
    form,
    fetch,
    item(itemId) {
      if (known === null) fetch();
      const found = known?.get(itemId) ?? form.getItemById(Number(itemId));
      if (found === null || found === undefined) throw new Error(`item ${itemId} is not in the form`);
      known?.set(itemId, found);
      return found;
    },
  };
}

/** Opens a form, once an execution. Throws when it cannot be opened. */
export function openForm(formId: string): FormSession {
  const session = sessions.get(formId) ?? begin(FormApp.openById(formId));
  sessions.set(formId, session);
  return session;
}

/** Like `openForm`, null when the form cannot be opened (any more). Throws when the platform failed: that says nothing of the form. */
export function tryOpenForm(formId: string): FormSession | null {
  try {
    return openForm(formId);
  } catch (error) {
    if (isPlatformTrouble(error)) throw error;
    return null;
  }
}

/** How a form stands, and whether it takes answers: what collecting and the overview ask. */
import type { Forms } from '../jobs/port.ts';
import { openForm, tryOpenForm } from './form-session.ts';

type Form = GoogleAppsScript.Forms.Form;

export type StandingForms = Pick<Forms, 'find' | 'link' | 'publish' | 'close' | 'look' | 'workbookOf'>;

const formMimeType = 'application/vnd.google-apps.form';

/** `getDestinationType` throws where no destination is set; absence is not an error here. */
function destinationOf(form: Form): string {
  try {
    return form.getDestinationId() ?? '';
  } catch {
    return '';
  }
}

export const standingForms: StandingForms = {
  find(fileName) {
    const files = DriveApp.getFilesByName(fileName);
    while (files.hasNext()) {
      const file = files.next();
      if (file.getMimeType() === formMimeType && !file.isTrashed()) return file.getId();
    }
    return null;
  },
  link(formId, workbookId) {
    const { form } = openForm(formId);
    if (destinationOf(form) === workbookId) return;
    form.setDestination(FormApp.DestinationType.SPREADSHEET, workbookId);
  },
  publish(formId) {
    const { form } = openForm(formId);
    form.setPublished(true);
    form.setAcceptingResponses(true);
  },
  close(formId) {
    openForm(formId).form.setAcceptingResponses(false);
  },
  look(formId) {
    const form = tryOpenForm(formId)?.form;
    if (form === undefined) return null;
    return {
      formId,
      title: form.getTitle(),
      publishedUrl: form.getPublishedUrl(),
      editUrl: form.getEditUrl(),
      published: form.isPublished(),
      accepting: form.isAcceptingResponses(),
    };
  },
  workbookOf(formId) {
    const form = tryOpenForm(formId)?.form;
    return form === undefined ? '' : destinationOf(form);
  },
};

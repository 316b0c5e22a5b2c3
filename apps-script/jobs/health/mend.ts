/** What the buttons of 点検 do: one call each, and the same call again changes nothing. */

import { showRoles } from '../access/roles.ts';
import { openBook } from '../book/book.ts';
import { formCells, rowOf } from '../book/forms.ts';
import { registerBook } from '../book/register-book.ts';
import { readSettings } from '../book/settings.ts';
import { formsTable, settingsTable } from '../book/tables.ts';
import { collect } from '../collect.ts';
import { formJobs, registerJobs } from '../parts.ts';
import type { Services } from '../port.ts';
import { setup } from '../setup.ts';
import { rememberWorkbook } from '../workbooks.ts';
import { noteAccount } from './accounts.ts';
import { zone } from './checks.ts';
import type { CheckId } from './words.ts';

/** This account looks after the workbook by the hour. */
export function lookAfter(services: Services): void {
  rememberWorkbook(services);
  noteAccount(services);
  services.triggers.ensure([{ handler: 'hourlyCatchUp', kind: 'hourly' }]);
}

/** This account takes the answers of a form in when they are sent. Call it under the lock. */
export function takeTrigger(services: Services, formId: string): void {
  const book = openBook(services.workbook);
  const row = rowOf(book, formId);
  services.triggers.ensure([{ handler: 'onFormSubmitted', kind: 'form-submit', formId }]);
  const triggerOwner = services.session.user();
  if (row.triggerOwner !== triggerOwner) {
    book.update(formsTable, new Map([[row.at, formCells({ ...row, triggerOwner })]]));
  }
}

/** The set-up with what stands in 設定. */
function again(services: Services): void {
  const { workbook } = services;
  const { chamber, divisions, districts, profileId } = readSettings(
    workbook.has([settingsTable]) ? workbook.read(settingsTable) : [],
  );
  const { name, ...others } = chamber;
  setup(services, { chamberName: name, ...others, divisions, districts, profileId });
}

export const mends: Readonly<Partial<Record<CheckId, (services: Services, formId: string) => void>>> = {
  sheets: again,
  version: again,
  hourly: lookAfter,
  collected(services) {
    collect(services);
    noteAccount(services, true);
  },
  trigger: (services, formId) => services.withLock(() => takeTrigger(services, formId)),
  open(services, formId) {
    formJobs().openForm(services, { formId });
  },
  linked: (services, formId) =>
    services.withLock(() => {
      rowOf(openBook(services.workbook), formId);
      services.forms.link(formId, services.workbook.id);
    }),
  secrets: (services) =>
    services.withLock(() => {
      registerJobs().withLiveKeys(services, registerBook(openBook(services.workbook)));
    }),
  zone(services) {
    services.office.setBookZone(services.workbook.id, zone);
  },
  sending(services) {
    registerJobs().takeOverSending(services);
  },
  roles: (services) => services.withLock(() => showRoles(services)),
};

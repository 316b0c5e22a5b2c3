/**
 * Everything that a press on a card may ask for, by name; what has no row cannot be asked. Each row goes through the sidebar's
 * dispatcher (`Desk.ask`), which checks the input, holds the role and notes what was done.
 */
import type { ActionName } from './action-names.ts';
import type { BookAct, FreeAct } from './actions/act.ts';
import { application, ask, decide, queue } from './actions/applications.ts';
import {
  collect,
  csv,
  goOn,
  inbox,
  lookCsv,
  lookImport,
  makeCsv,
  takeImport,
  work,
} from './actions/files.ts';
import { askClose, closeForm, fillIn, form, forms, gallery, makeForm, openForm } from './actions/forms.ts';
import { askFile, back, chooseBook, health, help, home, mend } from './actions/home.ts';

type FreeName = 'askFile' | 'chooseBook' | 'back' | 'help';

export const freeActs: Readonly<Record<FreeName, FreeAct>> = { askFile, chooseBook, back, help };

/** `useBook` changes the workbook and is answered by the entry itself. */
export const bookActs: Readonly<Record<Exclude<ActionName, FreeName | 'useBook'>, BookAct>> = {
  home,
  queue,
  case: application,
  ask,
  decide,
  forms,
  form,
  askClose,
  closeForm,
  openForm,
  gallery,
  fillIn,
  makeForm,
  csv,
  lookCsv,
  makeCsv,
  inbox,
  lookImport,
  takeImport,
  collect,
  work,
  goOn,
  health,
  mend,
};

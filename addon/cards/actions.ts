/**
 * Everything that a press on a card may ask for, by name; what has no row cannot be asked. Each row goes through the sidebar's
 * dispatcher (`Desk.ask`), which checks the input, holds the role and notes what was done.
 */
import type { ActionName } from './action-names.ts';
import type { BookAct, FreeAct } from './actions/act.ts';
import { application, ask, decide, queue } from './actions/applications.ts';
import { askCorrect, correct, takeProposal } from './actions/correct.ts';
import {
  askMark,
  collect,
  csv,
  goOn,
  inbox,
  lookCsv,
  lookImport,
  makeCsv,
  mark,
  takeImport,
  work,
} from './actions/files.ts';
import {
  applyPlan,
  askClose,
  closeForm,
  fillIn,
  form,
  forms,
  gallery,
  makeForm,
  openForm,
  plan,
} from './actions/forms.ts';
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
  askCorrect,
  correct,
  takeProposal,
  forms,
  form,
  askClose,
  closeForm,
  openForm,
  plan,
  applyPlan,
  gallery,
  fillIn,
  makeForm,
  csv,
  lookCsv,
  makeCsv,
  askMark,
  mark,
  inbox,
  lookImport,
  takeImport,
  collect,
  work,
  goOn,
  health,
  mend,
};

/** Puts the services together for one execution: over the open spreadsheet, or over one known by its id. */

import { loadPart } from 'cci:project';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import type { Forms, Office, Services } from '../jobs/port.ts';
import type { Releases } from '../jobs/release/port.ts';
import { standOn } from '../jobs/release/standing.ts';
import type { RuleFiles } from '../jobs/rules/port.ts';
import type { SurveyOutput } from '../jobs/survey/port.ts';
import { clock, session } from './clock.ts';
import { drive } from './drive.ts';
import { standingForms } from './form-look.ts';
import type { FormMaker } from './forms.ts';
import { withLock } from './lock.ts';
import { mail } from './mail.ts';
import { properties, secrets } from './properties.ts';
import { responses } from './responses.ts';
import { triggers } from './triggers.ts';
import { makeWorkbook } from './workbook.ts';

/** What needs no workbook. */
export const common: Pick<Services, 'properties' | 'log'> = {
  properties,
  log: (message) => {
    Logger.log(message);
  },
};

const maker = (): FormMaker => (loadPart('Forms').maker as typeof import('./forms.ts')).formMaker;

const forms: Forms = {
  ...standingForms,
  create: (...asked) => maker().create(...asked),
  idAt: (...asked) => maker().idAt(...asked),
  build: (...asked) => maker().build(...asked),
  read: (...asked) => maker().read(...asked),
  readSettings: (...asked) => maker().readSettings(...asked),
  apply: (...asked) => maker().apply(...asked),
  hasAnswers: (...asked) => maker().hasAnswers(...asked),
  renameFile: (...asked) => maker().renameFile(...asked),
  prefilledUrl: (...asked) => maker().prefilledUrl(...asked),
};

function servicesOver(open: () => GoogleAppsScript.Spreadsheet.Spreadsheet): Services {
  const services: Services = {
    ...common,
    workbook: makeWorkbook(open),
    forms,
    responses,
    drive,
    mail,
    // A letter's QR code is drawn by the part that makes letters.
    letters: {
      make: (...asked) =>
        (loadPart('Register').letters as typeof import('./letters.ts')).letters.make(...asked),
    },
    secrets,
    // Two version 4 ids: 244 random bits (https://developers.google.com/apps-script/reference/utilities/utilities#getuuid).
    random: () => Utilities.getUuid() + Utilities.getUuid(),
    triggers,
    get office(): Office {
      return (loadPart('Office').office as typeof import('./office.ts')).office;
    },
    get ruleFiles(): RuleFiles {
      return (loadPart('Rules').files as typeof import('./rule-files.ts')).ruleFiles;
    },
    get surveyOutput(): SurveyOutput {
      return (loadPart('Survey').output as typeof import('./survey-output.ts')).surveyOutput;
    },
    get releases(): Releases {
      return (loadPart('Release').files as typeof import('./release.ts')).releases;
    },
    clock,
    session,
    withLock,
  };
  standOn(services);
  return services;
}

const refuse = (code: string): never => {
  throw new UnusableInput([issue(code, 'error', '')]);
};

/** The workbook that the open form answers to. */
function bookOfForm(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const form: GoogleAppsScript.Forms.Form | null = FormApp.getActiveForm();
  const workbookId = form === null ? refuse('workbook.not-ready') : forms.workbookOf(form.getId());
  if (workbookId === '') refuse('form.no-workbook');
  try {
    return SpreadsheetApp.openById(workbookId);
  } catch {
    return refuse('form.closed-workbook');
  }
}

/**
 * Services over the spreadsheet that the person has open, or that the open form answers to: one program stands beside both
 * (https://developers.google.com/apps-script/reference/forms/form-app#getactiveform). Throws UnusableInput
 * `workbook.not-ready`, `form.no-workbook`, `form.closed-workbook`.
 */
export function activeServices(): Services {
  return servicesOver(() => {
    const spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet | null =
      SpreadsheetApp.getActiveSpreadsheet();
    return spreadsheet ?? bookOfForm();
  });
}

/** Services over a workbook that no person has open: in triggers. */
export function servicesAt(workbookId: string): Services {
  return servicesOver(() => SpreadsheetApp.openById(workbookId));
}

/** Services over the workbook that a form answers to, null when it answers to none. */
export function servicesOfForm(formId: string): Services | null {
  const workbookId = forms.workbookOf(formId);
  return workbookId === '' ? null : servicesAt(workbookId);
}

const doors = () => (loadPart('Cards').doors as typeof import('./cards.ts')).cardDoors;

/** What cards ask besides a workbook; loaded with the part of cards. */
export const cardDoors = {
  message: (messageId: string, token: string) => doors().message(messageId, token),
  callSoon: (milliseconds: number) => doors().callSoon(milliseconds),
  callOff: () => doors().callOff(),
};

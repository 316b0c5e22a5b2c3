/** How the chamber's work stands: what the sidebar shows first. Reads only. */
import { isHeld } from '../../shared/issue/issue.ts';
import { assets } from './assets.ts';
import { type Book, openBook } from './book/book.ts';
import { type FormRow, isPublished, readForms } from './book/forms.ts';
import { type Layout, layouts, shippedLayouts } from './book/profiles.ts';
import { defaultSettings, type Settings, settingsVersion } from './book/settings.ts';
import { allTables, settingsTable } from './book/tables.ts';
import type { FormState, Services } from './port.ts';
import { waitingApplications } from './waiting-applications.ts';

export interface Standing {
  /** False until the set-up has run. */
  readonly ready: boolean;
  readonly settings: Settings;
  readonly user: string;
  readonly layouts: readonly Layout[];
  readonly forms: readonly { readonly row: FormRow; readonly state: FormState }[];
  readonly waiting: {
    readonly newAnswers: number;
    readonly withErrors: number;
    readonly toExport: number;
    readonly toConfirm: number;
  };
}

const nothing = { newAnswers: 0, withErrors: 0, toExport: 0, toConfirm: 0 };

function waitingOf(book: Book): Standing['waiting'] {
  const open = book.applications().filter((one) => one.state.state !== 'withdrawn');
  return {
    newAnswers: open.filter((one) => one.state.state === 'received').length,
    withErrors: open.filter((one) => isHeld(one.record.issues)).length,
    toExport: waitingApplications(book).length,
    toConfirm: book.batches().filter((batch) => batch.state === 'made').length,
  };
}

export function overview(services: Services): Standing {
  const { workbook } = services;
  const user = services.session.user();
  // What an older program set up keeps its settings: the set-up adds the rest.
  const known = workbook.has([settingsTable]) ? openBook(workbook).settings() : defaultSettings;
  if (known.version < settingsVersion || !workbook.has(allTables(assets().catalogue))) {
    return {
      ready: false,
      settings: known,
      user,
      layouts: shippedLayouts(),
      forms: [],
      waiting: nothing,
    };
  }
  const book = openBook(workbook);
  const settings = book.settings();
  const forms = readForms(workbook)
    .filter(isPublished)
    .flatMap((row) => {
      const state = services.forms.look(row.formId);
      return state === null ? [] : [{ row, state }];
    });
  return {
    ready: settings.chamber.name !== '',
    settings,
    user,
    layouts: layouts(book),
    forms,
    waiting: waitingOf(book),
  };
}

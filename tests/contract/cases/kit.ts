/** What a contract case gets: assertions, and files that are put into the trash when the case ends. Runs inside Apps Script. */

/** One statement about the platform, with the public address it rests on. */
export interface Case {
  /** `subject__circumstance__outcome` */
  readonly name: string;
  readonly source: string;
  /** False: believed, not found in a public document; the live run settles it. */
  readonly documented: boolean;
  run(kit: Kit): void;
}

export interface Kit {
  equal(actual: unknown, expected: unknown): void;
  ok(value: boolean, what: string): void;
  /** The action throws an error whose text matches. */
  throws(action: () => unknown, pattern?: RegExp): void;
  /** First sheet of a new workbook. */
  sheet(): GoogleAppsScript.Spreadsheet.Sheet;
  book(): GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** A published form. */
  form(): GoogleAppsScript.Forms.Form;
  folder(): GoogleAppsScript.Drive.Folder;
  document(): GoogleAppsScript.Document.Document;
}

/** Text by which two values are compared: dates by instant, everything else as JSON with a marked type. */
function show(value: unknown): string {
  if (value instanceof Date) return `Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value === undefined) return 'undefined';
  return JSON.stringify(value) ?? String(value);
}

/** A kit, and the function that throws its files away. */
export function makeKit(): { kit: Kit; clean: () => void } {
  const made: string[] = [];
  const book = (): GoogleAppsScript.Spreadsheet.Spreadsheet => {
    const created = SpreadsheetApp.create('契約試験');
    made.push(created.getId());
    return created;
  };
  const kit: Kit = {
    equal(actual, expected) {
      if (show(actual) !== show(expected)) throw new Error(`${show(expected)} のはずが ${show(actual)}`);
    },
    ok(value, what) {
      if (!value) throw new Error(`成り立たない: ${what}`);
    },
    throws(action, pattern) {
      let message: string | null = null;
      try {
        action();
      } catch (error) {
        message = error instanceof Error ? error.message : String(error);
      }
      if (message === null) throw new Error('例外にならなかった');
      if (pattern !== undefined && !pattern.test(message))
        throw new Error(`例外の文が ${pattern} に合わない: ${message}`);
    },
    book,
    sheet() {
      const first = book().getSheets()[0];
      if (first === undefined) throw new Error('シートがない');
      return first;
    },
    form() {
      const form = FormApp.create('契約試験', true);
      made.push(form.getId());
      return form;
    },
    document() {
      const document = DocumentApp.create('契約試験');
      made.push(document.getId());
      return document;
    },
    folder() {
      const folder = DriveApp.createFolder('契約試験');
      made.push(folder.getId());
      return folder;
    },
  };
  const clean = (): void => {
    for (const id of made) {
      const folder = isFolder(id);
      (folder ?? DriveApp.getFileById(id)).setTrashed(true);
    }
  };
  return { kit, clean };
}

function isFolder(id: string): GoogleAppsScript.Drive.Folder | null {
  try {
    return DriveApp.getFolderById(id);
  } catch {
    return null;
  }
}

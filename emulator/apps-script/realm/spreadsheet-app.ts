/** `SpreadsheetApp` (https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app). */
import { call } from './bridge-client.ts';
import { EnumGroup } from './enums.ts';
import { assertTypes, Face, refusal } from './face.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';
import { ConditionalFormatRuleBuilder, DataValidationBuilder, VALIDATION_CRITERIA } from './sheet-rules.ts';
import { Spreadsheet } from './spreadsheet.ts';
import { Ui } from './ui.ts';

/** Id in an address of the editor. */
function idOf(url: string): string {
  const match = /\/d\/([\w-]+)/.exec(url);
  if (match === null) throw refusal('Invalid argument: url');
  return match[1] ?? '';
}

export class SpreadsheetAppFace extends Face {
  readonly WrapStrategy = new EnumGroup('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);
  readonly ProtectionType = new EnumGroup('ProtectionType', ['RANGE', 'SHEET']);
  readonly DataValidationCriteria = VALIDATION_CRITERIA;

  className_(): string {
    return 'SpreadsheetApp';
  }

  create(name: string, rows?: number, columns?: number): Spreadsheet {
    assertTypes('SpreadsheetApp', 'create', [name], 'string');
    return new Spreadsheet(call('SpreadsheetApp.create', name, ...size(rows, columns)));
  }

  openById(id: string): Spreadsheet {
    assertTypes('SpreadsheetApp', 'openById', [id], 'string');
    return new Spreadsheet(call('SpreadsheetApp.openById', id));
  }

  openByUrl(url: string): Spreadsheet {
    return this.openById(idOf(url));
  }

  open(file: Face): Spreadsheet {
    const id: unknown = 'getId' in file && typeof file.getId === 'function' ? file.getId() : '';
    return this.openById(String(id));
  }

  getActiveSpreadsheet(): Spreadsheet | null {
    const id = call('SpreadsheetApp.getActiveSpreadsheet');
    return id === null ? null : new Spreadsheet(id);
  }

  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }

  private active(): Spreadsheet {
    const book = this.getActiveSpreadsheet();
    if (book === null) throw refusal('アクティブなスプレッドシートがありません。');
    return book;
  }

  getActiveSheet(): Sheet {
    return this.active().getActiveSheet();
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }

  getActiveRange(): Range {
    return this.active().getActiveRange();
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setActiveSpreadsheet(_book: Spreadsheet): void {
    this.active();
  }

  flush(): void {
    call('SpreadsheetApp.flush');
  }

  getUi(): Ui {
    return new Ui('spreadsheet');
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }
}

function size(rows?: number, columns?: number): [number?, number?] {
  return rows === undefined || columns === undefined ? [] : [rows, columns];
}

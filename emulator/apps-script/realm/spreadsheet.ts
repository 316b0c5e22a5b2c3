/** A workbook as a script sees it (https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet). */
import { call } from './bridge-client.ts';
import { Face, refusal, signatureError } from './face.ts';
import { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { Sheet } from './sheet.ts';
import { User } from './small-services.ts';
import { TextFinder } from './text-finder.ts';

class DeveloperMetadata extends Face {
  private readonly book: string;
  private readonly key: string;

  constructor(book: string, key: string) {
    super();
    this.book = book;
    this.key = key;
  }

  className_(): string {
    return 'DeveloperMetadata';
  }

  getKey(): string {
    return this.key;
  }

  getValue(): string | null {
    return call('Spreadsheet.getMetadata', this.book)[this.key] ?? null;
  }

  setValue(value: string): DeveloperMetadata {
    call('Spreadsheet.setMetadata', this.book, this.key, value);
    return this;
  }

  remove(): void {
    call('Spreadsheet.setMetadata', this.book, this.key, null);
  }
}

export class Spreadsheet extends Face {
  readonly id_: string;

  constructor(id: string) {
    super();
    this.id_ = id;
  }

  className_(): string {
    return 'Spreadsheet';
  }

  getId(): string {
    return this.id_;
  }

  getName(): string {
    return call('Spreadsheet.getName', this.id_);
  }

  rename(name: string): void {
    call('Spreadsheet.rename', this.id_, name);
  }

  getUrl(): string {
    return `https://docs.google.com${call('Spreadsheet.getUrl', this.id_)}`;
  }

  getOwner(): User {
    return new User(call('Spreadsheet.getOwner', this.id_));
  }

  getSpreadsheetTimeZone(): string {
    return call('Spreadsheet.getSettings', this.id_).timeZone;
  }

  setSpreadsheetTimeZone(timeZone: string): Spreadsheet {
    call('Spreadsheet.setSettings', this.id_, { timeZone });
    return this;
  }

  getSpreadsheetLocale(): string {
    return call('Spreadsheet.getSettings', this.id_).locale;
  }

  setSpreadsheetLocale(locale: string): void {
    call('Spreadsheet.setSettings', this.id_, { locale });
  }

  getSheets(): Sheet[] {
    return call('Spreadsheet.getSheets', this.id_).map((info) => new Sheet(this.id_, info.id));
  }

  getNumSheets(): number {
    return this.getSheets().length;
  }

  getSheetByName(name: string): Sheet | null {
    const info = call('Spreadsheet.getSheetByName', this.id_, String(name));
    return info === null ? null : new Sheet(this.id_, info.id);
  }

  getSheetById(id: number): Sheet | null {
    return this.getSheets().find((sheet) => sheet.getSheetId() === id) ?? null;
  }

  getActiveSheet(): Sheet {
    return new Sheet(this.id_, call('Spreadsheet.getActiveSheet', this.id_).id);
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }

  insertSheet(first?: unknown, second?: unknown): Sheet {
    if (first !== undefined && typeof first !== 'string' && typeof first !== 'number') {
      throw signatureError('SpreadsheetApp.Spreadsheet', 'insertSheet', [first, second]);
    }
    const name = typeof first === 'string' ? first : null;
    const index = typeof first === 'number' ? first : typeof second === 'number' ? second : null;
    return new Sheet(this.id_, call('Spreadsheet.insertSheet', this.id_, name, index).id);
  }

  deleteSheet(sheet: Sheet): void {
    call('Spreadsheet.deleteSheet', this.id_, sheet.id_);
  }

  deleteActiveSheet(): Sheet {
    call('Spreadsheet.deleteSheet', this.id_, this.getActiveSheet().id_);
    return this.getActiveSheet();
  }

  renameActiveSheet(name: string): void {
    this.getActiveSheet().setName(name);
  }

  /** Moves the active sheet; positions count from 1. */
  moveActiveSheet(position: number): void {
    call('Spreadsheet.moveSheet', this.id_, this.getActiveSheet().id_, position - 1);
  }

  getRange(notation: string): Range {
    const found = call('Sheet.locate', this.id_, null, notation);
    call('Sheet.check', this.id_, found.sheetId, found.rect);
    return new Range(this.id_, found.sheetId, found.rect);
  }

  getRangeList(notations: string[]): RangeList {
    return new RangeList(notations.map((notation) => this.getRange(notation)));
  }

  getRangeByName(name: string): Range | null {
    const at = call('Spreadsheet.getNamedRanges', this.id_)[name];
    return at === undefined ? null : new Sheet(this.id_, at.sheetId).getRange(at.a1);
  }

  setNamedRange(name: string, range: Range): void {
    if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) throw refusal(`Invalid name: ${name}`);
    call('Spreadsheet.setNamedRange', this.id_, name, { sheetId: range.sheetId_, a1: range.getA1Notation() });
  }

  removeNamedRange(name: string): void {
    call('Spreadsheet.setNamedRange', this.id_, name, null);
  }

  getActiveRange(): Range {
    const selection = call('Spreadsheet.getSelection', this.id_);
    return new Sheet(this.id_, selection.sheetId).getRange(selection.a1);
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setActiveSelection(range: unknown): Range {
    return (range instanceof Range ? range : this.getRange(String(range))).activate();
  }

  getActiveCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }

  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }

  appendRow(values: unknown): Spreadsheet {
    this.getActiveSheet().appendRow(values);
    return this;
  }

  toast(message: string, _title?: string, _timeoutSeconds?: number): void {
    call('Spreadsheet.toast', this.id_, String(message));
  }

  createTextFinder(text: string): TextFinder {
    const places = call('Spreadsheet.getSheets', this.id_).map((info) => ({
      sheetId: info.id,
      rect: { row: 0, column: 0, rows: info.rows, columns: info.columns },
    }));
    return new TextFinder(this.id_, places, text);
  }

  addDeveloperMetadata(key: string, value = ''): Spreadsheet {
    call('Spreadsheet.setMetadata', this.id_, key, String(value));
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return Object.keys(call('Spreadsheet.getMetadata', this.id_)).map(
      (key) => new DeveloperMetadata(this.id_, key),
    );
  }

  getFormUrl(): string | null {
    return this.getActiveSheet().getFormUrl();
  }
}

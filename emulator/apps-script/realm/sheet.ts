/** A sheet as a script sees it (https://developers.google.com/apps-script/reference/spreadsheet/sheet). */
import type { Rect } from '../../workspace/a1.ts';
import { call } from './bridge-client.ts';
import {
  chartsOf,
  type EmbeddedChart,
  EmbeddedChartBuilder,
  insertChart,
  removeChart,
  updateChart,
} from './charts.ts';
import { enumName } from './enums.ts';
import { Face, signatureError } from './face.ts';
import { type Protection, protect, protections } from './protection.ts';
import { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { type ConditionalFormatRule, storedRule } from './sheet-rules.ts';
import { Spreadsheet } from './spreadsheet.ts';
import { TextFinder } from './text-finder.ts';
import { encodeCell } from './wire.ts';

export class Sheet extends Face {
  readonly book_: string;
  readonly id_: number;

  constructor(book: string, id: number) {
    super();
    this.book_ = book;
    this.id_ = id;
  }

  className_(): string {
    return 'Sheet';
  }

  private info() {
    return call('Sheet.info', this.book_, this.id_);
  }

  private extent() {
    return call('Sheet.getExtent', this.book_, this.id_);
  }

  private range(rect: Rect): Range {
    call('Sheet.check', this.book_, this.id_, rect);
    return new Range(this.book_, this.id_, rect);
  }

  getRange(first: unknown, column?: unknown, rows?: unknown, columns?: unknown): Range {
    if (typeof first === 'string' && column === undefined) {
      const found = call('Sheet.locate', this.book_, this.id_, first);
      call('Sheet.check', this.book_, found.sheetId, found.rect);
      return new Range(this.book_, found.sheetId, found.rect);
    }
    const numbers = [first, column, rows ?? 1, columns ?? 1];
    const [row, col, count, width] = numbers;
    if (
      typeof row !== 'number' ||
      typeof col !== 'number' ||
      typeof count !== 'number' ||
      typeof width !== 'number'
    ) {
      throw signatureError('SpreadsheetApp.Sheet', 'getRange', numbers);
    }
    return this.range({ row: row - 1, column: col - 1, rows: count, columns: width });
  }

  getRangeList(notations: string[]): RangeList {
    return new RangeList(notations.map((notation) => this.getRange(notation)));
  }

  getDataRange(): Range {
    const { rows, columns } = this.extent();
    return new Range(this.book_, this.id_, {
      row: 0,
      column: 0,
      rows: Math.max(1, rows),
      columns: Math.max(1, columns),
    });
  }

  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    return this.getRange(row, column, rows, columns).getValues();
  }

  getLastRow(): number {
    return this.extent().rows;
  }

  getLastColumn(): number {
    return this.extent().columns;
  }

  getMaxRows(): number {
    return this.info().rows;
  }

  getMaxColumns(): number {
    return this.info().columns;
  }

  appendRow(values: unknown): Sheet {
    if (!Array.isArray(values)) throw signatureError('SpreadsheetApp.Sheet', 'appendRow', [values]);
    call('Sheet.appendRow', this.book_, this.id_, values.map(encodeCell));
    return this;
  }

  getName(): string {
    return call('Sheet.getName', this.book_, this.id_);
  }

  getSheetName(): string {
    return this.getName();
  }

  setName(name: string): Sheet {
    call('Sheet.setName', this.book_, this.id_, name);
    return this;
  }

  getSheetId(): number {
    return this.id_;
  }

  getIndex(): number {
    return 1 + call('Spreadsheet.getSheets', this.book_).findIndex((sheet) => sheet.id === this.id_);
  }

  getParent(): Spreadsheet {
    return new Spreadsheet(this.book_);
  }

  getFormUrl(): string | null {
    const { formId } = this.info();
    return formId === '' ? null : call('Form.getUrls', formId).edit;
  }

  hideSheet(): Sheet {
    call('Sheet.setHidden', this.book_, this.id_, true);
    return this;
  }

  showSheet(): Sheet {
    call('Sheet.setHidden', this.book_, this.id_, false);
    return this;
  }

  isSheetHidden(): boolean {
    return this.info().hidden;
  }

  activate(): Sheet {
    call('Spreadsheet.setActiveSheet', this.book_, this.id_);
    return this;
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setActiveSelection(range: unknown): Range {
    const target = range instanceof Range ? range : this.getRange(String(range));
    return target.activate();
  }

  getActiveRange(): Range {
    const selection = call('Spreadsheet.getSelection', this.book_);
    return new Sheet(this.book_, selection.sheetId).getRange(selection.a1);
  }

  getActiveCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  setFrozenRows(rows: number): void {
    call('Sheet.setFrozen', this.book_, this.id_, rows, null);
  }

  setFrozenColumns(columns: number): void {
    call('Sheet.setFrozen', this.book_, this.id_, null, columns);
  }

  getFrozenRows(): number {
    return this.info().frozenRows;
  }

  getFrozenColumns(): number {
    return this.info().frozenColumns;
  }

  private shiftRows(at: number, count: number): Sheet {
    call('Sheet.shiftRows', this.book_, this.id_, at, count);
    return this;
  }

  private shiftColumns(at: number, count: number): Sheet {
    call('Sheet.shiftColumns', this.book_, this.id_, at, count);
    return this;
  }

  insertRowAfter(row: number): Sheet {
    return this.shiftRows(row, 1);
  }

  insertRowBefore(row: number): Sheet {
    return this.shiftRows(row - 1, 1);
  }

  insertRowsAfter(row: number, count: number): Sheet {
    return this.shiftRows(row, count);
  }

  insertRowsBefore(row: number, count: number): Sheet {
    return this.shiftRows(row - 1, count);
  }

  insertRows(index: number, count = 1): void {
    this.shiftRows(index - 1, count);
  }

  deleteRow(row: number): Sheet {
    return this.shiftRows(row - 1, -1);
  }

  deleteRows(row: number, count: number): void {
    this.shiftRows(row - 1, -count);
  }

  insertColumnAfter(column: number): Sheet {
    return this.shiftColumns(column, 1);
  }

  insertColumnBefore(column: number): Sheet {
    return this.shiftColumns(column - 1, 1);
  }

  insertColumnsAfter(column: number, count: number): Sheet {
    return this.shiftColumns(column, count);
  }

  insertColumnsBefore(column: number, count: number): Sheet {
    return this.shiftColumns(column - 1, count);
  }

  deleteColumn(column: number): Sheet {
    return this.shiftColumns(column - 1, -1);
  }

  deleteColumns(column: number, count: number): void {
    this.shiftColumns(column - 1, -count);
  }

  setColumnWidth(column: number, width: number): Sheet {
    call('Sheet.setColumnWidths', this.book_, this.id_, column - 1, 1, width);
    return this;
  }

  setColumnWidths(start: number, count: number, width: number): Sheet {
    call('Sheet.setColumnWidths', this.book_, this.id_, start - 1, count, width);
    return this;
  }

  getColumnWidth(column: number): number {
    return call('Sheet.getColumnWidth', this.book_, this.id_, column - 1);
  }

  autoResizeColumn(column: number): Sheet {
    call('Sheet.autoResizeColumns', this.book_, this.id_, column - 1, 1);
    return this;
  }

  autoResizeColumns(start: number, count: number): Sheet {
    call('Sheet.autoResizeColumns', this.book_, this.id_, start - 1, count);
    return this;
  }

  hideColumns(column: number, count = 1): void {
    call('Sheet.setHiddenColumns', this.book_, this.id_, column - 1, count, true);
  }

  showColumns(column: number, count = 1): void {
    call('Sheet.setHiddenColumns', this.book_, this.id_, column - 1, count, false);
  }

  isColumnHiddenByUser(column: number): boolean {
    return call('Sheet.getHiddenColumns', this.book_, this.id_).includes(column - 1);
  }

  setTabColor(color: string | null): Sheet {
    call('Sheet.setTabColor', this.book_, this.id_, color);
    return this;
  }

  private whole(): Range {
    const { rows, columns } = this.info();
    return new Range(this.book_, this.id_, { row: 0, column: 0, rows, columns });
  }

  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): Sheet {
    this.whole().clear(options);
    return this;
  }

  clearContents(): Sheet {
    this.whole().clearContent();
    return this;
  }

  clearFormats(): Sheet {
    this.whole().clearFormat();
    return this;
  }

  clearNotes(): Sheet {
    this.whole().clearNote();
    return this;
  }

  sort(column: number, ascending = true): Sheet {
    const { frozenRows } = this.info();
    const { rows, columns } = this.extent();
    if (rows <= frozenRows) return this;
    this.range({ row: frozenRows, column: 0, rows: rows - frozenRows, columns }).sort({ column, ascending });
    return this;
  }

  createTextFinder(text: string): TextFinder {
    return new TextFinder(this.book_, [{ sheetId: this.id_, rect: this.whole().rect_ }], text);
  }

  protect(): Protection {
    return protections(this.book_, this.id_, 'SHEET')[0] ?? protect(this.book_, this.id_, '');
  }

  getProtections(type: unknown): Protection[] {
    return protections(this.book_, this.id_, enumName(type));
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return call('Sheet.getConditionalRules', this.book_, this.id_).map(storedRule);
  }

  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    call(
      'Sheet.setConditionalRules',
      this.book_,
      this.id_,
      rules.map((rule) => rule.rule_),
    );
  }

  clearConditionalFormatRules(): void {
    call('Sheet.setConditionalRules', this.book_, this.id_, []);
  }

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.book_, this.id_);
  }

  getCharts(): EmbeddedChart[] {
    return chartsOf(this.book_, this.id_);
  }

  insertChart(chart: EmbeddedChart): void {
    insertChart(this.book_, this.id_, chart);
  }

  updateChart(chart: EmbeddedChart): void {
    updateChart(this.book_, this.id_, chart);
  }

  removeChart(chart: EmbeddedChart): void {
    removeChart(this.book_, this.id_, chart);
  }
}

/** A rectangle of cells as a script sees it (https://developers.google.com/apps-script/reference/spreadsheet/range). */
import { cellName, type Rect, rectName } from '../../workspace/a1.ts';
import { call } from './bridge-client.ts';
import { enumName } from './enums.ts';
import { Face, refusal, signatureError } from './face.ts';
import { type Protection, protect } from './protection.ts';
import { Sheet } from './sheet.ts';
import { DataValidation } from './sheet-rules.ts';
import { TextFinder } from './text-finder.ts';
import { type CellScalar, decodeBlock, encodeCell } from './wire.ts';

type Look = 'formats' | 'notes' | 'backgrounds' | 'fontColors' | 'wraps' | 'alignments';

export class Range extends Face {
  readonly book_: string;
  readonly sheetId_: number;
  readonly rect_: Rect;

  constructor(book: string, sheetId: number, rect: Rect) {
    super();
    this.book_ = book;
    this.sheetId_ = sheetId;
    this.rect_ = rect;
  }

  className_(): string {
    return 'Range';
  }

  get text_(): string {
    return 'Range';
  }

  private block(method: string, values: unknown): unknown[][] {
    if (!Array.isArray(values) || values.some((line) => !Array.isArray(line))) {
      throw signatureError('SpreadsheetApp.Range', method, [values]);
    }
    return values;
  }

  private fill(name: Look, value: string | null): Range {
    call('Range.fillLook', this.book_, this.sheetId_, this.rect_, name, value);
    return this;
  }

  private looks(name: Look): string[][] {
    return call('Range.getLooks', this.book_, this.sheetId_, this.rect_, name);
  }

  private setLooks(method: string, name: Look, values: unknown): Range {
    const texts = this.block(method, values).map((line) =>
      line.map((value) => (value === null ? null : enumName(value))),
    );
    call('Range.setLooks', this.book_, this.sheetId_, this.rect_, name, texts);
    return this;
  }

  getValues(): CellScalar[][] {
    return decodeBlock(call('Range.getValues', this.book_, this.sheetId_, this.rect_));
  }

  getValue(): CellScalar {
    return this.getCell(1, 1).getValues()[0]?.[0] ?? '';
  }

  setValues(values: unknown): Range {
    const encoded = this.block('setValues', values).map((line) => line.map(encodeCell));
    call('Range.setValues', this.book_, this.sheetId_, this.rect_, encoded);
    return this;
  }

  setValue(value: unknown): Range {
    if (value === undefined) throw signatureError('SpreadsheetApp.Range', 'setValue', [null]);
    const encoded = encodeCell(value);
    const line = Array.from({ length: this.rect_.columns }, () => encoded);
    const lines = Array.from({ length: this.rect_.rows }, () => line);
    call('Range.setValues', this.book_, this.sheetId_, this.rect_, lines);
    return this;
  }

  getDisplayValues(): string[][] {
    return call('Range.getDisplayValues', this.book_, this.sheetId_, this.rect_);
  }

  getDisplayValue(): string {
    return this.getCell(1, 1).getDisplayValues()[0]?.[0] ?? '';
  }

  getFormulas(): string[][] {
    return call('Range.getFormulas', this.book_, this.sheetId_, this.rect_);
  }

  getFormula(): string {
    return this.getCell(1, 1).getFormulas()[0]?.[0] ?? '';
  }

  setFormula(formula: string): Range {
    return this.setValue(formula === '' || formula.startsWith('=') ? formula : `=${formula}`);
  }

  setFormulas(formulas: string[][]): Range {
    return this.setValues(
      formulas.map((line) => line.map((text) => (text === '' || text.startsWith('=') ? text : `=${text}`))),
    );
  }

  isBlank(): boolean {
    return call('Range.isBlank', this.book_, this.sheetId_, this.rect_);
  }

  getNumberFormats(): string[][] {
    return this.looks('formats');
  }

  getNumberFormat(): string {
    return this.looks('formats')[0]?.[0] ?? '';
  }

  setNumberFormat(format: string): Range {
    return this.fill('formats', format);
  }

  setNumberFormats(formats: string[][]): Range {
    return this.setLooks('setNumberFormats', 'formats', formats);
  }

  getNotes(): string[][] {
    return this.looks('notes');
  }

  getNote(): string {
    return this.looks('notes')[0]?.[0] ?? '';
  }

  setNote(note: string | null): Range {
    return this.fill('notes', note);
  }

  setNotes(notes: string[][]): Range {
    return this.setLooks('setNotes', 'notes', notes);
  }

  clearNote(): Range {
    return this.fill('notes', null);
  }

  getBackgrounds(): string[][] {
    return this.looks('backgrounds');
  }

  getBackground(): string {
    return this.looks('backgrounds')[0]?.[0] ?? '';
  }

  setBackground(color: string | null): Range {
    return this.fill('backgrounds', color);
  }

  setBackgrounds(colors: (string | null)[][]): Range {
    return this.setLooks('setBackgrounds', 'backgrounds', colors);
  }

  getFontColors(): string[][] {
    return this.looks('fontColors');
  }

  getFontColor(): string {
    return this.looks('fontColors')[0]?.[0] ?? '';
  }

  setFontColor(color: string | null): Range {
    return this.fill('fontColors', color);
  }

  setFontColors(colors: (string | null)[][]): Range {
    return this.setLooks('setFontColors', 'fontColors', colors);
  }

  getFontWeights(): string[][] {
    return call('Range.getBold', this.book_, this.sheetId_, this.rect_).map((line) =>
      line.map((bold) => (bold ? 'bold' : 'normal')),
    );
  }

  getFontWeight(): string {
    return this.getFontWeights()[0]?.[0] ?? 'normal';
  }

  setFontWeight(weight: string | null): Range {
    const line = Array.from({ length: this.rect_.columns }, () => weight === 'bold');
    call(
      'Range.setBold',
      this.book_,
      this.sheetId_,
      this.rect_,
      Array.from({ length: this.rect_.rows }, () => line),
    );
    return this;
  }

  setFontWeights(weights: (string | null)[][]): Range {
    call(
      'Range.setBold',
      this.book_,
      this.sheetId_,
      this.rect_,
      weights.map((line) => line.map((weight) => weight === 'bold')),
    );
    return this;
  }

  getWraps(): boolean[][] {
    return this.looks('wraps').map((line) => line.map((strategy) => strategy === 'WRAP'));
  }

  getWrap(): boolean {
    return this.getWraps()[0]?.[0] ?? false;
  }

  setWrap(wrap: boolean): Range {
    return this.fill('wraps', wrap ? 'WRAP' : 'OVERFLOW');
  }

  setWrapStrategy(strategy: unknown): Range {
    return this.fill('wraps', enumName(strategy));
  }

  setHorizontalAlignment(alignment: string | null): Range {
    return this.fill('alignments', alignment);
  }

  getHorizontalAlignment(): string {
    return this.looks('alignments')[0]?.[0] ?? '';
  }

  setDataValidation(rule: DataValidation | null): Range {
    call('Range.setRule', this.book_, this.sheetId_, this.rect_, rule === null ? null : rule.rule_);
    return this;
  }

  clearDataValidations(): Range {
    return this.setDataValidation(null);
  }

  getDataValidations(): (DataValidation | null)[][] {
    const rules = call('Range.getRules', this.book_, this.sheetId_, this.rect_);
    return rules.map((line) => line.map((rule) => (rule === null ? null : new DataValidation(rule))));
  }

  getDataValidation(): DataValidation | null {
    return this.getDataValidations()[0]?.[0] ?? null;
  }

  private clearWhat(contents: boolean, formats: boolean, notes: boolean, validations: boolean): Range {
    call('Range.clear', this.book_, this.sheetId_, this.rect_, { contents, formats, notes, validations });
    return this;
  }

  clear(options?: {
    contentsOnly?: boolean;
    formatOnly?: boolean;
    commentsOnly?: boolean;
    validationsOnly?: boolean;
  }): Range {
    if (options === undefined) return this.clearWhat(true, true, true, true);
    const {
      contentsOnly = false,
      formatOnly = false,
      commentsOnly = false,
      validationsOnly = false,
    } = options;
    return this.clearWhat(contentsOnly, formatOnly, commentsOnly, validationsOnly);
  }

  clearContent(): Range {
    return this.clearWhat(true, false, false, false);
  }

  clearFormat(): Range {
    return this.clearWhat(false, true, false, false);
  }

  sort(spec: unknown): Range {
    const keys = (Array.isArray(spec) ? spec : [spec]).map((key: unknown) => {
      if (typeof key === 'number') return { column: key, ascending: true };
      const { column, ascending = true } = key as { column: number; ascending?: boolean };
      return { column, ascending };
    });
    call('Range.sort', this.book_, this.sheetId_, this.rect_, keys);
    return this;
  }

  createTextFinder(text: string): TextFinder {
    return new TextFinder(this.book_, [{ sheetId: this.sheetId_, rect: this.rect_ }], text);
  }

  protect(): Protection {
    return protect(this.book_, this.sheetId_, rectName(this.rect_));
  }

  activate(): Range {
    call('Range.activate', this.book_, this.sheetId_, rectName(this.rect_));
    return this;
  }

  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.rect_.rows || column > this.rect_.columns)
      throw refusal('Cell reference out of range');
    return new Range(this.book_, this.sheetId_, {
      row: this.rect_.row + row - 1,
      column: this.rect_.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }

  offset(rows: number, columns: number, numRows?: number, numColumns?: number): Range {
    const rect = {
      row: this.rect_.row + rows,
      column: this.rect_.column + columns,
      rows: numRows ?? this.rect_.rows,
      columns: numColumns ?? this.rect_.columns,
    };
    call('Sheet.check', this.book_, this.sheetId_, rect);
    return new Range(this.book_, this.sheetId_, rect);
  }

  getA1Notation(): string {
    const info = call('Sheet.info', this.book_, this.sheetId_);
    const { row, column, rows, columns } = this.rect_;
    if (rows === info.rows && row === 0 && rows > 1) {
      const letters = (at: number): string => cellName(0, at).replace(/\d/g, '');
      return `${letters(column)}:${letters(column + columns - 1)}`;
    }
    return rectName(this.rect_);
  }

  getRow(): number {
    return this.rect_.row + 1;
  }

  getColumn(): number {
    return this.rect_.column + 1;
  }

  getRowIndex(): number {
    return this.getRow();
  }

  getLastRow(): number {
    return this.rect_.row + this.rect_.rows;
  }

  getLastColumn(): number {
    return this.rect_.column + this.rect_.columns;
  }

  getNumRows(): number {
    return this.rect_.rows;
  }

  getNumColumns(): number {
    return this.rect_.columns;
  }

  getHeight(): number {
    return this.rect_.rows;
  }

  getWidth(): number {
    return this.rect_.columns;
  }

  getSheet(): Sheet {
    return new Sheet(this.book_, this.sheetId_);
  }

  getGridId(): number {
    return this.sheetId_;
  }
}

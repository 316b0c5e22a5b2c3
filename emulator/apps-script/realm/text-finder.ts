/** Finds text in ranges (https://developers.google.com/apps-script/reference/spreadsheet/text-finder). */
import type { Rect } from '../../workspace/a1.ts';
import { call } from './bridge-client.ts';
import { Face } from './face.ts';
import { Range } from './range.ts';

export class TextFinder extends Face {
  private readonly book: string;
  private readonly places: { sheetId: number; rect: Rect }[];
  private readonly options = {
    text: '',
    matchCase: false,
    entireCell: false,
    regularExpression: false,
    formulas: false,
  };
  private found: Range[] | null = null;
  private at = -1;

  constructor(book: string, places: { sheetId: number; rect: Rect }[], text: string) {
    super();
    this.book = book;
    this.places = places;
    this.options.text = String(text);
  }

  className_(): string {
    return 'TextFinder';
  }

  matchCase(on: boolean): TextFinder {
    this.options.matchCase = on;
    return this;
  }

  matchEntireCell(on: boolean): TextFinder {
    this.options.entireCell = on;
    return this;
  }

  useRegularExpression(on: boolean): TextFinder {
    this.options.regularExpression = on;
    return this;
  }

  findAll(): Range[] {
    return this.places.flatMap(({ sheetId, rect }) =>
      call('Range.find', this.book, sheetId, rect, this.options).map(
        ({ row, column }) => new Range(this.book, sheetId, { row, column, rows: 1, columns: 1 }),
      ),
    );
  }

  findNext(): Range | null {
    this.found = this.found ?? this.findAll();
    this.at = Math.min(this.at + 1, this.found.length);
    return this.found[this.at] ?? null;
  }

  findPrevious(): Range | null {
    this.found = this.found ?? this.findAll();
    this.at = this.at < 0 ? this.found.length - 1 : this.at - 1;
    return this.found[this.at] ?? null;
  }

  getCurrentMatch(): Range | null {
    return this.found?.[this.at] ?? null;
  }

  replaceAllWith(text: string): number {
    let count = 0;
    for (const { sheetId, rect } of this.places)
      count += call('Range.replace', this.book, sheetId, rect, this.options, text);
    return count;
  }
}

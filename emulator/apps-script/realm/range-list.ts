/** Several ranges of one sheet handled alike (https://developers.google.com/apps-script/reference/spreadsheet/range-list). */
import { Face } from './face.ts';
import type { Range } from './range.ts';

export class RangeList extends Face {
  private readonly ranges: Range[];

  constructor(ranges: Range[]) {
    super();
    this.ranges = ranges;
  }

  className_(): string {
    return 'RangeList';
  }

  private each(act: (range: Range) => unknown): RangeList {
    for (const range of this.ranges) act(range);
    return this;
  }

  getRanges(): Range[] {
    return this.ranges;
  }

  setValue(value: unknown): RangeList {
    return this.each((range) => range.setValue(value));
  }

  setBackground(color: string | null): RangeList {
    return this.each((range) => range.setBackground(color));
  }

  setNumberFormat(format: string): RangeList {
    return this.each((range) => range.setNumberFormat(format));
  }

  setFontWeight(weight: string | null): RangeList {
    return this.each((range) => range.setFontWeight(weight));
  }

  setFontColor(color: string | null): RangeList {
    return this.each((range) => range.setFontColor(color));
  }

  setNote(note: string | null): RangeList {
    return this.each((range) => range.setNote(note));
  }

  setWrap(wrap: boolean): RangeList {
    return this.each((range) => range.setWrap(wrap));
  }

  clear(): RangeList {
    return this.each((range) => range.clear());
  }

  clearContent(): RangeList {
    return this.each((range) => range.clearContent());
  }
}

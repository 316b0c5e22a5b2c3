import { describe, expect, it } from 'vitest';
import type { CellValue, SheetState } from '../../workspace/model.ts';
import { extentOf, firstCell, gridTable, typedText } from './grid.ts';

function sheet(cells: SheetState['cells'], over: Partial<SheetState> = {}): SheetState {
  return {
    id: 1,
    name: '受付',
    rows: 1000,
    columns: 26,
    cells,
    formats: {},
    columnFormats: {},
    notes: {},
    backgrounds: {},
    bold: {},
    columnWidths: {},
    hidden: false,
    hiddenColumns: [],
    frozenRows: 1,
    frozenColumns: 0,
    protected: false,
    ...over,
  };
}
const text = (v: string): CellValue => ({ t: 'text', v });
describe('firstCell', () => {
  const size = { rows: 1000, columns: 26 };
  it('ranges_and_sheet_names__lead_to_the_first_cell__words_to_none', () => {
    expect(firstCell("'受付'!$B$3:C9", size)).toEqual({ row: 2, column: 1 });
    expect(firstCell('A7', size)).toEqual({ row: 6, column: 0 });
    expect(firstCell('受付', size)).toBeNull();
  });
});

describe('gridTable', () => {
  it('hostile_text__in_cell_note_and_colour__stays_text', () => {
    const bad = '"><script>1</script>';
    const out = gridTable(
      sheet(
        { 0: { 0: text(bad) } },
        { notes: { 0: { 0: bad } }, backgrounds: { 0: { 0: 'red" onclick="x' } } },
      ),
      0,
    ).text;
    expect(out).not.toContain('<script');
    expect(out).not.toContain('onclick');
  });
  it('hidden_column__is_not_drawn__but_letters_of_the_others_stay', () => {
    const out = gridTable(
      sheet({ 0: { 0: text('見える'), 1: text('隠す'), 2: text('次') } }, { hiddenColumns: [1] }),
      0,
    ).text;
    expect(out).not.toContain('隠す');
    expect(out).not.toContain('>B</th>');
    expect(out).toContain('>C</th>');
  });
  it('value_shown_otherwise_than_typed__carries_what_was_typed', () => {
    const cells: SheetState['cells'] = { 0: { 0: { t: 'number', v: 1.5 } } };
    expect(gridTable(sheet(cells, { formats: { 0: { 0: '0.00' } } }), 0).text).toContain(
      'data-raw="1.5">1.50<',
    );
  });
  it('frozen_columns__every_cell_and_head_of_them__is_marked', () => {
    const out = gridTable(sheet({ 1: { 0: text('番号'), 2: text('動く') } }, { frozenColumns: 2 }), 0).text;
    expect(out).toContain('data-c="0" class="fz fz-0">番号');
    expect(out).toContain('<th scope="col" data-c="1" class="fz fz-1">B</th>');
    expect(out).toContain('data-c="2">動く');
  });
  it('long_sheet__second_page__repeats_frozen_rows', () => {
    const cells: SheetState['cells'] = { 0: { 0: text('見出し') }, 1500: { 0: text('末尾') } };
    const long = sheet(cells, { rows: 2000 });
    const out = gridTable(long, 1).text;
    expect(extentOf(long, 1)).toMatchObject({ from: 1000, to: 1513, usedRows: 1501 });
    expect(out).toContain('見出し');
    expect(out).toContain('末尾');
  });
});

describe('typedText', () => {
  const cases: [CellValue | undefined, string][] = [
    [undefined, ''],
    [{ t: 'formula', f: '=A1+1' }, '=A1+1'],
    [text('=A1'), '=A1'],
    [{ t: 'boolean', v: true }, 'TRUE'],
    [{ t: 'date', v: 0 }, 'shown'],
  ];
  for (const [value, expected] of cases) {
    it(`${value?.t ?? 'absent'} becomes ${expected || 'nothing'}`, () => {
      expect(typedText(value, 'shown')).toBe(expected);
    });
  }
});

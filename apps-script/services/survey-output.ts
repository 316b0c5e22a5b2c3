/**
 * What surveys write beside the workbook's own sheets: a sheet with tables and graphs
 * (https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder) and a document
 * (https://developers.google.com/apps-script/reference/document). Loaded with its part.
 */
import type {
  FigureKind,
  ReportBlock,
  SheetBlock,
  SheetCell,
  SheetGraph,
  SheetPage,
  SurveyOutput,
} from '../jobs/survey/port.ts';
import { outputFolder, stored } from './drive.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Body = GoogleAppsScript.Document.Body;

/** A negative number has ▲, a change its sign (the field's notation). */
const formats: Readonly<Record<FigureKind, string>> = {
  text: '@',
  index: '0.0;"▲"0.0;0.0',
  change: '"+"0.0;"▲"0.0;"±"0.0',
  share: '0.0',
  count: '#,##0',
};

/** Pixels; rows of a sheet are 21 high. */
const graphWidth = 640;
const graphHeight = 380;
const graphRows = 20;
const firstWidth = 230;
const headBackground = '#e8eef7';

/** Colours that are told apart in print and by everybody, dark before light. */
const colours = ['#1f4e79', '#e08214', '#5b9bd5', '#7f7f7f', '#2e7d32', '#8e44ad', '#c0392b'];

interface Laid {
  readonly block: SheetBlock;
  /** Row of the title, from 1. */
  readonly at: number;
}

/** Where each block stands: a title, a header where there is one, its rows, a blank row. */
function layOut(blocks: readonly SheetBlock[]): { readonly laid: readonly Laid[]; readonly rows: number } {
  let at = 1;
  const laid = blocks.map((block): Laid => {
    const own = { block, at };
    at += block.rows.length + (block.header.length > 0 ? 3 : 2);
    return own;
  });
  return { laid, rows: at };
}

function written(laid: readonly Laid[], rows: number, width: number) {
  const blankRow = <T>(value: T): T[] => Array.from({ length: width }, () => value);
  const values: (string | number)[][] = Array.from({ length: rows }, () => blankRow<string | number>(''));
  const looks: string[][] = Array.from({ length: rows }, () => blankRow('@'));
  const put = (row: number, cells: readonly SheetCell[], kinds: readonly FigureKind[]): void => {
    cells.forEach((cell, column) => {
      const [line, look] = [values[row - 1], looks[row - 1]];
      if (line === undefined || look === undefined) return;
      line[column] = cell ?? '';
      look[column] = typeof cell === 'number' ? formats[kinds[column] ?? 'text'] : '@';
    });
  };
  for (const { block, at } of laid) {
    put(at, [block.title], []);
    if (block.header.length > 0) put(at + 1, block.header, []);
    const first = at + (block.header.length > 0 ? 2 : 1);
    block.rows.forEach((cells, row) => {
      put(first + row, cells, block.kinds);
    });
  }
  return { values, looks };
}

const chartTypes = {
  bars: 'BAR',
  lines: 'LINE',
  shares: 'BAR',
} as const;

/** One graph beside the tables, on the numbers of its block. */
function drawGraph(sheet: Sheet, laid: Laid, graph: SheetGraph, row: number, column: number): void {
  const { block, at } = laid;
  const range = sheet.getRange(at + 1, 1, block.rows.length + 1, block.header.length);
  const axis = {
    ...(graph.minimum === null ? {} : { min: graph.minimum }),
    ...(graph.maximum === null ? {} : { max: graph.maximum }),
  };
  const numbers = { viewWindow: axis, format: graph.kind === 'shares' ? '0' : '0;"▲"0;0' };
  const chart = sheet
    .newChart()
    .setChartType(Charts.ChartType[chartTypes[graph.kind]])
    .addRange(range)
    .setNumHeaders(1)
    .setPosition(row, column, 0, 0)
    .setOption('title', graph.title)
    .setOption('width', graphWidth)
    .setOption('height', graphHeight)
    .setOption('colors', colours)
    .setOption('legend', { position: block.header.length > 2 ? 'top' : 'none' })
    .setOption(graph.kind === 'lines' ? 'vAxis' : 'hAxis', numbers)
    .build();
  sheet.insertChart(chart);
}

function drawSheet(workbookId: string, { name, blocks, graphs }: SheetPage): void {
  const book = SpreadsheetApp.openById(workbookId);
  const sheet = book.getSheetByName(name) ?? book.insertSheet(name, book.getSheets().length);
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  sheet.clear();
  const { laid, rows } = layOut(blocks);
  const width = Math.max(2, ...blocks.map(({ header }) => header.length));
  const graphColumn = width + 2;
  const wantedRows = Math.max(rows, graphs.length * graphRows + 2);
  if (sheet.getMaxRows() < wantedRows)
    sheet.insertRowsAfter(sheet.getMaxRows(), wantedRows - sheet.getMaxRows());
  if (sheet.getMaxColumns() < graphColumn + 8)
    sheet.insertColumnsAfter(sheet.getMaxColumns(), graphColumn + 8 - sheet.getMaxColumns());
  const { values, looks } = written(laid, rows, width);
  // Text first as text: nothing that somebody typed becomes a formula.
  sheet.getRange(1, 1, rows, width).setNumberFormats(looks).setValues(values);
  for (const { block, at } of laid) {
    sheet.getRange(at, 1).setFontWeight('bold');
    if (block.header.length > 0)
      sheet
        .getRange(at + 1, 1, 1, block.header.length)
        .setFontWeight('bold')
        .setBackground(headBackground);
  }
  sheet.setColumnWidth(1, firstWidth);
  graphs.forEach((graph, index) => {
    const own = laid[graph.block];
    if (own !== undefined) drawGraph(sheet, own, graph, 1 + index * graphRows, graphColumn);
  });
}

/** The file of this name in the output folder, the newest of several. */
function fileNamed(workbookId: string, name: string): GoogleAppsScript.Drive.File | null {
  const files = outputFolder(workbookId).getFilesByName(name);
  return files.hasNext() ? files.next() : null;
}

/** The document that was written before, or null where it is gone or lies in the bin. */
function standing(docId: string): GoogleAppsScript.Drive.File | null {
  if (docId === '') return null;
  try {
    const file = DriveApp.getFileById(docId);
    return file.isTrashed() ? null : file;
  } catch {
    return null;
  }
}

/** Changes between two saves: a document refuses too many at once (docs/platform.md). */
const changesAtOnce = 300;

function append(body: Body, block: ReportBlock, pictures: readonly GoogleAppsScript.Base.Blob[]): number {
  const { HEADING1, HEADING2, HEADING3, NORMAL } = DocumentApp.ParagraphHeading;
  if (block.kind === 'table') {
    const table = body.appendTable(block.rows.map((row) => [...row]));
    table.editAsText().setFontSize(9);
    table.getRow(0).editAsText().setBold(true);
    return block.rows.length + 2;
  }
  if (block.kind === 'graph') {
    const picture = pictures[block.at];
    if (picture !== undefined) body.appendImage(picture).setWidth(450).setHeight(267);
    return 2;
  }
  if (block.kind === 'item') {
    body.appendListItem(block.text).setGlyphType(DocumentApp.GlyphType.BULLET);
    return 2;
  }
  const paragraph = body.appendParagraph(block.text);
  if (block.kind === 'heading') {
    paragraph.setHeading([HEADING1, HEADING2, HEADING3][block.level - 1] ?? HEADING1);
    return 2;
  }
  paragraph.setHeading(NORMAL);
  if (block.isStrong) paragraph.editAsText().setBold(true);
  return 3;
}

function writeBlocks(docId: string, blocks: readonly ReportBlock[], sheet: Sheet | null): void {
  const pictures = (sheet?.getCharts() ?? []).map((chart) => chart.getAs('image/png'));
  let document = DocumentApp.openById(docId);
  let body = document.getBody();
  body.clear();
  let changes = 1;
  for (const block of blocks) {
    if (changes >= changesAtOnce) {
      document.saveAndClose();
      document = DocumentApp.openById(docId);
      body = document.getBody();
      changes = 0;
    }
    changes += append(body, block, pictures);
  }
  // An emptied document begins with an empty paragraph.
  if (blocks.length > 0 && body.getChild(0).asParagraph().getText() === '')
    body.removeChild(body.getChild(0));
  document.saveAndClose();
}

export const surveyOutput: SurveyOutput = {
  drawSheet,
  writeReport(workbookId, docId, name, blocks, sheetName) {
    // Under a name of its own until it is in its place: by it a later run finds what one that died left behind.
    const draft = `cci-${workbookId}-${name}`;
    const known = standing(docId) ?? fileNamed(workbookId, name);
    const left = DriveApp.getFilesByName(draft);
    const id = known?.getId() ?? (left.hasNext() ? left.next().getId() : DocumentApp.create(draft).getId());
    writeBlocks(id, blocks, SpreadsheetApp.openById(workbookId).getSheetByName(sheetName));
    const file = DriveApp.getFileById(id);
    if (known === null) file.moveTo(outputFolder(workbookId)).setName(name);
    return stored(file);
  },
  writeText(workbookId, name, text) {
    const file = fileNamed(workbookId, name);
    if (file === null) outputFolder(workbookId).createFile(name, text, 'application/json');
    else file.setContent(text);
  },
  readText: (workbookId, name) => fileNamed(workbookId, name)?.getBlob().getDataAsString('UTF-8') ?? null,
};

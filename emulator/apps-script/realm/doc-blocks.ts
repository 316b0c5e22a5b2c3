/** Sections, tables and cells: elements whose children are paragraphs and tables. */
import type { DocNode } from '../../workspace/model.ts';
import { Container, detached, imageNode, ListItem, Paragraph } from './doc-containers.ts';
import { Element, HorizontalRule, InlineImage, PageBreak } from './doc-elements.ts';
import { VERTICAL_ALIGNMENTS } from './doc-enums.ts';
import { type DocSession, register } from './doc-session.ts';
import type { EnumValue } from './enums.ts';
import { type Face, refusal, signatureError } from './face.ts';

const cellNode = (session: DocSession, text: string): DocNode =>
  session.node('TABLE_CELL', { children: [session.paragraph(text)] });

function tableNode(session: DocSession, cells: unknown, owner: string): DocNode {
  if (cells === undefined || cells === null) return session.node('TABLE', { children: [] });
  if (cells instanceof Table) return detached(session, cells.node_);
  if (!Array.isArray(cells) || !cells.every((row): row is unknown[] => Array.isArray(row)))
    throw signatureError(`DocumentApp.${owner}`, 'appendTable', [cells]);
  const rows = cells.map((row) => {
    if (!row.every((text): text is string => typeof text === 'string'))
      throw signatureError(`DocumentApp.${owner}`, 'appendTable', [cells]);
    return session.node('TABLE_ROW', { children: row.map((text) => cellNode(session, text)) });
  });
  return session.node('TABLE', { children: rows });
}

/** What a section and a cell share. */
abstract class Blocks extends Container {
  private line(text: unknown, member: string): DocNode {
    if (text instanceof Paragraph && member.endsWith('Paragraph')) return detached(this.session_, text.node_);
    if (text instanceof ListItem && member.endsWith('ListItem')) return detached(this.session_, text.node_);
    if (typeof text !== 'string') throw signatureError(`DocumentApp.${this.className_()}`, member, [text]);
    return this.session_.paragraph(text);
  }

  /** A list item joins the list right before it, or begins a new one. */
  private item(text: unknown, member: string, at?: number): DocNode {
    const node = this.line(text, member);
    if (node.type === 'LIST_ITEM') return node;
    const before = this.children_()[(at ?? this.children_().length) - 1];
    const listId = before?.type === 'LIST_ITEM' ? before.attributes.LIST_ID : undefined;
    return { ...node, type: 'LIST_ITEM', attributes: { LIST_ID: listId ?? `list.${node.id}` } };
  }

  appendParagraph(text: unknown): Paragraph {
    return this.put_(this.line(text, 'appendParagraph'), Paragraph);
  }

  insertParagraph(at: number, text: unknown): Paragraph {
    return this.put_(this.line(text, 'insertParagraph'), Paragraph, at);
  }

  appendListItem(text: unknown): ListItem {
    return this.put_(this.item(text, 'appendListItem'), ListItem);
  }

  insertListItem(at: number, text: unknown): ListItem {
    return this.put_(this.item(text, 'insertListItem', at), ListItem, at);
  }

  appendTable(cells?: unknown): Table {
    return this.put_(tableNode(this.session_, cells, this.className_()), Table);
  }

  insertTable(at: number, cells?: unknown): Table {
    return this.put_(tableNode(this.session_, cells, this.className_()), Table, at);
  }

  /** A picture, a rule or a break stands in a paragraph of its own. */
  protected wrapped<T extends Face>(
    node: DocNode,
    kind: new (session: DocSession, node: DocNode) => T,
    at?: number,
  ): T {
    this.put_(this.session_.node('PARAGRAPH', { children: [node] }), Paragraph, at);
    const face = this.session_.face(node);
    if (!(face instanceof kind)) throw refusal('Invalid argument: element');
    return face;
  }

  appendImage(image: unknown): InlineImage {
    return this.wrapped(imageNode(this.session_, image), InlineImage);
  }

  insertImage(at: number, image: unknown): InlineImage {
    return this.wrapped(imageNode(this.session_, image), InlineImage, at);
  }

  appendHorizontalRule(): HorizontalRule {
    return this.wrapped(this.session_.node('HORIZONTAL_RULE'), HorizontalRule);
  }

  insertHorizontalRule(at: number): HorizontalRule {
    return this.wrapped(this.session_.node('HORIZONTAL_RULE'), HorizontalRule, at);
  }

  setText(text: unknown): this {
    if (typeof text !== 'string') throw signatureError(`DocumentApp.${this.className_()}`, 'setText', [text]);
    const lines = text.split('\n').map((line) => this.session_.paragraph(line));
    this.session_.replaceChildren(this.node_, lines);
    return this;
  }

  override clear(): this {
    this.session_.replaceChildren(this.node_, [this.session_.paragraph('')]);
    return this;
  }
}

function below(node: DocNode, types: readonly string[]): DocNode[] {
  return (node.children ?? []).flatMap((child) => [
    ...(types.includes(child.type) ? [child] : []),
    ...below(child, types),
  ]);
}

abstract class Section extends Blocks {
  private all(types: readonly string[]): Face[] {
    this.session_.read();
    return below(this.node_, types).map((node) => this.session_.face(node));
  }

  /** List items are paragraphs too (https://developers.google.com/apps-script/reference/document/body#getparagraphs). */
  getParagraphs(): Face[] {
    return this.all(['PARAGRAPH', 'LIST_ITEM']);
  }

  getListItems(): Face[] {
    return this.all(['LIST_ITEM']);
  }

  getTables(): Face[] {
    return this.all(['TABLE']);
  }

  getImages(): Face[] {
    return this.all(['INLINE_IMAGE']);
  }
}

/** https://developers.google.com/apps-script/reference/document/body ; lengths are points. */
export class Body extends Section {
  appendPageBreak(): PageBreak {
    return this.wrapped(this.session_.node('PAGE_BREAK'), PageBreak);
  }

  insertPageBreak(at: number): PageBreak {
    return this.wrapped(this.session_.node('PAGE_BREAK'), PageBreak, at);
  }

  private points(name: string): number {
    this.session_.read();
    return Number(this.own_(name));
  }

  getPageWidth(): number {
    return this.points('PAGE_WIDTH');
  }

  setPageWidth(points: number): Body {
    return this.number_('setPageWidth', 'PAGE_WIDTH', points);
  }

  getPageHeight(): number {
    return this.points('PAGE_HEIGHT');
  }

  setPageHeight(points: number): Body {
    return this.number_('setPageHeight', 'PAGE_HEIGHT', points);
  }

  getMarginTop(): number {
    return this.points('MARGIN_TOP');
  }

  setMarginTop(points: number): Body {
    return this.number_('setMarginTop', 'MARGIN_TOP', points);
  }

  getMarginBottom(): number {
    return this.points('MARGIN_BOTTOM');
  }

  setMarginBottom(points: number): Body {
    return this.number_('setMarginBottom', 'MARGIN_BOTTOM', points);
  }

  getMarginLeft(): number {
    return this.points('MARGIN_LEFT');
  }

  setMarginLeft(points: number): Body {
    return this.number_('setMarginLeft', 'MARGIN_LEFT', points);
  }

  getMarginRight(): number {
    return this.points('MARGIN_RIGHT');
  }

  setMarginRight(points: number): Body {
    return this.number_('setMarginRight', 'MARGIN_RIGHT', points);
  }
}

export class HeaderSection extends Section {}
export class FooterSection extends Section {}

/** https://developers.google.com/apps-script/reference/document/table */
export class Table extends Container {
  getNumRows(): number {
    return this.getNumChildren();
  }

  getRow(index: number): TableRow {
    const found = this.getChild(index);
    if (!(found instanceof TableRow)) throw refusal('Invalid argument: rowIndex');
    return found;
  }

  getCell(row: number, cell: number): TableCell {
    return this.getRow(row).getCell(cell);
  }

  appendTableRow(row?: unknown): TableRow {
    return this.put_(rowNode(this.session_, row), TableRow);
  }

  insertTableRow(at: number, row?: unknown): TableRow {
    return this.put_(rowNode(this.session_, row), TableRow, at);
  }

  removeRow(index: number): TableRow {
    const row = this.getRow(index);
    row.removeFromParent();
    return row;
  }

  getBorderColor(): string | null {
    this.session_.read();
    const color = this.own_('BORDER_COLOR');
    return color === null ? null : String(color);
  }

  setBorderColor(color: string): Table {
    return this.words_('setBorderColor', 'BORDER_COLOR', color);
  }

  getBorderWidth(): number {
    this.session_.read();
    return Number(this.own_('BORDER_WIDTH') ?? 1);
  }

  setBorderWidth(points: number): Table {
    return this.number_('setBorderWidth', 'BORDER_WIDTH', points);
  }

  getColumnWidth(column: number): number | null {
    return this.getCell(0, column).getWidth();
  }

  setColumnWidth(column: number, points: number): Table {
    for (const row of this.children_()) {
      const cell = row.children?.[column];
      if (cell !== undefined) this.session_.setAttributes(cell, { WIDTH: points });
    }
    return this;
  }
}

const rowNode = (session: DocSession, row: unknown): DocNode =>
  row instanceof TableRow ? detached(session, row.node_) : session.node('TABLE_ROW', { children: [] });

/** https://developers.google.com/apps-script/reference/document/table-row */
export class TableRow extends Container {
  getNumCells(): number {
    return this.getNumChildren();
  }

  getCell(index: number): TableCell {
    const found = this.getChild(index);
    if (!(found instanceof TableCell)) throw refusal('Invalid argument: cellIndex');
    return found;
  }

  private made(given: unknown, member: string): DocNode {
    if (given instanceof TableCell) return detached(this.session_, given.node_);
    if (given !== undefined && given !== null && typeof given !== 'string')
      throw signatureError('DocumentApp.TableRow', member, [given]);
    return cellNode(this.session_, given ?? '');
  }

  appendTableCell(given?: unknown): TableCell {
    return this.put_(this.made(given, 'appendTableCell'), TableCell);
  }

  insertTableCell(at: number, given?: unknown): TableCell {
    return this.put_(this.made(given, 'insertTableCell'), TableCell, at);
  }

  removeCell(index: number): TableCell {
    const cell = this.getCell(index);
    cell.removeFromParent();
    return cell;
  }

  getMinimumHeight(): number {
    this.session_.read();
    return Number(this.own_('MINIMUM_HEIGHT') ?? 0);
  }

  setMinimumHeight(points: number): TableRow {
    return this.number_('setMinimumHeight', 'MINIMUM_HEIGHT', points);
  }

  getParentTable(): Face | null {
    return this.getParent();
  }
}

/** https://developers.google.com/apps-script/reference/document/table-cell */
export class TableCell extends Blocks {
  getBackgroundColor(): string | null {
    this.session_.read();
    const color = this.own_('BACKGROUND_COLOR');
    return color === null ? null : String(color);
  }

  setBackgroundColor(color: string): TableCell {
    return this.words_('setBackgroundColor', 'BACKGROUND_COLOR', color);
  }

  getWidth(): number | null {
    this.session_.read();
    const width = this.own_('WIDTH');
    return width === null ? null : Number(width);
  }

  setWidth(points: number): TableCell {
    return this.number_('setWidth', 'WIDTH', points);
  }

  getVerticalAlignment(): EnumValue {
    this.session_.read();
    return VERTICAL_ALIGNMENTS.of_(String(this.own_('VERTICAL_ALIGNMENT') ?? 'TOP'));
  }

  setVerticalAlignment(alignment: unknown): TableCell {
    return this.enum_('setVerticalAlignment', 'VERTICAL_ALIGNMENT', alignment);
  }

  setPaddingTop(points: number): TableCell {
    return this.number_('setPaddingTop', 'PADDING_TOP', points);
  }

  setPaddingBottom(points: number): TableCell {
    return this.number_('setPaddingBottom', 'PADDING_BOTTOM', points);
  }

  setPaddingLeft(points: number): TableCell {
    return this.number_('setPaddingLeft', 'PADDING_LEFT', points);
  }

  setPaddingRight(points: number): TableCell {
    return this.number_('setPaddingRight', 'PADDING_RIGHT', points);
  }

  getParentRow(): Face | null {
    return this.getParent();
  }

  getParentTable(): Face | null {
    const row = this.getParent();
    return row instanceof Element ? row.getParent() : null;
  }
}

register('BODY_SECTION', (session, node) => new Body(session, node));
register('HEADER_SECTION', (session, node) => new HeaderSection(session, node));
register('FOOTER_SECTION', (session, node) => new FooterSection(session, node));
register('TABLE', (session, node) => new Table(session, node));
register('TABLE_ROW', (session, node) => new TableRow(session, node));
register('TABLE_CELL', (session, node) => new TableCell(session, node));

/** Elements that hold others: what sections, cells, paragraphs and tables share, and paragraphs themselves. */
import { textOf } from '../../workspace/document-tree.ts';
import type { DocNode } from '../../workspace/model.ts';
import { unwrapBlob } from './blob.ts';
import { call } from './bridge-client.ts';
import { Element, HorizontalRule, InlineImage, PageBreak } from './doc-elements.ts';
import { GLYPH_TYPES, HEADINGS, HORIZONTAL_ALIGNMENTS } from './doc-enums.ts';
import { type DocSession, register } from './doc-session.ts';
import { replaceIn, Text } from './doc-text.ts';
import type { EnumValue } from './enums.ts';
import { type Face, refusal, signatureError } from './face.ts';

/** A picture as the document keeps it: its pixels are its first size. */
export function imageNode(session: DocSession, source: unknown): DocNode {
  if (source instanceof InlineImage) return detached(session, source.node_);
  const blob = unwrapBlob(source);
  const { width, height } = call('Document.imageSize', blob.base64_());
  return session.node('INLINE_IMAGE', {
    attributes: { WIDTH: width, HEIGHT: height },
    image: { mimeType: blob.getContentType() ?? 'image/png', content: blob.base64_() },
  });
}

/** A node that may be put somewhere: one that already stands in a document must be copied first. */
export function detached(session: DocSession, node: DocNode): DocNode {
  if (session.attached(node)) throw refusal('Element must be detached.');
  return node;
}

export abstract class Container extends Element {
  children_(): DocNode[] {
    return this.node_.children ?? [];
  }

  /** Puts a node at a place (the end when none is given) and returns its face. */
  put_<T extends Face>(node: DocNode, kind: new (session: DocSession, node: DocNode) => T, at?: unknown): T {
    const end = this.children_().length;
    const place = at === undefined ? end : Number(at);
    if (!Number.isInteger(place) || place < 0 || place > end)
      throw refusal(
        `Child index (${String(at)}) must be less than or equal to the number of child elements (${end}).`,
      );
    this.session_.insert(this.node_, place, node);
    const face = this.session_.face(node);
    if (!(face instanceof kind)) throw refusal('Invalid argument: element');
    return face;
  }

  getNumChildren(): number {
    this.session_.read();
    return this.children_().length;
  }

  getChild(index: number): Face {
    this.session_.read();
    const found = this.children_()[index];
    if (found === undefined)
      throw refusal(
        `Child index (${index}) must be less than the number of child elements (${this.children_().length}).`,
      );
    return this.session_.face(found);
  }

  getChildIndex(child: unknown): number {
    this.session_.read();
    const index = child instanceof Element ? this.children_().indexOf(child.node_) : -1;
    if (index < 0) throw refusal('Element does not contain the specified child element.');
    return index;
  }

  removeChild(child: unknown): this {
    if (!(child instanceof Element) || !this.children_().includes(child.node_))
      throw refusal('Element does not contain the specified child element.');
    child.removeFromParent();
    return this;
  }

  getText(): string {
    this.session_.read();
    return textOf(this.node_);
  }

  editAsText(): Text {
    return new Text(this.session_, this.node_);
  }

  replaceText(pattern: unknown, replacement: unknown): this {
    replaceIn(this, pattern, replacement);
    return this;
  }

  clear(): this {
    this.session_.replaceChildren(this.node_, []);
    return this;
  }
}

/** What a paragraph and a list item share. */
abstract class Line extends Container {
  appendText(text: unknown): Text {
    if (text instanceof Text) return this.put_(detached(this.session_, text.node_), Text);
    if (typeof text !== 'string')
      throw signatureError(`DocumentApp.${this.className_()}`, 'appendText', [text]);
    return this.put_(this.session_.node('TEXT', { runs: [{ text, style: {} }] }), Text);
  }

  insertText(at: number, text: unknown): Text {
    if (typeof text !== 'string')
      throw signatureError(`DocumentApp.${this.className_()}`, 'insertText', [at, text]);
    return this.put_(this.session_.node('TEXT', { runs: [{ text, style: {} }] }), Text, at);
  }

  setText(text: unknown): void {
    if (typeof text !== 'string') throw signatureError(`DocumentApp.${this.className_()}`, 'setText', [text]);
    this.session_.replaceChildren(this.node_, this.session_.lines(text));
  }

  appendInlineImage(image: unknown): InlineImage {
    return this.put_(imageNode(this.session_, image), InlineImage);
  }

  insertInlineImage(at: number, image: unknown): InlineImage {
    return this.put_(imageNode(this.session_, image), InlineImage, at);
  }

  appendPageBreak(): PageBreak {
    return this.put_(this.session_.node('PAGE_BREAK'), PageBreak);
  }

  appendHorizontalRule(): HorizontalRule {
    return this.put_(this.session_.node('HORIZONTAL_RULE'), HorizontalRule);
  }

  getHeading(): EnumValue {
    this.session_.read();
    return HEADINGS.of_(String(this.own_('HEADING') ?? 'NORMAL'));
  }

  setHeading(heading: unknown): this {
    return this.enum_('setHeading', 'HEADING', heading);
  }

  getAlignment(): EnumValue | null {
    this.session_.read();
    const value = this.own_('HORIZONTAL_ALIGNMENT');
    return value === null ? null : HORIZONTAL_ALIGNMENTS.of_(String(value));
  }

  setAlignment(alignment: unknown): this {
    return this.enum_('setAlignment', 'HORIZONTAL_ALIGNMENT', alignment);
  }

  private length_(name: string): number | null {
    this.session_.read();
    const value = this.own_(name);
    return value === null ? null : Number(value);
  }

  getSpacingBefore(): number | null {
    return this.length_('SPACING_BEFORE');
  }

  setSpacingBefore(points: number): this {
    return this.number_('setSpacingBefore', 'SPACING_BEFORE', points);
  }

  getSpacingAfter(): number | null {
    return this.length_('SPACING_AFTER');
  }

  setSpacingAfter(points: number): this {
    return this.number_('setSpacingAfter', 'SPACING_AFTER', points);
  }

  getLineSpacing(): number | null {
    return this.length_('LINE_SPACING');
  }

  setLineSpacing(multiplier: number): this {
    return this.number_('setLineSpacing', 'LINE_SPACING', multiplier);
  }

  getIndentStart(): number | null {
    return this.length_('INDENT_START');
  }

  setIndentStart(points: number): this {
    return this.number_('setIndentStart', 'INDENT_START', points);
  }

  getIndentEnd(): number | null {
    return this.length_('INDENT_END');
  }

  setIndentEnd(points: number): this {
    return this.number_('setIndentEnd', 'INDENT_END', points);
  }

  getIndentFirstLine(): number | null {
    return this.length_('INDENT_FIRST_LINE');
  }

  setIndentFirstLine(points: number): this {
    return this.number_('setIndentFirstLine', 'INDENT_FIRST_LINE', points);
  }

  setLinkUrl(url: string): this {
    return this.words_('setLinkUrl', 'LINK_URL', url);
  }
}

/** https://developers.google.com/apps-script/reference/document/paragraph */
export class Paragraph extends Line {}

/** https://developers.google.com/apps-script/reference/document/list-item */
export class ListItem extends Line {
  getGlyphType(): EnumValue {
    this.session_.read();
    return GLYPH_TYPES.of_(String(this.own_('GLYPH_TYPE') ?? 'NUMBER'));
  }

  setGlyphType(glyph: unknown): ListItem {
    return this.enum_('setGlyphType', 'GLYPH_TYPE', glyph);
  }

  getNestingLevel(): number {
    this.session_.read();
    return Number(this.own_('NESTING_LEVEL') ?? 0);
  }

  setNestingLevel(level: number): ListItem {
    return this.number_('setNestingLevel', 'NESTING_LEVEL', level);
  }

  getListId(): string {
    this.session_.read();
    return String(this.own_('LIST_ID'));
  }

  setListId(item: unknown): ListItem {
    if (!(item instanceof ListItem)) throw signatureError('DocumentApp.ListItem', 'setListId', [item]);
    return this.set_({ LIST_ID: item.own_('LIST_ID') });
  }
}

register('PARAGRAPH', (session, node) => new Paragraph(session, node));
register('LIST_ITEM', (session, node) => new ListItem(session, node));

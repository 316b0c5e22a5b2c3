/**
 * Elements of a document and what all share: place in the tree, attributes, copies
 * (https://developers.google.com/apps-script/reference/document/element).
 */
import { TEXT_ATTRIBUTES } from '../../workspace/document-tree.ts';
import type { DocNode } from '../../workspace/model.ts';
import { Blob } from './blob.ts';
import { ATTRIBUTES, ELEMENT_TYPES, ENUM_VALUES } from './doc-enums.ts';
import { type DocSession, register } from './doc-session.ts';
import { EnumValue, enumName } from './enums.ts';
import { Face, refusal, signatureError } from './face.ts';

export type Values = Record<string, string | number | boolean | null>;

const camel = (type: string): string =>
  type.toLowerCase().replace(/(^|_)([a-z])/g, (_all, _gap, letter: string) => letter.toUpperCase());

/** `BODY_SECTION` is called Body, the others as their type. */
const classOf = (type: string): string => (type === 'BODY_SECTION' ? 'Body' : camel(type));

/** Values as a script gives them: keys of `DocumentApp.Attribute`, enumerations by name. */
export function attributeValues(given: unknown): Values {
  if (typeof given !== 'object' || given === null) throw refusal('Invalid argument: attributes');
  const out: Values = {};
  for (const [key, value] of Object.entries(given)) {
    ATTRIBUTES.of_(key);
    const plain: unknown = typeof value === 'object' && value !== null ? String(value) : value;
    if (
      plain === null ||
      typeof plain === 'string' ||
      typeof plain === 'number' ||
      typeof plain === 'boolean'
    )
      out[key] = plain;
    else throw refusal(`Invalid argument: attributes (${key})`);
  }
  return out;
}

export abstract class Element extends Face {
  readonly session_: DocSession;
  readonly node_: DocNode;

  constructor(session: DocSession, node: DocNode) {
    super();
    this.session_ = session;
    this.node_ = node;
  }

  className_(): string {
    return classOf(this.node_.type);
  }

  /** Value of an attribute of this element's own. */
  own_(name: string): string | number | boolean | null {
    return this.node_.attributes[name] ?? null;
  }

  set_(values: Values): this {
    this.session_.setAttributes(this.node_, values);
    return this;
  }

  /** A number, or the platform's refusal. */
  number_(method: string, name: string, value: unknown): this {
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw signatureError(`DocumentApp.${this.className_()}`, method, [value]);
    return this.set_({ [name]: value });
  }

  /** A text (`null` takes it away), or the platform's refusal. */
  words_(method: string, name: string, value: unknown): this {
    if (typeof value !== 'string' && value !== null)
      throw signatureError(`DocumentApp.${this.className_()}`, method, [value]);
    return this.set_({ [name]: value });
  }

  /** A value of an enumeration, or the platform's refusal. */
  enum_(method: string, name: string, value: unknown): this {
    if (!(value instanceof EnumValue))
      throw signatureError(`DocumentApp.${this.className_()}`, method, [value]);
    return this.set_({ [name]: enumName(value) });
  }

  getType(): EnumValue {
    return ELEMENT_TYPES.of_(this.node_.type);
  }

  getParent(): Face | null {
    const parent = this.session_.parent(this.node_);
    return parent === null ? null : this.session_.face(parent);
  }

  private sibling(step: number): Face | null {
    this.session_.read();
    const children = this.session_.parent(this.node_)?.children ?? [];
    const found = children[children.indexOf(this.node_) + step];
    return found === undefined ? null : this.session_.face(found);
  }

  getNextSibling(): Face | null {
    return this.sibling(1);
  }

  getPreviousSibling(): Face | null {
    return this.sibling(-1);
  }

  getAttributes(): Record<string, unknown> {
    this.session_.read();
    const out: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(this.node_.attributes))
      out[name] = ENUM_VALUES[name]?.of_(String(value)) ?? value;
    return out;
  }

  setAttributes(attributes: unknown): this {
    return this.set_(attributeValues(attributes));
  }

  copy(): Face {
    return this.session_.face(this.session_.copy(this.node_));
  }

  /** A section always keeps one paragraph: the last one cannot be taken out. */
  removeFromParent(): Face {
    const parent = this.session_.parent(this.node_);
    if (parent === null) throw refusal('Element must have a parent to be removed.');
    const blocks = (parent.children ?? []).filter((child) => child.type !== 'TABLE');
    if (/_SECTION$|^TABLE_CELL$/.test(parent.type) && blocks.length === 1 && blocks[0] === this.node_) {
      throw refusal("Can't remove the last paragraph in a document section.");
    }
    this.session_.change([{ do: 'remove', node: this.node_.id }]);
    return this;
  }
}

/** `asParagraph` and its like: the same object, or the platform's refusal. */
for (const type of [
  'BODY_SECTION',
  'FOOTER_SECTION',
  'FOOTNOTE',
  'FOOTNOTE_SECTION',
  'HEADER_SECTION',
  'HORIZONTAL_RULE',
  'INLINE_IMAGE',
  'LIST_ITEM',
  'PAGE_BREAK',
  'PARAGRAPH',
  'TABLE',
  'TABLE_CELL',
  'TABLE_ROW',
  'TEXT',
]) {
  const method = `as${classOf(type)}`;
  Object.defineProperty(Element.prototype, method, {
    value(this: Element) {
      if (this.node_.type !== type)
        throw refusal(`${camel(this.node_.type)} can't be cast to ${camel(type)}.`);
      return this;
    },
  });
}

export class PageBreak extends Element {}
export class HorizontalRule extends Element {}

/** Width and height are pixels (https://developers.google.com/apps-script/reference/document/inline-image#setwidthwidth). */
export class InlineImage extends Element {
  getWidth(): number {
    this.session_.read();
    return Number(this.own_('WIDTH'));
  }

  setWidth(width: number): InlineImage {
    return this.number_('setWidth', 'WIDTH', width);
  }

  getHeight(): number {
    this.session_.read();
    return Number(this.own_('HEIGHT'));
  }

  setHeight(height: number): InlineImage {
    return this.number_('setHeight', 'HEIGHT', height);
  }

  getLinkUrl(): string | null {
    this.session_.read();
    const url = this.own_('LINK_URL');
    return url === null ? null : String(url);
  }

  setLinkUrl(url: string): InlineImage {
    return this.words_('setLinkUrl', 'LINK_URL', url);
  }

  getBlob(): Blob {
    this.session_.read();
    const { image } = this.node_;
    return new Blob(image?.content ?? '', image?.mimeType ?? null, null);
  }
}

register('PAGE_BREAK', (session, node) => new PageBreak(session, node));
register('HORIZONTAL_RULE', (session, node) => new HorizontalRule(session, node));
register('INLINE_IMAGE', (session, node) => new InlineImage(session, node));

/** Names of the attributes that letters have, for the text classes. */
export const isTextAttribute = (name: string): boolean => TEXT_ATTRIBUTES.has(name);

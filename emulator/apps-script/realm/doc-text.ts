/**
 * Text of a document: one stretch, or all text below an element as `editAsText` gives it, with ranges by UTF-16 units
 * (https://developers.google.com/apps-script/reference/document/text).
 */
import { cutRuns, joinRuns, plainText, textOf, textsOf } from '../../workspace/document-tree.ts';
import type { DocNode, DocRun } from '../../workspace/model.ts';
import { attributeValues, Element, isTextAttribute, type Values } from './doc-elements.ts';
import { register } from './doc-session.ts';
import { refusal, signatureError } from './face.ts';

interface Part {
  node: DocNode;
  from: number;
}

/** Patterns of `replaceText`: what RE2 lacks is refused. Groups only group (https://developers.google.com/apps-script/reference/document/body#replacetextsearchpattern,-replacement). */
export function searchPattern(source: unknown): RegExp {
  if (typeof source !== 'string' || source === '') throw refusal('Invalid argument: searchPattern');
  if (/\(\?<?[=!]|\\[1-9]|\(\?<[a-z]/i.test(source))
    throw refusal(`Invalid regular expression pattern ${source}`);
  try {
    return new RegExp(source, 'gu');
  } catch {
    throw refusal(`Invalid regular expression pattern ${source}`);
  }
}

/** A text's runs with every match replaced; a replacement takes the look of the match's first letter. */
function replacedRuns(node: DocNode, pattern: RegExp, replacement: string): DocRun[] | null {
  const runs = node.runs ?? [];
  const text = plainText(node);
  const out: DocRun[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue;
    out.push(...cutRuns(runs, from, match.index));
    const style = cutRuns(runs, match.index, match.index + 1)[0]?.style ?? {};
    out.push({ text: replacement, style });
    from = match.index + match[0].length;
  }
  return from === 0 ? null : joinRuns([...out, ...cutRuns(runs, from, text.length)]);
}

/** `replaceText` of any element. */
export function replaceIn(element: Element, source: unknown, replacement: unknown): void {
  if (typeof replacement !== 'string')
    throw signatureError(`DocumentApp.${element.className_()}`, 'replaceText', [source, replacement]);
  const pattern = searchPattern(source);
  const edits = textsOf(element.node_).flatMap((node) => {
    const runs = replacedRuns(node, pattern, replacement);
    return runs === null ? [] : [{ node, runs }];
  });
  if (edits.length === 0) element.session_.read();
  else element.session_.setRuns(edits);
}

export class Text extends Element {
  override className_(): string {
    return 'Text';
  }

  /** The stretches in order, with where each begins in `getText`. */
  private parts(): Part[] {
    const out: Part[] = [];
    let at = 0;
    let block: DocNode | null = null;
    for (const node of textsOf(this.node_)) {
      const parent = this.session_.parent(node);
      if (out.length > 0 && parent !== block) at += 1;
      block = parent;
      out.push({ node, from: at });
      at += plainText(node).length;
    }
    return out;
  }

  /** Sets looks of all text, or of the units `from` … `to` (inclusive). */
  private style(from: number | null, to: number | null, values: Values): Text {
    if (from === null || to === null) {
      this.session_.setAttributes(this.node_, values);
      return this;
    }
    const length = textOf(this.node_).length;
    if (from < 0 || to < from || to >= length)
      throw refusal(`Index (${to}) must be less than the content length (${length}).`);
    const edits = this.parts().flatMap(({ node, from: begin }) => {
      const runs = node.runs ?? [];
      const end = plainText(node).length;
      const a = Math.max(0, from - begin);
      const b = Math.min(end, to + 1 - begin);
      if (a >= b) return [];
      const middle = cutRuns(runs, a, b).map((run) => {
        for (const [name, value] of Object.entries(values)) {
          if (value === null) delete run.style[name];
          else if (isTextAttribute(name)) run.style[name] = value;
        }
        return run;
      });
      return [{ node, runs: joinRuns([...cutRuns(runs, 0, a), ...middle, ...cutRuns(runs, b, end)]) }];
    });
    this.session_.setRuns(edits);
    return this;
  }

  /** `setX(value)` or `setX(from, to, value)`. */
  styled_(method: string, name: string, kind: string, args: readonly unknown[]): Text {
    const value = args[args.length - 1];
    const [from, to] = args.length === 3 ? args : [null, null];
    const fits = value === null ? kind === 'string' : typeof value === kind;
    const ranged = args.length === 3 && Number.isInteger(from) && Number.isInteger(to);
    if (!fits || (args.length !== 1 && !ranged)) throw signatureError('DocumentApp.Text', method, args);
    const plain: Values = { [name]: typeof value === 'object' ? null : (value as string | number | boolean) };
    return ranged ? this.style(Number(from), Number(to), plain) : this.style(null, null, plain);
  }

  /** The look at an offset; without one the look of all, null where it differs. */
  looked_(name: string, offset?: unknown): string | number | boolean | null {
    this.session_.read();
    const found = new Set<string | number | boolean | null>();
    for (const { node, from } of this.parts()) {
      let at = from;
      for (const run of node.runs ?? []) {
        const here =
          offset === undefined ||
          offset === null ||
          (Number(offset) >= at && Number(offset) < at + run.text.length);
        if (here) found.add(run.style[name] ?? this.inherited(node, name));
        at += run.text.length;
      }
    }
    const [only] = found;
    return found.size === 1 && only !== undefined ? only : null;
  }

  private inherited(node: DocNode, name: string): string | number | boolean | null {
    let at: DocNode | null = this.session_.parent(node);
    while (at !== null) {
      const value = at.attributes[name];
      // A cell's colour is the cell's, not that of its letters.
      const cells = name === 'BACKGROUND_COLOR' && at.type === 'TABLE_CELL';
      if (value !== undefined && !cells) return value;
      at = this.session_.parent(at);
    }
    return null;
  }

  getText(): string {
    this.session_.read();
    return textOf(this.node_);
  }

  private only(method: string): DocNode {
    if (this.node_.type === 'TEXT') return this.node_;
    const texts = textsOf(this.node_);
    const [first] = texts;
    if (texts.length === 1 && first !== undefined) return first;
    throw refusal(`複数の段にまたがる文の ${method} はエミュレーターに実装されていません。`);
  }

  setText(text: unknown): Text {
    if (typeof text !== 'string') throw signatureError('DocumentApp.Text', 'setText', [text]);
    const node = this.only('setText');
    const style = node.runs?.[0]?.style ?? {};
    this.session_.setRuns([{ node, runs: joinRuns([{ text, style }]) }]);
    return this;
  }

  appendText(text: unknown): Text {
    if (typeof text !== 'string') throw signatureError('DocumentApp.Text', 'appendText', [text]);
    const node = this.only('appendText');
    const runs = node.runs ?? [];
    const style = runs[runs.length - 1]?.style ?? {};
    this.session_.setRuns([{ node, runs: joinRuns([...runs, { text, style }]) }]);
    return this;
  }

  insertText(offset: number, text: unknown): Text {
    if (typeof text !== 'string') throw signatureError('DocumentApp.Text', 'insertText', [offset, text]);
    const node = this.only('insertText');
    const runs = node.runs ?? [];
    const style = cutRuns(runs, Math.max(0, offset - 1), Math.max(1, offset))[0]?.style ?? {};
    const end = plainText(node).length;
    this.session_.setRuns([
      { node, runs: joinRuns([...cutRuns(runs, 0, offset), { text, style }, ...cutRuns(runs, offset, end)]) },
    ]);
    return this;
  }

  deleteText(from: number, to: number): Text {
    const node = this.only('deleteText');
    const runs = node.runs ?? [];
    const end = plainText(node).length;
    this.session_.setRuns([
      { node, runs: joinRuns([...cutRuns(runs, 0, from), ...cutRuns(runs, to + 1, end)]) },
    ]);
    return this;
  }

  replaceText(pattern: unknown, replacement: unknown): Text {
    replaceIn(this, pattern, replacement);
    return this;
  }

  editAsText(): Text {
    return this;
  }

  override setAttributes(...args: unknown[]): this {
    if (args.length === 3) this.style(Number(args[0]), Number(args[1]), attributeValues(args[2]));
    else this.style(null, null, attributeValues(args[0]));
    return this;
  }

  setBold(...args: unknown[]): Text {
    return this.styled_('setBold', 'BOLD', 'boolean', args);
  }

  isBold(offset?: number): boolean | null {
    return flag(this.looked_('BOLD', offset));
  }

  setItalic(...args: unknown[]): Text {
    return this.styled_('setItalic', 'ITALIC', 'boolean', args);
  }

  isItalic(offset?: number): boolean | null {
    return flag(this.looked_('ITALIC', offset));
  }

  setUnderline(...args: unknown[]): Text {
    return this.styled_('setUnderline', 'UNDERLINE', 'boolean', args);
  }

  isUnderline(offset?: number): boolean | null {
    return flag(this.looked_('UNDERLINE', offset));
  }

  setStrikethrough(...args: unknown[]): Text {
    return this.styled_('setStrikethrough', 'STRIKETHROUGH', 'boolean', args);
  }

  isStrikethrough(offset?: number): boolean | null {
    return flag(this.looked_('STRIKETHROUGH', offset));
  }

  setFontSize(...args: unknown[]): Text {
    return this.styled_('setFontSize', 'FONT_SIZE', 'number', args);
  }

  getFontSize(offset?: number): number | null {
    const size = this.looked_('FONT_SIZE', offset);
    return size === null ? null : Number(size);
  }

  setFontFamily(...args: unknown[]): Text {
    return this.styled_('setFontFamily', 'FONT_FAMILY', 'string', args);
  }

  getFontFamily(offset?: number): string | null {
    return word(this.looked_('FONT_FAMILY', offset));
  }

  setForegroundColor(...args: unknown[]): Text {
    return this.styled_('setForegroundColor', 'FOREGROUND_COLOR', 'string', args);
  }

  getForegroundColor(offset?: number): string | null {
    return word(this.looked_('FOREGROUND_COLOR', offset));
  }

  setBackgroundColor(...args: unknown[]): Text {
    return this.styled_('setBackgroundColor', 'BACKGROUND_COLOR', 'string', args);
  }

  getBackgroundColor(offset?: number): string | null {
    return word(this.looked_('BACKGROUND_COLOR', offset));
  }

  setLinkUrl(...args: unknown[]): Text {
    return this.styled_('setLinkUrl', 'LINK_URL', 'string', args);
  }

  getLinkUrl(offset?: number): string | null {
    return word(this.looked_('LINK_URL', offset));
  }
}

const flag = (value: string | number | boolean | null): boolean | null =>
  value === null ? null : value === true;
const word = (value: string | number | boolean | null): string | null =>
  value === null ? null : String(value);

register('TEXT', (session, node) => new Text(session, node));

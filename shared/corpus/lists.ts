/** Where a numbered line belongs below an article: the next of an open list, or the first of a deeper one. */
import { type Draft, draft } from './draft.ts';
import type { ListLabel, ListStyle } from './labels.ts';
import type { UnitKind } from './model.ts';

export interface Level {
  readonly style: ListStyle;
  last: number;
  readonly node: Draft;
}

/** Styles in which paragraphs (項) are counted; a bare 一 is an item. */
const paragraphStyles: readonly ListStyle[] = ['arabic', 'circled', 'paren-arabic', 'kanji'];
/** Styles an item (号) can have below a paragraph that has a text. */
const deepest = 6;

/** The article (or 附則) that is filled, and its open levels, outermost first. */
export class Lists {
  private levels: Level[] = [];
  readonly container: Draft;
  /** Numbers may be left out (抄). */
  private readonly excerpt: boolean;

  constructor(container: Draft, excerpt: boolean) {
    this.container = container;
    this.excerpt = excerpt;
  }

  /** Where text goes now. */
  get current(): Draft {
    return this.levels[this.levels.length - 1]?.node ?? this.container;
  }

  private get hasParagraphs(): boolean {
    return this.container.children.some(({ kind }) => kind === 'paragraph');
  }

  private get isBare(): boolean {
    return this.container.lines.length === 0 && this.container.children.length === 0;
  }

  /** Opens the unit for the likeliest reading of a label; null where none fits. */
  place(labels: readonly ListLabel[], line: number): Draft | null {
    for (const label of labels) {
      const node = this.next(label, line);
      if (node !== null) return node;
    }
    for (const label of labels) {
      const node = this.begin(label, line) ?? this.secondParagraph(label, line);
      if (node !== null) return node;
    }
    for (const label of labels) {
      const node = this.further(label, line);
      if (node !== null) return node;
    }
    return null;
  }

  /** The next number of an open list, the innermost first. */
  private next(label: ListLabel, line: number): Draft | null {
    for (let at = this.levels.length - 1; at >= 0; at -= 1) {
      const level = this.levels[at];
      if (level?.style !== label.style) continue;
      const isBranch = label.branched.includes('の') && label.value === level.last;
      if (label.value === level.last + 1 || isBranch) return this.sibling(at, label, line);
    }
    return null;
  }

  /** A first number opens a list inside of what is open. */
  private begin(label: ListLabel, line: number): Draft | null {
    if (label.value !== 1 || this.levels.length >= deepest) return null;
    if (this.isBare && this.levels.length === 0) {
      const asParagraph = label.style === 'arabic' || label.style === 'circled';
      return this.push(label, asParagraph ? 'paragraph' : 'item', line);
    }
    // A second list of the same style in the same place would double its addresses.
    const top = this.levels[this.levels.length - 1];
    if (top !== undefined && top.style === label.style && top.last === 1 && top.node.lines.length === 0)
      return null;
    const depth = this.levels.filter(({ node }) => node.kind !== 'paragraph').length;
    return this.push(label, depth === 0 ? 'item' : 'subitem', line);
  }

  /** 2 after an unnumbered text: that was the first paragraph. */
  private secondParagraph(label: ListLabel, line: number): Draft | null {
    if (label.value !== 2 || this.hasParagraphs || this.isBare) return null;
    if (!paragraphStyles.includes(label.style)) return null;
    const first = draft('paragraph', '第1項', this.container.line);
    first.lines = this.container.lines;
    first.children = this.container.children;
    this.container.lines = [];
    this.container.children = [first];
    this.levels = [{ style: label.style, last: 1, node: first }];
    return this.sibling(0, label, line);
  }

  /** A number out of its turn: kept in the list of its style; the numbering check names it. */
  private further(label: ListLabel, line: number): Draft | null {
    for (let at = this.levels.length - 1; at >= 0; at -= 1) {
      const level = this.levels[at];
      if (level?.style !== label.style) continue;
      if (label.value <= level.last + 20) return this.sibling(at, label, line);
    }
    if (!this.excerpt || label.style !== 'arabic') return null;
    this.levels = [];
    return this.push(label, 'paragraph', line);
  }

  private sibling(at: number, label: ListLabel, line: number): Draft {
    const kind = this.levels[at]?.node.kind ?? 'item';
    this.levels = this.levels.slice(0, at);
    return this.push(label, kind, line);
  }

  private push(label: ListLabel, kind: UnitKind, line: number): Draft {
    const own =
      kind === 'paragraph'
        ? `第${label.value}項`
        : kind === 'item'
          ? `第${label.branched.replace(/^([0-9]+)/, '$1号')}`
          : label.shown;
    const node = draft(kind, own, line);
    if (label.rest !== '') node.lines.push(label.rest);
    this.current.children.push(node);
    this.levels.push({ style: label.style, last: label.value, node });
    return node;
  }
}

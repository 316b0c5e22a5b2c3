/** Numbered lists below a heading of a guide: (1) and ①, and one more list inside of their items. */
import { type Draft, draft } from './draft.ts';
import type { ListLabel, ListStyle } from './labels.ts';

/** What counts in guides beside their headings; 1. and 一 may be headings or sentences and stay text. */
export const itemStyles: readonly ListStyle[] = ['paren-arabic', 'circled', 'aiueo', 'iroha', 'alpha'];

/** The end of an address that names an item: 2-1-3(1)①. Circled numbers as `labels.ts` reads them. */
export const likeItem =
  /(?:\([0-9]+\)|[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]|(?<=\)|[\u2460-\u2473])[ア-ンa-z])$/u;

/** The section that an item belongs to: 2-1-3(1)① → 2-1-3. */
export const sectionOfItem = (address: string): string => address.replace(likeItem, '').replace(likeItem, '');

interface Level {
  readonly style: ListStyle;
  last: number;
  readonly node: Draft;
}

/** The open lists of one section, the outer one first; at most two. */
export class SectionLists {
  readonly container: Draft;
  private levels: Level[] = [];

  constructor(container: Draft) {
    this.container = container;
  }

  get current(): Draft {
    return this.levels[this.levels.length - 1]?.node ?? this.container;
  }

  /** Opens an item where a label goes on, or begins at 1; false where it does neither: the line is text. */
  place(labels: readonly ListLabel[], line: number): boolean {
    for (let at = this.levels.length - 1; at >= 0; at -= 1) {
      const level = this.levels[at];
      const next = labels.find(({ style, value }) => style === level?.style && value === level.last + 1);
      if (next === undefined) continue;
      this.levels = this.levels.slice(0, at);
      return this.open(next, line);
    }
    const first = labels.find(
      ({ style, value }) => value === 1 && !this.levels.some((level) => level.style === style),
    );
    // ア and a stand only inside of (1) or ①: alone they may begin a sentence.
    const isInner = first !== undefined && !['paren-arabic', 'circled'].includes(first.style);
    if (first === undefined || this.levels.length >= 2 || (isInner && this.levels.length === 0)) return false;
    // A second list of one style in one place would double its addresses.
    if (this.current.children.some(({ own }) => own === first.shown)) return false;
    return this.open(first, line);
  }

  private open(label: ListLabel, line: number): boolean {
    const node = draft(this.levels.length === 0 ? 'item' : 'subitem', label.shown, line);
    if (label.rest !== '') node.lines.push(label.rest);
    this.current.children.push(node);
    this.levels.push({ style: label.style, last: label.value, node });
    return true;
  }
}

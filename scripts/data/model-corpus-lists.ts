/** Which lines of a model text Word numbers by itself: those whose written number is the one that its list would show. */
import { formatNumber } from '../../shared/corpus/read/number-format.ts';
import type { Block } from './model-corpus-text.ts';

export interface ListPlace {
  readonly numId: number;
  readonly level: number;
  /** As the text of record has it, with the blank behind it; Word shows it, the paragraph does not hold it. */
  readonly label: string;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** Articles, and their paragraphs from the second on. */
const articles: readonly Level[] = [
  { format: 'japaneseCounting', text: '第%1条', start: 1 },
  { format: 'decimalFullWidth', text: '%2', start: 2 },
];
/** Items of a paragraph: each run of them is a list of its own that begins anew. */
const items: readonly Level[] = [
  { format: 'japaneseCounting', text: '%1', start: 1 },
  { format: 'irohaFullWidth', text: '%2', start: 1 },
];
const steps: readonly Level[] = [{ format: 'decimal', text: '%1.', start: 1 }];
const dots: readonly Level[] = [{ format: 'bullet', text: '・', start: 1 }];
const kinds = [articles, items, steps, dots] as const;
const [articleKind, itemKind, stepKind, dotKind] = [0, 1, 2, 3] as const;

/** Kind of each list of the document; list 1 is the first. */
export type Lists = readonly (0 | 1 | 2 | 3)[];

const shown = (level: Level, at: number, value: number): string =>
  level.text.replace(`%${at + 1}`, formatNumber(value, level.format));

/** Counts as Word does and gives each block its place, where the automatic number is the written one. */
class Counter {
  readonly places: (ListPlace | undefined)[] = [];
  readonly lists: (0 | 1 | 2 | 3)[] = [articleKind];
  private article = 0;
  private paragraph = 1;
  private item = 0;
  private sub = 0;
  /** Articles and paragraphs are counted; items outside of an article are typed. */
  private isOpen = true;

  take(block: Block, isAutomatic: boolean): ListPlace | undefined {
    if (block.kind === 'step' || block.kind === 'dot') {
      if (block.kind === 'dot' || block.isFirst) this.lists.push(block.kind === 'dot' ? dotKind : stepKind);
      return { numId: this.lists.length, level: 0, label: '' };
    }
    if (block.kind === 'heading' && block.text.startsWith('附')) this.isOpen = false;
    if (block.kind !== 'text' || !isAutomatic || !this.isOpen) return undefined;
    const label = /^(\S+?)\u3000/.exec(block.text)?.[1];
    return label === undefined ? undefined : this.numbered(label);
  }

  private numbered(label: string): ListPlace | undefined {
    const place = (numId: number, level: number) => ({ numId, level, label: `${label}\u3000` });
    const is = (kind: 0 | 1, level: number, value: number): boolean => {
      const own = kinds[kind][level];
      return own !== undefined && shown(own, level, value) === label;
    };
    if (is(articleKind, 0, this.article + 1)) {
      this.article += 1;
      this.paragraph = 1;
      return place(1, 0);
    }
    if (is(articleKind, 1, this.paragraph + 1)) {
      this.paragraph += 1;
      return place(1, 1);
    }
    if (is(itemKind, 0, 1)) {
      this.lists.push(itemKind);
      this.item = 1;
      this.sub = 0;
      return place(this.lists.length, 0);
    }
    if (is(itemKind, 0, this.item + 1)) {
      this.item += 1;
      this.sub = 0;
      return place(this.lists.length, 0);
    }
    if (!is(itemKind, 1, this.sub + 1)) return undefined;
    this.sub += 1;
    return place(this.lists.length, 1);
  }
}

/** Places of the blocks in lists, and the lists. */
export function listNumbers(
  blocks: readonly Block[],
  isAutomatic: boolean,
): { readonly places: readonly (ListPlace | undefined)[]; readonly lists: Lists } {
  const counter = new Counter();
  const places = blocks.map((block) => counter.take(block, isAutomatic));
  return { places, lists: counter.lists };
}

/** Definitions of the lists (`w:abstractNum`) and the lists themselves (`w:num`), each starting anew. */
export function numberingPart(lists: Lists): string {
  const definitions = kinds.map((levels, kind) => {
    const own = levels.map(
      ({ format, text, start }, at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:suff w:val="space"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${at * 210 + 210}" w:hanging="210"/></w:pPr></w:lvl>`,
    );
    return `<w:abstractNum w:abstractNumId="${kind}"><w:multiLevelType w:val="multilevel"/>${own.join('')}</w:abstractNum>`;
  });
  const used = lists.map(
    (kind, at) =>
      `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${kind}"/>${kind === articleKind ? '' : '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'}</w:num>`,
  );
  return definitions.join('') + used.join('');
}

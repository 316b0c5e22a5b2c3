/** Documents without articles: numbered headings, questions and answers, headed sections, or nothing of these. */
import { foldAscii } from '../text/width.ts';
import type { Built } from './articles.ts';
import { callerOf, type Draft, draft } from './draft.ts';
import { appendixLabel } from './endings.ts';
import type { Line } from './head.ts';
import { divisionLabel, listLabels, trimLine } from './labels.ts';
import { itemStyles, likeItem, SectionLists } from './section-lists.ts';

interface Opening {
  /** What an address shows. */
  readonly own: string;
  readonly heading: string;
  /** 1 for the highest; questions and sections go below divisions. */
  readonly level: number;
  readonly numbers: readonly number[];
}

const hyphens = '[-‐‑–—―−－.．・]';
const dotted = new RegExp(
  `^([0-9０-９]{1,3}(?:${hyphens}[0-9０-９]{1,3}){1,4})(?:[.．、]?[\\s\\u3000]+|[.．、](?![0-9０-９])|(?=[^0-9０-９\\s.．,，-])|$)(.*)$`,
);
const single =
  /^(?:([0-9０-９]{1,2})(?:[.．、](?![0-9０-９])|[\s\u3000]+)|([\u2160-\u216b]|[IVX]{1,4})(?:[.．、]|[\s\u3000]+))[\s\u3000]*(\S.*)$/;
const question =
  /^[【［[〔]?(?:(問|質問|Ｑ|Q|ｑ|q)[\s\u3000]*([0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,3})?)?)[】］\]〕]?(?:[\s\u3000.．:：、)）]+|$)(.*)$/;
const answer =
  /^[【［[〔]?(?:答え?|回答|Ａ|A|ａ|a)[\s\u3000]*(?:[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,3})?)?[】］\]〕]?(?:[\s\u3000.．:：、)）]+|$)(.*)$/;
/** A number that belongs to an amount or a date is no heading. */
const counted = /^(?:年|月|日|人|名|円|万|億|件|部|回|％|%|個|社|所|時|分|箇|か月|ヶ月|カ月|条|項|号)/;

/** How many questions the document asks. */
export function countQuestions(lines: readonly Line[]): number {
  return lines.filter(({ text, kind }) => kind !== 'table-row' && question.test(text)).length;
}

function dottedHeading({ text, kind }: Line): Opening | null {
  const found = dotted.exec(text);
  if (found === null) return null;
  const written = foldAscii(found[1] ?? '')
    .replace(/[‐‑–—―−]/g, '-')
    .replace(/・/g, '.');
  const heading = trimLine(found[2] ?? '');
  if ((kind !== 'heading' && counted.test(heading)) || heading.length > 60 || /。$/.test(heading))
    return null;
  const numbers = written.split(/[-.]/).map(Number);
  return { own: written, heading, level: numbers.length, numbers };
}

/** True where `next` goes on from `last`: 1-2-3 → 1-2-4, 1-3-1, 2-1-1, or one level deeper. */
function follows(last: readonly number[], next: readonly number[]): boolean {
  if (last.length === 0) return next.every((part) => part <= 1);
  for (let at = 0; at < next.length; at += 1) {
    const was = last[at] ?? 0;
    const is = next[at] ?? 0;
    if (is === was) continue;
    return is > was && is <= was + 3 && next.slice(at + 1).every((part) => part <= 1);
  }
  return false;
}

/** Headings that read like an article's address are set in 「」 when they serve as one. */
const likeAddress = /^(?:附則|別表|様式|別紙|別添|別図|別記|目次|第[0-9]+[条項号編章節款目])/;

/** A section whose heading is its address; what cannot stand in an address stays in the heading. */
function named(words: string, at: number): Draft {
  const safe = words
    .replace(/[〔〘]/g, '［')
    .replace(/[〕〙]/g, '］')
    .replace(/［重複/g, '［ 重複');
  return draft(
    'section',
    likeAddress.test(safe) || likeItem.test(safe) ? `「${safe}」` : safe,
    at,
    safe === words ? '' : words,
  );
}

class SectionBuilder {
  private readonly head: Line[] = [];
  private readonly roots: Draft[] = [];
  private open: { readonly node: Draft; readonly level: number }[] = [];
  private last: readonly number[] = [];
  private inQuestion = false;
  private current: Draft | null = null;
  private lists: SectionLists | null = null;
  private readonly asks: boolean;

  constructor(asks: boolean) {
    this.asks = asks;
  }

  build(lines: readonly Line[], title: string): Built {
    lines.forEach((line, at) => {
      if (line.kind === 'table-row' || line.kind === 'footnote') this.text(line);
      else this.take(line, lines[at - 1], lines[at + 1], title);
    });
    return { head: this.head, units: this.roots, hasNoHeadings: false };
  }

  private take(line: Line, before: Line | undefined, next: Line | undefined, title: string): void {
    if (this.asks && this.takeQuestion(line)) return;
    const division = divisionLabel(line.text);
    if (division !== null) {
      const level = { part: -30, chapter: -20, 'section-of-chapter': -10, subsection: -5 }[division.kind];
      this.push(draft(division.kind, division.shown, line.at, division.heading), level);
      return;
    }
    const appendix = appendixLabel(line.text);
    if (appendix !== null && this.roots.length > 0) {
      this.open = [];
      this.push(draft(appendix.kind, appendix.shown, line.at, appendix.heading), 0);
      return;
    }
    const opening = this.asks ? null : this.numberedHeading(line, before, next);
    if (opening !== null) {
      this.last = opening.numbers;
      this.push(draft('section', opening.own, line.at, opening.heading), opening.level);
      return;
    }
    // The first heading of a document may be its title.
    const isTitle =
      this.roots.length === 0 && this.head.length === 0 && (line.level <= 1 || line.text === title);
    if (line.kind === 'heading' && !isTitle) {
      this.push(named(line.text, line.at), line.level);
      return;
    }
    const marked = /^[■◆●◇□▼【［]\s*(\S[^。]{0,38}?)[】］]?$/.exec(line.text);
    if (marked !== null && next !== undefined && !/^[■◆●◇□▼]/.test(next.text)) {
      this.push(named(trimLine(marked[1] ?? ''), line.at), 9);
      return;
    }
    this.text(line);
  }

  private takeQuestion(line: Line): boolean {
    const asked = question.exec(line.text);
    if (asked !== null) {
      const number = asked[2] === undefined ? '' : foldAscii(asked[2]).replace(/[－‐]/g, '-');
      const letter = foldAscii(asked[1] ?? '')
        .replace(/^質問$/, '問')
        .toUpperCase();
      const words = trimLine(asked[3] ?? '');
      const node =
        number === ''
          ? named(words === '' ? letter : words, line.at)
          : draft('section', `${letter}${number}`, line.at, words);
      this.push(node, 50);
      this.inQuestion = number !== '';
      return true;
    }
    const current = this.current;
    if (current === null) return false;
    const answered = answer.exec(line.text);
    if (answered !== null) {
      this.inQuestion = false;
      const words = trimLine(answered[1] ?? '');
      if (words !== '') current.lines.push(words);
      return true;
    }
    // A question may go over several lines until it ends.
    if (
      this.inQuestion &&
      current.lines.length === 0 &&
      !/[。？?]$/.test(current.heading) &&
      current.heading.length < 200
    ) {
      current.heading = `${current.heading}${line.text}`;
      return true;
    }
    this.inQuestion = false;
    return false;
  }

  private numberedHeading(line: Line, before: Line | undefined, next: Line | undefined): Opening | null {
    const deep = dottedHeading(line);
    if (deep !== null && (line.kind === 'heading' || follows(this.last, deep.numbers) || this.isFirst(deep)))
      return deep;
    const found = single.exec(line.text);
    if (found === null) return null;
    const heading = trimLine(found[3] ?? '');
    const written = foldAscii(found[1] ?? found[2] ?? '');
    const value = /^[0-9]+$/.test(written) ? Number(written) : null;
    if (line.kind !== 'heading') {
      if (heading.length > 30 || /[。、]/.test(heading) || counted.test(heading)) return null;
      // Lines in a row that are numbered alike are a list.
      if (
        [before, next].some(
          (one) =>
            one !== undefined && one.kind !== 'heading' && single.test(one.text) && !dotted.test(one.text),
        )
      )
        return null;
      if (value !== null && !follows(this.last, [value]) && !(this.last.length === 0 && value === 1))
        return null;
    }
    return { own: written, heading, level: 1, numbers: value === null ? this.last : [value] };
  }

  private isFirst(opening: Opening): boolean {
    return this.last.length === 0 && opening.numbers.every((part) => part <= 2);
  }

  private push(node: Draft, level: number): void {
    // Sections stand side by side below the innermost division; their numbers say how they belong together.
    this.open = this.open.filter((one) => one.level < Math.min(level, 0));
    const parent = this.open[this.open.length - 1]?.node;
    if (parent === undefined) this.roots.push(node);
    else parent.children.push(node);
    if (level < 0) this.open.push({ node, level });
    this.current = node;
    this.lists = null;
    this.inQuestion = false;
  }

  private text(line: Line): void {
    const { current } = this;
    const caller = line.kind === 'footnote' ? callerOf(this.roots, line.text) : null;
    if (caller !== null) caller.lines.push(line.text);
    else if (current === null) this.head.push(line);
    else if (!this.takeItem(line, current)) (this.lists?.current ?? current).lines.push(line.text);
  }

  /** (1), ① and ア below a heading: (1) of 2-1-3 is cited as 2-1-3(1). */
  private takeItem(line: Line, section: Draft): boolean {
    if (line.kind !== 'text' || section.kind !== 'section') return false;
    const labels = listLabels(line.text).filter(({ style }) => itemStyles.includes(style));
    if (labels.length === 0) return false;
    if (this.lists?.container !== section) {
      if (!labels.some(({ value }) => value === 1)) return false;
      this.lists = new SectionLists(section);
    }
    return this.lists.place(labels, line.at);
  }
}

/** One section a page, or one for everything: a document in which nothing is headed. */
function withoutHeadings(lines: readonly Line[]): Built {
  const head = lines
    .slice(0, 1)
    .filter(({ text, kind }) => kind !== 'table-row' && text.length <= 40 && !text.includes('。'));
  const units: Draft[] = [];
  let page = -1;
  for (const line of lines.slice(head.length)) {
    if (units.length === 0 || line.page !== page) {
      units.push(draft('section', line.page > 0 ? `${line.page}ページ` : '本文', line.at));
      page = line.page;
    }
    units[units.length - 1]?.lines.push(line.text);
  }
  return { head, units, hasNoHeadings: lines.length > 40 };
}

/** Builds the tree of a document without articles. */
export function buildSections(lines: readonly Line[], title: string, unplaced: (line: Line) => void): Built {
  const asks = countQuestions(lines) >= 2;
  const built = new SectionBuilder(asks).build(lines, title);
  const headed = built.units.reduce((sum, unit) => sum + 1 + unit.children.length, 0);
  if (headed === 0) return withoutHeadings(lines);
  // Much text before the first heading has no place of its own.
  const [first] = built.head.slice(30);
  if (first !== undefined) unplaced(first);
  return built;
}

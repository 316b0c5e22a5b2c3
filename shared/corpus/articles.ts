/** Documents of articles: divisions, articles, paragraphs, items, and what stands behind them. */
import { callerOf, type Draft, divisionOrder, draft } from './draft.ts';
import { actOf, appendixLabel, saysAll, supplementLabel } from './endings.ts';
import type { Line } from './head.ts';
import { startDates } from './head.ts';
import {
  type ArticleLabel,
  articleLabel,
  bracketedHeading,
  divisionLabel,
  leadingHeading,
  listLabels,
  numbered,
  trimLine,
} from './labels.ts';
import { Lists } from './lists.ts';

export interface Built {
  readonly head: readonly Line[];
  readonly units: readonly Draft[];
  readonly hasNoHeadings: boolean;
}

/** Fills the tree line by line. */
export class ArticleBuilder {
  private readonly units: Draft[] = [];
  private readonly head: Line[] = [];
  private divisions: Draft[] = [];
  private supplement: Draft | null = null;
  private appendix: Draft | null = null;
  private article: Draft | null = null;
  private lists: Lists | null = null;
  private pending = '';
  private lastArticle = 0;
  private readonly unplaced: (line: Line, reason: string) => void;

  constructor(unplaced: (line: Line, reason: string) => void) {
    this.unplaced = unplaced;
  }

  build(lines: readonly Line[]): Built {
    lines.forEach((line, at) => {
      this.take(line, lines[at + 1]);
    });
    this.nameSupplements();
    return { head: this.head, units: this.units, hasNoHeadings: false };
  }

  private take(line: Line, next: Line | undefined): void {
    if (line.kind === 'table-row' || line.kind === 'footnote') {
      this.text(line);
      return;
    }
    if (
      this.openDivision(line) ||
      this.openSupplement(line) ||
      this.openAppendix(line) ||
      this.openArticle(line, next) ||
      this.takeHeading(line, next) ||
      this.openList(line)
    )
      return;
    if (line.kind === 'heading' && this.units.length > 0) this.unplaced(line, 'heading');
    this.text(line);
  }

  private openDivision(line: Line): boolean {
    const label = divisionLabel(line.text);
    if (label === null || this.appendix !== null) return false;
    const rank = divisionOrder.indexOf(label.kind);
    this.divisions = this.divisions.filter(({ kind }) => divisionOrder.indexOf(kind) < rank);
    const node = draft(label.kind, label.shown, line.at, label.heading);
    this.add(node);
    this.divisions.push(node);
    this.supplement = null;
    this.article = null;
    this.lists = null;
    return true;
  }

  private openSupplement(line: Line): boolean {
    const label = supplementLabel(line.text);
    if (label === null) return false;
    const excerpt = label.excerpt ? '抄' : '';
    // The date of an amendment stands in the address; it is not said twice.
    const act = saysAll(label.act) ? '' : label.act;
    const heading = [act, excerpt].filter((part) => part !== '').join('\u3000');
    const node = draft(
      'supplement',
      label.act === '' ? '附則' : `附則（${actOf(label.act)}）`,
      line.at,
      heading,
    );
    this.closeBody();
    this.units.push(node);
    this.supplement = node;
    this.lists = new Lists(node, label.excerpt);
    if (label.rest !== '') node.lines.push(label.rest);
    return true;
  }

  private openAppendix(line: Line): boolean {
    const label = appendixLabel(line.text);
    if (label === null || this.units.length === 0) return false;
    const node = draft(label.kind, label.shown, line.at, label.heading);
    this.closeBody();
    this.units.push(node);
    this.appendix = node;
    return true;
  }

  private closeBody(): void {
    this.divisions = [];
    this.supplement = null;
    this.appendix = null;
    this.article = null;
    this.lists = null;
  }

  private openArticle(line: Line, next: Line | undefined): boolean {
    const label = articleLabel(line.text);
    if (label === null) return false;
    const number = Number.parseInt(label.number, 10);
    // A form may hold a contract with articles of its own.
    if (this.appendix !== null && number !== this.lastArticle + 1) return false;
    const range = label.last !== label.number;
    const own = range
      ? `${numbered(label.number, '条')}から${numbered(label.last, '条')}まで`
      : numbered(label.number, '条');
    const { heading, text } = this.headingOf(label, next);
    const node = draft('article', own, line.at, heading);
    if (text !== '') node.lines.push(text);
    if (this.appendix !== null) this.closeBody();
    if (this.supplement === null) this.lastArticle = Number.parseInt(label.last, 10);
    this.add(node);
    this.article = node;
    this.lists = new Lists(node, false);
    this.openFirst(node, line);
    return true;
  }

  /** `第1条　1　この規程は`: the first paragraph has its number on the line of the article. */
  private openFirst(node: Draft, line: Line): void {
    const [first] = node.lines;
    if (first === undefined || this.lists === null) return;
    const labels = listLabels(first).filter(
      ({ value, style }) => value === 1 && (style === 'arabic' || style === 'circled'),
    );
    if (labels.length === 0) return;
    node.lines = [];
    this.lists.place(labels, line.at);
  }

  private headingOf(label: ArticleLabel, next: Line | undefined): { heading: string; text: string } {
    const before = this.pending;
    this.pending = '';
    const rest = trimLine(label.rest);
    if (before !== '') return { heading: before, text: rest };
    const led = leadingHeading(rest);
    if (led !== null) return { heading: led.heading, text: led.rest };
    const isTitle =
      rest !== '' &&
      rest.length <= 25 &&
      !/[。、，．「」]|削除|^[0-9０-９①-⑳]/.test(rest) &&
      next !== undefined &&
      next.kind !== 'table-row' &&
      articleLabel(next.text) === null &&
      (/[。]/.test(next.text) || /^[1１①]/.test(next.text)) &&
      !listLabels(next.text).some(({ style }) => style === 'kanji' || style.startsWith('paren'));
    return isTitle ? { heading: rest, text: '' } : { heading: '', text: rest };
  }

  /** 見出し before an article or a paragraph of a 附則, or after the number of an article. */
  private takeHeading(line: Line, next: Line | undefined): boolean {
    const heading = bracketedHeading(line.text);
    if (heading === null || this.appendix !== null) return false;
    if (next !== undefined && articleLabel(next.text) !== null) {
      this.keepPending();
      this.pending = heading;
      return true;
    }
    const supplement = this.article === null ? this.supplement : null;
    const opens = next !== undefined && listLabels(next.text).some(({ style }) => style === 'arabic');
    if (supplement !== null && opens) {
      this.keepPending();
      this.pending = heading;
      return true;
    }
    const { article } = this;
    if (
      article !== null &&
      article.heading === '' &&
      article.lines.length === 0 &&
      article.children.length === 0
    ) {
      article.heading = heading;
      return true;
    }
    return false;
  }

  /** A heading that nothing followed is text of where it stands. */
  private keepPending(): void {
    if (this.pending === '') return;
    (this.lists?.current ?? this.divisions[this.divisions.length - 1])?.lines.push(`（${this.pending}）`);
    this.pending = '';
  }

  private openList(line: Line): boolean {
    if (this.lists === null || this.appendix !== null) return false;
    const labels = listLabels(line.text);
    if (labels.length === 0) return false;
    const node = this.lists.place(labels, line.at);
    if (node === null) {
      this.unplaced(line, 'number');
      return false;
    }
    node.heading = this.pending;
    this.pending = '';
    return true;
  }

  private text(line: Line): void {
    const target =
      (line.kind === 'footnote' ? callerOf(this.units, line.text) : null) ??
      this.appendix ??
      this.lists?.current ??
      this.divisions[this.divisions.length - 1] ??
      this.units[this.units.length - 1];
    if (target === undefined) this.head.push(line);
    else target.lines.push(line.text);
  }

  private add(node: Draft): void {
    const parent =
      node.kind === 'article' && this.supplement !== null
        ? this.supplement
        : this.divisions[this.divisions.length - 1];
    if (parent === undefined) this.units.push(node);
    else parent.children.push(node);
  }

  /** Several 附則 without a name are told apart by the day on which they start. */
  private nameSupplements(): void {
    const unnamed = this.units.filter(({ kind, own }) => kind === 'supplement' && own === '附則');
    for (const node of unnamed.slice(1)) {
      const lines = [node, ...node.children, ...node.children.flatMap(({ children }) => children)].flatMap(
        (one) => one.lines,
      );
      const [day] = startDates(lines.join('\n'));
      if (day !== undefined) node.own = `附則（${actOf(day)}施行）`;
    }
  }
}

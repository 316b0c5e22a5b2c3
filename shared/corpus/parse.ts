/** A source read back: the same tree that it was rendered from. */
import { withoutAnnotations } from './annotation.ts';
import { type Draft, divisionOrder, draft, joint } from './draft.ts';
import type { Regulation, Unit, UnitKind } from './model.ts';
import { headLabels } from './render.ts';
import { likeItem } from './section-lists.ts';
import { addressOfSpot, spotOf } from './spot.ts';

export interface ParsedSource {
  readonly regulation: Regulation;
  readonly version: string;
  readonly unread: readonly string[];
  readonly part: string;
}

const twice = '(?:［重複[0-9]+］)?';
const divisionAddress = new RegExp(
  `^(?:第[0-9の]+編${twice})?(?:第[0-9の]+章${twice})?(?:第[0-9の]+節${twice})?(?:第[0-9の]+[款目]${twice})*$`,
);
const marks: Readonly<Record<string, UnitKind>> = {
  編: 'part',
  章: 'chapter',
  節: 'section-of-chapter',
  款: 'subsection',
  目: 'subsection',
};

/** Kind of the unit that an address names. */
export function kindOf(address: string): UnitKind {
  const bare = address.replace(/［重複[0-9]+］$/, '');
  if (bare !== '' && divisionAddress.test(bare)) return marks[bare.slice(-1)] ?? 'section';
  if (/^別表(?:第[0-9]+)?(?:の[0-9]+)?$/.test(bare)) return 'appendix';
  if (/^(?:様式(?:第[0-9]+号)?(?:の[0-9]+)?|(?:別紙|別添|別図|別記)(?:第[0-9]+)?)$/.test(bare)) return 'form';
  const spot = spotOf(address);
  if (spot.other !== '') return 'section';
  if (spot.sub !== '') return 'subitem';
  if (spot.item !== '') return 'item';
  if (spot.paragraph !== '') return 'paragraph';
  return spot.article !== '' ? 'article' : 'supplement';
}

interface Paragraph {
  readonly address: string;
  heading: string;
  readonly lines: string[];
  readonly line: number;
}

/** The heading at the beginning of a paragraph, and the lines after it. */
function split(text: string): { heading: string; lines: readonly string[] } {
  if (text.startsWith(joint)) return { heading: '', lines: text.slice(1).split(joint) };
  if (!text.startsWith('（')) return { heading: '', lines: text === '' ? [] : text.split(joint) };
  let depth = 0;
  let end = 0;
  for (const [at, character] of Array.from(text).entries()) {
    if (character === '（') depth += 1;
    if (character === '）') depth -= 1;
    if (depth === 0) {
      end = Array.from(text)
        .slice(0, at + 1)
        .join('').length;
      break;
    }
  }
  const heading = text.slice(1, end - 1);
  const rest = text.slice(end);
  return { heading, lines: rest === '' ? [] : rest.slice(1).split(joint) };
}

function paragraphsOf(title: string, lines: readonly string[], from: number): readonly Paragraph[] {
  const found: Paragraph[] = [];
  const open = `〔${title}`;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const last = found[found.length - 1];
    if (line.startsWith('|')) {
      if (!/^\|(?: --- \|)+$/.test(line)) last?.lines.push(line);
      continue;
    }
    if (!line.startsWith(open)) continue;
    const end = line.indexOf('〕', open.length);
    const address = line.slice(open.length, end).trim();
    const { heading, lines: texts } = split(withoutAnnotations(line.slice(end + 1)));
    if (last !== undefined && last.address === address) last.lines.push(...texts);
    else found.push({ address, heading, lines: [...texts], line: at });
  }
  return found;
}

/** Rebuilds the tree from paragraphs in reading order. */
class TreeReader {
  private readonly byAddress = new Map<string, Draft>();
  private readonly drafts: Draft[] = [];
  private divisions: Draft[] = [];

  take(paragraph: Paragraph): void {
    const kind = this.kindAt(paragraph.address);
    const node = draft(kind, paragraph.address, paragraph.line, paragraph.heading);
    node.lines = [...paragraph.lines];
    const parent = this.parentOf(node, kind);
    if (parent === null) this.drafts.push(node);
    else parent.children.push(node);
    this.byAddress.set(paragraph.address, node);
    if (divisionOrder.includes(kind)) this.divisions.push(node);
  }

  /** 2-1-3(1) is an item of 2-1-3 where that stands before it. */
  private kindAt(address: string): UnitKind {
    const kind = kindOf(address);
    if (kind !== 'section' || !likeItem.test(address)) return kind;
    const above = this.byAddress.get(address.replace(likeItem, ''));
    if (above === undefined) return kind;
    return above.kind === 'section' ? 'item' : above.kind === 'item' ? 'subitem' : kind;
  }

  private parentOf(node: Draft, kind: UnitKind): Draft | null {
    const address = node.own;
    if (divisionOrder.includes(kind)) {
      this.divisions = this.divisions.filter(
        (one) => address.startsWith(one.own) && divisionOrder.indexOf(one.kind) < divisionOrder.indexOf(kind),
      );
      return this.divisions[this.divisions.length - 1] ?? null;
    }
    if (kind === 'supplement' || kind === 'appendix' || kind === 'form' || address === '目次') {
      this.divisions = [];
      return null;
    }
    const division = this.divisions[this.divisions.length - 1] ?? null;
    if (kind === 'section') return division;
    const spot = spotOf(address);
    if (spot.other !== '') return this.above(address);
    if (spot.supplement !== '') this.supplement(spot.supplement, node.line);
    if (kind === 'article')
      return spot.supplement === '' ? division : (this.byAddress.get(spot.supplement) ?? null);
    if (kind === 'paragraph') {
      const above = addressOfSpot({ ...spot, paragraph: '' });
      return this.byAddress.get(above) ?? this.article(above, node);
    }
    if (kind === 'item') return this.byAddress.get(addressOfSpot({ ...spot, item: '' })) ?? null;
    return this.above(address);
  }

  /** A 附則 that says nothing of its own has no paragraph in a source. */
  private supplement(address: string, line: number): void {
    if (!this.byAddress.has(address)) this.take({ address, heading: '', lines: [], line });
  }

  /** An article that no paragraph of its own names: its heading stands on its first paragraph. */
  private article(address: string, first: Draft): Draft {
    this.take({ address, heading: first.heading, lines: [], line: first.line });
    first.heading = '';
    return this.byAddress.get(address) ?? first;
  }

  /** The unit with the longest address that another begins with. */
  private above(address: string): Draft | null {
    for (let length = address.length - 1; length > 0; length -= 1) {
      const found = this.byAddress.get(address.slice(0, length));
      if (found !== undefined && !address.startsWith('［重複', length)) return found;
    }
    return null;
  }

  units(): readonly Unit[] {
    const unit = (one: Draft): Unit => ({
      kind: one.kind,
      address: one.own,
      heading: one.heading,
      text: one.lines.join('\n'),
      children: one.children.map(unit),
      line: one.line,
    });
    return this.drafts.map(unit);
  }
}

/** Reads a source; null where it is none (no title, no address). */
export function parseSource(text: string): ParsedSource | null {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const title = /^# (.+)$/.exec(lines[0] ?? '')?.[1];
  if (title === undefined) return null;
  const reserved: Record<string, string[]> = {};
  const dates: { label: string; text: string }[] = [];
  const known = new Set<string>(Object.values(headLabels));
  let at = 1;
  for (; at < lines.length && !(lines[at] ?? '').startsWith('〔'); at += 1) {
    const found = /^- ([^：]+)：(.*)$/.exec(lines[at] ?? '');
    const [, label = '', words = ''] = found ?? [];
    if (found === null) continue;
    if (known.has(label)) reserved[label] = [...(reserved[label] ?? []), words];
    else dates.push({ label, text: words });
  }
  const paragraphs = paragraphsOf(title, lines, at);
  const reader = new TreeReader();
  let preamble = '';
  for (const paragraph of paragraphs) {
    if (paragraph.address === '') preamble = paragraph.lines.join('\n');
    else reader.take(paragraph);
  }
  return {
    regulation: {
      title,
      shortTitle: reserved[headLabels.short]?.[0] ?? title,
      file: reserved[headLabels.file]?.[0] ?? '',
      dates,
      preamble,
      units: reader.units(),
      issues: [],
    },
    version: reserved[headLabels.version]?.[0] ?? '',
    unread: reserved[headLabels.unread] ?? [],
    part: reserved[headLabels.part]?.[0] ?? '',
  };
}

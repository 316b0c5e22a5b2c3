/** The tree while it grows, and how it becomes units with addresses. */
import type { Unit, UnitKind } from './model.ts';

export interface Draft {
  readonly kind: UnitKind;
  /** Its part of the address: 第7条, 第2項, イ, 別表第1. */
  own: string;
  heading: string;
  lines: string[];
  children: Draft[];
  readonly line: number;
}

export function draft(kind: UnitKind, own: string, line: number, heading = ''): Draft {
  return { kind, own, heading, lines: [], children: [], line };
}

export const divisionOrder: readonly UnitKind[] = ['part', 'chapter', 'section-of-chapter', 'subsection'];

/** The line joint inside a paragraph of a source; a text that holds one gets an ideographic space. */
export const joint = '\u2003';

/** Cells as a row of a table: `| a | b |`. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells
    .map((cell) =>
      cell
        .replace(/\s*\n\s*/g, ' ')
        .replace(/\|/g, '｜')
        .trim(),
    )
    .join(' | ')} |`;
}

/** Address of a child: articles do not name their chapter, everything else goes on from its parent. */
function addressOf(own: string, kind: UnitKind, above: { division: string; unit: string }): string {
  if (divisionOrder.includes(kind)) return above.division + own;
  return above.unit + own;
}

/** Drafts → units. What has the same address as an earlier unit is told apart by ［重複2］. */
export function unitsOf(drafts: readonly Draft[]): readonly Unit[] {
  const taken = new Map<string, number>();
  const unit = (one: Draft, above: { division: string; unit: string }): Unit => {
    const wanted = addressOf(one.own, one.kind, above);
    const times = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, times);
    const address = times === 1 ? wanted : `${wanted}［重複${times}］`;
    const isDivision = divisionOrder.includes(one.kind);
    const below = isDivision
      ? { division: address, unit: above.unit }
      : { division: above.division, unit: address };
    return {
      kind: one.kind,
      address,
      heading: one.heading,
      text: one.lines.join('\n'),
      children: one.children.map((child) => unit(child, below)),
      line: one.line,
    };
  };
  return drafts.map((one) => unit(one, { division: '', unit: '' }));
}

/** The first unit whose text calls a footnote (注1　…) by （注1）; null where none does. */
export function callerOf(drafts: readonly Draft[], footnote: string): Draft | null {
  const name = /^注[0-9]+/.exec(footnote)?.[0];
  if (name === undefined) return null;
  const open = [...drafts].reverse();
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (`${one.heading}\n${one.lines.join('\n')}`.includes(`（${name}）`)) return one;
    open.push(...[...one.children].reverse());
  }
  return null;
}

/** All units of a tree in reading order. */
export function* walk(units: readonly Unit[]): Generator<Unit> {
  const open = [...units].reverse();
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    yield unit;
    for (let at = unit.children.length - 1; at >= 0; at -= 1) {
      const child = unit.children[at];
      if (child !== undefined) open.push(child);
    }
  }
}

/** Blocks of a document as a person reads them: an article with its paragraphs and items together. */
import { divisionOrder } from './draft.ts';
import type { Block } from './model.ts';
import { sectionOfItem } from './section-lists.ts';
import { spotOf } from './spot.ts';

export interface Group {
  /** Of the article, section or division. */
  readonly address: string;
  readonly heading: string;
  readonly isDivision: boolean;
  readonly blocks: readonly Block[];
}

function keyOf(block: Block): string {
  if (divisionOrder.includes(block.kind)) return block.address;
  const { supplement, article, other } = spotOf(block.address);
  return other === '' ? supplement + article : sectionOfItem(other);
}

export function groupsOf(blocks: readonly Block[]): readonly Group[] {
  const groups: { address: string; heading: string; isDivision: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const address = keyOf(block);
    const last = groups[groups.length - 1];
    if (last !== undefined && last.address === address) last.blocks.push(block);
    else
      groups.push({
        address,
        heading: block.heading,
        isDivision: divisionOrder.includes(block.kind),
        blocks: [block],
      });
  }
  return groups;
}

/** The group that holds an address, -1 where none does. */
export function groupAt(groups: readonly Group[], address: string): number {
  const exact = groups.findIndex(({ blocks }) => blocks.some((block) => block.address === address));
  if (exact >= 0) return exact;
  return groups.findIndex((group) => group.address !== '' && address.startsWith(group.address));
}

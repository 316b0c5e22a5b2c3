/** The parts of a docx package that a reader needs, parsed; names of elements as Word writes them (`w:p`). */
import { childOf, type MarkupElement } from '../markup.ts';

export interface DocxParts {
  /** The text itself. */
  readonly document: MarkupElement;
  readonly styles?: MarkupElement;
  readonly numbering?: MarkupElement;
  readonly footnotes?: MarkupElement;
  readonly endnotes?: MarkupElement;
  readonly comments?: MarkupElement;
  /** docProps/core.xml */
  readonly properties?: MarkupElement;
}

/** `w:val` of a child: `<w:ilvl w:val="1"/>`. */
export function wordValue(node: MarkupElement | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes['w:val'];
}

/** True for a switch that is there and not turned off. */
export function isOn(node: MarkupElement | undefined, name: string): boolean {
  const found = childOf(node, name);
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1');
}

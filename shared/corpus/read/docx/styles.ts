/** Paragraph styles of a docx: which are headings, and which bring a number with them. */
import { childOf, childrenOf, type MarkupElement } from '../markup.ts';
import { wordValue } from './parts.ts';

export interface NumberingPlace {
  readonly numId: string;
  readonly level: number;
}

export interface ParagraphStyle {
  readonly id: string;
  /** In lower case: `heading 1`, `title`, `toc 2`. */
  readonly name: string;
  /** 1 for the highest; 0 for text. */
  readonly level: number;
  readonly numId?: string;
  readonly ilvl?: number;
}

export type Styles = ReadonlyMap<string, ParagraphStyle>;

/** Outline level of paragraph properties, from 1; 0 for body text, undefined where nothing is said. */
export function outlineLevel(properties: MarkupElement | undefined): number | undefined {
  const value = wordValue(properties, 'w:outlineLvl');
  if (value === undefined) return undefined;
  const level = Number(value);
  return level >= 0 && level < 9 ? level + 1 : 0;
}

function levelByName(name: string): number | undefined {
  const found = /^(?:heading|見出し)\s*([1-9])$/.exec(name)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Styles by id, each with what it inherits. */
export function stylesOf(root: MarkupElement | undefined): Styles {
  const raw = new Map<string, MarkupElement>();
  for (const style of childrenOf(
    childOf(root, 'w:styles') ?? { name: '', attributes: {}, children: [] },
    'w:style',
  )) {
    raw.set(style.attributes['w:styleId'] ?? '', style);
  }
  const done = new Map<string, ParagraphStyle>();
  const resolve = (id: string, depth: number): ParagraphStyle | undefined => {
    const known = done.get(id);
    const style = raw.get(id);
    if (known !== undefined || style === undefined || depth > 20) return known;
    const base = resolve(wordValue(style, 'w:basedOn') ?? '', depth + 1);
    const properties = childOf(style, 'w:pPr');
    const number = childOf(properties, 'w:numPr');
    const name = (wordValue(style, 'w:name') ?? '').toLowerCase();
    const numId = wordValue(number, 'w:numId') ?? base?.numId;
    const ilvl = wordValue(number, 'w:ilvl') ?? base?.ilvl;
    const made: ParagraphStyle = {
      id,
      name,
      level: levelByName(name) ?? outlineLevel(properties) ?? base?.level ?? 0,
      ...(numId === undefined ? {} : { numId }),
      ...(ilvl === undefined ? {} : { ilvl: Number(ilvl) }),
    };
    done.set(id, made);
    return made;
  };
  for (const id of raw.keys()) resolve(id, 0);
  return done;
}

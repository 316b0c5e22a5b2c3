/**
 * Automatic numbers of a docx, counted as Word counts them: lists that share a definition go on counting, a level starts again after
 * a higher one, an override starts anew at its first use. ECMA-376 part 1, 17.9.
 */
import { childOf, childrenOf, type MarkupElement } from '../markup.ts';
import { bulletMark, formatNumber } from '../number-format.ts';
import { isOn, wordValue } from './parts.ts';
import type { NumberingPlace, ParagraphStyle, Styles } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1条` */
  readonly text: string;
  /** The style that calls this level. */
  readonly style: string;
  /** Numbers of higher levels are written in plain digits. */
  readonly isLegal: boolean;
  /** The level, from 1, after which this one starts again; 0 never, undefined after any higher one. */
  readonly restart?: number;
}

interface Instance {
  /** Lists of one key count together. */
  readonly abstractId: string;
  readonly levels: readonly (Level | undefined)[];
  readonly starts: readonly (number | undefined)[];
}

const levelCount = 9;

function levelOf(node: MarkupElement): Level {
  const restart = wordValue(node, 'w:lvlRestart');
  // A format of Word's own stands in a choice whose fallback older programs read.
  const alternate = childOf(childOf(node, 'mc:AlternateContent'), 'mc:Fallback');
  return {
    start: Number(wordValue(node, 'w:start') ?? 0),
    format: wordValue(node, 'w:numFmt') ?? wordValue(alternate, 'w:numFmt') ?? 'decimal',
    text: wordValue(node, 'w:lvlText') ?? '',
    style: wordValue(node, 'w:pStyle') ?? '',
    isLegal: isOn(node, 'w:isLgl'),
    ...(restart === undefined ? {} : { restart: Number(restart) }),
  };
}

function levelsIn(node: MarkupElement): (Level | undefined)[] {
  const levels: (Level | undefined)[] = Array.from({ length: levelCount }, () => undefined);
  for (const each of childrenOf(node, 'w:lvl'))
    levels[Number(each.attributes['w:ilvl'] ?? 0)] = levelOf(each);
  return levels;
}

function instancesOf(root: MarkupElement | undefined, styles: Styles): ReadonlyMap<string, Instance> {
  const numbering = childOf(root, 'w:numbering');
  const instances = new Map<string, Instance>();
  if (numbering === undefined) return instances;
  const definitions = new Map<string, MarkupElement>();
  for (const each of childrenOf(numbering, 'w:abstractNum')) {
    definitions.set(each.attributes['w:abstractNumId'] ?? '', each);
  }
  const nums = new Map<string, MarkupElement>();
  for (const each of childrenOf(numbering, 'w:num')) nums.set(each.attributes['w:numId'] ?? '', each);
  for (const [numId, num] of nums) {
    let abstractId = wordValue(num, 'w:abstractNumId') ?? '';
    let definition = definitions.get(abstractId);
    const link = wordValue(definition, 'w:numStyleLink');
    const linked = link === undefined ? undefined : nums.get(styles.get(link)?.numId ?? '');
    if (linked !== undefined) {
      abstractId = wordValue(linked, 'w:abstractNumId') ?? '';
      definition = definitions.get(abstractId);
    }
    const levels = definition === undefined ? [] : levelsIn(definition);
    const starts: (number | undefined)[] = [];
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const at = Number(override.attributes['w:ilvl'] ?? 0);
      const own = childOf(override, 'w:lvl');
      if (own !== undefined) levels[at] = levelOf(own);
      const start = wordValue(override, 'w:startOverride');
      if (start !== undefined) starts[at] = Number(start);
    }
    instances.set(numId, { abstractId, levels, starts });
  }
  return instances;
}

export interface Numbering {
  /** Where a paragraph stands in which list; null outside of lists. */
  placeOf(properties: MarkupElement | undefined, style: ParagraphStyle | undefined): NumberingPlace | null;
  /** Counts a paragraph and gives its number as printed; one mark for all bullets. */
  next(place: NumberingPlace): string;
}

/** Counters for one document; `next` is to be asked once a paragraph, in order. */
export function numberingOf(root: MarkupElement | undefined, styles: Styles): Numbering {
  const instances = instancesOf(root, styles);
  const counters = new Map<string, (number | undefined)[]>();
  const used = new Set<string>();
  return {
    placeOf: (properties, style) => {
      const own = childOf(properties, 'w:numPr');
      const numId = wordValue(own, 'w:numId') ?? style?.numId ?? '0';
      const instance = instances.get(numId);
      if (instance === undefined) return null;
      const byStyle = instance.levels.findIndex(
        (each) => each !== undefined && each.style === (style?.id ?? ' '),
      );
      const said = wordValue(own, 'w:ilvl');
      const level = said === undefined ? (byStyle >= 0 ? byStyle : (style?.ilvl ?? 0)) : Number(said);
      return { numId, level };
    },
    next: ({ numId, level }) => {
      const instance = instances.get(numId);
      const own = instance?.levels[level];
      if (instance === undefined || own === undefined) return '';
      const counts = counters.get(instance.abstractId) ?? [];
      counters.set(instance.abstractId, counts);
      const startsAnew = instance.starts[level] !== undefined && !used.has(`${numId}/${level}`);
      used.add(`${numId}/${level}`);
      const before = counts[level];
      counts[level] = startsAnew || before === undefined ? (instance.starts[level] ?? own.start) : before + 1;
      for (let lower = level + 1; lower < levelCount; lower++) {
        const restart = instance.levels[lower]?.restart;
        if (restart === undefined || (restart > 0 && level < restart)) counts[lower] = undefined;
      }
      if (own.format === 'bullet') return bulletMark;
      return own.text
        .replace(/%([1-9])/g, (_all, digit: string) => {
          const at = Number(digit) - 1;
          const its = instance.levels[at];
          const value = counts[at] ?? its?.start ?? 1;
          counts[at] = value;
          return formatNumber(value, own.isLegal ? 'decimal' : (its?.format ?? 'decimal'));
        })
        .trim();
    },
  };
}

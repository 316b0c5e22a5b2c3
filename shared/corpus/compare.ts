/** An earlier bundle and a new one: which sources to sync again, and what changed in them (新旧対照表). */
import { walk } from './draft.ts';
import type { Regulation } from './model.ts';
import { parseSource } from './parse.ts';

export interface ChangedUnit {
  readonly document: string;
  readonly address: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: string;
  readonly after: string;
}

export interface ChangedSource {
  readonly file: string;
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

/** Units of all documents by title and address, as words to compare. */
export type UnitTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Texts of trees; several of one title (the parts of a split document) make one. */
export function unitTexts(
  regulations: readonly Pick<Regulation, 'title' | 'preamble' | 'units'>[],
): UnitTexts {
  const documents = new Map<string, Map<string, string>>();
  for (const { title, preamble, units: roots } of regulations) {
    const units = documents.get(title) ?? new Map<string, string>();
    documents.set(title, units);
    if (preamble !== '') units.set('', preamble);
    for (const unit of walk(roots)) {
      const heading = unit.heading === '' ? '' : `（${unit.heading}）`;
      const words = heading + unit.text;
      if (words !== '') units.set(unit.address, words);
    }
  }
  return documents;
}

/** Texts of a bundle read back from its sources. */
export function bundleTexts(
  sources: readonly { readonly file: string; readonly title: string }[],
  textOf: (file: string) => string | null,
): UnitTexts {
  return unitTexts(
    sources.flatMap(({ file, title }) => {
      const parsed = parseSource(textOf(file) ?? '');
      return parsed === null ? [] : [{ ...parsed.regulation, title }];
    }),
  );
}

const none: ReadonlyMap<string, string> = new Map();

/** Units that differ, in the order of the new bundle, then those that are gone. */
export function changedUnits(was: UnitTexts, is: UnitTexts): readonly ChangedUnit[] {
  const changes: ChangedUnit[] = [];
  for (const document of new Set([...is.keys(), ...was.keys()])) {
    const old = was.get(document) ?? none;
    const now = is.get(document) ?? none;
    for (const [address, text] of now) {
      const earlier = old.get(address);
      if (earlier === undefined) changes.push({ document, address, kind: 'added', before: '', after: text });
      else if (earlier !== text)
        changes.push({ document, address, kind: 'changed', before: earlier, after: text });
    }
    for (const [address, text] of old)
      if (!now.has(address)) changes.push({ document, address, kind: 'removed', before: text, after: '' });
  }
  return changes;
}

interface Placed {
  readonly sources: readonly { readonly file: string; readonly title: string; readonly sha256: string }[];
}

/** Sources whose bytes differ: the ones to sync again in the notebook. */
export function changedSources(before: Placed, after: Placed): readonly ChangedSource[] {
  const was = new Map(before.sources.map((source) => [source.file, source]));
  const is = new Set(after.sources.map(({ file }) => file));
  return [
    ...after.sources.flatMap(({ file, title, sha256 }): readonly ChangedSource[] => {
      const old = was.get(file);
      if (old === undefined) return [{ file, title, kind: 'added' }];
      return old.sha256 === sha256 ? [] : [{ file, title, kind: 'changed' }];
    }),
    ...before.sources
      .filter(({ file }) => !is.has(file))
      .map(({ file, title }): ChangedSource => ({ file, title, kind: 'removed' })),
  ];
}

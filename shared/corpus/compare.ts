/** An earlier bundle and a new one: which sources to sync again, and what changed in them (新旧対照表). */

import { walk } from './draft.ts';
import type { Manifest } from './manifest.ts';
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

interface Side {
  readonly manifest: Manifest;
  /** Text of a source, null where the file is gone. */
  readonly text: (file: string) => string | null;
}

/** Texts of all units of a document, by address; several parts of one document make one. */
function textsOf(side: Side): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const documents = new Map<string, Map<string, string>>();
  for (const { file, title } of side.manifest.sources) {
    const parsed = parseSource(side.text(file) ?? '');
    if (parsed === null) continue;
    const units = documents.get(title) ?? new Map<string, string>();
    documents.set(title, units);
    if (parsed.regulation.preamble !== '') units.set('', parsed.regulation.preamble);
    for (const unit of walk(parsed.regulation.units)) {
      const heading = unit.heading === '' ? '' : `（${unit.heading}）`;
      const words = heading + unit.text;
      if (words !== '') units.set(unit.address, words);
    }
  }
  return documents;
}

/** Units that differ, in the order of the new bundle, then those that are gone. */
export function changedUnits(before: Side, after: Side): readonly ChangedUnit[] {
  const was = textsOf(before);
  const is = textsOf(after);
  const changes: ChangedUnit[] = [];
  for (const document of new Set([...is.keys(), ...was.keys()])) {
    const old = was.get(document) ?? new Map<string, string>();
    const now = is.get(document) ?? new Map<string, string>();
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

/** Sources whose bytes differ: the ones to sync again in the notebook. */
export function changedSources(before: Manifest, after: Manifest): readonly ChangedSource[] {
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

/** A finished bundle looked through: files, numbering, references, limits, pages that were not read. */
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { blocksOf, type Shelf, shelfOf } from './blocks.ts';
import { indexIssues, limitIssues } from './bundle.ts';
import { walk } from './draft.ts';
import { indexName, unreadFilesOf } from './index-source.ts';
import type { NotebookLimits } from './limits.ts';
import type { Manifest } from './manifest.ts';
import type { Regulation } from './model.ts';
import { numberingIssues } from './numbering.ts';
import { parseSource } from './parse.ts';

export interface CheckedBundle {
  readonly regulations: readonly Regulation[];
  readonly shelf: Shelf;
  readonly issues: readonly Issue[];
}

/**
 * Reads the sources of a bundle back and checks them; the parts of a split document are read as one.
 * @param textOf text of a file of the bundle, null where it is missing
 */
export function checkBundle(
  manifest: Manifest,
  textOf: (file: string) => string | null,
  limits: NotebookLimits,
): CheckedBundle {
  const issues: Issue[] = [];
  const texts = new Map<string, string>();
  const units = new Map<string, string[]>();
  for (const source of manifest.sources) {
    const { file } = source;
    const text = textOf(file);
    if (text === null) {
      issues.push(issue('corpus.source-missing', 'error', '', { params: { file } }));
      continue;
    }
    if (sha256Hex(encodeUtf8(text)) !== source.sha256)
      issues.push(issue('corpus.source-changed', 'warning', '', { params: { file } }));
    const earlier = texts.get(source.title);
    texts.set(
      source.title,
      earlier === undefined ? text : `${earlier}\n${text.slice(Math.max(0, text.indexOf('\n〔')))}`,
    );
    units.set(source.title, [...(units.get(source.title) ?? []), ...source.units]);
  }
  const regulations: Regulation[] = [];
  for (const [title, text] of texts) {
    const parsed = parseSource(text);
    if (parsed === null) {
      issues.push(issue('corpus.source-unreadable', 'error', '', { params: { title } }));
      continue;
    }
    regulations.push(parsed.regulation);
    for (const words of parsed.unread)
      issues.push(
        issue('corpus.unread', 'warning', '', { params: { title, file: parsed.regulation.file, words } }),
      );
    const there = new Set([...walk(parsed.regulation.units)].map(({ address }) => address));
    for (const address of units.get(title) ?? [])
      if (!there.has(address))
        issues.push(issue('corpus.unit-missing', 'error', '', { params: { title, address } }));
  }
  for (const { file, words } of unreadFilesOf(textOf(indexName) ?? ''))
    issues.push(issue('corpus.file-unread', 'error', '', { params: { file, words } }));
  const shelf = shelfOf(regulations);
  for (const regulation of regulations)
    issues.push(...numberingIssues(regulation), ...blocksOf(regulation, shelf).issues);
  issues.push(...indexIssues(textOf(indexName) ?? '', limits), ...limitIssues(manifest, limits));
  return { regulations, shelf, issues };
}

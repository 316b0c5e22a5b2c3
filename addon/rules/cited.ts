/** A rule as it is pasted elsewhere: its words, its citation, and of which version they are. */
import type { LookupDocument } from '../../shared/corpus/lookup.ts';

export const citationOf = (document: string, address: string): string =>
  `〔${address === '' ? document : `${document} ${address}`}〕`;

/** The latest date that the document gives of itself, '' where it gives none. */
export function dateOf(document: LookupDocument | undefined): string {
  const order = [
    '最終改正',
    '改正',
    '一部改正',
    '全部改正',
    '改定',
    '改訂',
    '施行',
    '附則による施行',
    '制定',
  ];
  for (const label of order) {
    const found = (document?.dates ?? []).filter((date) => date.label === label);
    const last = found[found.length - 1];
    if (last !== undefined) return last.text.includes(label) ? last.text : `${last.label} ${last.text}`;
  }
  return '';
}

export function versionOf(document: LookupDocument | undefined, madeAt: string): string {
  const parts = [
    dateOf(document),
    document === undefined || document.version === '' ? '' : `版 ${document.version}`,
    madeAt === '' ? '' : `規程の束 ${madeAt.slice(0, 10)}`,
  ];
  return parts.filter((part) => part !== '').join('、');
}

/** `heading`: 見出し, '' for none. Notes of the bundle in 〔〕 are left out by whoever hands the text over. */
export function citedText(
  of: {
    readonly document: string;
    readonly address: string;
    readonly heading: string;
    readonly text: string;
  },
  version: string,
): string {
  const heading = of.heading === '' ? '' : `（${of.heading}）`;
  const lines = [`${citationOf(of.document, of.address)}${heading}`, of.text];
  return [...lines, ...(version === '' ? [] : [`（${version}）`])].join('\n');
}

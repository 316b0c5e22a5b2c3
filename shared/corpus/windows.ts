/** Plain windows of the same text, for comparison: what a source without addresses would be cut into. */
import { walk } from './draft.ts';
import type { Regulation } from './model.ts';
import type { Findable } from './search.ts';

export interface Window extends Findable {
  /** Addresses of the units of which it holds at least the half. */
  readonly holds: readonly string[];
}

/** The text of a document without addresses, cut every so many characters. */
export function windowsOf(regulation: Regulation, size: number): readonly Window[] {
  const spans: { readonly address: string; readonly from: number; readonly to: number }[] = [];
  let text = '';
  for (const unit of walk(regulation.units)) {
    if (unit.address === '目次') continue;
    const from = text.length;
    text += `${unit.heading === '' ? '' : `（${unit.heading}）`}${unit.text}\n`;
    spans.push({ address: unit.address, from, to: text.length });
  }
  const windows: Window[] = [];
  for (let at = 0; at < text.length; at += size) {
    const end = Math.min(text.length, at + size);
    const holds = spans
      .filter(({ from, to }) => Math.min(end, to) - Math.max(at, from) >= (to - from) / 2 && to - from > 1)
      .map(({ address }) => address);
    windows.push({ document: regulation.title, address: '', text: text.slice(at, end), context: '', holds });
  }
  return windows;
}

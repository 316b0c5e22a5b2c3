/** What a look-up finds: units with their headings, or plain windows of the same text for comparison. */
import { walk } from './draft.ts';
import type { Regulation, Unit } from './model.ts';
import type { Findable } from './search.ts';

/** Units with a text of their own; the lead of an itemised sentence and the headings above are their context. */
export function findablesOf(regulation: Regulation): readonly Findable[] {
  const found: Findable[] = [];
  const visit = (unit: Unit, above: readonly string[], lead: string) => {
    const context = [...above, ...(unit.heading === '' ? [] : [unit.heading])];
    const own = unit.kind === 'section' && unit.heading === '' ? `${unit.address}\n${unit.text}` : unit.text;
    const words = unit.kind === 'section' ? `${unit.heading}\n${own}` : own;
    if (unit.address !== '目次' && (unit.text !== '' || unit.kind === 'section'))
      found.push({
        document: regulation.title,
        address: unit.address,
        text: words,
        context: [regulation.title, ...context, lead].join('\n'),
      });
    for (const child of unit.children) visit(child, context, unit.text);
  };
  for (const unit of regulation.units) visit(unit, [], '');
  return found;
}

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

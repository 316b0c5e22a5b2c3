/**
 * The small HTML that texts of cards may hold (https://developers.google.com/workspace/add-ons/concepts/widgets#text_formatting):
 * b, i, u, s, br, font color, a href and time. Every other sign stands as it was written.
 */
import { localAddress } from '../core/address.ts';
import { escapeText, type Markup, markup } from '../core/html.ts';

const PAIRED: Readonly<Record<string, true>> = {
  b: true,
  i: true,
  u: true,
  s: true,
  font: true,
  a: true,
  time: true,
};
const TAG = /<(\/?)(b|i|u|s|br|font|a|time)((?:\s+[a-z]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*\/?>/gi;

function attribute(text: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(text);
  return unescapeText(found?.[1] ?? found?.[2] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
};

/** The entities that a script writes to show a sign as itself. */
function unescapeText(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity);
}

/** Colours cannot be set inline here: the nearest of the page's own ink classes is taken for `#rrggbb`. */
function tone(color: string): string {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color.trim());
  if (!hex) return 'plain';
  const [r = 0, g = 0, b = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  if (Math.max(r, g, b) - Math.min(r, g, b) < 40) return 'soft';
  if (r >= g && r >= b) return g > b + 50 && g > r * 0.5 ? 'amber' : 'red';
  return g >= b ? 'green' : 'blue';
}

const OPEN: Readonly<Record<string, (attributes: string) => string>> = {
  b: () => '<b>',
  i: () => '<i>',
  u: () => '<u>',
  s: () => '<s>',
  time: () => '<time>',
  font: (attributes) => `<span class="ink ink--${tone(attribute(attributes, 'color'))}">`,
  a: (attributes) => {
    const url = attribute(attributes, 'href');
    if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return '<a>';
    return `<a href="${escapeText(localAddress(url))}" target="_blank" rel="noopener noreferrer">`;
  },
};

/** Markup of a card's text; tags that are not closed are closed at its end, closing tags without an opening one are text. */
export function richText(text: string): Markup {
  let result = '';
  let from = 0;
  const open: string[] = [];
  const plain = (piece: string): string => escapeText(unescapeText(piece)).replace(/\r?\n/g, '<br>');
  for (const found of text.matchAll(TAG)) {
    const [whole, slash = '', rawName = '', attributes = ''] = found;
    const name = rawName.toLowerCase();
    const at = found.index;
    const closes = slash !== '';
    if (closes && open[open.length - 1] !== name) continue;
    result += plain(text.slice(from, at));
    from = at + whole.length;
    if (name === 'br') result += '<br>';
    else if (closes) {
      open.pop();
      result += name === 'font' ? '</span>' : `</${name}>`;
    } else if (PAIRED[name]) {
      open.push(name);
      result += OPEN[name]?.(attributes) ?? '';
    }
  }
  result += plain(text.slice(from));
  for (const name of open.reverse()) result += name === 'font' ? '</span>' : `</${name}>`;
  return markup(result);
}

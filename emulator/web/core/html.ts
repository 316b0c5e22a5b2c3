/**
 * The one way this face writes HTML: a tagged template that escapes everything put into it, unless the value is
 * itself made by this tag. Attribute values must be quoted in the template; both quote signs are escaped.
 */

/** Finished markup. Only `html` and `markup` make it, so a plain string can never be taken for one. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Piece = Markup | string | number | boolean | null | undefined | readonly Piece[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or in a quoted attribute. NUL becomes U+FFFD, as a browser would read it. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign).replace(/\0/g, '\uFFFD');
}

function write(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false || piece === true) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return escapeText(piece);
  return piece.map(write).join('');
}

/** Markup from a template. `null`, `undefined` and booleans write nothing; arrays are written one after another. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = parts[0] ?? '';
  pieces.forEach((piece, index) => {
    text += write(piece) + (parts[index + 1] ?? '');
  });
  return new Markup(text);
}

/** Marks text of this project's own making (a drawn icon, a style sheet) as finished. Never for text that people typed. */
export function markup(text: string): Markup {
  return new Markup(text);
}

/** JSON that may stand inside a `<script type="application/json">` element without being able to close it. */
export function scriptJson(value: unknown): Markup {
  const text = JSON.stringify(value) ?? 'null';
  return new Markup(
    text
      .replace(/</g, '\\u003c')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029'),
  );
}

const linkPattern = /https?:\/\/[^\s<>"'「」（）、。]+/g;

/** Text with its web addresses made clickable by `address` (which may map them); everything else is escaped. */
export function linked(text: string, address: (url: string) => string = (url) => url): Markup {
  let result = '';
  let from = 0;
  for (const found of text.matchAll(linkPattern)) {
    const at = found.index;
    const url = found[0];
    result += escapeText(text.slice(from, at));
    result += `<a href="${escapeText(address(url))}" rel="noreferrer">${escapeText(url)}</a>`;
    from = at + url.length;
  }
  return new Markup(result + escapeText(text.slice(from)));
}

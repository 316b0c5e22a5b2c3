/** A document as markup: sheets parted where the document breaks, with header and footer on each. */
import { plainText } from '../../workspace/document-tree.ts';
import type { DocNode, DocumentState } from '../../workspace/model.ts';
import { html, type Markup } from '../core/html.ts';
import { borderLooks, cellLooks, type Looks, paragraphLooks, rowLooks, textLooks } from './looks.ts';

const headings: Readonly<Record<string, string>> = {
  TITLE: 'd-title',
  SUBTITLE: 'd-subtitle',
  HEADING1: 'd-h1',
  HEADING2: 'd-h2',
  HEADING3: 'd-h3',
  HEADING4: 'd-h4',
  HEADING5: 'd-h5',
  HEADING6: 'd-h6',
};
const imageTypes = /^image\/(?:png|jpeg|gif)$/;

/** The number or sign before each list item, by node id. */
export function markersOf(root: DocNode): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const markers = new Map<string, string>();
  const walk = (node: DocNode): void => {
    if (node.type === 'LIST_ITEM') {
      const level = Number(node.attributes.NESTING_LEVEL ?? 0);
      const list = String(node.attributes.LIST_ID);
      const count = (counts.get(`${list} ${level}`) ?? 0) + 1;
      counts.set(`${list} ${level}`, count);
      for (const key of counts.keys()) {
        const [name, other] = key.split(' ');
        if (name === list && Number(other) > level) counts.delete(key);
      }
      markers.set(node.id, marker(String(node.attributes.GLYPH_TYPE ?? 'NUMBER'), count));
    }
    for (const child of node.children ?? []) walk(child);
  };
  walk(root);
  return markers;
}

function letters(count: number): string {
  return count <= 0
    ? ''
    : letters(Math.floor((count - 1) / 26)) + String.fromCharCode(97 + ((count - 1) % 26));
}

function roman(count: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let left = count;
  let out = '';
  for (const [value, sign] of steps) {
    while (left >= value) {
      out += sign;
      left -= value;
    }
  }
  return out;
}

function marker(glyph: string, count: number): string {
  switch (glyph) {
    case 'BULLET':
      return '●';
    case 'HOLLOW_BULLET':
      return '○';
    case 'SQUARE_BULLET':
      return '■';
    case 'LATIN_LOWER':
      return `${letters(count)}.`;
    case 'LATIN_UPPER':
      return `${letters(count).toUpperCase()}.`;
    case 'ROMAN_LOWER':
      return `${roman(count)}.`;
    case 'ROMAN_UPPER':
      return `${roman(count).toUpperCase()}.`;
    default:
      return `${count}.`;
  }
}

/** Draws the parts of one document. */
export class Painter {
  private readonly looks: Looks;
  private readonly markers: ReadonlyMap<string, string>;

  constructor(looks: Looks, doc: DocumentState) {
    this.looks = looks;
    this.markers = markersOf(doc.body);
  }

  private classes(...names: readonly string[]): Markup {
    const shown = names.filter((name) => name !== '');
    return shown.length === 0 ? html`` : html` class="${shown.join(' ')}"`;
  }

  private text(node: DocNode): Markup {
    return html`${(node.runs ?? []).map((run) => {
      const look = this.classes(this.looks.use(textLooks(run.style)));
      const link = String(run.style.LINK_URL ?? '');
      return /^(?:https?:\/\/|mailto:)/i.test(link)
        ? html`<a href="${link}" rel="noreferrer"${look}>${run.text}</a>`
        : look.text === ''
          ? html`${run.text}`
          : html`<span${look}>${run.text}</span>`;
    })}`;
  }

  private image(node: DocNode): Markup {
    const { image } = node;
    if (image === undefined || !imageTypes.test(image.mimeType))
      return html`<span class="d-noimage">画像</span>`;
    const size = (name: string): number => Math.min(Math.max(Number(node.attributes[name]) || 1, 1), 4000);
    return html`<img src="data:${image.mimeType};base64,${image.content}" width="${size('WIDTH')}" height="${size('HEIGHT')}" alt="">`;
  }

  private inside(node: DocNode): Markup {
    return html`${(node.children ?? []).map((child) => {
      if (child.type === 'TEXT') return this.text(child);
      if (child.type === 'INLINE_IMAGE') return this.image(child);
      if (child.type === 'HORIZONTAL_RULE') return html`<span class="d-rule" role="separator"></span>`;
      return html``;
    })}`;
  }

  private paragraph(node: DocNode): Markup {
    const look = this.looks.use(paragraphLooks(node.attributes));
    const heading = headings[String(node.attributes.HEADING)] ?? '';
    const empty = (node.children ?? []).every((child) => child.type === 'TEXT' && plainText(child) === '');
    const body = empty ? html`<br>` : this.inside(node);
    if (node.type === 'LIST_ITEM') {
      const level = Math.min(Math.max(Number(node.attributes.NESTING_LEVEL ?? 0), 0), 8);
      return html`<div${this.classes('d-item', `d-level-${level}`, look)} role="listitem"><span class="d-marker">${
        this.markers.get(node.id) ?? ''
      }</span><div class="d-item__body">${body}</div></div>`;
    }
    if (/^d-h[1-6]$/.test(heading)) {
      const at = Number(heading.slice(-1));
      return html`<div role="heading" aria-level="${at + 1}"${this.classes('d-line', heading, look)}>${body}</div>`;
    }
    return html`<p${this.classes('d-line', heading, look)}>${body}</p>`;
  }

  private table(node: DocNode): Markup {
    const border = this.looks.use(borderLooks(node.attributes));
    return html`<table${this.classes('d-table', this.looks.use(textLooks(node.attributes)))}><tbody>${(
      node.children ?? []
    ).map(
      (row) =>
        html`<tr${this.classes(this.looks.use(rowLooks(row.attributes)))}>${(row.children ?? []).map(
          (cell) =>
            html`<td${this.classes('d-cell', border, this.looks.use(cellLooks(cell.attributes)))}>${this.blocks(cell.children ?? [])}</td>`,
        )}</tr>`,
    )}</tbody></table>`;
  }

  blocks(nodes: readonly DocNode[]): Markup {
    return html`${nodes.map((node) => (node.type === 'TABLE' ? this.table(node) : this.paragraph(node)))}`;
  }
}

/** The body's blocks sheet by sheet: a page break ends a sheet, and its paragraph goes on after it. */
export function sheetsOf(body: DocNode): DocNode[][] {
  const sheets: DocNode[][] = [[]];
  const last = (): DocNode[] => sheets[sheets.length - 1] ?? [];
  for (const block of body.children ?? []) {
    const children = block.children ?? [];
    if (block.type === 'TABLE' || !children.some((child) => child.type === 'PAGE_BREAK')) {
      last().push(block);
      continue;
    }
    let part: DocNode[] = [];
    for (const child of children) {
      if (child.type !== 'PAGE_BREAK') part.push(child);
      else {
        if (part.length > 0) last().push({ ...block, children: part });
        sheets.push([]);
        part = [];
      }
    }
    if (part.length > 0) last().push({ ...block, children: part });
  }
  return sheets;
}

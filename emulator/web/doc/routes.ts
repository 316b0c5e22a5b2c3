/** The page of a document: its sheets as they come out of a printer, and the style sheet that carries its looks. */
import type { DocNode, DocumentState } from '../../workspace/model.ts';
import { html, type Markup } from '../core/html.ts';
import { respondPage } from '../core/respond.ts';
import { pageHeaders } from '../core/security.ts';
import { dateTime } from '../core/time.ts';
import type { Asked, Face, Handler } from '../face.ts';
import { notFound } from '../missing.ts';
import { Looks, paperCss, textLooks } from './looks.ts';
import { Painter, sheetsOf } from './render.ts';

/** Sheets on one page of the browser; a mail merge of thousands is shown part by part. */
const sheetsAtOnce = 100;

interface Drawn {
  readonly sheets: readonly Markup[];
  readonly css: string;
  readonly parts: number;
  readonly part: number;
}

function draw(doc: DocumentState, asked: Asked): Drawn {
  const looks = new Looks();
  const painter = new Painter(looks, doc);
  const all = sheetsOf(doc.body);
  const parts = Math.ceil(all.length / sheetsAtOnce);
  const part = Math.min(Math.max(Math.trunc(Number(asked.query.get('part'))) || 0, 0), parts - 1);
  const bodyLook = looks.use(textLooks(doc.body.attributes));
  const edge = (node: DocNode | undefined, name: string): Markup =>
    node === undefined
      ? html``
      : html`<div class="paper__${name}">${painter.blocks(node.children ?? [])}</div>`;
  const sheets = all
    .slice(part * sheetsAtOnce, (part + 1) * sheetsAtOnce)
    .map(
      (nodes) =>
        html`<section class="paper" data-paper>${edge(doc.header, 'header')}<div class="paper__body ${bodyLook}" data-paper-body>${painter.blocks(nodes)}</div>${edge(doc.footer, 'footer')}</section>`,
    );
  return { sheets, css: `${paperCss(doc.body.attributes)}\n${looks.css()}\n`, parts, part };
}

function pager(id: string, drawn: Drawn): Markup {
  if (drawn.parts <= 1) return html``;
  return html`<nav class="pager doc__pager" aria-label="表示する範囲">${Array.from(
    { length: drawn.parts },
    (_, index) =>
      html`<a href="/docs/${id}?part=${index}"${index === drawn.part ? html` aria-current="page"` : ''}>${index * sheetsAtOnce + 1}枚目〜</a>`,
  )}</nav>`;
}

/** The document, sheet by sheet. */
export const showDocument: Handler = (face: Face, asked: Asked) => {
  const { state } = face.runtime.workspace;
  const doc = state.documents[asked.params.id ?? ''];
  const file = doc ? state.files[doc.id] : undefined;
  if (!doc || !file) return notFound(face, asked);
  const drawn = draw(doc, asked);
  const id = encodeURIComponent(doc.id);
  const body = html`<div class="doc"><header class="doc__top"><div class="doc__names"><h1 class="doc__name">${file.name}</h1><p class="quiet">${
    state.users[file.owner]?.name ?? file.owner
  }・${dateTime(file.updatedAt)} 更新・<span data-paper-count>${drawn.sheets.length}枚</span></p></div><button class="button button--main" type="button" data-print>印刷</button></header>${pager(
    id,
    drawn,
  )}<div class="doc__desk" data-papers tabindex="0" aria-label="文書">${drawn.sheets}</div></div>`;
  const stylesheet = `/docs/${id}/looks.css?part=${drawn.part}&at=${file.updatedAt}`;
  return respondPage(face, asked.person, { title: file.name, body, script: 'doc', stylesheet, kind: 'wide' });
};

/** The looks of the sheets shown with the same `part`. */
export const documentLooks: Handler = (face, asked) => {
  const doc = face.runtime.workspace.state.documents[asked.params.id ?? ''];
  if (!doc) return notFound(face, asked);
  return {
    status: 200,
    headers: { ...pageHeaders, 'content-type': 'text/css; charset=utf-8' },
    body: draw(doc, asked).css,
  };
};

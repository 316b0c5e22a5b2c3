/** One file of Drive: what it is, a preview of a CSV, and its exact bytes as a download. */
import type { DriveFile } from '../../workspace/model.ts';
import { addonDock } from '../cards/routes.ts';
import { html, type Markup } from '../core/html.ts';
import { redirect, respondPage } from '../core/respond.ts';
import { attachment, downloadHeaders } from '../core/security.ts';
import { dateTime } from '../core/time.ts';
import type { Asked, Face, Handler } from '../face.ts';
import { notFound } from '../missing.ts';
import { previewCsv } from './csv.ts';
import { fileIcon, kindOf, treeOf } from './files.ts';
import { uploadButton } from './upload.ts';

const previewRows = 200;

function bytesOf(file: DriveFile): Uint8Array {
  return Buffer.from(file.content ?? '', 'base64');
}

function csvView(bytes: Uint8Array): Markup {
  const { encoding, newline, rows } = previewCsv(bytes);
  const [head = [], ...lines] = rows;
  return html`<dl class="facts"><div><dt>文字コード</dt><dd>${encoding}</dd></div><div><dt>改行</dt><dd>${newline}</dd></div><div><dt>データ</dt><dd>${
    lines.length
  }行 × ${head.length}列</dd></div></dl><div class="table-frame" role="region" tabindex="0" aria-label="内容"><table class="table table--data"><thead><tr><th scope="col">行</th>${head.map(
    (name) => html`<th scope="col">${name}</th>`,
  )}</tr></thead><tbody>${lines
    .slice(0, previewRows)
    .map(
      (line, index) =>
        html`<tr><th scope="row">${index + 1}</th>${line.map((value) => html`<td>${value}</td>`)}</tr>`,
    )}</tbody></table></div>${
    lines.length > previewRows ? html`<p class="quiet">はじめの${previewRows}行を表示しています。</p>` : ''
  }`;
}

function content(file: DriveFile): Markup {
  if (file.content === undefined)
    return html`<p class="quiet">このファイルには、表示できる中身がありません。</p>`;
  const bytes = bytesOf(file);
  if (kindOf(file).tone === 'csv') return csvView(bytes);
  if (file.mimeType.startsWith('text/') || file.mimeType === 'application/json') {
    return html`<pre class="plain">${new TextDecoder().decode(bytes).slice(0, 50_000)}</pre>`;
  }
  return html`<p class="quiet">この種類のファイルは、ダウンロードしてご覧ください。</p>`;
}

function children(face: Face, folder: DriveFile): Markup {
  const lines = treeOf(face.runtime.workspace.state).filter(({ file }) => file.parents.includes(folder.id));
  if (lines.length === 0) return html`<p class="empty">このフォルダは空です。</p>`;
  return html`<ul class="files">${lines.map(
    ({ file }) =>
      html`<li><a class="files__name" href="${kindOf(file).open(file)}">${fileIcon(file)}${file.name}</a></li>`,
  )}</ul>`;
}

/** The page of a file; files with a page of their own (sheets, forms) lead there. */
export const showFile: Handler = (face, asked) => {
  const { state } = face.runtime.workspace;
  const file = state.files[asked.params.id ?? ''];
  if (!file) return notFound(face, asked);
  const own = kindOf(file).open(file);
  if (!own.startsWith('/drive/')) return redirect(own);
  const isFolder = file.mimeType === 'application/vnd.google-apps.folder';
  const body = html`<div class="sheet-of-paper sheet-of-paper--wide"><p class="crumbs"><a class="link" href="/">← ホームへ戻る</a></p><header class="file-head"><h1 class="title">${fileIcon(
    file,
  )}${file.name}</h1>${
    file.content === undefined
      ? ''
      : html`<a class="button button--main" href="/drive/${encodeURIComponent(file.id)}/download">ダウンロード</a>`
  }</header><dl class="facts"><div><dt>種類</dt><dd>${kindOf(file).label}</dd></div><div><dt>オーナー</dt><dd>${
    state.users[file.owner]?.name ?? file.owner
  }</dd></div><div><dt>更新</dt><dd>${dateTime(file.updatedAt)}</dd></div>${
    file.content === undefined
      ? ''
      : html`<div><dt>大きさ</dt><dd>${bytesOf(file).length.toLocaleString('ja-JP')} バイト</dd></div>`
  }</dl>${isFolder ? html`${uploadButton(file.id)}${children(face, file)}` : content(file)}</div>${addonDock(face, asked.person, 'drive', { file: file.id }, true)}`;
  return respondPage(
    face,
    asked.person,
    isFolder ? { title: file.name, body, script: 'upload' } : { title: file.name, body },
  );
};

/** The exact bytes. */
export const downloadFile: Handler = (face: Face, asked: Asked) => {
  const file = face.runtime.workspace.state.files[asked.params.id ?? ''];
  if (!file || file.content === undefined) return notFound(face, asked);
  return {
    status: 200,
    headers: {
      ...downloadHeaders,
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(file.name),
    },
    body: bytesOf(file),
  };
};

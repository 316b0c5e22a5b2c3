/** Pictures and videos of a form, and the question that asks for a file. */
import type { FormItemState, FormState } from '../../workspace/model.ts';
import { html, type Markup } from '../core/html.ts';

const side = (item: FormItemState): string => (item.alignment ?? 'LEFT').toLowerCase();

function picture(form: FormState, item: FormItemState): Markup {
  const name = item.title || item.help || '画像';
  if (item.imageId === undefined || form.images?.[item.imageId] === undefined) {
    return html`<div class="media" role="img" aria-label="${name}"><span class="media__word">画像はまだありません</span></div>`;
  }
  const source = `/forms/${encodeURIComponent(form.publicId)}/images/${item.id}?of=${encodeURIComponent(item.imageId)}`;
  const width = item.width === undefined ? '' : html` width="${item.width}"`;
  return html`<p class="picture picture--${side(item)}"><img src="${source}" alt="${name}"${width}></p>`;
}

/** Nothing is fetched from elsewhere: a video is a place that leads to it. */
function video(item: FormItemState): Markup {
  const name = item.title || '動画';
  const face = html`<svg class="media__play" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><circle cx="24" cy="24" r="22"/><path
  d="M19.5 15.5v17l14-8.5z"/></svg>`;
  const { mediaUrl } = item;
  if (mediaUrl === undefined || !/^https:\/\//.test(mediaUrl)) {
    return html`<div class="media media--video" role="img" aria-label="${name}">${face}<span class="media__word">動画はまだありません</span></div>`;
  }
  return html`<a class="media media--video" href="${mediaUrl}" target="_blank" rel="noreferrer">${face}<span class="media__word">「${name}」をYouTubeで見る</span></a>`;
}

/** What an item that asks nothing shows beside its title and help. */
export function media(form: FormState, item: FormItemState): Markup {
  if (item.type === 'IMAGE') return picture(form, item);
  if (item.type === 'VIDEO') return video(item);
  if (item.type === 'FILE_UPLOAD') {
    return html`<p class="media__file">ファイルを送る質問です。練習用の環境では受け取れません。</p>`;
  }
  return html``;
}

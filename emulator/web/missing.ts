/** The page for an address where nothing is. */
import { html } from './core/html.ts';
import { respondPage } from './core/respond.ts';
import type { Answered, Asked, Face } from './face.ts';

export function notFound(face: Face, asked: Pick<Asked, 'person'>): Answered {
  const body = html`<div class="sheet-of-paper"><h1 class="title">ページが見つかりません</h1><p>アドレスが変わったか、ファイルが削除された可能性があります。</p><p><a class="link" href="/">ホームへ戻る</a></p></div>`;
  return respondPage(face, asked.person, { title: '見つかりません', body }, 404);
}

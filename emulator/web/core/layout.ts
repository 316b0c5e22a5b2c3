/** The frame around every page: head, the bar with where one is and who one plays, and the page's script. */
import type { Face, PageParts, Person } from '../face.ts';
import { html, type Markup } from './html.ts';

function personSwitch(face: Face, person: Person): Markup {
  return html`<details class="who"><summary class="who__now"><span class="who__role who__role--${person.id}">${person.roleLabel}</span><span
  class="who__name">${person.name}</span></summary><form class="who__menu" method="post" action="/person"><p class="who__lead">役を切り替える</p>${face.product.people.map(
    (one) =>
      html`<button class="who__item" name="id" value="${one.id}"${one.id === person.id ? html` aria-current="true"` : ''}><span
  class="who__role who__role--${one.id}">${one.roleLabel}</span><span>${one.name}</span></button>`,
  )}<input type="hidden" name="to" value=""></form></details>`;
}

function bar(face: Face, person: Person, kind: PageParts['kind']): Markup {
  if (kind === 'bare') {
    return html`<nav class="strip"><a href="/" class="strip__back">← ホームへ戻る</a><span class="strip__text">練習用の環境です。送信しても外部には届きません。</span></nav>`;
  }
  const unread = face.runtime.workspace.state.mails.filter((mail) => mail.readBy.length === 0).length;
  return html`<header class="bar"><a class="bar__home" href="/"><svg class="bar__mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect
  x="2" y="2" width="28" height="28" rx="8"/><path d="M9 11h14M9 16h14M9 21h8"/></svg><span class="bar__names"><b>${face.product.name}</b><span>${face.product.place}</span></span></a><nav
  class="bar__nav"><a href="/">ホーム</a><a href="/mail">メール<span data-live="unread">${unread > 0 ? html`<span class="count">${unread}</span>` : ''}</span></a></nav>${personSwitch(
    face,
    person,
  )}</header>`;
}

/** The whole document. */
export function page(face: Face, person: Person, parts: PageParts): Markup {
  const kind = parts.kind ?? 'desk';
  return html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title} – ${face.product.place}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">${
    parts.stylesheet
      ? html`
<link rel="stylesheet" href="${parts.stylesheet}">`
      : ''
  }
<script src="/assets/live.js" defer></script>
${parts.script ? html`<script src="/assets/${parts.script}.js" defer></script>` : ''}
</head>
<body class="is-${kind}">
${bar(face, person, kind)}
<main class="main" id="main">${parts.body}</main>
<div class="toasts" id="toasts" role="status" aria-live="polite"></div>
</body>
</html>`;
}

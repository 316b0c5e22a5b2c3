/** The mail box of every address: list, message, attachments. */
import type { MailState } from '../../workspace/model.ts';
import { addonDock } from '../cards/routes.ts';
import { localAddress } from '../core/address.ts';
import { html, linked, type Markup } from '../core/html.ts';
import { respondPage } from '../core/respond.ts';
import { attachment, downloadHeaders, mailFrameHeaders } from '../core/security.ts';
import { dateTime } from '../core/time.ts';
import type { Asked, Face, Handler } from '../face.ts';
import { notFound } from '../missing.ts';

/** Bare address of `名前 <a@example.jp>`; angle brackets elsewhere are part of the address (RFC 5322, quoted local part). */
function bare(address: string): string {
  return (/<([^<>]+)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}

function receivers(mail: MailState): string[] {
  return [...mail.to, ...mail.cc, ...mail.bcc].map(bare);
}

interface Box {
  readonly address: string;
  readonly owner: string;
  readonly unread: number;
  readonly total: number;
  /** When the last one came, epoch milliseconds; 0 for none. */
  readonly last: number;
}

/** Every address that got mail, and every account of the workspace. */
export function boxesOf(face: Face): Box[] {
  const { mails, users } = face.runtime.workspace.state;
  const boxes = new Map<string, { unread: number; total: number; last: number }>();
  for (const email of Object.keys(users)) boxes.set(email.toLowerCase(), { unread: 0, total: 0, last: 0 });
  for (const mail of mails) {
    for (const address of new Set(receivers(mail))) {
      const box = boxes.get(address) ?? { unread: 0, total: 0, last: 0 };
      box.total += 1;
      box.last = Math.max(box.last, mail.at);
      if (!mail.readBy.includes(address)) box.unread += 1;
      boxes.set(address, box);
    }
  }
  return [...boxes].map(([address, box]) => ({ address, owner: users[address]?.name ?? '', ...box }));
}

function letter(mail: MailState, box: string): Markup {
  const url = `/mail/${encodeURIComponent(mail.id)}`;
  const text =
    mail.htmlBody === ''
      ? html`<div class="letter__body">${linked(mail.body, localAddress)}</div>`
      : html`<iframe
  class="letter__frame" src="${url}/html" title="本文" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  const row = (label: string, value: string): Markup =>
    value === '' ? html`` : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<article class="letter"><a class="letter__back" href="/mail?box=${encodeURIComponent(box)}">← 一覧へ戻る</a><h2 class="letter__subject">${
    mail.subject || '（件名なし）'
  }</h2><dl class="letter__head">${row('差出人', mail.fromName ? `${mail.fromName} <${mail.from}>` : mail.from)}${row(
    '宛先',
    mail.to.join(', '),
  )}${row('Cc', mail.cc.join(', '))}${row('Bcc', mail.bcc.join(', '))}${row('返信先', mail.replyTo)}${row(
    '日時',
    dateTime(mail.at),
  )}</dl>${text}${
    mail.attachments.length === 0
      ? ''
      : html`<ul class="letter__files">${mail.attachments.map(
          (file, index) => html`<li><a class="file-chip" href="${url}/files/${index}">${file.name}</a></li>`,
        )}</ul>`
  }</article>`;
}

function list(mails: readonly MailState[], box: string, open: MailState | undefined): Markup {
  if (mails.length === 0) return html`<p class="empty">まだメールはありません。</p>`;
  return html`<ul class="letters">${mails.map(
    (mail) =>
      html`<li><a class="letters__row${mail.readBy.includes(box) ? '' : ' is-unread'}" href="/mail?box=${encodeURIComponent(box)}&id=${encodeURIComponent(
        mail.id,
      )}"${mail.id === open?.id ? html` aria-current="true"` : ''}><span class="letters__from">${mail.fromName || mail.from}</span><time class="letters__at">${dateTime(
        mail.at,
      )}</time><span class="letters__subject">${mail.subject || '（件名なし）'}</span><span class="letters__text">${mail.body.slice(0, 90)}</span></a></li>`,
  )}</ul>`;
}

/** Boxes of accounts first, then by the last message. */
export function sortedBoxes(face: Face): Box[] {
  return boxesOf(face).sort(
    (a, b) =>
      Number(b.owner !== '') - Number(a.owner !== '') ||
      b.last - a.last ||
      a.address.localeCompare(b.address),
  );
}

/** Boxes, the list of one, and the message that is open. Opening a message marks it read for that box. */
export const showMail: Handler = (face, asked) => {
  const { mails } = face.runtime.workspace.state;
  const boxes = sortedBoxes(face);
  const box = asked.query.get('box')?.toLowerCase() ?? defaultBox(asked, boxes);
  const inBox = mails.filter((mail) => receivers(mail).includes(box)).sort((a, b) => b.at - a.at);
  const open = inBox.find((mail) => mail.id === asked.query.get('id'));
  if (open && !open.readBy.includes(box)) {
    open.readBy.push(box);
    face.runtime.workspace.touch();
  }
  // Read again: opening the message may just have made it read.
  const counted = sortedBoxes(face);
  const dock = addonDock(face, asked.person, 'gmail', open ? { message: open.id } : {});
  const body = html`<h1 class="visually-hidden">メール</h1><div class="is-docked"><div class="post${open ? ' is-open' : ''}"><nav class="boxes" aria-label="受信箱" data-live="boxes"><h2 class="boxes__title">受信箱</h2>${counted.map(
    (one) =>
      html`<a class="boxes__row" href="/mail?box=${encodeURIComponent(one.address)}"${
        one.address === box ? html` aria-current="page"` : ''
      }><span class="boxes__address">${one.owner === '' ? one.address : html`<b>${one.owner}</b>${one.address}`}</span>${
        one.unread > 0 ? html`<span class="count">${one.unread}</span>` : ''
      }</a>`,
  )}</nav><section class="post__list" aria-label="${box}" data-live="letters">${list(inBox, box, open)}</section><section class="post__open" tabindex="0" aria-label="開いたメール">${
    open ? letter(open, box) : html`<p class="empty">メールを選ぶと、ここに表示します。</p>`
  }</section></div>${dock}</div>`;
  return respondPage(face, asked.person, { title: 'メール', body, kind: 'wide' });
};

/** The own box; for someone without an account, that of whoever got the last message from outside. */
function defaultBox(asked: Asked, boxes: readonly Box[]): string {
  const own = asked.person.email.toLowerCase();
  if (own !== '') return own;
  return boxes.find((box) => box.owner === '')?.address ?? boxes[0]?.address ?? '';
}

function findMail(face: Face, asked: Asked): MailState | undefined {
  return face.runtime.workspace.state.mails.find((mail) => mail.id === asked.params.id);
}

/** How a message without styles of its own reads. */
const mailStyle =
  'body{margin:16px;color:#1e2832;font:15px/1.75 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic Medium",YuGothic,Meiryo,sans-serif;line-break:strict;overflow-wrap:anywhere}';

/** The HTML part of a message, for a frame where nothing runs. */
export const mailHtml: Handler = (face, asked) => {
  const mail = findMail(face, asked);
  if (!mail) return notFound(face, asked);
  return {
    status: 200,
    headers: { ...mailFrameHeaders, 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><base target="_blank"><style>${mailStyle}</style>${mail.htmlBody}`,
  };
};

/** An attachment, always as a download. */
export const mailFile: Handler = (face, asked) => {
  const file = findMail(face, asked)?.attachments[Number(asked.params.index)];
  if (!file) return notFound(face, asked);
  return {
    status: 200,
    headers: {
      ...downloadHeaders,
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(file.name),
    },
    body: Buffer.from(file.content, 'base64'),
  };
};

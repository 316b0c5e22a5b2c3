/** Drawn signs for the icons that cards name; an icon without a drawing is a plain dot, a picture from the web a frame. */
import { html, type Markup, markup } from '../core/html.ts';
import type { Icon } from './model.ts';

const person = '<circle cx="12" cy="8" r="3.6"/><path d="M5 20c.6-4 3.4-6 7-6s6.4 2 7 6"/>';
const people = `${person}<path d="M17 5.2a3.2 3.2 0 010 6M19.5 14.6c1.6 1 2.5 2.8 2.8 5.4"/>`;
const mail = '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M4 7l8 6 8-6"/>';
const clock = '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2.5"/>';
const sheet = '<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4M9 12h6M9 16h6"/>';
const shop = '<path d="M4 10v10h16V10M3 10l2-6h14l2 6M9 20v-6h6v6"/>';
const mark = '<path d="M6 3h12v18l-6-4-6 4z"/>';
const star = '<path d="M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z"/>';
const card = '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3 10h18M7 15h4"/>';
const phone =
  '<path d="M6 3h3l2 5-2.5 1.500c1 2.5 3.5 5 6 6L16 13l5 2v3c0 2-1 3-3 3C10 21 3 14 3 6c0-2 1-3 3-3z"/>';
const pin =
  '<path d="M12 21c-4-5-6.5-8-6.5-11a6.5 6.5 0 0113 0c0 3-2.5 6-6.5 11z"/><circle cx="12" cy="10" r="2.2"/>';
const check = '<circle cx="12" cy="12" r="8.5"/><path d="M8 12.300l2.8 2.700L16 9.5"/>';
const alert = '<path d="M12 4l9 16H3z"/><path d="M12 10v5M12 17.400v.2"/>';
const ring = '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.500v5.500M12 16v.2"/>';
const yen =
  '<circle cx="12" cy="12" r="8.5"/><path d="M8.5 7.500L12 12l3.5-4.500M12 12v5.500M9 13h6M9 15.500h6"/>';
const frame =
  '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M4 17l5-5 4 4 3-3 4 4"/><circle cx="9" cy="9" r="1.3"/>';
const dot = '<circle cx="12" cy="12" r="4"/>';
const down = '<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.500M5 20h14"/>';
const pencil = '<path d="M5 19l1-4L16 5l3 3L9 18z"/>';
const list = '<path d="M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1"/>';
const again = '<path d="M19 12a7 7 0 11-2-5M19 4v4h-4"/>';

const drawings: Readonly<Record<string, string>> = {
  PERSON: person,
  MULTIPLE_PEOPLE: people,
  EMAIL: mail,
  INVITE: mail,
  CLOCK: clock,
  DESCRIPTION: sheet,
  STORE: shop,
  BOOKMARK: mark,
  STAR: star,
  MEMBERSHIP: card,
  PHONE: phone,
  MAP_PIN: pin,
  DOLLAR: yen,
  TICKET: card,
  CONFIRMATION_NUMBER_ICON: card,
  person,
  group: people,
  groups: people,
  mail,
  email: mail,
  schedule: clock,
  description: sheet,
  storefront: shop,
  bookmark: mark,
  star,
  call: phone,
  place: pin,
  check_circle: check,
  task_alt: check,
  done: check,
  warning: alert,
  error: ring,
  info: ring,
  download: down,
  edit: pencil,
  list,
  refresh: again,
};

/** A sign; without a text of its own it is for the eye only. */
export function drawIcon(icon: Icon): Markup {
  const name = icon.knownIcon ?? icon.materialIcon?.name ?? '';
  const inside = drawings[name] ?? (icon.iconUrl === undefined ? dot : frame);
  const label = icon.altText ? html` role="img" aria-label="${icon.altText}"` : html` aria-hidden="true"`;
  return html`<svg class="gicon" viewBox="0 0 24 24" width="22" height="22"${label}>${markup(inside)}</svg>`;
}

export const pictureFrame = (alt: string): Markup =>
  html`<span class="gpicture" role="img" aria-label="${alt === '' ? '画像' : alt}"><svg class="gicon" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">${markup(frame)}</svg></span>`;

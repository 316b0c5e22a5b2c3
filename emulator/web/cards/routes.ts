/** The add-on in the pages: its own page, the dock beside a sheet, a message or a file, and what is pressed in the panel. */
import { localAddress } from '../core/address.ts';
import { html, type Markup } from '../core/html.ts';
import { respondJson, respondPage } from '../core/respond.ts';
import { type Answered, type Asked, accountOf, type Face, type Handler, type Person } from '../face.ts';
import { notFound } from '../missing.ts';
import type { Place } from './event.ts';
import { readInputs } from './inputs.ts';
import { addonOf, type HostName, hostNames } from './manifest.ts';
import { drawPanel } from './panel.ts';
import type { Act } from './render.ts';
import { type AddonSession, type Effect, openAddon } from './session.ts';

interface Open {
  readonly id: string;
  readonly session: AddonSession;
  acts: readonly Act[];
}

/** Panels that are open, the newest last; the oldest are forgotten. */
const mostPanels = 60;
const panels = new WeakMap<Face, Map<string, Open>>();
let serial = 0;

function panelsOf(face: Face): Map<string, Open> {
  const known = panels.get(face) ?? new Map<string, Open>();
  panels.set(face, known);
  return known;
}

const labels: Readonly<Record<HostName, string>> = {
  sheets: 'スプレッドシート',
  drive: 'ドライブ',
  gmail: 'メール',
  calendar: 'カレンダー',
};

const isHost = (name: unknown): name is HostName => hostNames.some((one) => one === name);

/** What the page says about where it stands; the person is the one at the screen. */
function placeOf(face: Face, host: unknown, given: Record<string, unknown>, user: string): Place | null {
  if (!isHost(host)) return null;
  const { state } = face.runtime.workspace;
  const file = typeof given.file === 'string' && state.files[given.file] ? { file: given.file } : {};
  const message =
    typeof given.message === 'string' && state.mails.some((mail) => mail.id === given.message)
      ? { message: given.message }
      : {};
  const items = host === 'drive' && 'file' in file ? { items: [file.file] } : {};
  return { host, user, ...file, ...message, ...items };
}

/** The answer to every step: the panel as it is now, and what else is to be shown. */
function answer(face: Face, open: Open, effect: Effect, before: number): Answered {
  const { session } = open;
  const same = before === session.revision;
  const drawn = drawPanel(session, face.runtime.workspace.state, open.id);
  // A view that did not change keeps what was typed: its numbers stay, and the page is not drawn anew.
  if (!same) open.acts = drawn.acts;
  return respondJson({
    ok: true,
    panel: open.id,
    html: same ? null : drawn.html.text,
    toast: effect.toast ?? '',
    problem: effect.problem ?? '',
    open: effect.open ? { ...effect.open, url: localAddress(effect.open.url) } : null,
  });
}

/** Opens the panel: runs the first function of the add-on at this place. */
const openPanel = (face: Face, given: Record<string, unknown>, user: string): Answered => {
  const place = placeOf(face, given.host, given, user);
  const session = place ? openAddon(face.runtime, addonOf(face.runtime.manifest), place) : null;
  if (!session) return respondJson({ ok: false, message: 'ここで使えるアドオンはありません。' }, 404);
  serial += 1;
  const open: Open = { id: `p${serial}`, session, acts: [] };
  const all = panelsOf(face);
  all.set(open.id, open);
  for (const id of [...all.keys()].slice(0, Math.max(0, all.size - mostPanels))) all.delete(id);
  return answer(face, open, {}, -1);
};

const numberOf = (value: unknown): number => (Number.isInteger(value) ? Number(value) : -1);

/** Steps of the person at the screen by name. */
const steps: Readonly<Record<string, (open: Open, given: Record<string, unknown>) => Effect>> = {
  back: ({ session }) => session.back(),
  reload: ({ session }) => session.restart(),
  grant: ({ session }) => session.answer(true),
  deny: ({ session }) => session.answer(false),
  choose: ({ session }, { index }) => session.choose(numberOf(index)),
  universal: ({ session }, { index, fields }) => session.universal(numberOf(index), readInputs(fields)),
  act: ({ session, acts }, { index, fields }) => {
    const act = acts[numberOf(index)];
    return act ? session.press(act.click, readInputs(fields), act.extra) : {};
  },
};

/** Everything the panel asks of the server. */
export const stepAddon: Handler = (face, asked) => {
  if (typeof asked.json !== 'object' || asked.json === null) {
    return respondJson({ ok: false, message: '呼び出しの形が違います。' }, 400);
  }
  const given: Record<string, unknown> = { ...asked.json };
  const user = userOf(face, asked, given.user);
  const step = String(given.step);
  if (step === 'open') return openPanel(face, given, user);
  const open = panelsOf(face).get(String(given.panel));
  const take = Object.hasOwn(steps, step) ? steps[step] : undefined;
  if (!open || open.session.place.user !== user) {
    return respondJson({ ok: false, gone: true, message: 'パネルを開き直してください。' }, 410);
  }
  if (!take) return respondJson({ ok: false, message: '呼び出しの形が違います。' }, 400);
  const before = open.session.revision;
  return answer(face, open, take(open, given), before);
};

/** The account named in the address of the add-on's own page, or that of the person at the screen. */
function userOf(face: Face, asked: Asked, named: unknown): string {
  const known = typeof named === 'string' && face.runtime.workspace.state.users[named] !== undefined;
  return known ? named : accountOf(face, asked.person);
}

function panel(place: Place, name: string, shown: boolean, own: string): Markup {
  return html`<aside class="gpanel" data-addon="${place.host}" data-file="${place.file ?? ''}" data-message="${place.message ?? ''}" data-user="${own}" aria-label="アドオン ${name}"${
    shown ? '' : html` hidden`
  }></aside>`;
}

/**
 * The rail at the right edge of a page, with the add-on's button and its panel; nothing where the manifest does not have
 * this host or nobody with an account sits at the screen. `fixed`: at the edge of the window, on a page that scrolls.
 */
export function addonDock(
  face: Face,
  person: Person,
  host: HostName,
  at: { readonly file?: string; readonly message?: string } = {},
  fixed = false,
): Markup {
  const addon = addonOf(face.runtime.manifest);
  const user = accountOf(face, person);
  if (!addon?.hosts[host] || user === '') return html``;
  const place: Place = { host, user, ...at };
  return html`<div class="gdock${fixed ? ' gdock--page' : ''}" data-dock><div class="grail"><button type="button" class="grail__button" data-dock-open aria-expanded="false" aria-label="アドオン ${addon.name} を開く"><span aria-hidden="true">${
    [...addon.name][0] ?? ''
  }</span></button></div>${panel(place, addon.name, false, '')}</div><script src="/assets/addon.js" defer></script>`;
}

/** `/addon?host=sheets&file=…&message=…&user=…`: the panel on a page of its own. */
export const showAddon: Handler = (face, asked) => {
  const { query } = asked;
  const addon = addonOf(face.runtime.manifest);
  const user = userOf(face, asked, query.get('user'));
  const given = { file: query.get('file'), message: query.get('message') };
  const place = placeOf(face, query.get('host'), given, user);
  if (!addon || !place || !addon.hosts[place.host]) return notFound(face, asked);
  const hosts = hostNames.filter((name) => addon.hosts[name]);
  const links = hosts.map((name) => {
    const address = new URLSearchParams({ host: name, ...(query.has('user') ? { user } : {}) });
    for (const [key, value] of Object.entries(given)) if (value !== null) address.set(key, value);
    return html`<a class="gtabs__tab" href="/addon?${address.toString()}"${name === place.host ? html` aria-current="page"` : ''}>${labels[name]}</a>`;
  });
  const body = html`<div class="gpage"><nav class="gtabs" aria-label="アドオンを開く場所">${links}</nav>${panel(
    place,
    addon.name,
    true,
    query.has('user') ? user : '',
  )}</div>`;
  return respondPage(face, asked.person, { title: addon.name, body, script: 'addon' });
};

/**
 * The answer page in the browser: shows one page at a time, asks the server whether a page may be left, keeps everything typed
 * (also over a reload), and leads back to the field that has to be mended.
 */
import { Draft } from './draft.ts';

interface Fault {
  readonly itemId: number;
  readonly message: string;
}
type Next = { readonly kind: 'page'; readonly id: number } | { readonly kind: 'submit' };
interface Checked {
  readonly errors: readonly Fault[];
  readonly next: Next;
  readonly walked: readonly number[];
}

const lost = '入力した内容は、この画面に残っています。少し待ってから、もう一度お試しください。';
const root = document.querySelector<HTMLElement>('[data-form]');
const form = document.querySelector<HTMLFormElement>('[data-answer-form]');
if (root && form) start(root, form);

function start(answer: HTMLElement, fields: HTMLFormElement): void {
  const sections = [...fields.querySelectorAll<HTMLElement>('[data-page]')];
  const idOf = (section: HTMLElement): number => Number(section.dataset.page);
  const firstId = sections[0] ? idOf(sections[0]) : 0;
  // A personal link has its own draft: what one business typed never shows under another's link.
  const draft = new Draft(`${answer.dataset.form ?? ''}${location.search}`, fields);
  /** Pages on the way here, the one in sight last. */
  const track: number[] = [];
  /** True while a page is checked or sent: a second tap on the button does nothing. */
  let moving = false;

  answer.classList.add('is-paged');
  const broken = fields.querySelector<HTMLElement>('.is-wrong');
  const restored = !broken && draft.restore();
  if (restored) track.push(...trackOf(history.state));
  show(broken ? idOf(sectionOf(broken)) : (track[track.length - 1] ?? firstId));
  if (broken) focusOn(broken);

  function sectionOf(part: Element): HTMLElement {
    return part.closest<HTMLElement>('[data-page]') ?? sections[0] ?? fields;
  }
  /** The way that a history entry remembers; [] for the entry of the first page. */
  function trackOf(state: unknown): number[] {
    if (typeof state !== 'object' || state === null || !('track' in state)) return [];
    const known = new Set(sections.map(idOf));
    return Array.isArray(state.track) ? state.track.filter((id): id is number => known.has(id)) : [];
  }
  function current(): HTMLElement {
    return sections.find((section) => !section.hidden) ?? sections[0] ?? fields;
  }
  function encoded(page: number): URLSearchParams {
    const all = draft.params();
    all.append('page', String(page));
    return all;
  }

  function show(pageId: number): void {
    for (const section of sections) section.hidden = idOf(section) !== pageId;
    const before = track.indexOf(pageId);
    if (before >= 0) track.length = before + 1;
    else track.push(pageId);
    answer.dataset.first = String(pageId === firstId);
    for (const area of current().querySelectorAll('textarea')) grow(area);
    void recheck(null);
  }
  /** As `show`, and begins to read at the top of the new page. */
  function turn(pageId: number): void {
    show(pageId);
    window.scrollTo({ top: 0 });
    current().querySelector<HTMLElement>('.page__title')?.focus({ preventScroll: true });
  }

  function progress(section: HTMLElement, walked: number): void {
    const bar = answer.querySelector<HTMLElement>('[data-progress-bar]');
    if (!bar || answer.dataset.progress !== 'on' || sections.length < 2) return;
    const total = Math.max(walked, track.length);
    const part = (name: string): HTMLElement | null =>
      bar.querySelector<HTMLElement>(`[data-progress-${name}]`);
    const text = part('text');
    const title = part('title');
    const fill = part('fill');
    if (text) text.textContent = `${track.length} / ${total} ページ`;
    if (title) title.textContent = idOf(section) === firstId ? '' : section.getAttribute('aria-label');
    if (fill) fill.style.width = `${Math.round((track.length / total) * 100)}%`;
    bar.hidden = false;
  }

  async function ask(page: number): Promise<Checked | null> {
    try {
      const reply = await fetch(location.pathname.replace(/\/viewform$/, '/check'), {
        method: 'POST',
        body: encoded(page),
        headers: { accept: 'application/json' },
      });
      return reply.ok ? ((await reply.json()) as Checked) : null;
    } catch {
      return null;
    }
  }

  /**
   * After something was chosen: whether this page is now the last, and how many there are. A fault that was pointed out in
   * `question` goes as soon as it is mended; what is still empty is not blamed before the page is left.
   */
  async function recheck(question: HTMLElement | null): Promise<void> {
    const section = current();
    const reply = await ask(idOf(section));
    if (!reply || section.hidden) return;
    const ends = reply.next.kind === 'submit';
    for (const button of section.querySelectorAll<HTMLElement>('[data-send]')) button.hidden = !ends;
    for (const button of section.querySelectorAll<HTMLElement>('[data-next]')) button.hidden = ends;
    progress(section, reply.walked.length);
    if (!question) return;
    const fault = reply.errors.find((one) => one.itemId === Number(question.dataset.item));
    const typed = question.querySelector<HTMLInputElement>('input.input, textarea, select');
    if (!fault) mark(question, '');
    else if (typed && typed.value !== '') mark(question, fault.message);
    if (fields.querySelector('.is-wrong') === null) tell('');
  }

  function mark(question: HTMLElement, message: string): void {
    const place = question.querySelector<HTMLElement>('.fault');
    question.classList.toggle('is-wrong', message !== '');
    if (place && place.textContent !== message) place.textContent = message;
    if (place) place.hidden = message === '';
    const group = question.getAttribute('role') === 'radiogroup' ? [question] : [];
    for (const input of [...group, ...question.querySelectorAll('.input')]) {
      if (message === '') input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
    }
  }
  function tell(message: string): void {
    const summary = answer.querySelector<HTMLElement>('[data-summary]');
    if (!summary) return;
    summary.textContent = message;
    summary.hidden = message === '';
  }
  function focusOn(question: HTMLElement): void {
    question.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
    question.scrollIntoView({ block: 'center' });
  }
  /** Writes the faults into the questions of `scope` and goes to the first; true when there was one. */
  function showFaults(faults: readonly Fault[], scope: ParentNode): boolean {
    const wrong: HTMLElement[] = [];
    for (const question of scope.querySelectorAll<HTMLElement>('[data-item]')) {
      const fault = faults.find((one) => one.itemId === Number(question.dataset.item));
      mark(question, fault?.message ?? '');
      if (fault) wrong.push(question);
    }
    const first = wrong[0];
    if (!first) return false;
    tell(`直していただきたい項目が${wrong.length}件あります。`);
    if (sectionOf(first).hidden) show(idOf(sectionOf(first)));
    focusOn(first);
    return true;
  }

  async function forward(): Promise<void> {
    if (moving) return;
    moving = true;
    try {
      await leave();
    } finally {
      moving = false;
    }
  }

  async function leave(): Promise<void> {
    const section = current();
    const reply = await ask(idOf(section));
    if (!reply) tell(`サーバーにつながりません。${lost}`);
    else if (!showFaults(reply.errors, section)) {
      tell('');
      if (reply.next.kind === 'submit') await send();
      else {
        history.pushState({ track: [...track, reply.next.id] }, '');
        turn(reply.next.id);
      }
    }
  }

  async function send(): Promise<void> {
    const button = current().querySelector<HTMLButtonElement>('[data-send]');
    if (button) button.disabled = true;
    try {
      const reply = await fetch(fields.action, {
        method: 'POST',
        body: encoded(idOf(current())),
        headers: { accept: 'application/json' },
      });
      const said = (await reply.json()) as { location?: string; message?: string; errors?: Fault[] };
      if (said.location) {
        draft.forget();
        location.replace(said.location);
        return;
      }
      if (!showFaults(said.errors ?? [], fields)) tell(said.message || `送信できませんでした。${lost}`);
    } catch {
      tell(`送信できませんでした。${lost}`);
    }
    if (button) button.disabled = false;
  }

  function back(): void {
    const before = track[track.length - 2];
    if (before === undefined) return;
    if (history.state !== null) history.back();
    else turn(before);
  }

  fields.addEventListener('submit', (event) => {
    event.preventDefault();
    void forward();
  });
  fields.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (target?.matches('[data-next]')) void forward();
    if (target?.matches('[data-back]')) back();
    const clear = target?.dataset.clear;
    if (clear) {
      const names = new Set(clear.split(' '));
      for (const radio of fields.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
        if (names.has(radio.name)) radio.checked = false;
      }
      draft.save();
      void recheck(null);
    }
  });
  window.addEventListener('popstate', (event) => {
    const way = trackOf(event.state);
    track.splice(0, track.length, ...way.slice(0, -1));
    turn(way[way.length - 1] ?? firstId);
  });
  // A page that the browser brings back after it was sent begins anew, so that nothing is sent twice.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && !draft.kept()) location.reload();
  });
  fields.addEventListener('input', (event) => {
    draft.save();
    const { target } = event;
    if (target instanceof HTMLInputElement && target.dataset.other !== undefined && target.value !== '') {
      const pick = target.closest('.choice--other')?.querySelector<HTMLInputElement>('.choice__pick input');
      if (pick) pick.checked = true;
    }
    if (target instanceof HTMLTextAreaElement) grow(target);
  });
  fields.addEventListener('change', (event) => {
    draft.save();
    const { target } = event;
    void recheck(target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null);
  });
}

/** A paragraph's box grows with its text. */
function grow(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  if (area.scrollHeight > 0) area.style.height = `${area.scrollHeight + 2}px`;
}

/** Keeps a page fresh: when the workspace changed, parts marked `data-live` are read again and put in place. */
const settle = 120;
let waiting = 0;
let running = false;
let again = false;

/** What the server said last of a part whose folds and focus are the reader's own affair. */
const steady = new WeakMap<HTMLElement, string>();
const plain = (part: Element): string => part.innerHTML.replace(/ (?:open|autofocus)=""/g, '');
for (const part of document.querySelectorAll<HTMLElement>('[data-live][data-steady]')) {
  steady.set(part, plain(part));
}

/** True when the part should be put in place of what stands there. */
function isNews(part: HTMLElement, next: Element): boolean {
  const known = steady.get(part);
  if (known === undefined) return next.innerHTML !== part.innerHTML;
  if (known === plain(next)) return false;
  // An editor in which somebody works keeps what stands in it, until it is left.
  const busy = part.querySelector('form[data-edit] :is(input, textarea, select):focus, form[data-dirty]');
  part.toggleAttribute('data-stale', busy !== null);
  if (busy === null) steady.set(part, plain(next));
  return busy === null;
}

/** Folds and the button in focus, by the nearest element with an id and their place in it. */
function places(part: HTMLElement, selector: string): Map<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  const counts = new Map<string, number>();
  for (const one of part.querySelectorAll<HTMLElement>(selector)) {
    const owner = one.closest('[id]')?.id ?? '';
    const index = counts.get(owner) ?? 0;
    counts.set(owner, index + 1);
    found.set(`${owner}#${index}`, one);
  }
  return found;
}

/** Puts a fresh copy in place; what was unfolded or in focus stays so. */
function replace(part: HTMLElement, next: Element): void {
  const folds = [...places(part, 'details')].map(
    ([key, fold]) => [key, fold instanceof HTMLDetailsElement && fold.open] as const,
  );
  const buttons = 'summary, button, a';
  const focused = [...places(part, buttons)].find(([, one]) => one === document.activeElement)?.[0];
  part.replaceChildren(...next.childNodes);
  if (!steady.has(part)) return;
  const fresh = places(part, 'details');
  for (const [key, open] of folds) {
    const fold = fresh.get(key);
    if (fold instanceof HTMLDetailsElement && fold.open !== open) fold.open = open;
  }
  if (focused !== undefined) places(part, buttons).get(focused)?.focus({ preventScroll: true });
}

async function refresh(): Promise<void> {
  if (running) {
    again = true;
    return;
  }
  // Nobody's typing is pulled away: the cell editor asks again when it is left.
  if (document.querySelector('[data-live]') === null || document.querySelector('[data-live] .cell-input'))
    return;
  running = true;
  try {
    // Marked, so that the server does not take it for a person who opens the file.
    const address = new URL(location.href);
    address.searchParams.set('live', '1');
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (document.querySelector('[data-live] .cell-input')) return;
      for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
        const next = fresh.querySelector(`[data-live="${CSS.escape(part.dataset.live ?? '')}"]`);
        if (next && isNews(part, next)) replace(part, next);
      }
      document.dispatchEvent(new CustomEvent('live:refreshed'));
    }
  } finally {
    running = false;
    if (again) {
      again = false;
      void refresh();
    }
  }
}

function later(): void {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => void refresh(), settle);
}

document.addEventListener('live:ask', later);

if (document.querySelector('[data-live]') !== null) {
  new EventSource('/events').addEventListener('message', later);
}

for (const form of document.querySelectorAll<HTMLFormElement>('form.who__menu')) {
  const to = form.querySelector<HTMLInputElement>('input[name="to"]');
  if (to) to.value = location.pathname + location.search;
}

document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll<HTMLDetailsElement>('details.who[open]')) {
    if (event.target instanceof Node && !open.contains(event.target)) open.open = false;
  }
});

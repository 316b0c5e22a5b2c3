/** Draws a page of the add-on when its state has changed, once for all changes of a turn, and puts the focus where it was asked for. */

import type { VNode } from './dom/h.ts';
import { createRenderer } from './dom/patch.ts';
import { headingId } from './work.ts';

export interface PageLoop {
  /** Draws soon. */
  plan(): void;
  /** Puts the focus on the element of this id, as soon as it stands. */
  focus(id: string): void;
  later(milliseconds: number, run: () => void): () => void;
}

/**
 * @param view what the page shows now
 * @param drawn called after each drawing, before the focus is put
 */
export function createPageLoop(
  container: HTMLElement,
  view: () => VNode,
  drawn: () => void = () => undefined,
): PageLoop {
  const render = createRenderer(container);
  let focusNext = '';
  let planned = false;

  function plan(): void {
    if (planned) return;
    planned = true;
    queueMicrotask(draw);
  }

  function draw(): void {
    planned = false;
    render(view());
    container.removeAttribute('aria-busy');
    drawn();
    if (focusNext === '') return;
    const target = document.getElementById(focusNext);
    if (target === null) return;
    focusNext = '';
    if (target.id === headingId) {
      target.focus({ preventScroll: true });
      target.closest('main')?.scrollTo(0, 0);
    } else target.focus();
  }

  return {
    plan,
    focus(id) {
      focusNext = id;
      plan();
    },
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/** True where keys are text. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/** Goes back on Escape, unless it means something to what has the focus. */
export function backOnEscape(back: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || isTyping(event.target))
      return;
    back();
  });
}

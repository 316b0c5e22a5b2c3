/** What every screen does until its content is there, and the bar that saves what was changed. */
import type { Child, VNode } from '../../sidebar/dom/h.ts';
import { div, p } from '../../sidebar/dom/tags.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, skeleton } from '../../sidebar/parts/waiting.ts';
import type { Loaded } from '../../sidebar/store.ts';
import type { State } from '../state.ts';

/** The screen of something loaded: grey bars, why it could not come, or what `draw` makes of it. */
export function shown<T>(
  state: State,
  title: string,
  of: Loaded<T>,
  retry: () => void,
  draw: (value: T) => readonly Child[],
): VNode {
  const { value, loading, issues } = of;
  if (value === null) {
    return page(
      loading,
      heading(title),
      issues.length > 0 ? couldNotLoad(state, issues, retry) : skeleton([100, 100, 100, 70]),
    );
  }
  return page(loading, ...draw(value), issues.length > 0 && couldNotLoad(state, issues, retry));
}

export interface SaveShape {
  /** What is about to be saved, one sentence. */
  readonly words: string;
  readonly warnings?: readonly string[];
  readonly work: string;
  readonly save: () => void;
  readonly drop: () => void;
}

export function saveBar(state: State, shape: SaveShape): VNode {
  return div(
    'bar-bottom save-bar',
    (shape.warnings ?? []).map((text) => p('note note-warning', text)),
    div(
      'save-line',
      p('', shape.words),
      div(
        'save-buttons',
        button(state, { label: '元に戻す', look: 'quiet', onPress: shape.drop }),
        button(state, {
          label: '保存する',
          look: 'primary',
          work: shape.work,
          working: '保存しています…',
          onPress: shape.save,
        }),
      ),
    ),
  );
}

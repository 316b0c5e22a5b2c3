/** A text with the words marked that another text does not have. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import type { Piece } from '../text-diff.ts';
import { or } from '../words.ts';

/** `tag`: what a mark means to a screen reader: new words (`ins`), words that go (`del`), words that differ (`mark`). */
export function markedText(pieces: readonly Piece[], tag: 'ins' | 'del' | 'mark', className = ''): VNode {
  const text = pieces.map((piece) => piece.text).join('');
  return h(
    'p',
    { class: `data text ${className}`.trim() },
    text === '' ? or('') : pieces.map((piece) => (piece.marked ? h(tag, {}, piece.text) : piece.text)),
  );
}

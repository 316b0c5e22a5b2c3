/** Arithmetic of a long list of equally high rows, of which only those near the window are drawn. */

export interface ListWindow {
  /** First row to draw. */
  readonly first: number;
  /** One past the last row to draw. */
  readonly end: number;
}

export interface ListShape {
  readonly count: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** Height of the scrolling window in pixels. */
  readonly viewport: number;
}

/** Rows to draw at a scroll position: those in sight and `spare` on either side. */
export function windowAt(shape: ListShape, scrollTop: number, spare: number): ListWindow {
  if (shape.count === 0 || shape.rowHeight <= 0) return { first: 0, end: 0 };
  const top = clamp(scrollTop, 0, Math.max(0, shape.count * shape.rowHeight - shape.viewport));
  const seen = Math.floor(top / shape.rowHeight);
  const below = Math.ceil((top + shape.viewport) / shape.rowHeight);
  return { first: Math.max(0, seen - spare), end: Math.min(shape.count, Math.max(below, seen + 1) + spare) };
}

/** The least scrolling that brings a row wholly into sight. */
export function scrollToShow(shape: ListShape, scrollTop: number, row: number): number {
  const top = row * shape.rowHeight;
  if (top < scrollTop) return top;
  const bottom = top + shape.rowHeight;
  return bottom > scrollTop + shape.viewport ? Math.max(0, bottom - shape.viewport) : scrollTop;
}

/** Where the highlighted row goes when a key is pressed; null when the key means nothing to a list. */
export function rowAfterKey(key: string, row: number, shape: ListShape): number | null {
  if (shape.count === 0) return null;
  const page = Math.max(1, Math.floor(shape.viewport / Math.max(1, shape.rowHeight)) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: shape.count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : clamp(to, 0, shape.count - 1);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** The page's end of `google.script.run`: takes calls of one sandboxed frame, and nobody else's, and answers them. */
interface Said {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly name?: string;
  readonly message?: string;
}

export interface Frame {
  receive(event: MessageEvent): void;
}

/** `run` makes the call on the server; `host` does what the script-made page asks of its window. */
export function createFrame(
  element: HTMLIFrameElement,
  run: (fn: string, args: readonly unknown[]) => Promise<Said>,
  host: { close(): void; focus(): void },
): Frame {
  const numberIn = (value: unknown, most: number): number | null =>
    typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, 80), most) : null;

  async function call(id: unknown, fn: unknown, args: unknown): Promise<void> {
    const window_ = element.contentWindow;
    if (typeof id !== 'number' || typeof fn !== 'string' || !Array.isArray(args)) return;
    const said = await run(fn, args);
    // The frame has an opaque origin, so no narrower target can be named; the answer goes to this one window only.
    if (window_ === element.contentWindow) {
      window_?.postMessage(
        { kind: 'reply', id, ok: said.ok, value: said.value, name: said.name, message: said.message },
        '*',
      );
    }
  }

  return {
    receive(event) {
      if (event.source === null || event.source !== element.contentWindow) return;
      const message: unknown = event.data;
      if (typeof message !== 'object' || message === null || !('kind' in message)) return;
      const { kind, id, fn, args, height, width } = message as Record<string, unknown>;
      if (kind === 'run') void call(id, fn, args);
      if (kind === 'close') host.close();
      if (kind === 'focus') host.focus();
      // A sidebar keeps its width and height; only dialogs may be resized, as on the live service.
      if (kind === 'height' && element.closest('dialog'))
        element.style.height = `${numberIn(height, 900) ?? 400}px`;
      if (kind === 'width' && element.closest('dialog'))
        element.style.width = `${numberIn(width, 1200) ?? 600}px`;
    },
  };
}

/** Selection and typing in the grid: arrows, Enter or a double click to edit, Escape to leave. */
import { columnLetters, parseA1, splitSheet } from '../../workspace/a1.ts';

type Save = (row: number, column: number, text: string) => Promise<void>;

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Tab: [0, 1],
};

export class Grid {
  private readonly root: HTMLElement;
  private readonly frame: HTMLElement | null;
  private readonly save: Save;
  private at: { row: number; column: number } | null = null;
  private editor: HTMLInputElement | null = null;

  constructor(root: HTMLElement, save: Save) {
    this.root = root;
    this.save = save;
    this.frame = root.querySelector<HTMLElement>('[data-cells]');
    this.frame?.addEventListener('click', (event) => {
      const cell = this.cellOf(event.target);
      if (cell) this.select(cell.row, cell.column, false);
    });
    this.frame?.addEventListener('dblclick', (event) => {
      const cell = this.cellOf(event.target);
      if (cell) this.edit(null);
    });
    this.frame?.addEventListener('keydown', (event) => this.key(event));
  }

  focus(): void {
    this.frame?.focus();
  }

  private cellOf(target: EventTarget | null): { row: number; column: number } | null {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-c]') : null;
    const line = cell?.closest<HTMLElement>('tr[data-r]');
    return cell && line ? { row: Number(line.dataset.r), column: Number(cell.dataset.c) } : null;
  }
  private cell(row: number, column: number): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`tr[data-r="${row}"] > td[data-c="${column}"]`);
  }

  /** Selects by A1 notation; what is not drawn here is left alone. */
  selectA1(a1: string): void {
    const rect = parseA1(splitSheet(a1).cells, { rows: 10_000_000, columns: 18_278 });
    if (rect) this.select(rect.row, rect.column, true);
  }

  /** Marks a cell and its row; `show` brings it to the middle of the frame. */
  select(row: number, column: number, show: boolean): void {
    const cell =
      this.cell(row, column) ?? this.root.querySelector<HTMLElement>(`tr[data-r="${row}"] > td[data-c]`);
    if (!cell) return;
    const actual = Number(cell.dataset.c);
    this.at = { row, column: actual };
    for (const part of this.root.querySelectorAll('.is-selected, .is-row, .is-here')) {
      part.classList.remove('is-selected', 'is-row', 'is-here');
    }
    cell.classList.add('is-selected');
    cell.parentElement?.classList.add('is-row');
    this.root.querySelector(`thead th[data-c="${actual}"]`)?.classList.add('is-here');
    const place = this.root.querySelector('[data-place]');
    const formula = this.root.querySelector('[data-formula]');
    if (place) place.textContent = `${columnLetters(actual)}${row + 1}`;
    if (formula) formula.textContent = this.typed(cell);
    if (show) cell.scrollIntoView({ block: 'center', inline: 'nearest' });
    else cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** After the grid was drawn anew: the selection comes back. */
  redraw(): void {
    if (this.at && !this.editor) this.select(this.at.row, this.at.column, false);
  }

  private typed(cell: HTMLElement): string {
    return cell.dataset.raw ?? cell.textContent ?? '';
  }

  private key(event: KeyboardEvent): void {
    if (this.editor || !this.at || event.isComposing) return;
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      const step = event.key === 'Tab' && event.shiftKey ? -1 : 1;
      this.select(Math.max(0, this.at.row + move[0]), this.nextColumn(move[1] * step), false);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      this.edit(null);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      void this.save(this.at.row, this.at.column, '');
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.edit(event.key);
    }
  }
  /** The next drawn column in a direction (hidden ones are not drawn). */
  private nextColumn(direction: number): number {
    const here = this.at?.column ?? 0;
    if (direction === 0) return here;
    const columns = [...this.root.querySelectorAll<HTMLElement>('thead th[data-c]')].map((head) =>
      Number(head.dataset.c),
    );
    const index = columns.indexOf(here) + direction;
    return columns[Math.min(Math.max(index, 0), columns.length - 1)] ?? here;
  }

  private edit(first: string | null): void {
    const at = this.at;
    const cell = at ? this.cell(at.row, at.column) : null;
    if (!at || !cell || this.editor) return;
    const before = this.typed(cell);
    const input = document.createElement('input');
    input.className = 'cell-input';
    input.value = first ?? before;
    input.setAttribute('aria-label', `${columnLetters(at.column)}${at.row + 1}`);
    this.editor = input;
    cell.classList.add('is-edited');
    cell.append(input);
    input.focus();
    let done = false;
    const leave = (keep: boolean): void => {
      if (done) return;
      done = true;
      this.editor = null;
      cell.classList.remove('is-edited');
      input.remove();
      document.dispatchEvent(new Event('live:ask'));
      if (keep && input.value !== before) void this.save(at.row, at.column, input.value);
      this.focus();
    };
    input.addEventListener('blur', () => leave(true));
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        event.stopPropagation();
        leave(true);
        if (event.key === 'Enter') this.select(at.row + 1, at.column, false);
        else this.select(at.row, this.nextColumn(1), false);
      } else if (event.key === 'Escape') leave(false);
    });
  }
}

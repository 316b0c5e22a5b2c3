/**
 * Holds frozen columns and rows where they are: gives each its distance from the edge. On a narrow screen frozen columns may
 * take up to half of the frame; those that would take more scroll with the others, so that something is left to scroll.
 */

/** Share of the frame that frozen columns may cover. */
const most = 0.5;

export function holdFrozen(root: HTMLElement): void {
  const frame = root.querySelector<HTMLElement>('[data-cells]');
  const table = root.querySelector<HTMLTableElement>('table.cells');
  if (!frame || !table) return;
  let left = table.querySelector<HTMLElement>('thead th')?.offsetWidth ?? 0;
  for (const head of table.querySelectorAll<HTMLElement>('thead th.fz')) {
    const fits = left + head.offsetWidth <= frame.clientWidth * most;
    table.style.setProperty(`--fz-${head.dataset.c}`, fits ? `${left}px` : 'auto');
    if (!fits) break;
    left += head.offsetWidth;
  }
  let top = table.tHead?.offsetHeight ?? 0;
  for (const line of table.querySelectorAll<HTMLElement>('tr.frozen')) {
    for (const cell of line.children) if (cell instanceof HTMLElement) cell.style.top = `${top}px`;
    top += line.offsetHeight;
    if (top > frame.clientHeight * most) break;
  }
}

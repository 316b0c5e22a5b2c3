/** The spreadsheet in the browser: selection, typing into cells, and what a program shows around them. */

import { holdFrozen } from './freeze.ts';
import { Grid } from './grid.ts';
import { createPanels, type Effects, toast } from './panels.ts';

const book = document.querySelector<HTMLElement>('[data-book]');
if (book) start(book);

function start(root: HTMLElement): void {
  const file = root.dataset.book ?? '';
  const sheetId = Number(root.dataset.sheet);
  const panels = createPanels(root, file, {
    focus: () => grid.focus(),
    select(at) {
      if (at.sheetId === sheetId) grid.selectA1(at.a1);
      else location.assign(`/sheets/${file}?gid=${at.sheetId}`);
    },
  });
  const grid = new Grid(root, async (row, column, text) => {
    const said = await panels.post(`/sheets/${file}/cell`, { sheetId, row, column, text });
    if (!said.ok) toast(said.message ?? '入力できませんでした。');
  });

  const freeze = (): void => holdFrozen(root);
  freeze();
  window.addEventListener('resize', freeze);
  document.addEventListener('live:refreshed', () => {
    freeze();
    grid.redraw();
  });

  const begin = root.querySelector('[data-start]')?.textContent;
  const given = begin
    ? (JSON.parse(begin) as { at: { row: number; column: number } | null; effects: Effects })
    : null;
  if (given?.at) grid.select(given.at.row, given.at.column, true);
  if (given) panels.apply(given.effects);
  panels.chooseWanted();
}

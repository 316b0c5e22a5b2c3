/** A document in the browser: text that overflows a sheet goes on to the next, a narrow screen shows the sheets smaller, and 印刷. */

const desk = document.querySelector<HTMLElement>('[data-papers]');
if (desk) {
  paginate(desk);
  fitSheets(desk);
  window.addEventListener('resize', () => fitSheets(desk));
  document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
}

/** Moves blocks that stand below a sheet's edge to a new sheet after it. A block higher than a sheet stays whole. */
function paginate(papers: HTMLElement): void {
  for (let paper = papers.firstElementChild; paper; paper = paper.nextElementSibling) {
    const body = paper.querySelector<HTMLElement>('[data-paper-body]');
    if (!(paper instanceof HTMLElement) || !body) continue;
    const style = getComputedStyle(paper);
    const limit = Number.parseFloat(style.minHeight);
    if (paper.offsetHeight <= limit + 1) continue;
    const footer = paper.querySelector<HTMLElement>('.paper__footer');
    const bottom =
      paper.getBoundingClientRect().top +
      limit -
      Number.parseFloat(style.paddingBottom) -
      (footer?.offsetHeight ?? 0);
    const blocks = [...body.children];
    const first = blocks.findIndex((block) => block.getBoundingClientRect().bottom > bottom + 1);
    const from = Math.max(first, 1);
    if (first < 0 || from >= blocks.length) continue;
    const next = paper.cloneNode(true);
    if (!(next instanceof HTMLElement)) continue;
    next.querySelector('[data-paper-body]')?.replaceChildren(...blocks.slice(from));
    paper.after(next);
  }
  const count = document.querySelector('[data-paper-count]');
  if (count) count.textContent = `${papers.childElementCount}枚`;
}

/** Shows the sheets as wide as the screen allows; in print they keep their size. */
function fitSheets(papers: HTMLElement): void {
  const paper = papers.querySelector<HTMLElement>('[data-paper]');
  if (!paper) return;
  papers.style.setProperty('--zoom', '1');
  const width = Number.parseFloat(getComputedStyle(paper).width);
  const room = papers.clientWidth - 24;
  papers.style.setProperty('--zoom', String(Math.min(1, Math.max(0.3, room / width))));
}

/** Running headers, footers and page numbers: what stands at the same place on page after page. */
import type { PaperLine } from './model.ts';
import { wordsOf } from './model.ts';

const half = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** `- 3 -`, `3/10`, `３ページ`, `p.3` */
const pageNumber =
  /^[-‐‑–—―ー－~〜\s\u3000(（]*(p\.?|P\.?|ページ|頁)?\s*(\d+)\s*([/／]\s*\d+)?\s*(ページ|頁)?[-‐‑–—―ー－~〜\s\u3000)）]*$/;

/** How a line looks without the number of its page: two lines of one look are the same running line. */
function lookOf(line: PaperLine): string {
  const words = half(wordsOf(line)).replace(/\s/g, '');
  // A number counts as that of the page only where it goes up with the pages.
  // A title in large letters is none of the running lines that repeat it.
  return `${Math.round(line.size)} ${words.replace(/\d+/g, (digits) => `#${Number(digits) - line.page}#`)}`;
}

/** The lines at the edge of their page: the first two and the last two, in its upper and lower sixth. */
function isAtEdge(line: PaperLine, index: number, count: number, height: number): boolean {
  const isAbove = index < 2 && line.y < height / 6;
  const isBelow = index >= count - 2 && line.y > (height * 5) / 6;
  return isAbove || isBelow;
}

export interface PageLines {
  readonly lines: readonly PaperLine[];
  readonly height: number;
}

/** Parts the lines of all pages from what only runs along. A line runs when half of the pages, and at least two, have it. */
export function partRunning(pages: readonly PageLines[]): { kept: PaperLine[][]; running: PaperLine[] } {
  const counts = new Map<string, number>();
  const candidates = pages.map(({ lines, height }) => {
    const sorted = [...lines].sort((a, b) => a.y - b.y);
    return new Set(sorted.filter((line, index) => isAtEdge(line, index, sorted.length, height)));
  });
  for (const lines of candidates) {
    for (const look of new Set([...lines].map(lookOf))) counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  const written = pages.filter(({ lines }) => lines.length > 0).length;
  const least = Math.max(2, Math.min(5, Math.ceil(written / 2)));
  const running: PaperLine[] = [];
  const kept = pages.map(({ lines }, index) =>
    lines.filter((line) => {
      if (candidates[index]?.has(line) !== true) return true;
      const isNumber = pageNumber.test(half(wordsOf(line)));
      const look = lookOf(line);
      // A sentence that counts along with the pages is text: 手順3を行います。
      const isCounting = look.includes('#') && look.endsWith('。');
      const isRepeated = !isCounting && (counts.get(look) ?? 0) >= least;
      if (!isNumber && !isRepeated) return true;
      running.push(line);
      return false;
    }),
  );
  return { kept, running };
}

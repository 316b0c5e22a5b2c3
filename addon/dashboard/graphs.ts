/** Graphs of the page as specifications: the same as those of reports, in the width of the window. */

import type { Spec } from '../../shared/survey/chart/frame.ts';
import { indexBars } from '../../shared/survey/chart/index-bars.ts';
import { mostStacked, optionBars, stackedBars } from '../../shared/survey/chart/share-bars.ts';
import type { DashboardFigures, DashboardRow, DashboardShares } from '../view/dashboard-protocol.ts';

/** Width of a graph on a telephone: 390 less the edges of the page. */
const narrowWidth = 340;
/** Bars of a graph that is still read; the table has the rest. */
export const mostBars = 24;

const subtitleOf = ({ scope, wave }: DashboardFigures): string => `${scope}　${wave}`;

const noteOf = (isHidden: boolean): string =>
  `▲はマイナス。n は回答した事業者の数${isHidden ? '。秘匿の理由は表にあります' : ''}。`;

const width = (isNarrow: boolean): { readonly narrow: number } | Record<string, never> =>
  isNarrow ? { narrow: narrowWidth } : {};

/** Null where there are too few bars for a graph, or too many to be read. */
export function barsOf(
  figures: DashboardFigures,
  title: string,
  rows: readonly DashboardRow[],
  isNarrow: boolean,
): Spec | null {
  if (rows.length < 2 || rows.length > mostBars || rows.every(({ index }) => index === null)) return null;
  const { outlook } = figures.spells;
  return indexBars({
    title,
    subtitle: subtitleOf(figures),
    note: noteOf(rows.some(({ why }) => why !== '')),
    bars: rows.map((row) => ({
      label: row.label,
      n: row.n,
      value: row.index,
      outlook: row.outlook,
      hidden: row.why !== '',
      outlookHidden: row.hidden.outlook,
    })),
    valueName: `${figures.wave}のDI`,
    ...(outlook === '' ? {} : { outlookName: '先行き見通しDI' }),
    ...width(isNarrow),
  });
}

export function sharesOf(figures: DashboardFigures, shares: DashboardShares, isNarrow: boolean): Spec | null {
  const { rows, options, label } = shares;
  if (rows.every((row) => row.shares === null)) return null;
  const [first] = rows;
  const shared = { title: `${label}：回答の割合`, subtitle: `${subtitleOf(figures)}　（％）` };
  const note = `n は回答した事業者の数${shares.isMany ? '。複数回答なので、合計は100を超えます' : ''}。`;
  if (!shares.isMany && options.length <= mostStacked)
    return stackedBars({ ...shared, note, options, rows, ...width(isNarrow) });
  if (first?.shares == null) return null;
  const bars = options.map((option, at) => ({ label: option, share: first.shares?.[at] ?? 0 }));
  return optionBars({
    ...shared,
    subtitle: `${shared.subtitle}　n=${first.n}`,
    note,
    bars: shares.isMany ? [...bars].sort((a, b) => b.share - a.share) : bars,
    ...width(isNarrow),
  });
}

/** Who did what and why, oldest first. */
import type { HistoryView } from '../../view/protocol.ts';
import { h, type VNode } from '../dom/h.ts';
import { h2, li, ol, p, span } from '../dom/tags.ts';
import { cases, shortTime } from '../format.ts';

export function historyPart(title: string, entries: readonly HistoryView[], today: string): VNode {
  return h(
    'details',
    { class: 'fields', key: 'history', open: entries.length <= 5 },
    h('summary', {}, h2('', title), span('hint', cases(entries.length))),
    entries.length === 0
      ? p('blank', 'まだ何も記録されていません。')
      : ol(
          'history',
          entries.map((entry) =>
            li(
              '',
              p('data', entry.what),
              entry.why !== '' && p('why data', entry.why),
              p('hint data', `${shortTime(entry.at, today)}　${entry.by}`),
            ),
          ),
        ),
  );
}

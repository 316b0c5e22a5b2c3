/** Who did what and why, oldest first. */
import type { HistoryView } from '../../view/protocol.ts';
import { h, type VNode } from '../dom/h.ts';
import { cases, shortTime } from '../format.ts';

export function historyPart(title: string, entries: readonly HistoryView[], today: string): VNode {
  return h(
    'details',
    { class: 'fields', key: 'history', open: entries.length <= 5 },
    h('summary', {}, h('h2', {}, title), h('span', { class: 'hint' }, cases(entries.length))),
    entries.length === 0
      ? h('p', { class: 'blank' }, 'まだ何も記録されていません。')
      : h(
          'ol',
          { class: 'history' },
          entries.map((entry) =>
            h(
              'li',
              {},
              h('p', { class: 'data' }, entry.what),
              entry.why !== '' && h('p', { class: 'why data' }, entry.why),
              h('p', { class: 'hint data' }, `${shortTime(entry.at, today)}　${entry.by}`),
            ),
          ),
        ),
  );
}

/** The overview: why it stands still, the numbers, rings, map, versions, reasons, record, commands. Each number leads to its chambers. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, li, p, span, ul } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button } from '../../sidebar/parts/button.ts';
import { card, page, section } from '../../sidebar/parts/page.ts';
import { couldNotLoad } from '../../sidebar/parts/waiting.ts';
import type { ConsoleRing, ConsoleView } from '../../view/console-protocol.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { type Look, lookLabels } from '../table.ts';
import { commandList } from './commands.ts';
import { mapCard } from './map.ts';
import { bar, headOf, partsOf } from './shown.ts';

const numbers: readonly (readonly [Look, string, string])[] = [
  ['trouble', '失敗', 'error'],
  ['deferred', '見送り中', 'none'],
  ['drift', '違いがある', 'none'],
  ['silent', '2日以上報告なし', 'warning'],
  ['unreported', '報告が一度もない', 'none'],
];

function amountOf(view: ConsoleView, look: Look): number {
  if (look === 'trouble') return partsOf(view.counts).get('trouble') ?? 0;
  if (look === 'deferred') return view.deferred;
  if (look === 'drift') return view.drifted;
  return look === 'silent' ? view.silent : view.rows.length - view.reported;
}

function figure(label: string, amount: number, tone: string, spoken: string, show: () => void): VNode {
  return h(
    'li',
    { key: label },
    h(
      'button',
      { type: 'button', class: `number number-${amount === 0 ? 'none' : tone}`, on: { click: show } },
      span('number-label', label),
      span('number-amount', count(amount)),
      span('spoken', `会議所。${spoken}会議所を一覧で見る`),
    ),
  );
}

function figureRow(view: ConsoleView, actions: Actions): VNode {
  const whole = view.rows.length;
  return section(
    '',
    '数',
    ul(
      'numbers',
      figure('会議所', whole, 'plain', 'すべての', () => actions.show({})),
      h(
        'li',
        { key: 'done' },
        div(
          'number number-good number-still',
          span('number-label', view.doneLabel),
          span('number-amount', count(view.done)),
          span('number-share', `${Math.floor((view.done / Math.max(1, whole)) * 100)}%`),
        ),
      ),
      numbers.map(([look, label, tone]) =>
        figure(label, amountOf(view, look), tone, lookLabels[look], () => actions.show({ look })),
      ),
    ),
  );
}

function pausedCard(state: State, { paused }: ConsoleView, actions: Actions): VNode | null {
  if (paused === null) return null;
  return h(
    'section',
    { class: 'card card-error stopped', 'aria-label': paused.what },
    div('stopped-head', span('mark mark-error', paused.what), span('hint', `${paused.at} から`)),
    p('data', paused.why),
    button(state, { label: '次にできること', icon: 'forward', onPress: actions.toCommands }),
  );
}

function ringLine(ring: ConsoleRing, at: number, actions: Actions): VNode {
  return h(
    'li',
    { key: ring.id === '' ? 'none' : ring.id, class: 'ring' },
    div(
      'ring-head',
      h(
        'button',
        { type: 'button', class: 'link ring-name', on: { click: () => actions.show({ ring: ring.id }) } },
        ring.id === '' ? ring.name : `${at + 1}. ${ring.name}`,
      ),
      ring.label !== '' &&
        span(
          `mark mark-${ring.label === '配布中' ? 'info' : ring.label === 'まだ' ? 'neutral' : 'warning'}`,
          ring.label,
        ),
      span('ring-share', `${count(ring.done)} / ${count(ring.total)}`),
    ),
    bar(ring.counts, ring.total),
    ring.label === 'まだ' && p('hint', `${ring.startsAt} から`),
  );
}

function sourceNote({ source }: ConsoleView): VNode | null {
  if (source === 'read') return null;
  return p(
    'note note-warning',
    source === 'unreadable'
      ? '配布の記録（office.json）を読めないので、会議所からの報告だけで数えています。cci release status で確かめてください。'
      : 'まだ何も配布していません。会議所からの報告だけを数えています。',
  );
}

function versionsCard({ versions, rows, reported }: ConsoleView, actions: Actions): VNode {
  return card(
    '使われている版',
    ul(
      'amounts',
      versions.map(({ version, count: amount }) =>
        h(
          'li',
          { key: version },
          h(
            'button',
            { type: 'button', class: 'link', on: { click: () => actions.show({ version }) } },
            version,
          ),
          span('', `${count(amount)} 会議所`),
        ),
      ),
      reported < rows.length &&
        h(
          'li',
          { key: 'none' },
          span('blank', '報告なし'),
          span('', `${count(rows.length - reported)} 会議所`),
        ),
    ),
  );
}

function reasonsCard({ reasons }: ConsoleView, actions: Actions): VNode {
  return card(
    '失敗の理由',
    reasons.length === 0
      ? p('all-done', '失敗した会議所はありません。')
      : ul(
          'reasons',
          reasons.map(({ code, message, remedy, count: amount }) =>
            h(
              'li',
              { key: code },
              div(
                'reason-head',
                h(
                  'button',
                  { type: 'button', class: 'link', on: { click: () => actions.show({ reason: code }) } },
                  `${count(amount)} 会議所`,
                ),
                h('code', { class: 'hint' }, code),
              ),
              p('data', message),
              remedy !== '' && p('hint', remedy),
            ),
          ),
        ),
  );
}

export function recordCard(title: string, record: ConsoleView['record']): VNode {
  return card(
    title,
    record.length === 0
      ? p('blank', 'まだ記録がありません。')
      : h(
          'div',
          { class: 'record-scroll', tabindex: 0, role: 'group', 'aria-label': `${title}（↑↓で送れます）` },
          ul(
            'record',
            record.map(({ at, what, more }) =>
              li('', span('record-at', at), span('strong', what), span('data', more)),
            ),
          ),
        ),
  );
}

export function overviewScreen(state: State, view: ConsoleView, actions: Actions): VNode {
  const { loading, issues } = state.view;
  const title = view.release === '' ? '配布の状況' : `配布 ${view.release} の状況`;
  return page(
    loading,
    headOf(title, view, state, actions),
    issues.length > 0 && couldNotLoad(state, issues, actions.reload),
    pausedCard(state, view, actions),
    sourceNote(view),
    figureRow(view, actions),
    div(
      'columns',
      div(
        'column',
        card(
          '輪の進み具合',
          ul(
            'rings',
            view.rings.map((ring, at) => ringLine(ring, at, actions)),
          ),
        ),
        reasonsCard(view, actions),
        versionsCard(view, actions),
      ),
      div('column', mapCard(view, actions), recordCard('これまでのこと', view.record)),
    ),
    commandList(state, view.commands, actions),
  );
}

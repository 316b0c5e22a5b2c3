/** One chamber: how it stands, its forms, what changed and when. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p, span } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { card, page, pairs } from '../../sidebar/parts/page.ts';
import { couldNotLoad, skeleton } from '../../sidebar/parts/waiting.ts';
import type { ConsoleChamber, ConsoleRow, ConsoleView } from '../../view/console-protocol.ts';
import type { Actions } from '../actions/index.ts';
import type { OpenChamber, State } from '../state.ts';
import { commandLine } from './commands.ts';
import { recordCard } from './overview.ts';
import { stateOf } from './shown.ts';

function standing(row: ConsoleRow, view: ConsoleView, detail: ConsoleChamber | null): VNode {
  const reason = view.reasons.find(({ code }) => code === row.reason);
  const { health = null, addon = '' } = detail ?? {};
  return card(
    '今の状態',
    div(
      'marks',
      stateOf(row),
      row.deferral !== '' && row.state !== 'deferred' && span('mark mark-info', row.deferral),
      row.isSilent && span('mark mark-warning', '2日以上報告なし'),
    ),
    row.reason !== '' &&
      div(
        'note note-warning',
        p('data', reason?.message ?? ''),
        reason !== undefined && reason.remedy !== '' && p('', reason.remedy),
        h('code', {}, row.reason),
      ),
    pairs([
      ['コード', row.code],
      ['都道府県', view.prefectures.find(({ code }) => code === row.prefecture)?.name ?? ''],
      ['輪', view.rings.find(({ id }) => id === row.ring)?.name ?? ''],
      ['使っている版', row.version],
      ['アドオン', addon],
      ['最後の報告', row.at === '' ? 'まだありません' : row.at],
      ['日商との違い', `独自の変更 ${row.own}・要判断 ${row.conflicts}・更新待ち ${row.waiting}`],
      ['点検', health === null ? '' : `良好 ${health.ok}・注意 ${health.warn}・要対応 ${health.bad}`],
    ]),
  );
}

const head = (titles: readonly string[]): VNode =>
  h(
    'thead',
    {},
    h(
      'tr',
      {},
      titles.map((title) => h('th', { scope: 'col' }, title)),
    ),
  );

function formsCard({ forms }: ConsoleChamber): VNode {
  return card(
    'フォーム',
    forms.length === 0
      ? p('blank', '日商のひな型から作ったフォームは、まだありません。')
      : h(
          'table',
          { class: 'plain' },
          head(['ひな型', '版', '数']),
          h(
            'tbody',
            {},
            forms.map(({ template, version, count: amount }) =>
              h(
                'tr',
                { key: `${template} ${version}` },
                h('td', {}, template),
                h('td', {}, version),
                h('td', {}, count(amount)),
              ),
            ),
          ),
        ),
  );
}

function historyCard({ history }: ConsoleChamber): VNode {
  return card(
    '報告の移り変わり',
    history.length === 0
      ? p('blank', 'まだ報告がありません。')
      : h(
          'div',
          {
            class: 'history-scroll',
            tabindex: 0,
            role: 'group',
            'aria-label': '報告の移り変わり（↑↓で送れます）',
          },
          h(
            'table',
            { class: 'plain' },
            head(['受信', '版', '配信', '状態']),
            h(
              'tbody',
              {},
              history.map(({ at, version, release, state, reason }) =>
                h(
                  'tr',
                  {},
                  h('td', { class: 'nowrap history-at' }, at),
                  h('td', { class: 'nowrap' }, version),
                  h('td', { class: 'nowrap' }, release),
                  h('td', {}, state, reason !== '' && p('hint', reason)),
                ),
              ),
            ),
          ),
        ),
  );
}

export function chamberScreen(state: State, view: ConsoleView, open: OpenChamber, actions: Actions): VNode {
  const row = view.rows.find(({ code }) => code === open.code);
  const { value, loading, issues } = open.detail;
  return page(
    loading,
    div('walk', button(state, { label: '一覧へ戻る', icon: 'back', look: 'quiet', onPress: actions.back })),
    heading(row?.name ?? open.code),
    issues.length > 0 && couldNotLoad(state, issues, actions.retryChamber),
    div(
      'columns',
      div(
        'column',
        row === undefined ? p('blank', 'この会議所は、もう一覧にありません。') : standing(row, view, value),
        value !== null && formsCard(value),
      ),
      div(
        'column',
        value === null
          ? issues.length === 0 && skeleton([100, 100, 70])
          : [historyCard(value), recordCard('配布の記録', value.record)],
      ),
    ),
    value !== null && card(value.command.label, commandLine(state, value.command, actions)),
  );
}

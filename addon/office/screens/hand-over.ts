/** 引継ぎ: what the present account would take over, taking it, and how whoever leaves takes away their own. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h2, h3, li, p, span, ul } from '../../sidebar/dom/tags.ts';
import { cases } from '../../sidebar/format.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { icon } from '../../sidebar/parts/icon.ts';
import { card } from '../../sidebar/parts/page.ts';
import { panel } from '../../sidebar/parts/panel.ts';
import type { HandOverForm, HandOverView } from '../../view/health-protocol.ts';
import { letGoPanelId } from '../actions/hand-over.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { shown } from './shown.ts';

export function handOverScreen(state: State, actions: Actions): VNode {
  return shown(
    state,
    '引継ぎ',
    state.handOver.view,
    () => void actions.loadHandOver(),
    (view) => [
      heading('引継ぎ'),
      p(
        'lead',
        '担当者が変わったとき、新しい担当者のアカウントで行います。回答の取込み、自動実行、照会の送付が、このアカウントに移ります。',
      ),
      p('hint data', `いまのアカウント：${view.account}`),
      state.handOver.removed !== null && removedNote(state.handOver.removed),
      view.done && state.handOver.removed === null ? doneCard(state, view) : takeCard(state, view, actions),
      view.left.length > 0 && leftCard(view),
      unseenCard(),
      leaveCard(state, actions),
    ],
  );
}

function formLine(form: HandOverForm): VNode {
  const owner = form.triggerOwner === '' ? '記録なし' : form.triggerOwner;
  return h(
    'li',
    { key: form.formId, class: 'take' },
    p(
      'take-head',
      span(
        `mark mark-${form.isMine ? 'good' : form.canEdit ? 'new' : 'error'}`,
        form.isMine ? '引継ぎ済み' : form.canEdit ? '引き継ぐ' : '引き継げない',
      ),
      span('strong data', form.title),
    ),
    p(
      'hint data',
      [
        `いまの取込み ${owner}`,
        form.fileOwner === '' ? 'ファイルのオーナーは分かりません' : `ファイルのオーナー ${form.fileOwner}`,
      ].join('・'),
    ),
  );
}

function takeCard(state: State, view: HandOverView, actions: Actions): VNode {
  const { round, claims } = view;
  const sends = round !== null && round.sendingBy !== view.account;
  return card(
    '引き継ぐもの',
    view.obstacles.map((text) => p('note note-warning data', text)),
    ul('takes', [
      ...view.forms.map(formLine),
      li(
        'take',
        p(
          'take-head',
          span(
            `mark mark-${view.triggersToMake === 0 ? 'good' : 'new'}`,
            view.triggersToMake === 0 ? '引継ぎ済み' : '作る',
          ),
          span('strong', `トリガー（自動で動く仕掛け）${view.triggersToMake}個`),
        ),
        p('hint', `このアカウントで作れるのは、あと${view.triggersFree}個です。`),
      ),
      round !== null &&
        li(
          'take',
          p(
            'take-head',
            span(`mark mark-${sends ? 'new' : 'good'}`, sends ? '引き継ぐ' : '引継ぎ済み'),
            span('strong data', `照会 ${round.roundId} の送付`),
          ),
          p(
            'hint data',
            `いまの担当 ${round.sendingBy === '' ? 'なし' : round.sendingBy}・待っているメール ${cases(round.waiting)}`,
          ),
        ),
      claims.dead + claims.alive > 0 &&
        li(
          'take',
          p(
            'take-head',
            span('mark mark-new', '送り直す'),
            span('strong', `送りかけのメール ${cases(claims.dead)}`),
          ),
          p(
            'hint',
            claims.alive > 0
              ? `ほかに${cases(claims.alive)}を、いま送っています。送り終わるまで手を付けません。`
              : '送る前に止まったものです。同じ人に二度は送りません。',
          ),
        ),
    ]),
    div(
      'deed-line',
      button(state, {
        label: 'このアカウントに引き継ぐ',
        look: 'primary',
        work: 'take-over',
        working: '引き継いでいます…',
        onPress: () => void actions.takeOver(),
      }),
      p('hint', 'もう一度押しても、二重にはなりません。'),
    ),
  );
}

function doneCard(state: State, view: HandOverView): VNode {
  return card(
    state.handOver.isTaken ? '引き継ぎました' : '引継ぎは済んでいます',
    p('all-done', icon('check'), 'このアカウントで、取込み・自動実行・送付が動いています。'),
    view.obstacles.map((text) => p('note note-warning data', text)),
    ul('takes', view.forms.map(formLine)),
    view.left.length > 0 && p('', '次に、前の担当者に、残っているものを外してもらってください。'),
  );
}

function leftCard(view: HandOverView): VNode {
  return card(
    'ほかのアカウントに残っているもの',
    view.left.map((one) =>
      div(
        'left-behind',
        h3('data', one.account),
        ul(
          'dots',
          one.lines.map((line) => li('data', line)),
        ),
        p('', one.how),
      ),
    ),
  );
}

function unseenCard(): VNode {
  return card(
    'ここから見えないもの',
    ul(
      'dots',
      li(
        '',
        'ほかのアカウントのトリガーは、Google の決まりで見えません。上に出るのは、会議所キットの記録にあるものだけです。',
      ),
      li('', 'ほかのアカウントが今日あと何通送れるかは、分かりません。'),
      li('', '会議所キットを使わずに作られたトリガーや、フォームの通知の設定は、分かりません。'),
    ),
  );
}

function removedNote(removed: number): VNode {
  return p(
    'note note-done',
    removed === 0
      ? 'このアカウントには、外すトリガーがありませんでした。'
      : `このアカウントのトリガーを${removed}個外しました。このアカウントでは、もう何も動きません。`,
  );
}

function leaveCard(state: State, actions: Actions): VNode {
  const title = '前の担当者の方へ';
  if (state.handOver.isLeaving) {
    return panel(
      state,
      {
        title: '自分のトリガーを外しますか',
        headingId: letGoPanelId,
        danger: true,
        cancel: () => actions.askLetGo(false),
        confirm: {
          label: '外す',
          work: 'let-go',
          working: '外しています…',
          onPress: () => void actions.letGo(),
        },
      },
      p(
        '',
        'このアカウントの取込みと自動実行が止まります。新しい担当者が「このアカウントに引き継ぐ」を済ませてから外してください。',
      ),
    );
  }
  return h(
    'section',
    { class: 'card', 'aria-label': title },
    h2('', title),
    p('', '自分のアカウントでこの画面を開き、自分のトリガーを外します。ほかの人のものは外れません。'),
    div(
      'deed-line',
      button(state, { label: '自分のトリガーを外す', look: 'danger', onPress: () => actions.askLetGo(true) }),
    ),
  );
}

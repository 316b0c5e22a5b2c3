/** 送付: what has gone out, what waits, and the look before a sending. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, li, p, span, ul } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button } from '../../sidebar/parts/button.ts';
import { panel } from '../../sidebar/parts/panel.ts';
import type { SurveyMailsView, SurveyView } from '../../view/survey-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { mailsId } from '../actions/round.ts';
import type { State } from '../state.ts';
import { figure } from './bars.ts';
import { focusCard } from './card.ts';

const labels = { request: '依頼', reminder: '再依頼' } as const;

export function sendingCard(state: State, survey: SurveyView, actions: Actions): VNode {
  const { mails } = survey;
  const isOpen = survey.state === 'open';
  const hasBegun = mails.sent + mails.waiting + mails.failed > 0;
  const look = (purpose: 'request' | 'reminder', primary: boolean): VNode =>
    button(state, {
      label: `${labels[purpose]}の内容を確かめる`,
      look: primary ? 'primary' : 'plain',
      work: `look-${purpose}`,
      working: '確かめています…',
      onPress: () => void actions.lookAtMails(purpose),
    });
  return focusCard(
    'sending',
    '送付',
    hasBegun &&
      h(
        'dl',
        { class: 'presence' },
        figure('送信済み', `${count(mails.sent)}通`),
        figure('送信待ち', `${count(mails.waiting)}通`),
        mails.failed > 0 && figure('送れなかった', `${count(mails.failed)}通`),
        mails.kept > 0 && figure('送らなかった', `${count(mails.kept)}通`),
      ),
    !hasBegun && isOpen && p('', 'まだ誰にも送っていません。'),
    isOpen && mails.waiting > 0 && waitingWords(state, survey, actions),
    isOpen &&
      survey.maySend &&
      state.mails === null &&
      div('acts', look('request', !hasBegun), hasBegun && look('reminder', false)),
    isOpen && !survey.maySend && p('hint', '送るには「出力」の役割が必要です。'),
    state.mails !== null && mailsPanel(state, state.mails, actions),
  );
}

function waitingWords(state: State, survey: SurveyView, actions: Actions): VNode {
  const { mails, maySend } = survey;
  const who = mails.isMine ? 'このアカウント' : mails.sendingBy;
  return div(
    mails.paused ? 'note note-warning' : 'note',
    p(
      'data',
      mails.paused
        ? `送付を止めています。残りは ${count(mails.waiting)}通 です。`
        : `残り ${count(mails.waiting)}通 は、1日に送れる数に合わせて、${who}から自動で送ります。この画面は閉じて構いません。`,
    ),
    maySend &&
      div(
        'acts',
        button(state, {
          label: mails.paused ? '送付を続ける' : '送付を止める',
          work: 'hold',
          working: '変えています…',
          onPress: () => void actions.hold(!mails.paused),
        }),
        !mails.isMine &&
          button(state, {
            label: 'このアカウントで引き継ぐ',
            work: 'take-over',
            working: '引き継いでいます…',
            onPress: () => void actions.takeOver(),
          }),
      ),
  );
}

function mailsPanel(state: State, mails: SurveyMailsView, actions: Actions): VNode {
  const word = labels[mails.purpose];
  return panel(
    state,
    {
      title: `${word}の内容`,
      headingId: mailsId,
      cancel: () => actions.closeMails(),
      confirm: {
        label: mails.mails === 0 ? '送る相手がいません' : `${count(mails.mails)}通 を送る`,
        work: 'send',
        working: '送っています…',
        disabled: mails.mails === 0,
        onPress: () => void actions.send(),
      },
    },
    mails.days.length > 1 && p('strong', `${mails.days.length}日に分けて送ります。`),
    ul(
      'days',
      mails.days.map(({ date, count: n }) => li('', span('', date), span('strong', `${count(n)}通`))),
    ),
    mails.reasons.length > 0 &&
      h(
        'details',
        { class: 'more', key: 'left-out' },
        h('summary', {}, `送らない相手（${count(mails.reasons.reduce((sum, { count: n }) => sum + n, 0))}）`),
        ul(
          'notes',
          mails.reasons.map(({ reason, count: n }) => li('', `${reason}　${count(n)}件`)),
        ),
        h(
          'table',
          { class: 'rates' },
          h(
            'tbody',
            {},
            mails.leftOut.map(({ number, name, reason }) =>
              h(
                'tr',
                {},
                h('td', { class: 'data' }, number),
                h('th', { scope: 'row', class: 'data' }, name),
                h('td', { class: 'words' }, reason),
              ),
            ),
          ),
        ),
      ),
    mails.sample !== null &&
      h(
        'details',
        { class: 'more', key: 'sample' },
        h('summary', {}, '文面を見る（1通目）'),
        p('strong data', mails.sample.subject),
        h('pre', { class: 'mail-text data', tabindex: 0 }, mails.sample.body),
      ),
  );
}

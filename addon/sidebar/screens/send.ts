/** 送付: whom a request or a reminder reaches, the look before it, mails, letters, who sends, the key of the links. */
import type { RegisterView, RoundView } from '../../view/register-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { li, p, span, ul } from '../dom/tags.ts';
import { cases } from '../format.ts';
import { button, heading, outsideLink } from '../parts/button.ts';
import { checks, radios } from '../parts/choice.ts';
import { figures } from '../parts/figures.ts';
import { page, section } from '../parts/page.ts';
import { panel } from '../parts/panel.ts';
import { recipients } from '../parts/recipients.ts';
import { couldNotLoad, emptyState, skeleton } from '../parts/waiting.ts';
import { walkLine } from '../parts/walk.ts';
import type { State } from '../state.ts';
import { sendPreview } from './send-preview.ts';

export function sendScreen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.register.view;
  return page(
    loading,
    walkLine(state, '台帳に戻る', () => actions.back()),
    heading('照会の送付', value?.round && p('chamber', value.round.label)),
    issues.length > 0 && couldNotLoad(state, issues, () => void actions.loadRegister()),
    value === null
      ? loading && skeleton([100, 80, 100])
      : value.round === null
        ? emptyState(
            'まだ照会を始めていません。',
            button(state, { label: '照会を始める', onPress: () => actions.go('round') }),
          )
        : content(state, value, value.round, actions),
  );
}

function content(
  state: State,
  view: RegisterView,
  round: RoundView,
  actions: Actions,
): readonly (VNode | false)[] {
  const { mails } = round;
  const begun = mails.sent + mails.waiting + mails.failed > 0;
  return [
    begun &&
      figures([
        { label: '送った', amount: mails.sent, tone: 'good' },
        { label: '送る順番待ち', amount: mails.waiting, tone: 'warning' },
        { label: '送れなかった', amount: mails.failed, tone: 'error' },
      ]),
    mails.waiting > 0 && p('hint', '残りは、1日に送れる数まで毎日自動で送ります。'),
    sender(state, view, round, actions),
    choice(state, view, actions),
    state.send.preview.issues.length > 0 &&
      couldNotLoad(state, state.send.preview.issues, () => void actions.previewSend()),
    state.send.preview.value !== null && sendPreview(state, state.send.preview.value, actions),
    letters(state, round, actions),
    secret(state, actions),
  ];
}

function choice(state: State, view: RegisterView, actions: Actions): VNode {
  const { send } = state;
  return h(
    'section',
    { class: 'card', 'aria-label': '送る相手', key: 'choice' },
    radios({
      id: 'send-purpose',
      legend: '何を送るか',
      value: send.purpose,
      options: [
        { value: 'request', label: '依頼', hint: 'まだ送っていない事業所に' },
        { value: 'reminder', label: '督促', hint: 'まだ回答のない事業所にだけ' },
      ],
      onPick: (value) => actions.changeSend({ purpose: value === 'reminder' ? 'reminder' : 'request' }),
    }),
    recipients('send', send.filter, view.divisions, (filter) => actions.changeSend({ filter })),
    button(state, {
      label: '送る相手を確かめる',
      work: 'send-preview',
      working: '相手を調べています…',
      look: send.preview.value === null ? 'primary' : 'plain',
      wide: true,
      onPress: () => void actions.previewSend(),
    }),
    p('hint center', `今日あと${cases(view.quota.remaining)}送れます。まだ送られません。`),
  );
}

/** Another account sends: say so, and offer to take over. */
function sender(state: State, view: RegisterView, round: RoundView, actions: Actions): VNode | false {
  if (round.sendingBy === '' || round.sendingBy === view.user) return false;
  if (state.send.panel === 'take-over') {
    return panel(
      state,
      {
        title: '送付を引き継ぎますか',
        cancel: () => actions.openSendPanel('none'),
        confirm: {
          label: '引き継ぐ',
          work: 'take-over',
          working: '引き継いでいます…',
          onPress: () => void actions.takeOverSending(),
        },
      },
      p(
        'data',
        `残りのメールを、あなた（${view.user}）のアカウントから送ります。送り済みの事業所に二重に届くことはありません。`,
      ),
    );
  }
  return section(
    'card',
    '送付の担当',
    p('data', `いまは ${round.sendingBy} のアカウントで送っています。`),
    button(state, {
      id: 'open-take-over',
      label: '送付を引き継ぐ',
      onPress: () => actions.openSendPanel('take-over'),
    }),
  );
}

function letters(state: State, round: RoundView, actions: Actions): VNode {
  return h(
    'section',
    { class: 'card', 'aria-label': '手紙', key: 'letters' },
    h('h2', { id: 'letters-heading', tabindex: -1 }, 'メールのない事業所への手紙'),
    p(
      'hint',
      '上で選んだ相手のうち、メールアドレスのない事業所あてに、QRコード付きの手紙（Googleドキュメント）を作ります。',
    ),
    round.letters.length > 0 &&
      ul(
        'plain-list',
        round.letters.map((one) =>
          li('', outsideLink(one.url, one.name), span('hint', ` ${cases(one.count)}`)),
        ),
      ),
    button(state, {
      label: '手紙を作る',
      work: 'letters',
      working: '手紙を作っています…',
      wide: true,
      onPress: () => void actions.makeLetters(),
    }),
  );
}

function secret(state: State, actions: Actions): VNode {
  if (state.send.panel !== 'secret') {
    return button(state, {
      id: 'open-secret',
      label: 'リンクの鍵を替える',
      look: 'quiet',
      onPress: () => actions.openSendPanel('secret'),
    });
  }
  const { revoke } = state.send;
  return panel(
    state,
    {
      title: 'リンクの鍵を替える',
      danger: true,
      cancel: () => actions.openSendPanel('none'),
      confirm: {
        label: revoke ? '替えて、古いリンクを止める' : '鍵を替える',
        work: 'secret',
        working: '替えています…',
        onPress: () => void actions.renewSecret(),
      },
    },
    p(
      '',
      'リンクが外に漏れたおそれがあるときに使います。ふだんは必要ありません。これから作るリンクには、新しい鍵を使います。',
    ),
    checks({
      id: 'revoke',
      legend: 'これまでに送ったリンク',
      options: [{ value: 'revoke', label: '今までのリンクを使えなくする' }],
      values: revoke ? ['revoke'] : [],
      onChange: (values) => actions.changeRevoke(values.length > 0),
    }),
    revoke &&
      h(
        'p',
        { class: 'note note-error', role: 'alert' },
        'すでに届いたメールと手紙のリンクは、すべて使えなくなります。そこから届いた回答は「要確認」に入ります。事業所には、もう一度送り直してください。元には戻せません。',
      ),
  );
}

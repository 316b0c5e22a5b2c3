/** 配信: how this chamber stands with JCCI's releases, how it takes them, and its connection. */
import type { Policy } from '../../../shared/release/policy.ts';
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p, span, ul } from '../../sidebar/dom/tags.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { radios } from '../../sidebar/parts/choice.ts';
import { field } from '../../sidebar/parts/field.ts';
import { card, fold, pairs } from '../../sidebar/parts/page.ts';
import type { ReleaseView } from '../../view/release-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { codeId, deferralId } from '../actions/release.ts';
import { releaseDraft } from '../release-draft.ts';
import type { State } from '../state.ts';
import { offersCard } from './offers.ts';
import { saveBar, shown } from './shown.ts';

const tones: Readonly<Record<ReleaseView['tone'], string>> = {
  ok: 'good',
  info: 'new',
  warn: 'warning',
  bad: 'error',
};

export function releaseScreen(state: State, actions: Actions): VNode {
  const { view, draft } = state.release;
  return shown(
    state,
    '配信',
    view,
    () => void actions.loadRelease(),
    (release) => [
      heading('配信'),
      p(
        'lead',
        '日商が新しくしたひな形を、1時間に1回見に行って受け取ります。自所で直したところと、集まった回答は変わりません。',
      ),
      !release.mayChange &&
        p('note note-warning', '見ることはできますが、変えるには「設定」の役割が必要です。'),
      release.chamber === '' ? connectCard(state, release, actions) : stateCard(state, release, actions),
      release.chamber !== '' && takingCard(state, release, actions),
      release.chamber !== '' && offersCard(state, actions),
      release.chamber !== '' && linkFold(state, release, actions),
      draft !== null &&
        saveBar(state, {
          words: '受け取り方を変えました。まだ保存していません。',
          work: 'save-release',
          save: () => void actions.saveRelease(),
          drop: () => actions.dropRelease(),
        }),
    ],
  );
}

function stateCard(state: State, release: ReleaseView, actions: Actions): VNode {
  const { waiting, problem, remedy, notes } = release;
  return card(
    'いまの状態',
    p('release-state', span(`mark mark-${tones[release.tone]}`, release.state)),
    problem !== '' &&
      h('div', { class: 'note note-warning', role: 'note' }, p('note-title', problem), p('', remedy)),
    waiting > 0 &&
      div(
        'release-waiting',
        p('', `確かめてほしいフォームが${waiting}枚あります。押すまで、これらのフォームは変わりません。`),
        button(state, {
          label: 'フォームの変更を見る',
          look: 'primary',
          onPress: () => actions.goToForms(),
        }),
      ),
    pairs([
      ['使っている版', release.version === '' ? '会議所キットに入っている版' : release.version],
      ['日商が配っている版', release.offered],
      [
        '最後に見に行った日時',
        release.lookedAt === '' ? 'まだです（1時間以内に行きます）' : release.lookedAt,
      ],
      ['日商に状態を伝えた日時', release.reportedAt],
    ]),
    notes.length > 0 &&
      div(
        'release-notes',
        p('hint', release.version === '' ? '届いたお知らせ' : `版 ${release.version} のお知らせ`),
        ul(
          'plain-list',
          notes.map((note) => h('li', { key: note, class: 'data' }, note)),
        ),
      ),
  );
}

function takingCard(state: State, release: ReleaseView, actions: Actions): VNode {
  const shownDraft = state.release.draft ?? releaseDraft(release);
  return card(
    '受け取り方',
    radios({
      id: 'release-policy',
      legend: '新しい版が届いたら',
      value: shownDraft.policy,
      options: release.policies.map(({ id, label, hint }) => ({ value: id, label, hint })),
      onPick: (value) => {
        const found = release.policies.find(({ id }) => id === value);
        if (found !== undefined) actions.choosePolicy(found.id satisfies Policy);
      },
    }),
    field({
      id: deferralId,
      label: '見送る（この日まで受け取らない）',
      type: 'date',
      value: shownDraft.deferUntil,
      max: release.deferLimit,
      hint: '空欄なら見送りません。この日を過ぎると、ひとりでに受け取りを始めます。90日まで。',
      fault: state.release.fault === '' ? undefined : state.release.fault,
      onInput: (value) => actions.deferUntil(value),
    }),
    p('hint', '回答を受け付けている調査のフォームは、どれを選んでも、受付を終えるまで変えません。'),
  );
}

function codeField(state: State, actions: Actions): VNode {
  const { code, codeFault } = state.release;
  return field({
    id: codeId,
    label: '接続コード',
    value: code,
    lines: 3,
    placeholder: 'cci1 …',
    hint: '日商から届いた「cci1」で始まる1行です。保存すると、画面にもシートにも表示されません。',
    fault: codeFault === '' ? undefined : codeFault,
    onInput: (value) => actions.typeCode(value),
  });
}

function connectCard(state: State, release: ReleaseView, actions: Actions): VNode {
  return card(
    '日商とつなぐ',
    p('', 'つなぐと、ひな形の新しい版が届き、この会議所の版と件数だけが日商に伝わります。'),
    p('hint', '会員・申込者・職員の名前や連絡先、フォームの題や回答は、日商に送りません。'),
    codeField(state, actions),
    button(state, {
      label: 'つなぐ',
      look: 'primary',
      work: 'connect',
      working: 'つないでいます…',
      disabled: !release.mayChange,
      onPress: () => void actions.connect(),
    }),
  );
}

function linkFold(state: State, release: ReleaseView, actions: Actions): VNode {
  const { isLeaving } = state.release;
  return fold(
    { key: 'link', title: '日商とのつながり', beside: `会議所の番号 ${release.chamber}` },
    codeField(state, actions),
    div(
      'bar-row',
      button(state, {
        label: '接続コードを入れ直す',
        work: 'connect',
        working: 'つないでいます…',
        disabled: !release.mayChange,
        onPress: () => void actions.connect(),
      }),
      !isLeaving &&
        button(state, {
          label: 'つながりを外す',
          look: 'quiet',
          disabled: !release.mayChange,
          onPress: () => actions.askDisconnect(true),
        }),
    ),
    isLeaving &&
      div(
        'note note-warning',
        p('', '外すと、新しい版が届かなくなります。いまのフォームと回答は、そのまま使えます。'),
        div(
          'bar-row',
          button(state, {
            label: '外す',
            look: 'danger',
            work: 'connect',
            working: '外しています…',
            onPress: () => void actions.disconnect(),
          }),
          button(state, { label: 'やめる', look: 'quiet', onPress: () => actions.askDisconnect(false) }),
        ),
      ),
  );
}

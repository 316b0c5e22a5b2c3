/** The cards of 台帳: deadline of the law, the round, the judgement, levy, consents, the ledger itself. */
import type { RegisterView, RoundView } from '../../view/register-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, h2, li, p, span, ul } from '../dom/tags.ts';
import { cases, count, day, shortTime } from '../format.ts';
import { button, outsideLink } from '../parts/button.ts';
import { figures, shares } from '../parts/figures.ts';
import { issueList } from '../parts/issues.ts';
import { card, section } from '../parts/page.ts';
import { panel } from '../parts/panel.ts';
import type { State } from '../state.ts';

/** Days before the deadline of 法10条5項 from which it is marked. */
const soon = 30;

export function deadlineNote(view: RegisterView): VNode {
  const { days, words } = view.deadline;
  const tone = days < 0 ? 'error' : days <= soon ? 'warning' : 'neutral';
  return h(
    'div',
    { class: `note note-${tone} deadline`, role: 'note' },
    span('deadline-days', days < 0 ? `${count(-days)}日過ぎ` : `あと${count(days)}日`),
    span('', words),
  );
}

export function roundCard(state: State, view: RegisterView, actions: Actions): VNode | false {
  const { round } = view;
  if (round === null) return false;
  const { counts } = round;
  return section(
    'card',
    '照会の回答',
    div(
      'card-head',
      h2('', round.label),
      span(`mark mark-${round.isOver ? 'neutral' : 'good'}`, round.isOver ? '締め切りました' : '受付中'),
    ),
    p('rate', span('hint', '回答率'), span('', round.rate)),
    shares(
      [
        { label: '変更なし', amount: counts.unchanged, tone: 'good' },
        { label: '変更あり', amount: counts.changed, tone: 'new' },
        { label: '廃業・移転', amount: counts.gone, tone: 'none' },
        { label: '要確認', amount: counts.quarantined, tone: 'error' },
        { label: '宛先不明', amount: counts.unreachable, tone: 'warning' },
      ],
      { label: 'たずねた事業所', amount: round.asked },
      { label: '未回答', amount: counts.open },
    ),
    p('hint', `回答の締切　${day(round.deadline)}`),
    div(
      'bar-row',
      button(state, { label: '回答を見る', onPress: () => actions.openAnswers('') }),
      button(state, { label: '代理入力', onPress: () => actions.openEnter() }),
    ),
    div(
      'bar-row',
      button(state, {
        label: round.mails.sent > 0 ? '送付・督促' : '送付',
        onPress: () => actions.openSend(round.mails.sent > 0 ? 'reminder' : 'request'),
      }),
      round.isOver && button(state, { label: '次の照会を始める', onPress: () => actions.go('round') }),
    ),
    p('links', outsideLink(round.formUrl, '回答ページ')),
    !round.isOver && closing(state, round, actions),
  );
}

function closing(state: State, round: RoundView, actions: Actions): VNode {
  if (!state.register.closing) {
    return button(state, {
      id: 'close-round',
      label: '照会を締め切る',
      look: 'quiet',
      onPress: () => actions.askClose(true),
    });
  }
  return panel(
    state,
    {
      title: '照会を締め切りますか',
      headingId: 'close-heading',
      danger: true,
      cancel: () => actions.askClose(false),
      confirm: {
        label: '締め切る',
        work: 'close',
        working: '締め切っています…',
        onPress: () => void actions.closeRound(),
      },
    },
    p(
      '',
      `送付の残り（${cases(round.mails.waiting)}）は送られません。未回答は${cases(round.counts.open)}です。届いた回答は残り、あとから届いた回答も受け取ります。代理入力もできます。`,
    ),
  );
}

export function judgementCard(state: State, view: RegisterView, actions: Actions): VNode {
  const { judgement } = view;
  return h(
    'section',
    { class: 'card', 'aria-label': '特定商工業者の判定', id: 'judgement', tabindex: -1 },
    h2('', '特定商工業者の判定'),
    judgement === null
      ? p('hint', 'まだ判定していません。')
      : [
          figures([
            { label: 'はい', amount: judgement.yes, tone: 'good' },
            { label: 'いいえ', amount: judgement.no },
            { label: '判定できない', amount: judgement.unknown, tone: 'warning' },
          ]),
          judgement.judgedAt !== '' && p('hint', `最後の判定　${shortTime(judgement.judgedAt, state.today)}`),
        ],
    state.register.judgement !== null && [
      state.register.judgement.issues.length > 0 && issueList(state.register.judgement.issues),
      p(
        'hint',
        `基準日　${day(state.register.judgement.baseDate)}　職員が決めたもの　${cases(state.register.judgement.overridden)}`,
      ),
      unknownRows(state.register.judgement),
    ],
    judgement !== null &&
      button(state, {
        label: 'もう一度判定する',
        work: 'judge',
        working: '判定しています…',
        onPress: () => void actions.judge(),
      }),
  );
}

/** Those that could not be judged: what is missing, and where to put it. */
function unknownRows({
  unknown,
  unknownRows: rows,
}: NonNullable<State['register']['judgement']>): VNode | false {
  const rest = unknown - rows.length;
  return (
    unknown > 0 &&
    h(
      'details',
      { class: 'more', key: 'unknown' },
      h('summary', {}, `判定できない事業所（${cases(unknown)}）`),
      p('hint', '足りない項目を基幹システムに入れて取り込み直すか、シート「台帳」で判定を書いてください。'),
      ul(
        'plain-list',
        rows.map((row) =>
          li(
            'stroke',
            p('data strong', row.name),
            p('hint data', `${row.businessNumber}　足りない項目：${row.missing}`),
          ),
        ),
      ),
      rest > 0 && p('hint', `ほか${cases(rest)}は、シート「台帳」にあります。`),
    )
  );
}

export function levyCard(view: RegisterView): VNode | false {
  if (view.levy === null) return false;
  return h(
    'section',
    { class: view.levy.ok ? 'card' : 'card card-warning', 'aria-label': '負担金' },
    div(
      'card-head',
      h2('', '負担金'),
      span(`mark mark-${view.levy.ok ? 'good' : 'warning'}`, view.levy.ok ? '範囲の中' : '範囲の外'),
    ),
    p('', view.levy.words),
  );
}

export function consentCard(view: RegisterView): VNode | false {
  if (view.consent === null) return false;
  const { explicit, tacit, total, words } = view.consent;
  return card(
    '負担金への同意',
    shares(
      [
        { label: 'はっきり同意', amount: explicit, tone: 'good' },
        { label: '同意とみなす', amount: tacit, tone: 'warning' },
      ],
      { label: '特定商工業者', amount: total },
      { label: 'そのほか', amount: Math.max(0, total - explicit - tacit) },
    ),
    p('hint', words),
  );
}

export function ledgerCard(state: State, view: RegisterView, actions: Actions): VNode {
  const { run, progress } = state.import;
  return card(
    '台帳の取込み',
    p('hint data', `前回　${view.lastImport}`),
    run !== 'idle' &&
      progress !== null &&
      p('', `取り込んでいます（${count(progress.done)} / ${count(progress.total)}行）`),
    button(state, {
      label: run === 'idle' ? '基幹システムのCSVを取り込む' : '取込みの様子を見る',
      wide: true,
      onPress: () => actions.go('import'),
    }),
  );
}

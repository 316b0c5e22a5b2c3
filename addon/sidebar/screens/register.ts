/** 台帳: the register at a glance, what waits, and the way into each part of it. */
import type { RegisterView } from '../../view/register-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { ol, p, span } from '../dom/tags.ts';
import { count } from '../format.ts';
import { button, heading } from '../parts/button.ts';
import { workLines } from '../parts/lines.ts';
import { card, page } from '../parts/page.ts';
import { couldNotLoad, skeleton } from '../parts/waiting.ts';
import { nextStep } from '../register-steps.ts';
import type { State } from '../state.ts';
import {
  consentCard,
  deadlineNote,
  judgementCard,
  ledgerCard,
  levyCard,
  roundCard,
} from './register-cards.ts';

export function registerScreen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.register.view;
  return page(
    loading,
    heading(
      '台帳',
      value !== null && value.ledgerRows > 0 && p('chamber', `${count(value.ledgerRows)}事業所`),
    ),
    issues.length > 0 && couldNotLoad(state, issues, () => void actions.loadRegister()),
    value === null ? loading && skeleton([100, 60, 100, 100, 80, 100]) : content(state, value, actions),
  );
}

function content(state: State, view: RegisterView, actions: Actions): readonly (VNode | null | false)[] {
  const step = nextStep(view);
  if (view.ledgerRows === 0) {
    return [
      p(
        'lead',
        '毎年の「法定台帳」の確認を、取込みから回答の確認まで、ここで進めます。上から順に進めてください。',
      ),
      steps(state, step, actions),
      deadlineNote(view),
    ];
  }
  return [
    waitingLines(view, actions),
    step <= 4 && steps(state, step, actions),
    deadlineNote(view),
    roundCard(state, view, actions),
    judgementCard(state, view, actions),
    levyCard(view),
    consentCard(view),
    ledgerCard(state, view, actions),
  ];
}

interface Step {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly work?: string;
  readonly go: (actions: Actions) => void;
}

const all: readonly Step[] = [
  {
    title: '台帳を取り込む',
    text: '基幹システムから出したCSVを読み込みます。取り込む前に中身を確かめられます。',
    label: 'CSVを取り込む',
    go: (actions) => actions.go('import'),
  },
  {
    title: '特定商工業者を判定する',
    text: '資本金・従業員数・業種から、法律の基準に当てはまるかを調べます。',
    label: '判定する',
    work: 'judge',
    go: (actions) => void actions.judge(),
  },
  {
    title: '照会を始める',
    text: '締切と、たずねる相手を決めます。',
    label: '照会を始める',
    go: (actions) => actions.go('round'),
  },
  {
    title: '送る',
    text: '事業所ごとのリンクをメールで送ります。アドレスのない所には手紙を作ります。',
    label: '送る相手を確かめる',
    go: (actions) => actions.openSend('request'),
  },
  {
    title: '回答を確かめる',
    text: '届いた回答を台帳と見くらべ、承認します。',
    label: '回答を開く',
    go: (actions) => actions.openAnswers('open'),
  },
];

/** ①–⑤: what is done is ticked, the next one has its button. */
function steps(state: State, next: number, actions: Actions): VNode {
  return card(
    '進め方',
    ol(
      'flow',
      all.map((step, index) => {
        const done = index + 1 < next;
        const now = index + 1 === next;
        return h(
          'li',
          { class: done ? 'is-done' : now ? 'is-now' : 'is-later', 'aria-current': now ? 'step' : undefined },
          p('strong', step.title, done && span('spoken', '（済み）')),
          !done && p('hint', step.text),
          now &&
            button(state, {
              label: step.label,
              ...(step.work === undefined ? {} : { work: step.work, working: '調べています…' }),
              look: 'primary',
              wide: true,
              onPress: () => step.go(actions),
            }),
        );
      }),
    ),
  );
}

function waitingLines(view: RegisterView, actions: Actions): VNode | false {
  if (view.round === null && Object.values(view.answers).every((amount) => amount === 0)) return false;
  const { quarantined, toDecide, unchanged, toExport } = view.answers;
  const toSend = view.round?.mails.waiting ?? 0;
  return workLines([
    {
      label: '要確認',
      hint: 'どの事業所か、リンクが正しいかを確かめる回答',
      amount: quarantined,
      tone: 'error',
      go: () => actions.openAnswers('quarantine'),
    },
    {
      label: '確認待ち',
      hint: '台帳と違うところがある回答',
      amount: toDecide,
      tone: 'new',
      go: () => actions.openAnswers('open'),
    },
    {
      label: '変更なし',
      hint: 'まとめて承認できる回答',
      amount: unchanged,
      tone: 'good',
      go: () => actions.openAnswers('open', unchanged > 0),
    },
    {
      label: '出力待ち',
      hint: '基幹システムに渡す台帳の変更',
      amount: toExport,
      tone: 'good',
      go: () => actions.openCsv('updates'),
    },
    {
      label: '送付の残り',
      hint: 'これから送られるメール',
      amount: toSend,
      tone: 'warning',
      go: () => actions.openSend('request'),
    },
  ]);
}

/** The lower edge of 一件: what can be done now, and the panel that asks what a decision needs. */
import type { ApplicationView } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { decisionWords, isResolved, reasonFromIssues, stepDraft, stepsOf } from '../decision.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, p, span } from '../dom/tags.ts';
import { button } from '../parts/button.ts';
import { field } from '../parts/field.ts';
import type { Decision, State } from '../state.ts';

const grounds: Readonly<Record<string, string>> = {
  visited: '例：佐藤が訪問して確認',
  sealed: '例：申込書の原本を受領',
  board: '例：第5回で可決',
  paid: '例：口座振替を確認',
  member: '例：会員証を交付',
};

/** The buttons that stay in sight while the clerk reads. */
export function decisionBar(state: State, view: ApplicationView, actions: Actions): VNode | null {
  if (view.actions.length === 0) return null;
  const can = new Set(view.actions);
  const main = mainDecision(view);
  const press = (decision: Decision, look: 'primary' | 'plain' | 'quiet', label: string): VNode =>
    button(state, {
      id: `action-${decision}`,
      label,
      work: `decide:${decision}`,
      working: decisionWords[decision].working,
      look,
      onPress: () => void actions.openPanel(decision),
    });
  const lookOf = (decision: Decision): 'primary' | 'plain' => (decision === main ? 'primary' : 'plain');
  return h(
    'div',
    { class: 'bar-bottom', role: 'group', 'aria-label': 'この申込をどうするか' },
    div(
      'bar-row',
      can.has('reopen') && press('reopen', lookOf('reopen'), '受付を再開'),
      can.has('advance') &&
        !(can.has('approve') && leadsToApproval(view)) &&
        press(
          'advance',
          lookOf('advance'),
          view.nextState === null ? '次へ' : `次へ（${view.nextState.label}）`,
        ),
      can.has('approve') && press('approve', lookOf('approve'), '承認'),
    ),
    (can.has('return') || can.has('withdraw')) &&
      div(
        'bar-row bar-row-minor',
        can.has('return') && press('return', lookOf('return'), '差戻し'),
        can.has('withdraw') && press('withdraw', 'quiet', '取下げ'),
      ),
  );
}

/** 次へ and 承認 would be the same step; one button is enough. */
function leadsToApproval(view: ApplicationView): boolean {
  return view.nextState?.id === 'approved';
}

/** The one button that stands out: mending first, then the next step, then approval. */
function mainDecision(view: ApplicationView): Decision | null {
  const can = (decision: Decision): boolean => view.actions.includes(decision);
  if (can('reopen')) return 'reopen';
  if (can('approve') && (view.missingSteps.length === 0 || leadsToApproval(view) || !can('advance')))
    return 'approve';
  return can('advance') ? 'advance' : null;
}

const titles: Readonly<Record<Decision, string>> = {
  advance: '次へ進める',
  approve: '承認する',
  return: '差戻す',
  withdraw: '取下げにする',
  reopen: '受付を再開する',
};

export function decisionPanel(
  state: State,
  view: ApplicationView,
  decision: Decision,
  actions: Actions,
): VNode {
  return h(
    'section',
    {
      class: `panel panel-${decision}`,
      'aria-labelledby': 'panel-heading',
      on: {
        keydown: (event) => {
          if (event instanceof KeyboardEvent && event.key === 'Escape' && !event.isComposing) {
            event.stopPropagation();
            actions.closePanel();
          }
        },
      },
    },
    h(
      'h2',
      { id: 'panel-heading', tabindex: -1 },
      decision === 'advance' && view.nextState !== null
        ? `「${view.nextState.label}」に進める`
        : titles[decision],
    ),
    explanation(view, decision),
    stepsOf(view, decision).map(({ state: step }) => stepFields(state, step.id, step.label, actions)),
    decision !== 'advance' && reasonField(state, view, decision, actions),
    decision === 'return' && mailPreview(state, view),
    div(
      'bar-row',
      button(state, { label: 'やめる', look: 'quiet', onPress: () => actions.closePanel() }),
      button(state, {
        label: sendLabel(view, decision),
        work: `decide:${decision}`,
        working: decisionWords[decision].working,
        look: decision === 'withdraw' ? 'danger' : 'primary',
        onPress: () => void actions.decide(decision),
      }),
    ),
  );
}

function sendLabel(view: ApplicationView, decision: Decision): string {
  if (decision === 'return') return view.email === '' ? '差戻しを記録' : '差戻してメールを送る';
  if (decision === 'approve') return view.missingSteps.length > 0 ? '記録して承認' : '承認する';
  if (decision === 'advance') return '記録して進める';
  return decision === 'withdraw' ? '取下げにする' : '受付を再開';
}

function explanation(view: ApplicationView, decision: Decision): VNode | null {
  if (decision === 'approve') {
    const errors = view.issues.filter((issue) => issue.severity === 'error').length;
    return div(
      '',
      view.missingSteps.length > 0 &&
        p(
          '',
          `まだ記録のない段階が${view.missingSteps.length}つあります。日付と根拠を入れると、まとめて記録して承認します。`,
        ),
      errors > 0 &&
        p('note note-warning', `直すところが${errors}件残っています。承認しても、直るまでCSVには出ません。`),
    );
  }
  if (decision === 'withdraw') {
    return p(
      '',
      '申込者の都合などで手続きを終えます。記録は残り、あとから再開できます。メールは送られません。',
    );
  }
  if (decision === 'reopen') return p('', '差戻しや取下げの前の段階から続けます。');
  return null;
}

function stepFields(state: State, stateId: string, label: string, actions: Actions): VNode {
  const draft = stepDraft(state.case, stateId, state.today);
  const { faults } = state.case;
  return h(
    'fieldset',
    { class: 'step', key: `step-${stateId}` },
    h('legend', {}, label),
    field({
      id: `decision-date-${stateId}`,
      label: '日付',
      type: 'date',
      value: draft.date,
      max: state.today,
      fault: faults[`date-${stateId}`],
      onInput: (date) => actions.changeStep(stateId, { date }),
    }),
    field({
      id: `decision-ground-${stateId}`,
      label: '根拠',
      value: draft.ground,
      placeholder: grounds[stateId] ?? '例：担当者が確認',
      fault: faults[`ground-${stateId}`],
      onInput: (ground) => actions.changeStep(stateId, { ground }),
    }),
  );
}

function reasonField(
  state: State,
  view: ApplicationView,
  decision: Decision,
  actions: Actions,
): readonly (VNode | false)[] {
  const words = reasonWords(view, decision);
  return [
    field({
      id: 'decision-reason',
      label: words.label,
      lines: words.lines,
      value: state.case.reason,
      required: words.required,
      placeholder: words.placeholder,
      hint: words.hint,
      fault: state.case.faults.reason,
      onInput: (text) => actions.changeReason(text),
    }),
    decision === 'return' &&
      reasonFromIssues(view.issues) !== '' &&
      button(state, {
        label: '「直すところ」を文に入れる',
        look: 'quiet',
        onPress: () => actions.fillReason(),
      }),
  ];
}

interface ReasonWords {
  readonly label: string;
  readonly lines: number;
  readonly required: boolean;
  readonly placeholder?: string;
  readonly hint?: string;
}

function reasonWords(view: ApplicationView, decision: Decision): ReasonWords {
  if (decision === 'return') {
    return {
      label: '直してほしいこと',
      lines: 5,
      required: true,
      placeholder: '例：法人番号が12桁です。13桁の番号を確かめて、もう一度お送りください。',
    };
  }
  if (isResolved(view, decision)) {
    return { label: '承認の根拠', lines: 2, required: true, placeholder: grounds.board ?? '' };
  }
  if (decision === 'withdraw') return { label: '理由', lines: 2, required: true, hint: '履歴に残ります。' };
  return { label: 'メモ（任意）', lines: 2, required: false, hint: '履歴に残ります。' };
}

/** Who will get the mail and what of it the clerk decides. */
function mailPreview(state: State, view: ApplicationView): VNode {
  if (view.email === '') {
    return p(
      'note note-warning',
      'メールアドレスがないため、メールは送られません。電話などで申込者に伝えてください。',
    );
  }
  const reason = state.case.reason.trim();
  return h(
    'div',
    { class: 'mail', role: 'group', 'aria-label': '申込者に届くメール' },
    p('mail-line', span('mail-name', '宛先'), span('data', view.email)),
    p('mail-line', span('mail-name', '受付番号'), span('', view.receiptNumber)),
    div(
      'mail-body',
      reason === '' ? p('blank', '上に書いた文が、ここに入って届きます。') : p('data lines-kept', reason),
    ),
    p('hint', 'あいさつ、会議所の名前と連絡先は自動で付きます。'),
  );
}

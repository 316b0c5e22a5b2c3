/** One application, and the card that asks what a decision needs before it is made. */

import { fieldOf, proposalLabel } from '../../view/correction.ts';
import {
  type Decision,
  decisionWords,
  isImmediate,
  leadsToApproval,
  reasonFromIssues,
  stepsOf,
} from '../../view/decision.ts';
import type { ApplicationView, HistoryView } from '../../view/protocol.ts';
import type { Button, Card, Press, Widget, With } from '../model.ts';
import { isTakeable } from './correct.ts';
import { act, button, buttons, firstOf, issueRow, section, text } from './parts.ts';

const mostIssues = 10;
const mostFields = 40;
const fieldsInSight = 9;
const mostHistory = 8;

/** Where the card was opened from, to show the list behind it anew after a decision. */
export type From = With;

const canCorrect = (view: ApplicationView): boolean => view.state.id !== 'withdrawn';

const correctPress = (view: ApplicationView, key: string, from: From): Press =>
  act('askCorrect', { ...from, id: view.applicationId, key });

/** A blank is shown only where it is asked for; a press on a value leads to putting it right. */
function fields(view: ApplicationView, from: From): readonly Widget[] {
  const answered = view.sections.flatMap((one) => one.fields).filter(({ shown }) => shown !== '');
  return firstOf(
    answered.map(({ key, label, shown, ruleLabel, changed, edit }) => ({
      kind: 'row',
      top: label,
      text: shown,
      ...(changed && ruleLabel !== '' ? { bottom: ruleLabel } : {}),
      ...(edit !== null && canCorrect(view) ? { press: correctPress(view, key, from) } : {}),
    })),
    mostFields,
  );
}

/** A problem with its proposal on a button; a press on it leads to the value. */
function problemRows(view: ApplicationView, from: From): readonly Widget[] {
  const given = { ...from, id: view.applicationId, version: String(view.version) };
  return view.issues.map((one) => {
    const isOpen = canCorrect(view) && (fieldOf(view, one.key)?.edit ?? null) !== null;
    if (!isOpen) return issueRow(one);
    return issueRow(one, {
      press: correctPress(view, one.key, from),
      ...(isTakeable(view, one)
        ? {
            button: button(
              proposalLabel(one.suggestion),
              act('takeProposal', { ...given, key: one.key, code: one.code }),
            ),
          }
        : {}),
    });
  });
}

const historyRow = ({ at, by, what, why }: HistoryView): Widget => ({
  kind: 'row',
  top: `${at}　${by}`,
  text: what,
  ...(why === '' ? {} : { bottom: why }),
});

/** The one that stands out: mending first, then the next step, then approval. */
function mainOf(view: ApplicationView): Decision | null {
  const can = (decision: Decision): boolean => view.actions.includes(decision);
  if (can('reopen')) return 'reopen';
  const isReady = view.missingSteps.length === 0 || leadsToApproval(view) || !can('advance');
  if (can('approve') && isReady) return 'approve';
  return can('advance') ? 'advance' : null;
}

function labelOf(view: ApplicationView, decision: Decision): string {
  if (decision === 'advance' && view.nextState !== null) return `次へ（${view.nextState.label}）`;
  return decision === 'reopen' ? '受付を再開' : decisionWords[decision].button;
}

function decisions(view: ApplicationView, from: From): readonly Button[] {
  const main = mainOf(view);
  return view.actions
    .filter((one) => one !== 'advance' || !view.actions.includes('approve') || !leadsToApproval(view))
    .map((decision) => {
      const given = { ...from, id: view.applicationId, version: String(view.version), decision };
      const press = act(isImmediate(view, decision) ? 'decide' : 'ask', given);
      return button(labelOf(view, decision), press, decision === main ? { isMain: true } : {});
    });
}

export function caseCard(view: ApplicationView, from: From): Card {
  const missing = view.missingSteps.map(({ state }) => state.label);
  const made = decisions(view, from);
  return {
    name: 'case',
    title: view.name === '' ? '（名前なし）' : view.name,
    subtitle: `${view.receiptNumber}　${view.state.label}`,
    sections: [
      section('いまの段階', [
        {
          kind: 'row',
          top: `受付 ${view.receivedAt}`,
          text: view.state.label,
          bottom: [view.exportLabel, missing.length === 0 ? '' : `承認の前に要る段階：${missing.join('・')}`]
            .filter((one) => one !== '')
            .join('　'),
        },
        buttons(...made),
      ]),
      ...(view.issues.length === 0
        ? []
        : [section('直すところ・確かめるところ', firstOf(problemRows(view, from), mostIssues), 4)]),
      ...(view.duplicates.length === 0
        ? []
        : [
            section(
              '同じ事業所かもしれない申込',
              firstOf(
                view.duplicates.map(({ where, name, reason, applicationId }) => ({
                  kind: 'row',
                  top: where,
                  text: name,
                  bottom: reason,
                  press: act('case', { id: applicationId }),
                })),
                5,
              ),
            ),
          ]),
      section(
        '申込の内容',
        [
          ...(canCorrect(view) ? [text('直すときは、その行を押します。', 'soft')] : []),
          ...fields(view, from),
        ],
        fieldsInSight,
      ),
      section('履歴', [...view.history].reverse().slice(0, mostHistory).map(historyRow), 2),
      {
        widgets: [buttons(button('更新', act('case', { ...from, id: view.applicationId, again: 'yes' })))],
      },
    ],
  };
}

const grounds: Readonly<Record<string, string>> = {
  visited: '例：佐藤が訪問して確認',
  sealed: '例：申込書の原本を受領',
  board: '例：第5回で可決',
};

const titles: Readonly<Record<Decision, string>> = {
  advance: '次へ進める',
  approve: '承認する',
  return: '差し戻す',
  withdraw: '取下げにする',
  reopen: '受付を再開する',
};

function explanation(view: ApplicationView, decision: Decision): readonly Widget[] {
  const errors = view.issues.filter((one) => one.severity === 'error').length;
  const missing = view.missingSteps.map(({ state }) => state.label);
  switch (decision) {
    case 'approve':
      return [
        ...(missing.length === 0
          ? [text('承認すると、CSVの出力待ちに入ります。')]
          : [
              text(
                `まだ記録のない段階があります：${missing.join('・')}。日付と根拠を入れると、まとめて記録して承認します。`,
              ),
            ]),
        ...(errors === 0
          ? []
          : [
              text(`直すところが ${errors} 件残っています。承認しても、直るまでCSVには出ません。`, 'warning'),
            ]),
      ];
    case 'return':
      return [
        text(
          view.email === ''
            ? '申込者のメールアドレスがないため、メールは送られません。理由は履歴に残ります。'
            : '下の理由を、申込者にメールで送ります。送ったメールは取り消せません。',
          'warning',
        ),
      ];
    case 'withdraw':
      return [
        text('申込者の都合などで手続きを終えます。記録は残り、あとから再開できます。メールは送られません。'),
      ];
    case 'reopen':
      return [text('差戻しや取下げの前の段階から続けます。')];
    case 'advance':
      return [text(`「${view.nextState?.label ?? '次の段階'}」に進めます。日付と根拠が履歴に残ります。`)];
  }
}

const sendLabels: Readonly<Record<Decision, string>> = {
  advance: '記録して進める',
  approve: '承認する',
  return: '差し戻す',
  withdraw: '取下げにする',
  reopen: '再開する',
};

const dateField = (step: string): string => `date-${step}`;
const groundField = (step: string): string => `ground-${step}`;
export const stepFields = { date: dateField, ground: groundField };

function reason(view: ApplicationView, decision: Decision): readonly Widget[] {
  if (decision === 'advance') return [];
  const isNeeded = decision === 'return' || decision === 'withdraw';
  return [
    {
      kind: 'input',
      name: 'reason',
      label: isNeeded ? '理由（必ず書いてください）' : '理由・メモ',
      isLong: true,
      value: decision === 'return' ? reasonFromIssues(view.issues) : '',
    },
  ];
}

/** Asks for what a decision needs: steps with their day and ground, a reason; nothing is done before its button. */
export function decisionCard(view: ApplicationView, decision: Decision, today: string, from: From): Card {
  const steps = stepsOf(view, decision);
  const needs = [
    ...steps.flatMap(({ state }) => [dateField(state.id), groundField(state.id)]),
    ...(decision === 'return' || decision === 'withdraw' ? ['reason'] : []),
  ];
  const given = { ...from, id: view.applicationId, version: String(view.version), decision, decided: 'yes' };
  return {
    name: 'decision',
    title: titles[decision],
    subtitle: `${view.receiptNumber}　${view.name}`,
    sections: [
      { widgets: explanation(view, decision) },
      ...steps.map(({ state }) =>
        section(state.label, [
          { kind: 'date', name: dateField(state.id), label: '日付', value: today },
          {
            kind: 'input',
            name: groundField(state.id),
            label: '根拠',
            hint: grounds[state.id] ?? '例：担当者が確認',
          },
        ]),
      ),
      { widgets: reason(view, decision) },
    ],
    footer: {
      primary: button(
        steps.length > 0 && decision === 'approve' ? '記録して承認する' : sendLabels[decision],
        act('decide', given),
        { needs },
      ),
      secondary: button('やめる', act('back')),
    },
  };
}

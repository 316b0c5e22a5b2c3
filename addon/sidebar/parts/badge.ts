/** Small marks: state of an application, how many issues, 仮の配置. Always a word, never colour alone. */

import type { IssueView, StateView } from '../../view/protocol.ts';
import type { AnswerStateId } from '../../view/register-protocol.ts';
import { h, type VNode } from '../dom/h.ts';
import { p, span } from '../dom/tags.ts';

const stateTones: Readonly<Record<string, string>> = {
  received: 'new',
  approved: 'good',
  paid: 'good',
  member: 'good',
  returned: 'wait',
  withdrawn: 'off',
};

/** A state in its own words. States that a chamber added itself have the neutral look. */
export function stateMark(state: StateView): VNode {
  return span(`mark mark-${stateTones[state.id] ?? 'neutral'}`, state.label);
}

const severityTones = { error: 'error', warning: 'warning', info: 'info' } as const;

export function severityMark(severity: IssueView['severity'], label: string): VNode {
  return span(`mark mark-${severityTones[severity]}`, label);
}

/** 直す 2 / 確認 1, nothing where there is nothing. */
export function issueCounts(errors: number, warnings: number): readonly VNode[] {
  const marks: VNode[] = [];
  if (errors > 0) marks.push(severityMark('error', `直す ${errors}`));
  if (warnings > 0) marks.push(severityMark('warning', `確認 ${warnings}`));
  return marks;
}

export function provisionalMark(verified: boolean): VNode | null {
  return verified ? null : span('mark mark-warning', '仮の配置');
}

/** Name of a CSV layout for a list of choices; says 仮の配置 once, also when the name itself does. */
export function profileLabel(profile: { readonly name: string; readonly verified: boolean }): string {
  return profile.verified || profile.name.includes('仮の配置') ? profile.name : `${profile.name}（仮の配置）`;
}

const provisionalWords = {
  export:
    'CSVの列の並びや書き方を、仮に決めて出します。お使いのシステムの決まりと違うことがあります。まず1〜2件だけ取り込み、正しく入ったことを確かめてから、残りに使ってください。',
  import: '列の読み方を、仮に決めています。次の画面で、列と値が正しく読めているかを確かめてください。',
};

/** What 仮の配置 means, in the words a clerk needs before sending a file to the core system or taking one in. */
export function provisionalNote(way: keyof typeof provisionalWords = 'export'): VNode {
  return h(
    'div',
    { class: 'note note-warning', role: 'note' },
    p('note-title', provisionalMark(false), 'まだ確かめていない形です'),
    p('', provisionalWords[way]),
  );
}

const answerTones: Readonly<Record<AnswerStateId, string>> = {
  quarantine: 'error',
  open: 'new',
  approved: 'good',
  discarded: 'off',
  superseded: 'neutral',
};

export function answerMark(state: { readonly id: AnswerStateId; readonly label: string }): VNode {
  return span(`mark mark-${answerTones[state.id]}`, state.label);
}

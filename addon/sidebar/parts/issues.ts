/** Problems in words: what and where, what was typed, how to mend it. */
import type { IssueView } from '../../view/protocol.ts';
import { proposalLabel } from '../correction.ts';
import { h, type VNode } from '../dom/h.ts';
import { severityMark } from './badge.ts';

/** One problem as a card. `jump` leads to the field it is about, `take` fills the proposal into its editor. */
export function issueCard(issue: IssueView, jump?: () => void, take?: () => void): VNode {
  return h(
    'li',
    { class: `issue issue-${issue.severity}` },
    h(
      'p',
      { class: 'issue-head' },
      severityMark(issue.severity, issue.severityLabel),
      issue.label !== '' &&
        (jump === undefined
          ? h('span', { class: 'issue-label' }, issue.label)
          : h('button', { type: 'button', class: 'issue-label link', on: { click: jump } }, issue.label)),
    ),
    h('p', { class: 'issue-message data' }, issue.message),
    issue.remedy !== '' && h('p', { class: 'issue-remedy data' }, issue.remedy),
    (issue.value !== '' || issue.suggestion !== '') &&
      h(
        'dl',
        { class: 'pair' },
        issue.value !== '' && [h('dt', {}, '入力'), h('dd', { class: 'data' }, issue.value)],
        issue.suggestion !== '' && [
          h('dt', {}, '候補'),
          h('dd', { class: 'data suggestion' }, issue.suggestion),
        ],
      ),
    take !== undefined &&
      h(
        'button',
        { type: 'button', class: 'button button-plain data', on: { click: take } },
        h('span', { class: 'button-label' }, proposalLabel(issue.suggestion)),
      ),
  );
}

/** @param takeFor what taking the proposal of a problem does; undefined where it cannot be taken */
export function issueList(
  issues: readonly IssueView[],
  jumpTo?: (key: string) => void,
  takeFor?: (issue: IssueView) => (() => void) | undefined,
): VNode {
  return h(
    'ul',
    { class: 'issues' },
    issues.map((issue) =>
      issueCard(
        issue,
        jumpTo === undefined || issue.key === '' ? undefined : () => jumpTo(issue.key),
        takeFor?.(issue),
      ),
    ),
  );
}

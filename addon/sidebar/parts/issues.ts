/** Problems in words: what and where, what was typed, how to mend it. */
import type { IssueView } from '../../view/protocol.ts';
import { proposalLabel } from '../correction.ts';
import { h, type VNode } from '../dom/h.ts';
import { dd, dl, dt, li, p, span, ul } from '../dom/tags.ts';
import { severityMark } from './badge.ts';

/** One problem as a card. `jump` leads to the field it is about, `take` fills the proposal into its editor. */
export function issueCard(issue: IssueView, jump?: () => void, take?: () => void): VNode {
  return li(
    `issue issue-${issue.severity}`,
    p(
      'issue-head',
      severityMark(issue.severity, issue.severityLabel),
      issue.label !== '' &&
        (jump === undefined
          ? span('issue-label', issue.label)
          : h('button', { type: 'button', class: 'issue-label link', on: { click: jump } }, issue.label)),
    ),
    p('issue-message data', issue.message),
    issue.remedy !== '' && p('issue-remedy data', issue.remedy),
    (issue.value !== '' || issue.suggestion !== '') &&
      dl(
        'pair',
        issue.value !== '' && [dt('', '入力'), dd('data', issue.value)],
        issue.suggestion !== '' && [dt('', '候補'), dd('data suggestion', issue.suggestion)],
      ),
    take !== undefined &&
      h(
        'button',
        { type: 'button', class: 'button button-plain data', on: { click: take } },
        span('button-label', proposalLabel(issue.suggestion)),
      ),
  );
}

/** @param takeFor what taking the proposal of a problem does; undefined where it cannot be taken */
export function issueList(
  issues: readonly IssueView[],
  jumpTo?: (key: string) => void,
  takeFor?: (issue: IssueView) => (() => void) | undefined,
): VNode {
  return ul(
    'issues',
    issues.map((issue) =>
      issueCard(
        issue,
        jumpTo === undefined || issue.key === '' ? undefined : () => jumpTo(issue.key),
        takeFor?.(issue),
      ),
    ),
  );
}

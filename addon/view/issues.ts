/** Issues in words, from the one catalogue of messages. */
import { fieldLabel } from '../../apps-script/jobs/words.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { describe } from '../../shared/issue/messages.ts';
import type { IssueView } from './protocol.ts';

const order = { error: 0, warning: 1, info: 2 } as const;

export function issueView(found: Issue, labelOf: (key: string) => string = fieldLabel): IssueView {
  const words = describe(found, labelOf);
  return {
    code: found.code,
    severity: found.severity,
    severityLabel: words.severityLabel,
    key: found.key,
    label: words.label,
    message: words.message,
    remedy: words.remedy,
    value: found.value,
    suggestion: found.suggestion,
  };
}

/** Those to mend first, then those to look at. */
export function issueViews(issues: readonly Issue[]): readonly IssueView[] {
  return [...issues].sort((a, b) => order[a.severity] - order[b.severity]).map((found) => issueView(found));
}

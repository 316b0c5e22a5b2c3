/** How the parts of the check of a template report. */
import { type Issue, issue, type Severity } from '../issue/issue.ts';
import { nearest } from '../text/distance.ts';

type Params = Readonly<Record<string, string | number>>;

/** Reports a mistake at a place of the document (`sections.0.items.3.title`). */
export type Report = (code: string, path: string, params?: Params, severity?: Severity) => void;

/** A report, and the list that it fills. */
export function collecting(): { readonly report: Report; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const report: Report = (code, path, params = {}, severity = 'error') => {
    issues.push(issue(code, severity, '', { params: { ...params, path } }));
  };
  return { report, issues };
}

/** Parameters that propose the known name nearest to a wrong one; the words of `code/near` then name it. */
export function nearTo(name: string, known: readonly string[]): Params {
  // Two letters in each other's place are the commonest slip.
  const swapped = known.filter((one) => letters(one) === letters(name));
  const near = swapped.length === 1 ? swapped[0] : nearest(name, known);
  return near === undefined ? { name } : { name, near, reason: 'near' };
}

const letters = (text: string): string => Array.from(text).sort().join('');

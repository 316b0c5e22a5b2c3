/** Turns issues that concern a whole file into the one error of unusable input. */
import { type Issue, UnusableInput } from '../issue/issue.ts';

/** Throws `UnusableInput` when any issue is an error; adds the file's name for the message. */
export function refuseBroken(issues: readonly Issue[], file: string): void {
  const broken = issues.filter((i) => i.severity === 'error');
  if (broken.length === 0) return;
  throw new UnusableInput(broken.map((i) => ({ ...i, params: { ...i.params, file } })));
}

/** Turns issues that concern a whole file into the one error of unusable input. */
import { type Issue, issue, UnusableInput } from '../issue/issue.ts';

/** Throws `UnusableInput` when a ledger holds no business: a file that broke off behind its header would judge nobody, and remove everybody. */
export function refuseEmptyLedger(businesses: number, file: string): void {
  if (businesses === 0) throw new UnusableInput([issue('ledger.no-rows', 'error', '', { params: { file } })]);
}

/** Throws `UnusableInput` when any issue is an error; adds the file's name for the message. */
export function refuseBroken(issues: readonly Issue[], file: string): void {
  const broken = issues.filter((i) => i.severity === 'error');
  if (broken.length === 0) return;
  throw new UnusableInput(broken.map((i) => ({ ...i, params: { ...i.params, file } })));
}

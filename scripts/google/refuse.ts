/** Stops a command with one clear line. */
import { issue, UnusableInput } from '../../shared/issue/issue.ts';

export function refuse(code: string, params: Readonly<Record<string, string | number>> = {}): never {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
}

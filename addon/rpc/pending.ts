/** Stands for a method that the dispatcher knows and nobody wrote yet. */
import { issue, UnusableInput } from '../../shared/issue/issue.ts';

export function pending(): never {
  throw new UnusableInput([issue('rpc.unknown-method', 'error', '')]);
}

/** Letters as one document, each on its own page. */
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import type { Letters } from '../jobs/port.ts';

export const letters: Letters = {
  make() {
    throw new UnusableInput([issue('rpc.unknown-method', 'error', '')]);
  },
};

/** Methods about batches beyond the first export. */
import { pending } from './pending.ts';
import type { MethodsOf } from './types.ts';

export const batchMethods: MethodsOf<'setSubstitute' | 'remakeBatch'> = {
  setSubstitute: pending,
  remakeBatch: pending,
};

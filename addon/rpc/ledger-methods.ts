/** Methods about the ledger: import, learning a layout, judgement. */
import { pending } from './pending.ts';
import type { MethodsOf } from './types.ts';

export const ledgerMethods: MethodsOf<
  | 'ledgerFiles'
  | 'uploadLedger'
  | 'importPreview'
  | 'importLedger'
  | 'learnLayout'
  | 'saveLayout'
  | 'confirmLayout'
  | 'judgeLedger'
> = {
  ledgerFiles: pending,
  uploadLedger: pending,
  importPreview: pending,
  importLedger: pending,
  learnLayout: pending,
  saveLayout: pending,
  confirmLayout: pending,
  judgeLedger: pending,
};

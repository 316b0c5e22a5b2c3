/** Methods about batches beyond the first export. */
import { remakeBatch } from '../../apps-script/jobs/export-csv.ts';
import { setSubstitute } from '../../apps-script/jobs/set-substitute.ts';
import type { MethodsOf } from './types.ts';

export const batchMethods: MethodsOf<'setSubstitute' | 'remakeBatch'> = {
  setSubstitute: (services, input) => ({ lines: setSubstitute(services, input) }),
  remakeBatch(services, input) {
    const { fileUrl, receipt } = remakeBatch(services, input.batchId);
    return { fileName: receipt.file.name, fileUrl, sha256: receipt.file.sha256 };
  },
};

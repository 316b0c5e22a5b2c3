/** Methods about the ledger: import, learning a layout, judgement. */
import { importLedger } from '../../apps-script/jobs/register/import-ledger.ts';
import { previewImport } from '../../apps-script/jobs/register/import-plan.ts';
import { uploadLedger } from '../../apps-script/jobs/register/inbox.ts';
import { judgeLedger } from '../../apps-script/jobs/register/judge-ledger.ts';
import { confirmLayout, learnLayout, saveLayout } from '../../apps-script/jobs/register/layouts.ts';
import {
  filesView,
  fileView,
  importPreviewView,
  judgementView,
  learnView,
  progressView,
} from '../view/ledger.ts';
import { profileView } from '../view/profile.ts';
import { uploadLimit } from '../view/register-inputs.ts';
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
  ledgerFiles: ({ drive, workbook }) => filesView(drive.listInbox(workbook.id), uploadLimit),
  uploadLedger: (services, input) => fileView(uploadLedger(services, input, uploadLimit)),
  importPreview: (services, input) => importPreviewView(previewImport(services, input)),
  importLedger: (services, input) => progressView(importLedger(services, input)),
  learnLayout(services, { fileId }) {
    const { file, learned } = learnLayout(services, fileId);
    return learnView(file, learned);
  },
  saveLayout: (services, input) => profileView(saveLayout(services, input)),
  confirmLayout: (services, input) => profileView(confirmLayout(services, input)),
  judgeLedger: (services) => judgementView(judgeLedger(services)),
};

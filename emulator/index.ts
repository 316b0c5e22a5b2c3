/** The local Google Workspace: what the web face, the command line and the tests import. */
export type * from './api.ts';
export { emulateScript } from './apps-script/emulate.ts';
export { createRuntime } from './apps-script/runtime.ts';
export * as addons from './web/cards/index.ts';
export * as drive from './workspace/drive.ts';
export { fileUrl } from './workspace/drive.ts';
export * as formAnswers from './workspace/form-answers.ts';
export { checkAnswer, checkAnswers } from './workspace/form-validation.ts';
export { formPages, nextPage } from './workspace/form-walk.ts';
export * as forms from './workspace/forms.ts';
export * as mail from './workspace/mail.ts';
export type * from './workspace/model.ts';
export { displayValue } from './workspace/number-format.ts';
export * as spreadsheets from './workspace/spreadsheet.ts';
export * as triggers from './workspace/triggers.ts';
export { openWorkspace } from './workspace/workspace.ts';

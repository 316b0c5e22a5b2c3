/** What the rest of the program asks of work on forms. */
export { adoptForm, previewAdoption } from './adopt-form.ts';
export { applyUpdate } from './apply-update.ts';
export { applyByItself, undoRelease } from './by-itself.ts';
export { captureForm } from './capture-form.ts';
export { formHealth } from './health.ts';
export { closeForm, openForm } from './open-close.ts';
export { previewUpdate } from './preview-update.ts';
export { rollBack, updateToUndo } from './roll-back.ts';
export { changeTerms, previewTerms } from './terms.ts';
export type { TermsInput, TermsPlan } from './terms-plan.ts';
export { termsOf } from './terms-plan.ts';

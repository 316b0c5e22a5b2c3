/** Methods of the page of forms: a part of its own (`scripts/build/parts.ts`). */
import { templateOf } from '../../apps-script/jobs/assets.ts';
import { createForm, previewForm } from '../../apps-script/jobs/create-form.ts';
import {
  adoptForm,
  applyUpdate,
  captureForm,
  changeTerms,
  closeForm,
  openForm,
  previewAdoption,
  previewTerms,
  previewUpdate,
  rollBack,
} from '../../apps-script/jobs/forms/index.ts';
import { adoptView, captureView } from '../view/forms-adopt.ts';
import { cardOf, closeCard, formsView } from '../view/forms-card.ts';
import { galleryView } from '../view/forms-gallery.ts';
import { previewView } from '../view/forms-preview.ts';
import type { FormOutputs } from '../view/forms-protocol.ts';
import { termsView } from '../view/forms-terms.ts';
import { appliedView, historyView, updatePlanView } from '../view/forms-update.ts';
import { formView } from '../view/overview.ts';
import type { MethodsOf } from './types.ts';

export const formMethods: MethodsOf<keyof FormOutputs> = {
  forms: (services) => formsView(services),
  formCard: (services, input) => closeCard(services, input.formId),
  gallery: (services) => galleryView(services),
  formPreview: (services, input) =>
    previewView(previewForm(services, input), templateOf(input.templateId).template.fillIns),
  createForm: (services, input) => formView(createForm(services, input)),
  updatePlan: (services, input) => updatePlanView(services, previewUpdate(services, input)),
  applyUpdate: (services, input) => appliedView(services, applyUpdate(services, input)),
  updateHistory: (services, input) => historyView(services, input.formId),
  rollBack: (services, { formId, entryId, keepEdited }) =>
    appliedView(services, rollBack(services, { formId, updateId: entryId, force: keepEdited })),
  closeForm: (services, input) => cardOf(services, closeForm(services, input)),
  openForm: (services, input) => cardOf(services, openForm(services, input)),
  formTerms: (services, input) => termsView(services, previewTerms(services, input), input),
  changeTerms: (services, input) => cardOf(services, changeTerms(services, input)),
  adoptPreview: (services, input) => adoptView(previewAdoption(services, input)),
  adopt: (services, input) => cardOf(services, adoptForm(services, input)),
  capture: (services, input) => captureView(captureForm(services, input)),
};

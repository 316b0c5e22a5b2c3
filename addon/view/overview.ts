/** View models of the first screen: what is ready, which forms stand, what waits. */
import { assets } from '../../apps-script/jobs/assets.ts';
import { chamberValues, type Settings } from '../../apps-script/jobs/book/settings.ts';
import type { Standing } from '../../apps-script/jobs/overview.ts';
import type { FormState } from '../../apps-script/jobs/port.ts';
import { chamberPlaces, fillText } from '../../shared/template/mail.ts';
import { profileView } from './profile.ts';
import type { FormView, Overview } from './protocol.ts';

export function formView(
  state: FormState & { readonly templateId: string; readonly templateVersion: string },
): FormView {
  return {
    formId: state.formId,
    title: state.title,
    templateId: state.templateId,
    templateVersion: state.templateVersion,
    publishedUrl: state.publishedUrl,
    editUrl: state.editUrl,
    published: state.published,
    accepting: state.accepting,
  };
}

function setupValues({ chamber, divisions, districts, profileId }: Settings): Overview['setup'] {
  const { name, ...others } = chamber;
  return { chamberName: name, ...others, divisions: [...divisions], districts: [...districts], profileId };
}

export function overviewView(standing: Standing): Overview {
  const { settings } = standing;
  const { templates } = assets();
  const places = chamberPlaces(chamberValues(settings));
  return {
    ready: standing.ready,
    chamberName: settings.chamber.name,
    user: standing.user,
    forms: standing.forms.map(({ row, state }) => formView({ ...state, ...row, formId: state.formId })),
    templates: [...templates.values()]
      .filter(({ template }) => template.flow === 'application')
      .map(({ template }) => ({
        id: template.id,
        title: fillText(template.title, places),
        version: template.version,
        summary: template.summary,
      })),
    profiles: standing.layouts.map(profileView),
    profileId: settings.profileId,
    setup: setupValues(settings),
    waiting: standing.waiting,
  };
}

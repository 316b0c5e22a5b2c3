/** A form planned without a chamber: every place stays as it is written, so that versions compare as written. */
import type { Catalogue } from '../fields/catalogue.ts';
import { chamberPlaceNames } from '../template/mail-places.ts';
import type { ChamberValues, Template } from '../template/template.ts';
import { planForm } from './make.ts';
import type { FormPlan } from './plan.ts';

const placeOf = (name: string): string => `{{${name}}}`;

/** Values that are their own places; a list that is filled in is one entry that names it. */
export function placesAsValues(template: Template): ChamberValues {
  const [name = '', phone = '', email = '', address = '', privacyUrl = '', articlesUrl = ''] =
    chamberPlaceNames.map(placeOf);
  const divisions = placeOf('divisions');
  return {
    chamber: { name, phone, email, address, privacyUrl, articlesUrl },
    divisions: [{ code: divisions, label: divisions }],
    districts: [placeOf('districts')],
    feeTable: [placeOf('chamber.feeTable')],
    form: Object.fromEntries(template.fillIns.map(({ key }) => [key, placeOf(`form.${key}`)])),
  };
}

/** The form of a template with its places unfilled. */
export function planRaw(template: Template, catalogue: Catalogue): FormPlan {
  return planForm(template, catalogue, placesAsValues(template));
}

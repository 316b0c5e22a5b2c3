import { describe, expect, it } from 'vitest';
import { loadTemplate, templateIds } from '../../scripts/library.ts';
import { catalogue, membership } from '../../tests/support/library.ts';
import { chamberPlaces } from '../template/mail.ts';
import { formPlaceNames } from '../template/mail-places.ts';
import { placesAsValues, planRaw } from './raw.ts';

describe('planRaw', () => {
  it('every_place_of_a_form__is_its_own_value', () => {
    const places = chamberPlaces(placesAsValues(membership));
    expect(formPlaceNames.map((name) => places[name])).toEqual(formPlaceNames.map((name) => `{{${name}}}`));
  });

  it('texts_stay_as_written', () => {
    const plan = planRaw(membership, catalogue);
    expect(plan.title).toBe(membership.title);
    expect(plan.description).toBe(membership.description);
    expect(plan.settings.confirmation).toBe(membership.settings.confirmation);
  });

  it.each(templateIds())('%s__no_item_is_left_out', (id) => {
    const template = loadTemplate(id, catalogue);
    const keys = template.sections.flatMap(({ items }) => items.map(({ key }) => key));
    expect(planRaw(template, catalogue).sections.flatMap(({ items }) => items.map(({ key }) => key))).toEqual(
      keys,
    );
  });
});

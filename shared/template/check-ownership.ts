/** Ownership names properties that the element has, and does not contradict itself. */
import type { Catalogue } from '../fields/catalogue.ts';
import { itemsOf } from './elements.ts';
import { formProperties, propertiesOfType, sectionProperties } from './properties.ts';
import { nearTo, type Report } from './report.ts';
import type { Template } from './template.ts';

/** `template.ownership-property`, `template.ownership-presence`. */
export function checkOwnership(template: Template, _catalogue: Catalogue, report: Report): void {
  checkOwned(template.ownership, formProperties, 'ownership', report);
  template.sections.forEach(({ ownership }, s) => {
    checkOwned(ownership, sectionProperties, `sections.${s}.ownership`, report);
  });
  for (const { item, path } of itemsOf(template)) {
    const properties = propertiesOfType[item.type];
    checkOwned(item.ownership, properties, `${path}.ownership`, report);
    item.options?.forEach(({ ownership }, o) => {
      // Who may drop the question may drop its options.
      if (ownership === 'mandated' && isFree(item.ownership))
        report('template.ownership-presence', `${path}.options.${o}.ownership`, { name: 'options' });
    });
  }
}

const isFree = (owned: Template['ownership'] | undefined): boolean =>
  owned === 'own' || (typeof owned === 'object' && owned.presence === 'own');

function checkOwned(
  owned: Template['ownership'] | undefined,
  properties: readonly string[],
  path: string,
  report: Report,
): void {
  if (typeof owned !== 'object') return;
  for (const [name, ownership] of Object.entries(owned)) {
    if (!properties.includes(name))
      report('template.ownership-property', `${path}.${name}`, {
        ...nearTo(name, properties),
        known: properties.join('、'),
      });
    else if (ownership === 'mandated' && owned.presence === 'own')
      report('template.ownership-presence', `${path}.${name}`, { name });
  }
}

/** Closed questions and those in their place: old answers must stay readable, each by one rule. */
import type { Catalogue } from '../fields/catalogue.ts';
import { fieldKeyOf, itemsOf } from './elements.ts';
import { nearTo, type Report } from './report.ts';
import type { Template } from './template.ts';
import { isAfter } from './version.ts';

/** `template.retired-…`, `template.replaces-…`. */
export function checkReplaced(template: Template, catalogue: Catalogue, report: Report): void {
  const items = itemsOf(template);
  const active = new Set(items.map(({ item }) => item.key));
  const retired = new Map<string, number>();
  template.retired.forEach((closed, r) => {
    const path = `retired.${r}`;
    const { key, since, field } = closed;
    if (retired.has(key)) report('template.retired-twice', `${path}.key`, { name: key });
    retired.set(key, r);
    if (active.has(key)) report('template.retired-used', `${path}.key`, { name: key });
    if (!/^\d+\.\d+\.\d+$/.test(since)) report('template.retired-since', `${path}.since`, { name: since });
    else if (isAfter(since, template.version))
      report('template.retired-later', `${path}.since`, { name: since, version: template.version });
    if (field !== undefined && !field.startsWith('local.') && !catalogue.byKey.has(field))
      report('template.field-unknown', `${path}.field`, nearTo(field, [...catalogue.byKey.keys()]));
  });

  const claimed = new Set<string>();
  const claims = [
    ...items.map(({ item, path }) => ({ of: item, path })),
    ...template.retired.map((of, r) => ({ of, path: `retired.${r}` })),
  ];
  for (const { of, path } of claims) {
    if (of.replaces === undefined) continue;
    const { key } = of.replaces;
    const closed = template.retired[retired.get(key) ?? -1];
    const place = `${path}.replaces.key`;
    if (key === of.key || closed === undefined) {
      report('template.replaces-open', place, nearTo(key, [...retired.keys()]));
      continue;
    }
    if (claimed.has(key)) report('template.replaces-twice', place, { name: key });
    claimed.add(key);
    const before = fieldKeyOf(closed);
    if (catalogue.byKey.has(before) && before !== fieldKeyOf(of))
      report('template.replaces-field', place, { name: key, field: before });
  }
  // Old answers of a field that is asked anew: which of the two counts must be said.
  const fields = new Map(template.retired.map((closed) => [fieldKeyOf(closed), closed.key]));
  for (const { item, path } of items) {
    const key = fields.get(fieldKeyOf(item));
    if (key !== undefined && key !== item.key && item.replaces === undefined && !claimed.has(key))
      report('template.replaces-missing', path, { name: item.key ?? '', key });
  }
}

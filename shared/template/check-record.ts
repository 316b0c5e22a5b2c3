/** What a record must hold can only be asked of what the form asks. */
import type { Catalogue } from '../fields/catalogue.ts';
import { fieldKeyOf, itemsOf } from './elements.ts';
import { isQuestion } from './properties.ts';
import { nearTo, type Report } from './report.ts';
import type { Template } from './template.ts';

/** `template.record-key`, `template.record-empty`. */
export function checkRecord(template: Template, _catalogue: Catalogue, report: Report): void {
  const asked = itemsOf(template).flatMap(({ item }) => (isQuestion(item.type) ? [fieldKeyOf(item)] : []));
  // Forms can collect the address itself.
  const keys = template.settings.collectEmail ? [...asked, 'email'] : asked;
  const check = (key: string, path: string): void => {
    if (!keys.includes(key)) report('template.record-key', path, nearTo(key, keys));
  };
  template.record.required.forEach((key, k) => {
    check(key, `record.required.${k}`);
  });
  template.record.requiredAny.forEach((group, g) => {
    if (group.length === 0) report('template.record-empty', `record.requiredAny.${g}`);
    group.forEach((key, k) => {
      check(key, `record.requiredAny.${g}.${k}`);
    });
  });
}

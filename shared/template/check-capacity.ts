/** How many an event takes: filled in as a number, counted by questions that are asked. */
import type { Catalogue } from '../fields/catalogue.ts';
import { fieldOf, itemsOf } from './elements.ts';
import { nearTo, type Report } from './report.ts';
import type { Template, TemplateItem } from './template.ts';

/** `template.capacity-…`. */
export function checkCapacity(template: Template, catalogue: Catalogue, report: Report): void {
  const { capacity, flow, fillIns } = template;
  if (capacity === undefined) return;
  if (flow !== 'answers') report('template.capacity-flow', 'capacity', { flow });
  const silent = ['waiting', 'promoted'].filter((purpose) => template.mails[purpose] === undefined);
  if (silent.length > 0) report('template.capacity-mail', 'capacity', { name: silent.join('、') });
  const numbers = fillIns.flatMap(({ key, type }) => (type === 'number' ? [`form.${key}`] : []));
  if (!numbers.includes(capacity.limit))
    report('template.capacity-limit', 'capacity.limit', {
      name: capacity.limit,
      known: numbers.join('、') || '（なし）',
    });
  const items = new Map(itemsOf(template).map(({ item }) => [item.key ?? '', item]));
  const look = (key: string, path: string, fits: (item: TemplateItem) => boolean, code: string): void => {
    const item = items.get(key);
    if (item === undefined) report('template.capacity-key', path, nearTo(key, [...items.keys()]));
    else if (!fits(item)) report(code, path, { name: key });
  };
  capacity.count.forEach((key, c) => {
    look(key, `capacity.count.${c}`, isCount, 'template.capacity-count');
  });
  if (capacity.per !== undefined)
    look(
      capacity.per,
      'capacity.per',
      ({ type }) => type === 'choice' || type === 'list',
      'template.capacity-per',
    );

  function isCount(item: TemplateItem): boolean {
    const kind = fieldOf(item, catalogue)?.kind ?? item.kind;
    return kind === 'integer' || item.type === 'scale' || item.type === 'rating';
  }
}

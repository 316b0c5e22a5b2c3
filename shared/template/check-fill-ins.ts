/** What the maker of a form fills in: declared once, used somewhere, of a type that fits its use. */
import type { Catalogue } from '../fields/catalogue.ts';
import { dayNumber } from '../text/days.ts';
import { formTexts } from './check-places.ts';
import { itemsOf } from './elements.ts';
import { placesOf } from './mail.ts';
import type { Report } from './report.ts';
import type { FillIn, Template } from './template.ts';

/** `template.fill-in-…`, `template.closes-on`. */
export function checkFillIns(template: Template, _catalogue: Catalogue, report: Report): void {
  const used = new Set([
    ...formTexts(template).flatMap(([, text]) => placesOf(text ?? '')),
    ...itemsOf(template).flatMap(({ item }) => [item.optionsFrom ?? [], item.grid?.rowsFrom ?? []].flat()),
    ...(template.capacity === undefined ? [] : [template.capacity.limit]),
  ]);
  const keys = new Set<string>();
  const labels = new Set<string>();
  template.fillIns.forEach((fillIn, f) => {
    const { key, label, initial, type } = fillIn;
    const path = `fillIns.${f}`;
    if (keys.has(key)) report('template.fill-in-twice', `${path}.key`, { name: key });
    else if (labels.has(label)) report('template.fill-in-twice', `${path}.label`, { name: label });
    keys.add(key);
    labels.add(label);
    if (initial !== '' && !initialFits(fillIn))
      report('template.fill-in-initial', `${path}.initial`, { name: initial, type });
    if (!used.has(`form.${key}`)) report('template.fill-in-unused', path, { name: key }, 'warning');
  });
  checkClosesOn(template, report);
}

const isDay = (text: string): boolean => !Number.isNaN(dayNumber(text));

function initialFits({ type, initial }: FillIn): boolean {
  if (/\{\{|\}\}/.test(initial)) return false;
  if (type === 'date') return isDay(initial);
  if (type === 'number') return Number.isFinite(Number(initial)) && initial.trim() === initial;
  return type === 'text' ? !/[\r\n]/.test(initial) : true;
}

function checkClosesOn({ settings, fillIns }: Template, report: Report): void {
  const { closesOn } = settings;
  if (closesOn === '' || isDay(closesOn)) return;
  const dates = fillIns.flatMap(({ key, type }) => (type === 'date' ? [`{{form.${key}}}`] : []));
  if (dates.includes(closesOn.replace(/\s/g, ''))) return;
  report('template.closes-on', 'settings.closesOn', {
    name: closesOn,
    known: dates.join('、') || '（なし）',
  });
}

/** Texts that are missing, too long, or stand twice. */
import type { Catalogue } from '../fields/catalogue.ts';
import { itemsOf, titleOf } from './elements.ts';
import { textLimits } from './limits.ts';
import type { Report } from './report.ts';
import type { Template, TemplateItem } from './template.ts';

type Sized = readonly [path: string, text: string | undefined, limit: number];

function ownTexts({ title, summary, audience, description, settings }: Template): readonly Sized[] {
  return [
    ['title', title, textLimits.title],
    ['summary', summary, textLimits.summary],
    ['audience', audience, textLimits.summary],
    ['description', description, textLimits.description],
    ['settings.confirmation', settings.confirmation, textLimits.confirmation],
    ['settings.closedMessage', settings.closedMessage, textLimits.confirmation],
  ];
}

function itemTexts(item: TemplateItem, title: string, path: string): readonly Sized[] {
  return [
    [`${path}.title`, title, textLimits.title],
    [`${path}.help`, item.help, textLimits.help],
    ...(item.options ?? []).map(
      ({ label }, o): Sized => [`${path}.options.${o}.label`, label, textLimits.option],
    ),
    ...(item.grid?.rows ?? []).map(
      ({ label }, r): Sized => [`${path}.grid.rows.${r}.label`, label, textLimits.option],
    ),
    [`${path}.scale.lowLabel`, item.scale?.lowLabel, textLimits.scaleLabel],
    [`${path}.scale.highLabel`, item.scale?.highLabel, textLimits.scaleLabel],
    [`${path}.validation.message`, item.validation?.message, textLimits.message],
    [`${path}.validation.pattern`, item.validation?.pattern, textLimits.pattern],
    [`${path}.media.source`, item.media?.source, textLimits.source],
  ];
}

/** `template.text-empty`, `template.title-missing`, `template.title-twice`, `template.too-long`. */
export function checkTexts(template: Template, catalogue: Catalogue, report: Report): void {
  const sized: Sized[] = [...ownTexts(template)];
  for (const name of ['title', 'summary'] as const)
    if (template[name].trim() === '') report('template.text-empty', name, { name });
  template.sections.forEach(({ title, help }, s) => {
    sized.push([`sections.${s}.title`, title, textLimits.title]);
    sized.push([`sections.${s}.help`, help, textLimits.help]);
  });
  const titles = new Set<string>();
  for (const { item, path } of itemsOf(template)) {
    const title = titleOf(item, catalogue);
    sized.push(...itemTexts(item, title, path));
    if (title.trim() === '') {
      if (item.media === undefined) report('template.title-missing', path);
      continue;
    }
    if (titles.has(title)) {
      report('template.title-twice', item.title === undefined ? path : `${path}.title`, { name: title });
    }
    titles.add(title);
  }
  template.fillIns.forEach(({ label, hint, initial }, f) => {
    if (label.trim() === '') report('template.text-empty', `fillIns.${f}.label`, { name: 'label' });
    sized.push([`fillIns.${f}.label`, label, textLimits.scaleLabel]);
    sized.push([`fillIns.${f}.hint`, hint, textLimits.summary]);
    sized.push([`fillIns.${f}.initial`, initial, textLimits.help]);
  });
  template.retired.forEach(({ reason, title }, r) => {
    sized.push([`retired.${r}.reason`, reason, textLimits.summary]);
    sized.push([`retired.${r}.title`, title, textLimits.title]);
  });
  for (const [path, text, limit] of sized) {
    const length = text?.length ?? 0;
    if (length > limit) report('template.too-long', path, { limit, length });
  }
}

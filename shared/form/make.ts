/** Template × chamber's values → the form to be made, as data. */
import type { Catalogue } from '../fields/catalogue.ts';
import { chamberPlaces, fillText } from '../template/mail.ts';
import type { ChamberValues, Template, TemplateItem } from '../template/template.ts';
import type { FormPlan, PlannedItem, PlannedOption } from './plan.ts';

/**
 * Plans a form. Places (`{{chamber.name}}`) are filled in, titles and options default to the field catalogue,
 * and an item whose options the chamber has not given (no 部会, say) is left out.
 */
export function planForm(template: Template, catalogue: Catalogue, values: ChamberValues): FormPlan {
  const places = chamberPlaces(values);
  const fill = (text: string | undefined) => fillText(text ?? '', places);
  const { settings } = template;
  return {
    templateId: template.id,
    templateVersion: template.version,
    title: fill(template.title),
    description: fill(template.description),
    settings: {
      collectEmail: settings.collectEmail,
      progressBar: settings.progressBar,
      limitOneResponse: settings.limitOneResponse,
      allowEdit: settings.allowEdit,
      confirmation: fill(settings.confirmation),
      closedMessage: fill(settings.closedMessage),
    },
    sections: template.sections.map((section) => ({
      key: section.key,
      title: fill(section.title),
      help: fill(section.help),
      ...(section.next === undefined ? {} : { next: section.next }),
      items: section.items.flatMap((item, index) => {
        const planned = planItem(item, `${section.key}.${index}`, catalogue, values, fill);
        return planned === null ? [] : [planned];
      }),
    })),
  };
}

function planItem(
  item: TemplateItem,
  fallbackKey: string,
  catalogue: Catalogue,
  values: ChamberValues,
  fill: (text: string | undefined) => string,
): PlannedItem | null {
  const options = optionsOf(item, catalogue, values);
  if (item.optionsFrom !== undefined && options.length === 0) return null;
  return {
    key: item.key ?? fallbackKey,
    type: item.type,
    title: fill(item.title ?? catalogue.byKey.get(item.key ?? '')?.label),
    help: fill(item.help),
    required: item.required ?? false,
    options: options.map((option) => ({ ...option, label: fill(option.label) })),
    other: item.other ?? false,
    ...(item.validation === undefined
      ? {}
      : { validation: { ...item.validation, message: fill(item.validation.message) } }),
    ...(item.scale === undefined ? {} : { scale: item.scale }),
  };
}

/** Options an item offers: its own, the chamber's, or those of the field's code list. */
export function optionsOf(
  item: TemplateItem,
  catalogue: Catalogue,
  values: Pick<ChamberValues, 'divisions' | 'districts'>,
): readonly PlannedOption[] {
  if (item.options !== undefined) {
    return item.options.map(({ code, label, goTo }) =>
      goTo === undefined ? { code, label } : { code, label, goTo },
    );
  }
  if (item.optionsFrom === 'divisions') return values.divisions;
  if (item.optionsFrom === 'districts') return values.districts.map((label) => ({ code: label, label }));
  const list = catalogue.byKey.get(item.key ?? '')?.codeList;
  const options = list === undefined ? [] : (catalogue.codeLists.get(list)?.options ?? []);
  if (item.type === 'description' || item.type === 'short' || item.type === 'paragraph') return [];
  return options.map(({ code, label }) => ({ code, label }));
}

/** Template × chamber's values → the form to be made, as data. */
import type { Catalogue } from '../fields/catalogue.ts';
import { chamberPlaces, fillText } from '../template/mail.ts';

export {
  formProperties,
  itemProperties,
  sectionProperties,
  settingProperties,
} from '../template/properties.ts';

import { formProperties, itemProperties, sectionProperties } from '../template/properties.ts';
import type { ChamberValues, Template, TemplateItem } from '../template/template.ts';
import type { FormPlan, Owned, PlannedItem, PlannedOption, PlannedRow } from './plan.ts';

/**
 * Plans a form. Places (`{{chamber.name}}`, `{{form.eventName}}`) are filled in, titles and options default to the field
 * catalogue, and an item whose options, rows or picture nobody has given (no 部会, say) is left out.
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
      shuffleQuestions: settings.shuffleQuestions,
      confirmation: fill(settings.confirmation),
      closedMessage: fill(settings.closedMessage),
      closesOn: fill(settings.closesOn),
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
      ...ownedOf(section.ownership, sectionProperties),
    })),
    retired: template.retired.map(({ key }) => key),
    ...ownedOf(template.ownership, formProperties),
  };
}

function ownedOf(
  given: TemplateItem['ownership'],
  properties: readonly string[],
): { readonly ownership?: Owned } {
  if (given === undefined || given === 'recommended') return {};
  if (typeof given === 'string') {
    return { ownership: Object.fromEntries(properties.map((property) => [property, given])) };
  }
  return Object.keys(given).length === 0 ? {} : { ownership: given };
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
  const rows = rowsOf(item, values);
  if (item.grid !== undefined && rows.length === 0) return null;
  const source = fill(item.media?.source);
  if (item.media !== undefined && source.trim() === '') return null;
  return {
    key: item.key ?? fallbackKey,
    type: item.type,
    title: fill(item.title ?? catalogue.byKey.get(item.field ?? item.key ?? '')?.label),
    help: fill(item.help),
    required: item.required ?? false,
    options: options.map((option) => ({ ...option, label: fill(option.label) })),
    other: item.other ?? false,
    ...(item.validation === undefined
      ? {}
      : { validation: { ...item.validation, message: fill(item.validation.message) } }),
    ...(item.scale === undefined
      ? {}
      : {
          scale: {
            ...item.scale,
            lowLabel: fill(item.scale.lowLabel),
            highLabel: fill(item.scale.highLabel),
          },
        }),
    ...(item.rating === undefined ? {} : { rating: item.rating }),
    ...(item.grid === undefined
      ? {}
      : {
          grid: {
            rows: rows.map(({ code, label }) => ({ code, label: fill(label) })),
            onePerColumn: item.grid.onePerColumn,
          },
        }),
    ...(item.type === 'date' || item.type === 'datetime' ? { date: item.date ?? { year: true } } : {}),
    ...(item.media === undefined ? {} : { media: { ...item.media, source } }),
    ...(item.replaces === undefined ? {} : { replaces: item.replaces.key }),
    ...ownedOf(item.ownership, itemProperties),
  };
}

/** Options an item offers: its own, the chamber's, the form's, or those of the field's code list. */
export function optionsOf(
  item: TemplateItem,
  catalogue: Catalogue,
  values: Pick<ChamberValues, 'divisions' | 'districts' | 'feeTable' | 'form'>,
): readonly PlannedOption[] {
  if (item.options !== undefined) {
    return item.options.map(({ code, label, goTo, ownership }) => ({
      code,
      label,
      ...(goTo === undefined ? {} : { goTo }),
      ...(ownership === undefined ? {} : { ownership }),
    }));
  }
  if (item.optionsFrom !== undefined) return givenOptions(item.optionsFrom, values);
  if (!withOptions.has(item.type)) return [];
  const list = catalogue.byKey.get(item.field ?? item.key ?? '')?.codeList;
  const options = list === undefined ? [] : (catalogue.codeLists.get(list)?.options ?? []);
  return options.map(({ code, label }) => ({ code, label }));
}

/** Rows of a grid: its own, or those filled in with the form, whose codes are the labels themselves. */
export function rowsOf(item: TemplateItem, values: Pick<ChamberValues, 'form'>): readonly PlannedRow[] {
  const { grid } = item;
  if (grid?.rowsFrom === undefined) return grid?.rows ?? [];
  return linesOf(values.form?.[grid.rowsFrom.replace(/^form\./, '')] ?? '').map((label) => ({
    code: label,
    label,
  }));
}

const withOptions: ReadonlySet<string> = new Set(['choice', 'checkbox', 'list', 'grid', 'checkbox-grid']);

/** Options of a list that the chamber or the form's maker has given, one a line; its code is the label itself. */
function givenOptions(
  source: string,
  values: Pick<ChamberValues, 'divisions' | 'districts' | 'feeTable' | 'form'>,
): readonly PlannedOption[] {
  if (source === 'divisions') return values.divisions;
  const lines =
    source === 'districts'
      ? values.districts
      : source === 'feeTable'
        ? (values.feeTable ?? [])
        : linesOf(values.form?.[source.replace(/^form\./, '')] ?? '');
  const labels = lines.map((line) => line.trim()).filter((line) => line !== '');
  return [...new Set(labels)].map((label) => ({ code: label, label }));
}

/** Lines of what was filled in, each once, without blank ones. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== '');
}

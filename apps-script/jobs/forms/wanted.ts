/** A form plan put into the terms of Google Forms: one sequence of items and page breaks, ways by item ids. */

import type { CopyItem } from '../../../shared/form/copy.ts';
import type { FormPlan, PlannedItem, PlannedSection } from '../../../shared/form/plan.ts';
import type { ElementKey } from '../../../shared/merge/model.ts';
import { contentProperties } from '../../../shared/template/properties.ts';
import { sectionElement } from '../book/form-base.ts';
import type { FormSettings, ItemProperty, ItemValues } from '../port.ts';

export interface Wanted {
  readonly key: ElementKey;
  /** null while the item is not in the form. */
  readonly itemId: string | null;
  readonly values: ItemValues;
  /** Of a page: where the page before it leads; absent: to this page. */
  readonly before?: string;
}

/** Item id by key. */
export type Ids = ReadonlyMap<ElementKey, string>;

/** What a way of the plan is in the form. */
type WayOf = (goTo: string | undefined) => string | undefined;

/** A page's item id, or a fixed way: the first page has no page break. Absent where the page is not in the form (yet). */
function waysOf({ sections }: FormPlan, ids: Ids): WayOf {
  const first = sections[0]?.key;
  return (goTo) => {
    if (goTo === undefined || goTo === 'submit') return goTo;
    return goTo === first ? 'restart' : ids.get(sectionElement(goTo));
  };
}

const way = <Name extends string>(name: Name, goTo: string | undefined): { readonly [N in Name]?: string } =>
  Object.fromEntries(goTo === undefined ? [] : [[name, goTo]]) as { readonly [N in Name]?: string };

function itemValues(item: PlannedItem, wayOf: WayOf): ItemValues {
  const { key: _key, replaces: _replaces, ownership: _ownership, options, ...rest } = item;
  return {
    ...rest,
    options: options.map(({ label, goTo }) => ({ label, ...way('goTo', wayOf(goTo)) })),
  };
}

function headValues(section: PlannedSection, type: 'page' | 'description'): ItemValues {
  return { type, title: section.title, help: section.help, required: false, options: [], other: false };
}

/** The items in the order of the form. The first page has no page break: its head is a text, where it says anything. */
export function wantedItems(plan: FormPlan, ids: Ids): readonly Wanted[] {
  const wanted: Wanted[] = [];
  const wayOf = waysOf(plan, ids);
  plan.sections.forEach((section, index) => {
    const key = sectionElement(section.key);
    const itemId = ids.get(key) ?? null;
    const previous = plan.sections[index - 1];
    if (previous !== undefined) {
      wanted.push({
        key,
        itemId,
        values: headValues(section, 'page'),
        ...way('before', wayOf(previous.next)),
      });
    } else if (itemId !== null || section.title !== '' || section.help !== '') {
      wanted.push({ key, itemId, values: headValues(section, 'description') });
    }
    for (const item of section.items) {
      wanted.push({ key: item.key, itemId: ids.get(item.key) ?? null, values: itemValues(item, wayOf) });
    }
  });
  return wanted;
}

export function wantedSettings(plan: FormPlan): FormSettings {
  const { closesOn: _ours, ...settings } = plan.settings;
  return { ...settings, title: plan.title, description: plan.description };
}

/** Of each property what can be read back, as a text to compare. What cannot be read is not there. */
const readable: Readonly<Record<ItemProperty, ((values: ItemValues) => unknown) | null>> = {
  title: ({ title }) => title,
  help: ({ help }) => help,
  required: ({ required }) => required,
  options: ({ options }) => options.map(({ label, goTo }) => [label, goTo ?? '']),
  other: ({ other }) => other,
  validation: null,
  scale: ({ scale }) =>
    scale === undefined ? null : [scale.low, scale.high, scale.lowLabel, scale.highLabel],
  rating: ({ rating }) => (rating === undefined ? null : [rating.levels, rating.icon]),
  grid: ({ grid }) => grid?.rows.map((row) => row.label) ?? null,
  date: ({ type, date }) => (type === 'date' || type === 'datetime' ? (date?.year ?? true) : null),
  media: ({ media }) => media?.align ?? null,
};

/** What is compared of an item, by property. */
export function seen(values: ItemValues): ReadonlyMap<ItemProperty, string> {
  return new Map(
    contentProperties.flatMap((property) => {
      const read = readable[property];
      return read === null ? [] : [[property, JSON.stringify(read(values))] as const];
    }),
  );
}

/** A copied item in the same terms. */
export function copyValues(item: CopyItem): ItemValues {
  const { type, title, help, required, options, other, scale, rating, rows, date, media } = item;
  return {
    type,
    title,
    help,
    required,
    options,
    other,
    ...(scale === undefined ? {} : { scale }),
    ...(rating === undefined ? {} : { rating }),
    ...(rows === undefined
      ? {}
      : { grid: { rows: rows.map((label) => ({ code: label, label })), onePerColumn: false } }),
    ...(date === undefined ? {} : { date }),
    ...(media === undefined ? {} : { media: { ...media, source: '' } }),
  };
}

/** A form as it stands put to the keys of its base. */
import type { CopyItem, FormCopy } from './copy.ts';
import type { FormPlan, PlannedItem, PlannedOption, PlannedSection } from './plan.ts';

/** Which item of a form carries which key; a page carries `section.<key>`. */
export interface KeyLink {
  readonly itemId: string;
  readonly key: string;
}

type Mutable = Omit<PlannedSection, 'items'> & { items: PlannedItem[] };

/** What has no link is the chamber's own (`own.<item id>`); what cannot be read back is taken from the base. */
export function formOfCopy(copy: FormCopy, links: readonly KeyLink[], base: FormPlan): FormPlan {
  const keys = new Map(links.map(({ itemId, key }) => [itemId, key]));
  const baseItems = new Map(base.sections.flatMap(({ items }) => items.map((item) => [item.key, item])));
  const pageKey = (itemId: string): string => keys.get(itemId)?.replace(/^section\./, '') ?? `own.${itemId}`;
  const way = (goTo: string | undefined): { goTo?: string } =>
    goTo === undefined ? {} : { goTo: goTo === 'submit' || goTo === 'restart' ? goTo : pageKey(goTo) };
  const firstKey = base.sections[0]?.key ?? 'first';
  const sections: Mutable[] = [{ key: firstKey, title: '', help: '', items: [] }];
  for (const item of copy.items) {
    const last = sections[sections.length - 1];
    if (item.type === 'unknown' || last === undefined) continue;
    if (item.type === 'page') {
      const lead = way(item.before).goTo;
      const previous = { ...last, ...(lead === undefined ? {} : { next: lead }) };
      sections[sections.length - 1] = previous;
      sections.push({ key: pageKey(item.itemId), title: item.title, help: item.help, items: [] });
      continue;
    }
    const key = keys.get(item.itemId) ?? `own.${item.itemId}`;
    if (key === `section.${firstKey}`) {
      sections[0] = { ...last, title: item.title, help: item.help };
      continue;
    }
    last.items.push(itemOf(item, key, item.type, baseItems.get(key), way));
  }
  return {
    ...base,
    title: copy.title,
    description: copy.description,
    settings: { ...copy.settings, closesOn: base.settings.closesOn },
    sections,
  };
}

function itemOf(
  item: CopyItem,
  key: string,
  type: PlannedItem['type'],
  base: PlannedItem | undefined,
  way: (goTo: string | undefined) => { goTo?: string },
): PlannedItem {
  const codes = new Map((base?.options ?? []).map(({ code, label }) => [label, code]));
  const used = new Set(item.options.flatMap(({ label }) => codes.get(label) ?? []));
  const options = item.options.map(({ label, goTo }, at): PlannedOption => {
    const there = base?.options[at]?.code;
    const code =
      codes.get(label) ??
      (item.options.length === base?.options.length && there !== undefined && !used.has(there)
        ? there
        : label);
    return { code, label, ...way(goTo) };
  });
  return {
    key,
    type,
    title: item.title,
    help: item.help,
    required: item.required,
    options,
    other: item.other,
    ...(base?.validation === undefined ? {} : { validation: base.validation }),
    ...(item.scale === undefined ? {} : { scale: item.scale }),
    ...(item.rating === undefined ? {} : { rating: item.rating }),
    ...(item.rows === undefined
      ? {}
      : {
          grid: {
            rows: item.rows.map((label) => ({
              code: base?.grid?.rows.find((row) => row.label === label)?.code ?? label,
              label,
            })),
            onePerColumn: base?.grid?.onePerColumn ?? false,
          },
        }),
    ...(item.date === undefined ? {} : { date: item.date }),
    ...(item.media === undefined ? {} : { media: { ...item.media, source: base?.media?.source ?? '' } }),
    ...(base?.replaces === undefined ? {} : { replaces: base.replaces }),
  };
}

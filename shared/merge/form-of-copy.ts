/** The form as it stands in Google Forms, with the keys put to its items: the chamber's side of a merge. */
import type { CopyItem, FormCopy } from '../form/copy.ts';
import {
  closedSectionKey,
  type FormPlan,
  type PlannedItem,
  type PlannedOption,
  type PlannedSection,
} from '../form/plan.ts';
import { codesFor } from './codes.ts';
import { headOf, isHead, sectionOf, sequenceOf } from './sequence.ts';

export interface CopyLink {
  readonly itemId: string;
  readonly key: string;
}

/** Key of something that the chamber added itself. */
export const ownKey = (itemId: string): string => `own.${itemId}`;

interface Reading {
  readonly keyOf: (item: CopyItem) => string;
  /** Section key by item id of its page break, `submit`, and the first page for `restart`. */
  readonly leadOf: (target: string | undefined) => string | undefined;
  readonly base: ReadonlyMap<string, PlannedItem>;
}

function optionsOf(
  item: CopyItem,
  base: PlannedItem | undefined,
  { leadOf }: Reading,
): readonly PlannedOption[] {
  const codes = codesFor(
    item.options.map(({ label }) => label),
    base?.options ?? [],
  );
  const owners = new Map(base?.options.map(({ code, ownership }) => [code, ownership]));
  return item.options.map(({ label, goTo }, at) => {
    const code = codes[at] ?? label;
    const lead = leadOf(goTo);
    const ownership = owners.get(code);
    return {
      code,
      label,
      ...(lead === undefined ? {} : { goTo: lead }),
      ...(ownership === undefined ? {} : { ownership }),
    };
  });
}

/** What can be read of the kind of an item, and what cannot: there the base speaks. */
function specificOf(item: CopyItem, base: PlannedItem | undefined): Partial<PlannedItem> {
  const known = base?.type === item.type ? base : undefined;
  const rows = item.rows ?? [];
  const rowCodes = codesFor(rows, known?.grid?.rows ?? []);
  const media = known?.media;
  return {
    ...(known?.validation === undefined ? {} : { validation: known.validation }),
    ...(item.scale === undefined ? {} : { scale: item.scale }),
    ...(item.rating === undefined ? {} : { rating: item.rating }),
    ...(item.date === undefined ? {} : { date: item.date }),
    ...(item.rows === undefined
      ? {}
      : {
          grid: {
            rows: rows.map((label, at) => ({ code: rowCodes[at] ?? label, label })),
            onePerColumn: known?.grid?.onePerColumn ?? false,
          },
        }),
    ...(item.media === undefined
      ? {}
      : {
          media: {
            source: media?.source ?? '',
            // 0 leaves the size to the platform, whatever it then is.
            width: media?.width === 0 ? 0 : item.media.width,
            align: item.media.align,
          },
        }),
  };
}

function itemOf(item: CopyItem, type: PlannedItem['type'], reading: Reading): PlannedItem {
  const key = reading.keyOf(item);
  const base = reading.base.get(key);
  const { title, help, required, other } = item;
  return {
    key,
    type,
    title,
    help,
    required,
    options: optionsOf(item, base, reading),
    other,
    ...specificOf(item, base),
    ...(base?.replaces === undefined ? {} : { replaces: base.replaces }),
    ...(base?.ownership === undefined ? {} : { ownership: base.ownership }),
  };
}

type Draft = { -readonly [K in keyof PlannedSection]: PlannedSection[K] } & { items: PlannedItem[] };

/**
 * Puts keys to what the form holds: of an item by its link, else `own.<item id>`; the same for pages. Options get their codes by the
 * base's labels. Of items that no template can make (a file upload) nothing is read; they stay where they are.
 *
 * @param links item id ↔ key as stored when the form was made or adopted; of a page, and of the text that heads the first page,
 *   `section.<key>`
 * @param base what the copy was made from: it speaks where FormApp cannot read (`unreadable` in `shared/form/copy.ts`)
 */
export function formOfCopy(copy: FormCopy, links: readonly CopyLink[], base: FormPlan): FormPlan {
  const linked = new Map(links.map(({ itemId, key }) => [itemId, key]));
  const first = base.sections[0]?.key ?? 'first';
  const pages = new Map<string, string>([
    ['submit', 'submit'],
    ['restart', first],
  ]);
  for (const { itemId, type } of copy.items) {
    const key = linked.get(itemId);
    if (type === 'page')
      pages.set(itemId, key !== undefined && isHead(key) ? sectionOf(key) : ownKey(itemId));
  }
  const known = sequenceOf(base.sections);
  const reading: Reading = {
    keyOf: ({ itemId }) => linked.get(itemId) ?? ownKey(itemId),
    leadOf: (target) => (target === undefined ? undefined : pages.get(target)),
    base: known.items,
  };
  const section = (key: string, title: string, help: string): Draft => {
    const ownership = known.heads.get(headOf(key))?.ownership;
    return { key, title, help, items: [], ...(ownership === undefined ? {} : { ownership }) };
  };
  const sections: Draft[] = [section(first, '', '')];
  let page = sections[0];
  for (const item of copy.items) {
    if (item.type === 'unknown' || page === undefined) continue;
    if (item.type === 'page') {
      const lead = reading.leadOf(item.before);
      if (lead !== undefined) page.next = lead;
      page = section(pages.get(item.itemId) ?? ownKey(item.itemId), item.title, item.help);
      sections.push(page);
    } else if (sections[0] !== undefined && linked.get(item.itemId) === headOf(first)) {
      sections[0].title = item.title;
      sections[0].help = item.help;
    } else page.items.push(itemOf(item, item.type, reading));
  }
  // After the last page the form ends; that it is written so cannot be read.
  const lead = page === undefined ? undefined : known.heads.get(headOf(page.key))?.next;
  if (page !== undefined && lead === 'submit') page.next = lead;
  return {
    templateId: base.templateId,
    templateVersion: base.templateVersion,
    title: copy.title,
    description: copy.description,
    settings: { ...copy.settings, closesOn: base.settings.closesOn },
    sections,
    retired: (sections.find(({ key }) => key === closedSectionKey)?.items ?? []).map(({ key }) => key),
    ...(base.ownership === undefined ? {} : { ownership: base.ownership }),
  };
}

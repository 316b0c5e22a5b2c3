/** Walks through the elements of a template with the places where they stand. */
import type { Catalogue, Field } from '../fields/catalogue.ts';
import type { Template, TemplateItem, TemplateSection } from './template.ts';

export interface PlacedItem {
  readonly item: TemplateItem;
  readonly section: TemplateSection;
  /** Dotted path in the document: `sections.0.items.3`. */
  readonly path: string;
}

/** All items in order. */
export function itemsOf(template: Template): readonly PlacedItem[] {
  return template.sections.flatMap((section, s) =>
    section.items.map((item, i) => ({ item, section, path: `sections.${s}.items.${i}` })),
  );
}

/** Key under which the answers of a question are kept: that of its field. */
export function fieldKeyOf(item: Pick<TemplateItem, 'key' | 'field'>): string {
  return item.field ?? item.key ?? '';
}

/** Field of the catalogue that an item answers. */
export function fieldOf(item: Pick<TemplateItem, 'key' | 'field'>, catalogue: Catalogue): Field | undefined {
  return catalogue.byKey.get(fieldKeyOf(item));
}

/** Title as it stands in the form, with its places. */
export function titleOf(item: TemplateItem, catalogue: Catalogue): string {
  return item.title ?? fieldOf(item, catalogue)?.label ?? '';
}

/** What a question is answered with: one text, or of a grid one text a row under a key of its own (`local.votes.agenda-1`). */
import { rowsOf } from '../form/make.ts';
import { fieldKeyOf } from '../template/elements.ts';
import type { ChamberValues, Template, TemplateItem } from '../template/template.ts';

export const isGrid = (item: TemplateItem): boolean => item.type === 'grid' || item.type === 'checkbox-grid';

/** Key of the answer in one row of a grid. */
export const rowKey = (key: string, row: string): string => `${key}.${row}`;

export interface AnswerPart {
  readonly key: string;
  /** Label of the row, '' for a question that is no grid. */
  readonly row: string;
}

/**
 * Parts of a question in their order; none for what is not answered (a text, a picture).
 * @param keys further keys that answers are known to have: a file names rows that only its form knows
 */
export function partsOf(
  item: TemplateItem,
  values: Pick<ChamberValues, 'form'>,
  keys: Iterable<string> = [],
): readonly AnswerPart[] {
  const key = fieldKeyOf(item);
  if (key === '' || unanswered.has(item.type)) return [];
  if (!isGrid(item)) return [{ key, row: '' }];
  const parts = new Map<string, AnswerPart>();
  for (const { code, label } of rowsOf(item, values)) {
    parts.set(rowKey(key, code), { key: rowKey(key, code), row: label });
  }
  for (const known of keys) {
    const row = rowOf(item, known);
    if (row !== undefined && !parts.has(known)) parts.set(known, { key: known, row });
  }
  return [...parts.values()];
}

const unanswered: ReadonlySet<string> = new Set(['description', 'image', 'video']);

/** The row of a grid whose rows are filled in that a key names; undefined where it is none. */
function rowOf(item: TemplateItem, key: string): string | undefined {
  const start = `${fieldKeyOf(item)}.`;
  return item.grid?.rowsFrom !== undefined && key.startsWith(start) ? key.slice(start.length) : undefined;
}

/** The grid of a template, and its row, that a key stands for; null for any other key. */
export function gridOfKey(
  template: Template,
  key: string,
): { readonly item: TemplateItem; readonly row: string } | null {
  for (const section of template.sections) {
    for (const item of section.items) {
      if (!isGrid(item)) continue;
      const part = partsOf(item, {}, [key]).find((one) => one.key === key);
      if (part !== undefined) return { item, row: part.row };
    }
  }
  return null;
}

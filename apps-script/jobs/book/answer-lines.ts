/** Answers as people read them: the question and what was typed or chosen, in the order of the template. */

import { isGrid, partsOf } from '../../../shared/response/parts.ts';
import { fieldKeyOf } from '../../../shared/template/elements.ts';
import { fillText } from '../../../shared/template/mail.ts';
import type { ChamberValues, TemplateItem } from '../../../shared/template/template.ts';
import { assets, templateOf } from '../assets.ts';
import { fieldLabel } from '../words.ts';

export interface AnswerLine {
  readonly item: TemplateItem;
  readonly title: string;
  readonly text: string;
}

const several: ReadonlySet<string> = new Set(['checkbox', 'checkbox-grid']);

/**
 * What was answered, a line a question, of a grid a line a row. The key of a link stays out: what is drawn from here is
 * passed on.
 */
export function answerLinesOf(
  templateId: string,
  typed: Readonly<Record<string, string>>,
  values: Pick<ChamberValues, 'form'>,
  places: Readonly<Record<string, string>>,
): readonly AnswerLine[] {
  const keys = Object.keys(typed);
  return templateOf(templateId)
    .template.sections.flatMap((section) => section.items)
    .flatMap((item) => {
      if (assets().catalogue.byKey.get(fieldKeyOf(item))?.kind === 'token') return [];
      const title = fillText(item.title ?? fieldLabel(fieldKeyOf(item)), places);
      return partsOf(item, values, isGrid(item) ? keys : []).flatMap(({ key, row }) => {
        const text = typed[key] ?? '';
        if (text === '') return [];
        const shown = several.has(item.type) ? text.split(';').join('、') : text;
        return [{ item, title: row === '' ? title : `${title}［${row}］`, text: shown }];
      });
    });
}

/** The question that a key is asked by, as people know it; of a row of a grid with the row. */
export function questionLabel(templateId: string, key: string): string {
  const items = templateOf(templateId).template.sections.flatMap((section) => section.items);
  const item = items.find((one) => fieldKeyOf(one) === key);
  if (item !== undefined) return item.title ?? fieldLabel(key);
  const grid = items.find((one) => isGrid(one) && key.startsWith(`${one.key}.`));
  if (grid === undefined) return fieldLabel(key);
  const row = partsOf(grid, {}, [key]).find((part) => part.key === key)?.row ?? '';
  return `${grid.title ?? ''}［${row}］`;
}

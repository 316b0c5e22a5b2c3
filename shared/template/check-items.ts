/** What belongs to each type of item: options, rows, bounds, pictures; what an item has must be of its type. */
import type { Catalogue } from '../fields/catalogue.ts';
import { fieldOf, itemsOf } from './elements.ts';
import { chamberSources, ratingLevels, scaleBounds } from './limits.ts';
import { isQuestion, propertiesOfType } from './properties.ts';
import type { Report } from './report.ts';
import type { Template, TemplateItem } from './template.ts';

interface Context {
  readonly item: TemplateItem;
  readonly path: string;
  readonly template: Template;
  readonly catalogue: Catalogue;
  readonly report: Report;
}

/** Parts of an item that only some types have; the code names what is wrong with the type. */
const parts = [
  ['options', 'options', 'template.options-type'],
  ['optionsFrom', 'options', 'template.options-type'],
  ['other', 'other', 'template.part-type'],
  ['scale', 'scale', 'template.part-type'],
  ['rating', 'rating', 'template.part-type'],
  ['grid', 'grid', 'template.part-type'],
  ['date', 'date', 'template.part-type'],
  ['media', 'media', 'template.part-type'],
  ['required', 'required', 'template.part-type'],
] as const;

/** Parts that an item of these types cannot be without. */
const needed = ['scale', 'rating', 'grid', 'media'] as const;

/** `template.option…`, `template.part-…`, `template.grid-…`, `template.scale-…`, `template.rating-…`, `template.media-…`. */
export function checkItems(template: Template, catalogue: Catalogue, report: Report): void {
  for (const { item, path } of itemsOf(template)) {
    const context = { item, path, template, catalogue, report };
    checkParts(context);
    if (propertiesOfType[item.type].includes('options')) checkOptions(context);
    checkGrid(context);
    checkBounds(context);
    checkMedia(context);
  }
}

function checkParts({ item, path, report }: Context): void {
  const own = propertiesOfType[item.type];
  for (const [part, property, code] of parts) {
    if (item[part] === undefined || own.includes(property)) continue;
    // A text that says it is not required is right.
    if (part === 'required' && item.required === false) continue;
    if (code === 'template.options-type')
      report('template.options-type', `${path}.${part}`, { type: item.type });
    else report('template.part-type', `${path}.${part}`, { type: item.type, name: part });
  }
  for (const part of needed) {
    if (own.includes(part) && item[part] === undefined)
      report('template.part-missing', path, { type: item.type, name: part });
  }
}

function checkOptions({ item, path, template, catalogue, report }: Context): void {
  const { options, optionsFrom: source } = item;
  if (options !== undefined && source !== undefined) report('template.options-both', `${path}.optionsFrom`);
  if (source !== undefined) {
    checkSource(source, chamberSources, `${path}.optionsFrom`, template, report);
  } else if (options === undefined) {
    if (fieldOf(item, catalogue)?.codeList === undefined) report('template.options-missing', path);
  } else if (options.length === 0) report('template.options-missing', `${path}.options`);
  checkTwice(options ?? [], `${path}.options`, report);
}

/** Options and rows are filled in one a line, or come from lists of the chamber. */
function checkSource(
  source: string,
  lists: readonly string[],
  path: string,
  { fillIns }: Template,
  report: Report,
): void {
  const known = [...lists, ...fillIns.flatMap(({ key, type }) => (type === 'lines' ? [`form.${key}`] : []))];
  if (known.includes(source)) return;
  const told = { name: source, known: known.join('、') || '（なし）' };
  const declared = fillIns.some(({ key }) => `form.${key}` === source);
  report('template.options-from', path, declared ? { ...told, reason: 'lines' } : told);
}

/** Neither two codes nor two labels may be the same: an answer carries the label alone. */
function checkTwice(
  entries: readonly { readonly code: string; readonly label: string }[],
  path: string,
  report: Report,
): void {
  const codes = new Set<string>();
  const labels = new Set<string>();
  entries.forEach(({ code, label }, at) => {
    const place = `${path}.${at}`;
    if (label.trim() === '') report('template.option-empty', place);
    if (code.trim() === '') report('template.option-code', place);
    if (codes.has(code)) report('template.option-twice', place, { name: code });
    else if (labels.has(label)) report('template.option-twice', place, { name: label });
    codes.add(code);
    labels.add(label);
  });
}

function checkGrid({ item, path, template, report }: Context): void {
  const { grid, options } = item;
  if (grid === undefined) return;
  if (grid.rows.length === 0 && grid.rowsFrom === undefined) report('template.grid-rows', `${path}.grid`);
  if (grid.rowsFrom !== undefined) {
    checkSource(grid.rowsFrom, [], `${path}.grid.rowsFrom`, template, report);
    if (grid.rows.length > 0) report('template.rows-both', `${path}.grid.rowsFrom`);
  }
  checkTwice(grid.rows, `${path}.grid.rows`, report);
  const columns = options?.length ?? 0;
  // Every row of a required grid needs a column of its own.
  if (grid.onePerColumn && item.required === true && columns > 0 && grid.rows.length > columns)
    report('template.grid-columns', `${path}.grid`, { rows: grid.rows.length, columns });
}

function checkBounds({ item, path, report }: Context): void {
  const { scale, rating } = item;
  if (scale !== undefined) {
    const { low, high } = scale;
    const fits =
      scaleBounds.low.includes(low) &&
      Number.isInteger(high) &&
      high >= scaleBounds.high.from &&
      high <= scaleBounds.high.to;
    if (!fits) report('template.scale-bounds', `${path}.scale`, { low, high });
  }
  if (rating !== undefined) {
    const { levels } = rating;
    if (!Number.isInteger(levels) || levels < ratingLevels.from || levels > ratingLevels.to)
      report('template.rating-levels', `${path}.rating.levels`, { levels });
  }
}

function checkMedia({ item, path, report }: Context): void {
  const { media, type } = item;
  if (media === undefined || isQuestion(type)) return;
  const source = media.source.trim();
  if (source === '') report('template.media-source', `${path}.media.source`);
  else if (type === 'video' && !/^https?:\/\/\S+$|^\{\{.+\}\}$/.test(source))
    report('template.media-video', `${path}.media.source`, { name: source });
  else if (type === 'image' && !/^[\w-]{10,}$|^\{\{.+\}\}$/.test(source))
    report('template.media-image', `${path}.media.source`, { name: source });
  if (!Number.isInteger(media.width) || media.width < 0)
    report('template.media-width', `${path}.media.width`, { width: media.width });
}

/** Keys, the fields they stand for, and the kinds of their answers. */
import type { Catalogue } from '../fields/catalogue.ts';
import { fieldKeyOf, itemsOf, type PlacedItem } from './elements.ts';
import { isQuestion } from './properties.ts';
import { nearTo, type Report } from './report.ts';
import type { Template } from './template.ts';
import { typesOfKind } from './types-of-kinds.ts';

/** Names that stand for something else where elements are named by key. */
const reservedKeys: ReadonlySet<string> = new Set(['form', 'submit', 'restart']);

/** `template.key-…`, `template.field-…`, `template.kind-…`. */
export function checkKeys(template: Template, catalogue: Catalogue, report: Report): void {
  const keys = new Map<string, number>();
  const fields = new Map<string, string>();
  for (const placed of itemsOf(template)) {
    const { item, path } = placed;
    if (item.key === undefined) {
      report('template.key-missing', path, isQuestion(item.type) ? {} : { reason: 'text' });
      continue;
    }
    if (keys.has(item.key)) report('template.key-twice', `${path}.key`, { name: item.key });
    keys.set(item.key, keys.size);
    if (reservedKeys.has(item.key)) report('template.key-reserved', `${path}.key`, { name: item.key });
    if (item.key.startsWith('own.')) report('template.key-own', `${path}.key`, { name: item.key });
    if (isQuestion(item.type)) checkQuestion(placed, fields, template, catalogue, report);
    else checkBlock(placed, report);
  }
}

function checkBlock({ item, path }: PlacedItem, report: Report): void {
  if (item.key?.startsWith('local.') === false && !item.key.startsWith('own.'))
    report('template.key-text', `${path}.key`, { name: item.key });
  for (const name of ['field', 'kind', 'replaces'] as const)
    if (item[name] !== undefined) report('template.field-type', `${path}.${name}`, { name, type: item.type });
}

function checkQuestion(
  { item, path }: PlacedItem,
  fields: Map<string, string>,
  template: Template,
  catalogue: Catalogue,
  report: Report,
): void {
  const { key = '', field } = item;
  const isOwn = key.startsWith('local.') || key.startsWith('own.');
  const known = [...catalogue.byKey.keys()];
  if (field === undefined && !isOwn && !catalogue.byKey.has(key))
    report('template.key-unknown', `${path}.key`, nearTo(key, known));
  if (field !== undefined && !catalogue.byKey.has(field) && !isClosedLocal(field, template))
    report('template.field-unknown', `${path}.field`, nearTo(field, known));
  if (field !== undefined && field !== key && catalogue.byKey.has(key))
    report('template.field-other', `${path}.field`, { name: key, field });
  const owner = fieldKeyOf(item);
  const first = fields.get(owner);
  // Two questions of one key are told as that.
  if (first !== undefined && first !== key)
    report('template.field-twice', field === undefined ? `${path}.key` : `${path}.field`, {
      name: owner,
      first,
    });
  else fields.set(owner, key);
  const listed = catalogue.byKey.get(owner);
  if (listed !== undefined && item.kind !== undefined)
    report('template.kind-catalogue', `${path}.kind`, { name: owner, kind: listed.kind });
  const kind = listed?.kind ?? item.kind;
  const types = kind === undefined ? undefined : typesOfKind[kind];
  if (types !== undefined && !types.includes(item.type))
    report('template.kind-type', `${path}.type`, {
      name: owner,
      kind: kind ?? '',
      type: item.type,
      known: types.join('、'),
    });
}

/** A local question that is closed gives its name to the one in its place. */
function isClosedLocal(field: string, template: Template): boolean {
  return field.startsWith('local.') && template.retired.some(({ key }) => key === field);
}

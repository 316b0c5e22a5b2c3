/**
 * A template against the versions of it that were released: what would make answers unreadable that chambers already have.
 * Released versions never change; every change takes a new version.
 */
import type { Catalogue } from '../fields/catalogue.ts';
import type { Issue } from '../issue/issue.ts';
import { fieldKeyOf, fieldOf, itemsOf, type PlacedItem, titleOf } from './elements.ts';
import { isQuestion } from './properties.ts';
import { collecting, type Report } from './report.ts';
import type { Template } from './template.ts';
import { compareVersions, isAfter } from './version.ts';

/** Questions of a template by key. */
function questionsOf(template: Template): ReadonlyMap<string, PlacedItem> {
  return new Map(
    itemsOf(template)
      .filter(({ item }) => item.key !== undefined && isQuestion(item.type))
      .map((placed) => [placed.item.key ?? '', placed]),
  );
}

/**
 * What a newer version of a template breaks: a type, field or kind changed under its key, a question that is gone without
 * being closed, a closed key used again or forgotten, another id or flow. Places are those of the newer one.
 */
export function breaksSince(before: Template, after: Template, catalogue: Catalogue): readonly Issue[] {
  const { report, issues } = collecting();
  const { version } = before;
  if (before.id !== after.id)
    report('template.id-changed', 'id', { version, before: before.id, after: after.id });
  if (before.flow !== after.flow)
    report('template.flow-changed', 'flow', { version, before: before.flow, after: after.flow });
  const now = questionsOf(after);
  const closed = new Set(after.retired.map(({ key }) => key));
  for (const [key, { item, section }] of questionsOf(before)) {
    const found = now.get(key);
    if (found !== undefined) compareQuestion(key, item, found, version, catalogue, report);
    else if (!closed.has(key)) {
      const at = after.sections.findIndex((one) => one.key === section.key);
      const name = key;
      report('template.key-dropped', at < 0 ? 'sections' : `sections.${at}`, {
        name,
        title: titleOf(item, catalogue),
        version,
      });
    }
  }
  for (const { key } of before.retired) {
    const again = now.get(key);
    // One that the newer version itself lists as closed is told by the check of that version.
    if (again !== undefined && !closed.has(key))
      report('template.retired-used', `${again.path}.key`, { name: key });
    else if (again === undefined && !closed.has(key))
      report('template.retired-dropped', 'retired', { name: key, version });
  }
  return issues;
}

function compareQuestion(
  key: string,
  before: PlacedItem['item'],
  { item, path }: PlacedItem,
  version: string,
  catalogue: Catalogue,
  report: Report,
): void {
  const told = { name: key, version };
  if (before.type !== item.type)
    report('template.type-changed', `${path}.type`, { ...told, before: before.type, after: item.type });
  const [was, is] = [fieldKeyOf(before), fieldKeyOf(item)];
  if (was !== is)
    report('template.field-changed', item.field === undefined ? `${path}.key` : `${path}.field`, {
      ...told,
      before: was,
      after: is,
    });
  const kindOf = (one: PlacedItem['item']): string => fieldOf(one, catalogue)?.kind ?? one.kind ?? 'text';
  if (was === is && kindOf(before) !== kindOf(item))
    report('template.kind-changed', item.kind === undefined ? path : `${path}.kind`, {
      ...told,
      before: kindOf(before),
      after: kindOf(item),
    });
}

/** True where two versions say the same, whatever they call themselves. */
export function sameContent(a: Template, b: Template): boolean {
  return stable({ ...a, version: '' }) === stable({ ...b, version: '' });
}

/** JSON with sorted keys. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : one,
  );
}

/**
 * All issues of a template against the released versions of it. It is compared with the newest that is older; its own
 * version, where it is released, must say the same; and no version may come before a released one.
 */
export function checkReleased(
  template: Template,
  released: readonly Template[],
  catalogue: Catalogue,
): readonly Issue[] {
  const { report, issues } = collecting();
  const { version } = template;
  const ordered = [...released].sort((a, b) => compareVersions(a.version, b.version));
  const newest = ordered[ordered.length - 1];
  const same = ordered.find((one) => one.version === version);
  const before = ordered.filter((one) => isAfter(version, one.version)).pop();
  if (same !== undefined && !sameContent(same, template))
    report('template.version-same', 'version', { version });
  else if (same === undefined && newest !== undefined && isAfter(newest.version, version))
    report('template.version-lower', 'version', { version, newest: newest.version });
  // A type changed without a new version is both: the second is the one that loses answers.
  const against = same !== undefined && issues.length > 0 ? same : before;
  return against === undefined ? issues : [...issues, ...breaksSince(against, template, catalogue)];
}

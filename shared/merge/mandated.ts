/**
 * The part of a new version that JCCI requires, and nothing else: the base with the mandated corrections in it. Merged in place of the
 * new version it brings just these, by the same three-way path; everything else stays to be offered as before, and so does the
 * version of the form.
 */

import { settingProperties } from '../form/make.ts';
import type { FormPlan, Owned, PlannedItem, PlannedOption, PlannedSection } from '../form/plan.ts';
import { contentProperties } from '../template/properties.ts';
import type { ElementKey } from './model.ts';
import { headOf, openPart } from './sequence.ts';
import { owner } from './settle.ts';
import { same, withProperty } from './value.ts';

const isMandated = (owned: Owned | undefined, property: string): boolean =>
  owner(owned, property) === 'mandated';

const partOf = (side: object, name: string): unknown =>
  Object.entries(side).find(([key]) => key === name)?.[1];

/** Mandated properties in which the two differ. */
function corrections(
  base: object,
  theirs: object,
  owned: Owned | undefined,
  names: readonly string[],
): readonly string[] {
  return names.filter((name) => isMandated(owned, name) && !same(partOf(base, name), partOf(theirs, name)));
}

const mandatedOf = (names: readonly string[]): Owned =>
  Object.fromEntries(names.map((name) => [name, 'mandated' as const]));

/** `base` with the mandated properties of `theirs` that changed, and ownership of just these. */
function corrected<T extends { readonly ownership?: Owned }>(
  base: T,
  theirs: T,
  names: readonly string[],
): T {
  const changed = corrections(base, theirs, theirs.ownership, names);
  const bare: T = withProperty(base, 'ownership', null);
  const merged = changed.reduce((one, name) => withProperty(one, name, partOf(theirs, name)), bare);
  return changed.length === 0 ? merged : { ...merged, ownership: mandatedOf(changed) };
}

/** Behind its nearest predecessor that is there, else first. */
function putBehind<T>(
  list: readonly T[],
  added: T,
  before: readonly T[],
  same_: (a: T, b: T) => boolean,
): T[] {
  const near = [...before].reverse().find((one) => list.some((there) => same_(there, one)));
  const at = near === undefined ? 0 : list.findIndex((there) => same_(there, near)) + 1;
  return [...list.slice(0, at), added, ...list.slice(at)];
}

/** Options that are required one by one, in a list that is not required as a whole. */
function optionsWith(base: PlannedItem, theirs: PlannedItem): readonly PlannedOption[] {
  let options = base.options.map((option) => withProperty(option, 'ownership', null));
  theirs.options.forEach((option, at) => {
    if (option.ownership !== 'mandated') return;
    const standing = options.find(({ code }) => code === option.code);
    if (standing !== undefined && same({ ...standing, ownership: 'mandated' }, option)) return;
    options =
      standing === undefined
        ? putBehind(options, option, theirs.options.slice(0, at), (a, b) => a.code === b.code)
        : options.map((one) => (one.code === option.code ? option : one));
  });
  return options;
}

function itemWith(base: PlannedItem, theirs: PlannedItem | undefined): PlannedItem {
  const bare = withProperty(base, 'ownership', null);
  if (theirs === undefined || theirs.type !== base.type) return bare;
  const item = corrected(base, theirs, contentProperties);
  return isMandated(theirs.ownership, 'options') ? item : { ...item, options: optionsWith(item, theirs) };
}

/** New to the base and required; what takes the place of another question is more than a correction. */
const isRequired = (item: PlannedItem): boolean =>
  isMandated(item.ownership, 'presence') && item.replaces === undefined;

const withPresence = <T extends { readonly ownership?: Owned }>(one: T): T => ({
  ...one,
  ownership: { ...one.ownership, presence: 'mandated' },
});

export interface Mandated {
  /** To be merged: what was required before and did not change is left to the chamber's next look at the whole version. */
  readonly theirs: FormPlan;
  /** The same as `baseAfter` has to see it: who decides over what stays known. */
  readonly seen: FormPlan;
}

/** The ownership of the base beside that of the corrections. */
function withOwnershipOf(base: FormPlan, part: FormPlan): FormPlan {
  const both = <T extends { readonly ownership?: Owned }>(
    one: T,
    before: { readonly ownership?: Owned } | undefined,
  ): T => {
    const ownership = { ...before?.ownership, ...one.ownership };
    return Object.keys(ownership).length === 0 ? one : { ...one, ownership };
  };
  const heads = new Map(base.sections.map((section) => [section.key, section]));
  const items = new Map(base.sections.flatMap(({ items: own }) => own.map((item) => [item.key, item])));
  const sections = part.sections.map((section) => ({
    ...both(section, heads.get(section.key)),
    items: section.items.map((item) => {
      const before = items.get(item.key);
      const owners = new Map(before?.options.map(({ code, ownership }) => [code, ownership]));
      const options = item.options.map((option) => {
        const ownership = option.ownership ?? owners.get(option.code);
        return ownership === undefined ? option : { ...option, ownership };
      });
      return { ...both(item, before), options };
    }),
  }));
  return { ...both(part, base), sections };
}

/**
 * The new version reduced to what is mandated and new in it.
 * @param except elements to leave as they are in the base: those about which a person has to decide
 */
export function mandatedOnly(
  base: FormPlan,
  theirs: FormPlan,
  except: ReadonlySet<ElementKey> = new Set(),
): Mandated {
  const part = partOfVersion(base, theirs, except);
  return { theirs: part, seen: withOwnershipOf(base, part) };
}

function partOfVersion(base: FormPlan, theirs: FormPlan, except: ReadonlySet<ElementKey>): FormPlan {
  const { open, closed } = openPart(base);
  const isAnchor = ({ ownership }: { readonly ownership?: Owned }): boolean =>
    owner(ownership, 'origin') === 'own';
  const newItems = new Map(theirs.sections.flatMap(({ items }) => items.map((item) => [item.key, item])));
  const known = new Set(base.sections.flatMap(({ items }) => items.map(({ key }) => key)));
  const isNew = (item: PlannedItem): boolean =>
    isRequired(item) && !known.has(item.key) && !except.has(item.key) && !base.retired.includes(item.key);

  let sections: readonly PlannedSection[] = open
    .filter((section) => !isAnchor(section))
    .map((section) => {
      const newer = theirs.sections.find(({ key }) => key === section.key);
      const head =
        newer === undefined || except.has(headOf(section.key))
          ? withProperty(section, 'ownership', null)
          : corrected(section, newer, ['title', 'help', 'next']);
      const items = section.items
        .filter((item) => !isAnchor(item))
        .map((item) => itemWith(item, except.has(item.key) ? undefined : newItems.get(item.key)));
      return { ...head, items };
    });
  theirs.sections.forEach((section, at) => {
    const added = section.items.filter(isNew);
    const standing = sections.some(({ key }) => key === section.key);
    if (!standing && isMandated(section.ownership, 'presence') && !except.has(headOf(section.key))) {
      const whole = { ...withPresence(section), items: added.map(withPresence) };
      if (added.length === 0) return;
      sections = putBehind(sections, whole, theirs.sections.slice(0, at), (a, b) => a.key === b.key);
      return;
    }
    sections = sections.map((one) => {
      if (one.key !== section.key) return one;
      let { items } = one;
      for (const item of added) {
        const before = section.items.slice(0, section.items.indexOf(item));
        items = putBehind(items, withPresence(item), before, (a, b) => a.key === b.key);
      }
      return { ...one, items };
    });
  });

  const ofForm = except.has('form')
    ? []
    : corrections(base, theirs, theirs.ownership, ['title', 'description']);
  const ofSettings = except.has('form')
    ? []
    : corrections(base.settings, theirs.settings, theirs.ownership, settingProperties);
  const words = ofForm.reduce((one, name) => withProperty(one, name, partOf(theirs, name)), base);
  const settings = ofSettings.reduce(
    (one, name) => withProperty(one, name, partOf(theirs.settings, name)),
    base.settings,
  );
  const { ownership: _owned, ...bare } = words;
  const owned = [...ofForm, ...ofSettings];
  return {
    ...bare,
    settings,
    sections,
    retired: [...new Set([...base.retired, ...(closed?.items ?? []).map(({ key }) => key)])],
    ...(owned.length === 0 ? {} : { ownership: mandatedOf(owned) }),
  };
}

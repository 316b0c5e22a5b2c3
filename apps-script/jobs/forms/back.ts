/**
 * The form that a roll-back leads to: what an update changed goes back to what stood before, as far as nobody has touched it
 * since; everything else stays as it is.
 */
import {
  closedSectionKey,
  type FormPlan,
  type PlannedItem,
  type PlannedSettings,
} from '../../../shared/form/plan.ts';
import type { ElementKey } from '../../../shared/merge/model.ts';
import { mergeOrder } from '../../../shared/merge/order.ts';
import { type Head, type Sequence, sectionsOf, sequenceOf } from '../../../shared/merge/sequence.ts';
import { same, withProperty } from '../../../shared/merge/value.ts';
import { sectionElement } from '../book/form-base.ts';

export interface Back {
  readonly plan: FormPlan;
  /** Questions that the update had added and that nobody has changed since. */
  readonly added: readonly PlannedItem[];
  /** Titles of what somebody changed after the update. */
  readonly edited: readonly string[];
}

/** Goes through the properties of one element; `kept` is told where ours stays. */
function backOf<T extends object>(after: T, before: T, now: T, kept: () => void): T {
  let made = now;
  const [was, then, ours] = [after, before, now].map((one) => new Map<string, unknown>(Object.entries(one)));
  const names = new Set([...(was?.keys() ?? []), ...(then?.keys() ?? []), ...(ours?.keys() ?? [])]);
  for (const name of names) {
    if (name === 'ownership' || name === 'replaces') continue;
    const [p, s, o] = [was?.get(name), then?.get(name), ours?.get(name)];
    if (same(o, s)) continue;
    if (same(o, p)) made = withProperty(made, name, s ?? null);
    else kept();
  }
  return made;
}

interface Three {
  readonly after: Sequence;
  readonly before: Sequence;
  readonly now: Sequence;
}

function isUntouched(after: PlannedItem, now: PlannedItem): boolean {
  let touched = false;
  backOf(after, after, now, () => {
    touched = true;
  });
  return !touched;
}

/** Where nobody has touched the form since: all that stood before. What an interrupted update half made is not looked at. */
export function plainBack(before: FormPlan, now: FormPlan): Back {
  const { items } = sequenceOf(before.sections);
  const added = [...sequenceOf(now.sections).items.values()].filter(({ key }) => !items.has(key));
  return { plan: before, added, edited: [] };
}

function elementsBack({ after, before, now }: Three, halfMade: ReadonlySet<string>, edited: Set<string>) {
  const heads = new Map<ElementKey, Head>();
  const items = new Map<ElementKey, PlannedItem>();
  const added: PlannedItem[] = [];
  for (const [key, head] of now.heads) {
    const [p, s] = [after.heads.get(key), before.heads.get(key)];
    if (s !== undefined)
      heads.set(
        key,
        backOf(p ?? s, s, head, () => edited.add(head.title)),
      );
    else if (p === undefined) {
      heads.set(key, head);
      edited.add(head.title);
    }
  }
  for (const [key, item] of now.items) {
    const [p, s] = [after.items.get(key), before.items.get(key)];
    if (s !== undefined)
      items.set(
        key,
        backOf(p ?? s, s, item, () => edited.add(item.title)),
      );
    else if (p === undefined) {
      items.set(key, item);
      edited.add(item.title);
    } else if (halfMade.has(key) || isUntouched(p, item)) added.push(item);
    else {
      items.set(key, item);
      edited.add(item.title);
    }
  }
  for (const [key, head] of before.heads) {
    if (now.heads.has(key)) continue;
    if (after.heads.has(key)) edited.add(head.title);
    else heads.set(key, head);
  }
  for (const [key, item] of before.items) {
    if (now.items.has(key)) continue;
    if (after.items.has(key)) edited.add(item.title);
    else items.set(key, item);
  }
  return { heads, items, added };
}

/** A page that the update added stays while something stands on it that is not the update's. */
function keepUsedPages(
  three: Three,
  heads: Map<ElementKey, Head>,
  items: ReadonlyMap<ElementKey, PlannedItem>,
): void {
  let page: ElementKey = '';
  for (const key of three.now.order) {
    if (three.now.heads.has(key)) page = key;
    else if (items.has(key) && !three.before.items.has(key) && !heads.has(page)) {
      const head = three.now.heads.get(page);
      if (head !== undefined) heads.set(page, head);
    }
  }
}

/**
 * Where somebody has changed the form since.
 * @param after the form as the update left it (or was to leave it)
 * @param before the form as it stood before the update
 * @param now the form as it is
 * @param halfMade keys of what an interrupted update was making
 */
export function formBack(
  after: FormPlan,
  before: FormPlan,
  now: FormPlan,
  halfMade: ReadonlySet<string>,
): Back {
  const edited = new Set<string>();
  const three: Three = {
    after: sequenceOf(after.sections),
    before: sequenceOf(before.sections),
    now: sequenceOf(now.sections),
  };
  const { heads, items, added } = elementsBack(three, halfMade, edited);
  keepUsedPages(three, heads, items);
  const alive = new Set([...heads.keys(), ...items.keys()]);
  const none: ReadonlySet<string> = new Set();
  const { order } = mergeOrder(
    {
      base: three.after.order,
      theirs: three.before.order,
      ours: three.now.order,
      alive,
      free: none,
      bound: none,
      leftover: none,
      replaces: new Map(),
    },
    () => {
      edited.add(now.title);
      return 'ours';
    },
  );
  const kept = (): void => void edited.add(now.title);
  const texts = (form: FormPlan) => ({ title: form.title, description: form.description });
  const settings: PlannedSettings = backOf(after.settings, before.settings, now.settings, kept);
  const closed = sectionElement(closedSectionKey);
  const first = order.filter((key) => key !== closed && key !== '');
  const last = order.includes(closed) ? [closed, ...itemsBehind(order, closed)] : [];
  const sequence = last.length === 0 ? first : [...first.filter((key) => !last.includes(key)), ...last];
  return {
    plan: {
      ...now,
      ...backOf(texts(after), texts(before), texts(now), kept),
      settings,
      sections: sectionsOf({ order: sequence, heads, items }),
      retired: before.retired,
    },
    added,
    edited: [...edited],
  };
}

function itemsBehind(order: readonly ElementKey[], head: ElementKey): readonly ElementKey[] {
  const rest = order.slice(order.indexOf(head) + 1);
  const end = rest.findIndex((key) => key.startsWith('section.'));
  return end < 0 ? rest : rest.slice(0, end);
}

/**
 * The three-way update of a customised form, as data: what JCCI's new version changes, what the chamber changed, and what
 * becomes of both. Everything is named by key; nothing here knows item ids or services.
 */
import type { FormPlan, Ownership, PlannedItem } from '../form/plan.ts';

/** An element of a form: `form` itself, a section by `section.<key>`, an item by its key. */
export type ElementKey = string;

/**
 * A step from ours to the planned form; they are carried out in order, and the form can be answered after each. `after`:
 * key of the element that stands before it in the form's one sequence of section heads and items, null for the very first.
 */
export type Operation =
  | {
      readonly op: 'set';
      readonly element: ElementKey;
      readonly property: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  | {
      readonly op: 'add-section';
      readonly element: ElementKey;
      readonly title: string;
      readonly help: string;
      readonly place: ElementKey | null;
    }
  | {
      readonly op: 'add-item';
      readonly element: ElementKey;
      readonly item: PlannedItem;
      readonly place: ElementKey | null;
    }
  | { readonly op: 'move'; readonly element: ElementKey; readonly place: ElementKey | null }
  /** A question whose answers must stay: optional from now on, and moved to the page that nothing leads to. */
  | { readonly op: 'retire'; readonly element: ElementKey }
  /** Only what nobody can have answered: a text, a picture, an empty page. */
  | { readonly op: 'remove'; readonly element: ElementKey };

/** What a person decided about a conflict, kept with date and name until JCCI changes that property again. */
export interface Decision {
  readonly element: ElementKey;
  readonly property: string;
  readonly choice: 'ours' | 'theirs';
}

/** Both sides changed the same thing, or something mandated is missing: a person has to choose. */
export interface Conflict {
  readonly element: ElementKey;
  /** Property name; `presence` where one side removed what the other changed or must have; `position` for the order. */
  readonly property: string;
  /** Title of the element as people know it. */
  readonly title: string;
  readonly ownership: Ownership;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly ours: unknown;
  /** Code of the reason: words stand in the catalogue (`update.conflict.both-changed` …). */
  readonly reason: 'both-changed' | 'mandated-missing' | 'removed-by-jcci' | 'unreadable' | 'order';
  /** null until decided: ours then stays in the planned form, and the update cannot be applied yet. */
  readonly choice: 'ours' | 'theirs' | null;
}

/** What stays although JCCI has it otherwise, or changed something that the chamber does not have. */
export interface Kept {
  readonly element: ElementKey;
  readonly property: string;
  readonly title: string;
  readonly reason: 'chamber-changed' | 'chamber-removed' | 'chamber-added' | 'own' | 'decided-before';
  readonly theirs: unknown;
  readonly ours: unknown;
}

/** What the new version may not do to a form in use: a type changed under its key, a key used for something else. */
export interface Refused {
  readonly element: ElementKey;
  readonly property: string;
  readonly title: string;
  readonly reason: 'type-changed' | 'structure-while-open' | 'retired-key-used';
  readonly base: unknown;
  readonly theirs: unknown;
}

/** `plan.json` of `cci template plan`, and what the add-on shows and carries out. */
export interface UpdatePlan {
  readonly version: 1;
  readonly template: string;
  readonly from: string;
  readonly to: string;
  readonly operations: readonly Operation[];
  readonly conflicts: readonly Conflict[];
  readonly kept: readonly Kept[];
  readonly refused: readonly Refused[];
}

export interface Merged {
  readonly plan: UpdatePlan;
  /** The form after the operations; of undecided conflicts ours stands. Refused elements stand as they are. */
  readonly planned: FormPlan;
}

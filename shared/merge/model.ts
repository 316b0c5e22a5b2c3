/**
 * The three-way update of a customised form, as data: what JCCI's new version changes, what the chamber changed, and what
 * becomes of both. Everything is named by key; nothing here knows item ids or services.
 */
import type { FormPlan, Ownership, PlannedItem } from '../form/plan.ts';

/** An element of a form: `form` itself, a section by `section.<key>`, an item by its key. */
export type ElementKey = string;

/**
 * A step from ours to the planned form; they are carried out in order, and the form can be answered after each. `place`:
 * key of the element that stands directly before it in the form's one sequence of section heads and items; null only where
 * the form has none. The first page's head has no page break, stands first and never moves. A value that is not there (no
 * `validation`, no `next`) is null.
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
      /** `submit` where the new page is the last one before the closed questions; other leads are set by a later `set`. */
      readonly next?: 'submit';
      /**
       * Where the page before it leads from the same moment on. `submit`: this is the page of closed questions, and nobody gets there.
       * null: that page was the last one, and now leads on to this one.
       */
      readonly before?: 'submit' | null;
    }
  | {
      readonly op: 'add-item';
      readonly element: ElementKey;
      readonly item: PlannedItem;
      readonly place: ElementKey | null;
    }
  /** A section head moves alone: what stands behind it then is its page. Where each page leads stays as it was, by key. */
  | { readonly op: 'move'; readonly element: ElementKey; readonly place: ElementKey | null }
  /** A question whose answers must stay: optional from now on, leading nowhere, and moved to the end of the page that nothing leads to. */
  | { readonly op: 'retire'; readonly element: ElementKey }
  /** Only what nobody can have answered: a text, a picture, an empty page. */
  | { readonly op: 'remove'; readonly element: ElementKey };

/** What a person decided about a conflict, kept with date and name until JCCI changes that property again. */
export interface Decision {
  readonly element: ElementKey;
  readonly property: string;
  readonly choice: 'ours' | 'theirs';
  /** `theirs` of the conflict that was decided: JCCI's value has become another, and the decision no longer counts. Absent: it counts for any. */
  readonly theirs?: unknown;
}

/** The decision that a choice makes of a conflict. */
export function decide({ element, property, theirs }: Conflict, choice: Decision['choice']): Decision {
  return { element, property, choice, theirs };
}

/** Both sides changed the same thing, or something mandated is missing: a person has to choose. */
export interface Conflict {
  readonly element: ElementKey;
  /**
   * Property name; `presence` where one side removed what the other changed or must have; `position` of `form` for the order.
   * Within a list: `options.<code>` (there or not), `options.<code>.label`, `options.<code>.goTo`, `options.order`; the same
   * with `grid.` for the rows of a grid.
   */
  readonly property: string;
  /** Title of the element as people know it. */
  readonly title: string;
  readonly ownership: Ownership;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly ours: unknown;
  /** Code of the reason: words stand in the catalogue (`update.conflict.both-changed` …). */
  readonly reason: 'both-changed' | 'mandated-missing' | 'removed-by-jcci' | 'order';
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
  /** `first-page`: nothing can be put before the first page. `no-such-page`: it leads to a page that this form does not have. */
  readonly reason:
    | 'type-changed'
    | 'structure-while-open'
    | 'retired-key-used'
    | 'first-page'
    | 'no-such-page';
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
  /** Elements that the chamber added itself; no update touches them. */
  readonly own: readonly ElementKey[];
  /** Titles by key of all elements and pages that the plan may name, for putting it into words. */
  readonly titles: Readonly<Record<ElementKey, string>>;
}

export interface Merged {
  readonly plan: UpdatePlan;
  /** The form after the operations; of undecided conflicts ours stands. Refused elements stand as they are. */
  readonly planned: FormPlan;
  /** Whose order the planned form follows; see `startBase` and `advance` in `advance.ts`. */
  readonly led: 'theirs' | 'ours';
}

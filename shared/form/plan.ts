/**
 * A form as data, by keys: what `services/forms` carries out, what the answer page shows, and what the three sides of a
 * merge are compared in (`shared/merge/`).
 */
import type { ItemType, Validation } from '../template/template.ts';

/**
 * Who decides over a property. `mandated` 必須（日商）: JCCI's always stands. `recommended` 推奨: JCCI's new value comes
 * where the chamber left the old one. `own` 自所: given once, then the chamber's alone.
 */
export const ownerships = ['mandated', 'recommended', 'own'] as const;
export type Ownership = (typeof ownerships)[number];

/** Ownership by property name; a property that is not named is `recommended`. `presence`: that the element stands at all. */
export type Owned = Readonly<Record<string, Ownership>>;

export interface PlannedOption {
  readonly code: string;
  readonly label: string;
  /** Key of the section to go to, `submit`, or absent. */
  readonly goTo?: string;
  readonly ownership?: Ownership;
}

/** A row of a grid. */
export interface PlannedRow {
  readonly code: string;
  readonly label: string;
}

export interface PlannedItem {
  /** Of a template's question its key; of an item that the chamber added itself `own.<item id>`. */
  readonly key: string;
  readonly type: ItemType;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  /** Options of a choice, columns of a grid. */
  readonly options: readonly PlannedOption[];
  readonly other: boolean;
  readonly validation?: Validation;
  readonly scale?: {
    readonly low: number;
    readonly high: number;
    readonly lowLabel: string;
    readonly highLabel: string;
  };
  readonly rating?: { readonly levels: number; readonly icon: 'star' | 'heart' | 'thumb-up' };
  readonly grid?: {
    readonly rows: readonly PlannedRow[];
    /** At most one row may choose the same column. */
    readonly onePerColumn: boolean;
  };
  /** Of a date or datetime: whether the year is asked. */
  readonly date?: { readonly year: boolean };
  /** Of an image the Drive file id, of a video the address; `width` in pixels, 0 for the platform's own. */
  readonly media?: {
    readonly source: string;
    readonly width: number;
    readonly align: 'left' | 'center' | 'right';
  };
  /** Key of the question that this one takes the place of: the two share `field` and are read together. */
  readonly replaces?: string;
  readonly ownership?: Owned;
}

export interface PlannedSection {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  /** Key of the following section or `submit`; absent: the next in order. */
  readonly next?: string;
  readonly items: readonly PlannedItem[];
  readonly ownership?: Owned;
}

export interface PlannedSettings {
  readonly collectEmail: boolean;
  readonly progressBar: boolean;
  readonly limitOneResponse: boolean;
  readonly allowEdit: boolean;
  readonly shuffleQuestions: boolean;
  readonly confirmation: string;
  readonly closedMessage: string;
  /** Last day on which answers are taken (`YYYY-MM-DD`), '' for none; the hourly run closes the form. Not a setting of Google Forms. */
  readonly closesOn: string;
}

/** The whole form; the first section is the form's first page and needs no page break. */
export interface FormPlan {
  readonly templateId: string;
  readonly templateVersion: string;
  readonly title: string;
  readonly description: string;
  readonly settings: PlannedSettings;
  readonly sections: readonly PlannedSection[];
  /** Keys of questions that JCCI closed: they stay in the form, out of reach, so that their answers stay. */
  readonly retired: readonly string[];
  /** Ownership of `title`, `description` and the settings by name. */
  readonly ownership?: Owned;
}

/** Key of the page that holds closed questions; nothing leads to it. */
export const closedSectionKey = 'closed-questions';

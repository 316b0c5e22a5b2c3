/**
 * A form as it stands in Google Forms, read in one go: the chamber's side of a merge, before keys are put to its items.
 * Services make it (`Forms.read`), everything else only looks at it.
 */
import type { ItemType } from '../template/template.ts';
import type { PlannedItem, PlannedSettings } from './plan.ts';

export interface CopyOption {
  readonly label: string;
  /** Item id of the page to go to, `submit`, `restart`, or absent: the next page. */
  readonly goTo?: string;
}

export interface CopyItem {
  readonly itemId: string;
  /** `page`: a page break. `unknown`: a kind that no template can make (a file upload), left alone wherever it stands. */
  readonly type: ItemType | 'page' | 'unknown';
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  readonly options: readonly CopyOption[];
  readonly other: boolean;
  readonly scale?: NonNullable<PlannedItem['scale']>;
  readonly rating?: NonNullable<PlannedItem['rating']>;
  /** Rows of a grid by their labels. Whether a column may be chosen twice cannot be read. */
  readonly rows?: readonly string[];
  readonly date?: NonNullable<PlannedItem['date']>;
  /** Of an image or video; its source cannot be read. */
  readonly media?: { readonly width: number; readonly align: 'left' | 'center' | 'right' };
  /** Of a page: where the page BEFORE it leads: item id of a page, `submit`, `restart`, or absent: to this page. */
  readonly before?: string;
}

/**
 * What Google Forms does not tell of a form: input checks, the one-per-column rule of grids, the source of images and videos. The last
 * known value (the base) stands for them.
 */
export const unreadable = ['validation', 'onePerColumn', 'source'] as const;

export interface FormCopy {
  readonly formId: string;
  readonly title: string;
  readonly description: string;
  readonly settings: Omit<PlannedSettings, 'closesOn'>;
  readonly items: readonly CopyItem[];
}

/**
 * What each kind of item can carry (https://developers.google.com/apps-script/reference/forms). One row a kind; the
 * Apps Script face, the answer page and the editor read the same table.
 */
import type { FormItemType } from './model.ts';

export interface KindTraits {
  readonly question: boolean;
  /** One choice of a list, several, or none. */
  readonly choices: 'one' | 'many' | 'none';
  readonly other: boolean;
  /** Choices that may lead to a page. */
  readonly branches: boolean;
  readonly grid: boolean;
  /** Rules that fit the kind, by group of `form-rules.ts`. */
  readonly rules: 'text' | 'paragraph' | 'checkbox' | 'grid' | 'none';
}

const traits = (over: Partial<KindTraits>): KindTraits => ({
  question: true,
  choices: 'none',
  other: false,
  branches: false,
  grid: false,
  rules: 'none',
  ...over,
});
const layout = traits({ question: false });

export const KINDS: Readonly<Record<FormItemType, KindTraits>> = {
  TEXT: traits({ rules: 'text' }),
  PARAGRAPH_TEXT: traits({ rules: 'paragraph' }),
  MULTIPLE_CHOICE: traits({ choices: 'one', other: true, branches: true }),
  CHECKBOX: traits({ choices: 'many', other: true, rules: 'checkbox' }),
  LIST: traits({ choices: 'one', branches: true }),
  SCALE: traits({}),
  RATING: traits({}),
  GRID: traits({ grid: true, rules: 'grid' }),
  CHECKBOX_GRID: traits({ grid: true, rules: 'grid' }),
  DATE: traits({}),
  DATETIME: traits({}),
  TIME: traits({}),
  DURATION: traits({}),
  SECTION_HEADER: layout,
  PAGE_BREAK: layout,
  IMAGE: layout,
  VIDEO: layout,
  // Answers to it are files in the owner's Drive, which this workspace does not take; it is shown and never asked.
  FILE_UPLOAD: layout,
};

/** True for an item that asks something and may be answered. */
export const isQuestion = (item: { readonly type: FormItemType }): boolean => KINDS[item.type].question;

/** Enumerations of `FormApp`. */
import { EnumGroup } from './enums.ts';

export const ITEM_TYPES = new EnumGroup('ItemType', [
  'CHECKBOX',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'DURATION',
  'GRID',
  'IMAGE',
  'LIST',
  'MULTIPLE_CHOICE',
  'PAGE_BREAK',
  'PARAGRAPH_TEXT',
  'RATING',
  'SCALE',
  'SECTION_HEADER',
  'TEXT',
  'TIME',
  'VIDEO',
  'FILE_UPLOAD',
]);
export const NAVIGATION_TYPES = new EnumGroup('PageNavigationType', [
  'CONTINUE',
  'GO_TO_PAGE',
  'RESTART',
  'SUBMIT',
]);
export const ALIGNMENTS = new EnumGroup('Alignment', ['LEFT', 'CENTER', 'RIGHT']);
export const DESTINATION_TYPES = new EnumGroup('DestinationType', ['SPREADSHEET']);
export const RATING_ICONS = new EnumGroup('RatingIconType', ['STAR', 'HEART', 'THUMB_UP']);

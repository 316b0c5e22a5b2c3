/** Kinds of items as a script sees them: class names, and which members which kinds have. */
import { KINDS, type KindTraits } from '../../workspace/form-kinds.ts';

/** `FORM_ITEM` → `FormItem`, as the platform names the classes. */
export function className(type: string): string {
  if (type === 'FILE_UPLOAD') return 'Item';
  if (type === 'DATETIME') return 'DateTimeItem';
  if (type === 'PARAGRAPH_TEXT') return 'ParagraphTextItem';
  return `${type.toLowerCase().replace(/(^|_)([a-z])/g, (_all, _gap, letter: string) => letter.toUpperCase())}Item`;
}

const typesWith = (has: (traits: KindTraits) => boolean): ReadonlySet<string> =>
  new Set(Object.entries(KINDS).flatMap(([type, traits]) => (has(traits) ? [type] : [])));

export const QUESTIONS = typesWith(({ question }) => question);
export const CHOICES = typesWith(({ choices }) => choices !== 'none');
export const OTHERS = typesWith(({ other }) => other);
export const GRIDS = typesWith(({ grid }) => grid);
export const RULED = typesWith(({ rules }) => rules !== 'none');
export const DATES = new Set(['DATE', 'DATETIME']);
export const SCALES = new Set(['SCALE']);
export const RATINGS = new Set(['RATING']);
export const PAGES = new Set(['PAGE_BREAK']);
export const IMAGES = new Set(['IMAGE']);
export const VIDEOS = new Set(['VIDEO']);
export const MEDIA = new Set([...IMAGES, ...VIDEOS]);

/** Properties of each element of a form that ownership and a merge may name. */
import type { ItemType } from './template.ts';

/** What an item says, in the order in which it is set; `options` covers adding and dropping, an option may have its own ownership. */
export const contentProperties = [
  'title',
  'help',
  'required',
  'options',
  'other',
  'validation',
  'scale',
  'rating',
  'grid',
  'date',
  'media',
] as const;
export type ContentProperty = (typeof contentProperties)[number];

/** Of an item: that it stands, where, and what it says. */
export const itemProperties = ['presence', 'position', ...contentProperties] as const;
export type ItemProperty = (typeof itemProperties)[number];
export const sectionProperties = ['presence', 'position', 'title', 'help', 'next'] as const;
export const settingProperties = [
  'collectEmail',
  'progressBar',
  'limitOneResponse',
  'allowEdit',
  'shuffleQuestions',
  'confirmation',
  'closedMessage',
  'closesOn',
] as const;
export const formProperties = ['title', 'description', ...settingProperties] as const;

const block: readonly ItemProperty[] = ['presence', 'position', 'title', 'help'];
const question: readonly ItemProperty[] = [...block, 'required'];

/** Properties that an item of each type has. */
export const propertiesOfType: Readonly<Record<ItemType, readonly ItemProperty[]>> = {
  short: [...question, 'validation'],
  paragraph: [...question, 'validation'],
  choice: [...question, 'options', 'other'],
  checkbox: [...question, 'options', 'other', 'validation'],
  list: [...question, 'options'],
  scale: [...question, 'scale'],
  rating: [...question, 'rating'],
  grid: [...question, 'options', 'grid'],
  'checkbox-grid': [...question, 'options', 'grid'],
  date: [...question, 'date'],
  datetime: [...question, 'date'],
  time: question,
  duration: question,
  description: block,
  image: [...block, 'media'],
  video: [...block, 'media'],
};

/** True for an item that is answered; a text, a picture and a video are only looked at. */
export function isQuestion(type: ItemType): boolean {
  return propertiesOfType[type].includes('required');
}

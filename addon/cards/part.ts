/** The door of the part that holds the cards: it is loaded by the entries of cards only. */
import { loadPart } from 'cci:project';
import type * as entry from './entry.ts';

export const cards = (): typeof entry => loadPart('Cards').entry as typeof entry;

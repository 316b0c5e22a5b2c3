/** The shape of an action: what was asked, on a workbook or without one, and what is shown. */
import type { Desk } from '../desk.ts';
import type { CardEvent } from '../event.ts';
import { type Answer, type Card, push, type Shown, update } from '../model.ts';
import type { World } from '../world.ts';

/** Needs the workbook that the card names. */
export type BookAct = (desk: Desk) => Shown;
/** Needs none. */
export type FreeAct = (world: World, event: CardEvent) => Shown;

export const answered = (answer: Answer): Shown => ({ answer });

/** Where the button stands on the card that it draws anew, the card takes the place of the one in front. */
export const shown = ({ event }: Pick<Desk, 'event'>, card: Card, notice = ''): Shown =>
  answered(event.text('again') === 'yes' ? update(card, notice) : push(card, notice));

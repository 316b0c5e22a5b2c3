/** Actions that lead to 今日, to another workbook, to 点検 and ヘルプ. */
import { bookAt, booksOf, rememberBook } from '../books.ts';
import { type Desk, deskOf, Refused } from '../desk.ts';
import type { CardEvent } from '../event.ts';
import { type Answer, type Card, push, update } from '../model.ts';
import { askFileCard, chooseBookCard, helpCard } from '../screens/books.ts';
import { healthCard } from '../screens/health.ts';
import { problemCard } from '../screens/parts.ts';
import { todayCard, unreadyCard } from '../screens/today.ts';
import { isOpen } from '../work.ts';
import { worksOf } from '../works.ts';
import type { World } from '../world.ts';
import { answered, type BookAct, type FreeAct, shown } from './act.ts';

const mostBooks = 10;
const worksShown = 3;

/** What 点検 has to say is an extra: 今日 stands without it. */
function attentionOf(desk: Desk) {
  try {
    return desk.ask('attention', {});
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** 今日 of the workbook; what is not set up yet says so. */
export function homeCard(desk: Desk): Card {
  const { services, world, book } = desk;
  const overview = desk.ask('overview', {});
  if (!overview.ready) return unreadyCard(services.workbook.title());
  rememberBook(world, book);
  const works = worksOf(world, book);
  const open = works.filter(isOpen);
  const shownWorks = [...open, ...works.filter((one) => !isOpen(one))].slice(0, worksShown);
  return todayCard({
    overview,
    attention: attentionOf(desk),
    works: shownWorks,
    user: overview.user,
    url: services.workbook.url(),
  });
}

export const booksCard = (world: World): Card =>
  chooseBookCard(
    booksOf(world)
      .slice(0, mostBooks)
      .flatMap((id) => {
        const found = bookAt(world, id);
        return found === null ? [] : [found];
      }),
  );

/**
 * The workbook of the place: in Sheets the open file and no other, '' before it was opened to the add-on; elsewhere the one
 * used last that can still be opened.
 */
export function bookOfPlace(world: World, event: CardEvent): string {
  if (event.host === 'SHEETS') return event.sheetId;
  return booksOf(world).find((id) => bookAt(world, id) !== null) ?? '';
}

/** The first card of a place, with its workbook ('' for none). */
export function firstCard(world: World, event: CardEvent): { readonly card: Card; readonly book: string } {
  const book = bookOfPlace(world, event);
  if (book !== '') return { card: homeCard(deskOf(world, book, event)), book };
  if (event.host === 'SHEETS') return { card: askFileCard(booksOf(world).length > 0), book };
  return { card: booksCard(world), book };
}

/** 今日 at the root of the stack. */
const atRoot = (card: Card, notice = ''): Answer => ({
  moves: [{ move: 'root' }, { move: 'update', card }],
  notice,
});

export const home: BookAct = (desk) => answered(atRoot(homeCard(desk)));

export const health: BookAct = (desk) => shown(desk, healthCard(desk.ask('health', {})));

export const mend: BookAct = (desk) =>
  answered(update(healthCard(desk.ask('mend', { id: desk.event.text('id') })), '直しました。'));

export const askFile: FreeAct = () => ({ askFile: true });
export const chooseBook: FreeAct = (world) => answered(push(booksCard(world)));
export const back: FreeAct = () => answered({ moves: [{ move: 'back' }], notice: '' });
export const help: FreeAct = () => answered(push(helpCard()));

/** The person goes over to a workbook of their own list. */
export function useBook(world: World, event: CardEvent): { readonly answer: Answer; readonly book: string } {
  const id = event.text('use');
  if (!booksOf(world).includes(id) || bookAt(world, id) === null) {
    return { answer: update(booksCard(world)), book: '' };
  }
  return { answer: atRoot(homeCard(deskOf(world, id, event))), book: id };
}

export { problemCard };

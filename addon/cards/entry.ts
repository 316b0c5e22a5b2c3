/**
 * What the platform's calls lead to: homepage, file opened to the add-on, open message, a press, the menu of every card. Problems
 * are answered with a card in words; nothing of an unknown error but its kind leaves here.
 */
import { issue } from '../../shared/issue/issue.ts';
import { issueView } from '../view/issues.ts';
import { isActionName } from './action-names.ts';
import { bookOfPlace, booksCard, firstCard, useBook } from './actions/home.ts';
import { bookActs, freeActs } from './actions.ts';
import { booksOf } from './books.ts';
import { deskOf, Refused, wordsOf } from './desk.ts';
import { type CardEvent, readEvent } from './event.ts';
import type { Card, Shown, With } from './model.ts';
import { push } from './model.ts';
import { renderCard, renderShown, renderUniversal } from './render.ts';
import { helpCard } from './screens/books.ts';
import { problemCard } from './screens/parts.ts';
import { senderCard } from './screens/sender.ts';
import { runWorks } from './works.ts';
import type { World } from './world.ts';

interface First {
  readonly card: Card;
  readonly book: string;
}

const withBook = (book: string): With => (book === '' ? {} : { book });

function first(world: World, where: string, work: () => First): First {
  try {
    return work();
  } catch (error) {
    return { card: problemCard(wordsOf(error, world, where)), book: '' };
  }
}

const render = ({ card, book }: First): unknown => [renderCard(card, withBook(book))];

/** The first card of Sheets, Drive, Gmail and Calendar, and the one after a file was opened to the add-on. */
export function home(world: World, given: unknown): unknown {
  const event = readEvent(given);
  return render(first(world, 'cardHome', () => firstCard(world, event)));
}

function messageCard(world: World, event: CardEvent): First {
  const book = bookOfPlace(world, event);
  const { message } = event;
  if (message === null) return firstCard(world, event);
  if (book === '') return { card: booksCard(world), book };
  const head = world.message(message.id, message.token);
  const desk = deskOf(world, book, event);
  if (!head.address.includes('@'))
    return { card: senderCard({ businesses: [], applications: [] }, head), book };
  return { card: senderCard(desk.ask('sender', { email: head.address }), head), book };
}

/** Beside an open message: who sent it. */
export function message(world: World, given: unknown): unknown {
  const event = readEvent(given);
  return render(first(world, 'cardMessage', () => messageCard(world, event)));
}

const refused = (code: string): Refused => new Refused([issueView(issue(code, 'error', ''))]);

/** The workbook that the pressed card names: one of the person's own, or the open file. */
function bookOf(world: World, event: CardEvent): string {
  const named = event.text('book');
  if (named === '') throw refused('workbook.not-ready');
  if (named !== event.sheetId && !booksOf(world).includes(named)) throw refused('workbook.not-ready');
  return named;
}

function pressed(world: World, event: CardEvent): { readonly shown: Shown; readonly book: string } {
  const name = event.text('do');
  if (!isActionName(name)) throw refused('rpc.unknown-method');
  if (name === 'useBook') {
    const { answer, book } = useBook(world, event);
    return { shown: { answer }, book };
  }
  if (name === 'askFile' || name === 'chooseBook' || name === 'back' || name === 'help') {
    return { shown: freeActs[name](world, event), book: event.text('book') };
  }
  // Without a workbook 今日 is the first card of the place.
  if (name === 'home' && event.text('book') === '') {
    const { card, book } = firstCard(world, event);
    return { shown: { answer: push(card) }, book };
  }
  const book = bookOf(world, event);
  return { shown: bookActs[name](deskOf(world, book, event)), book };
}

/** Every press on a card. */
export function action(world: World, given: unknown): unknown {
  const event = readEvent(given);
  try {
    const { shown, book } = pressed(world, event);
    return renderShown(shown, withBook(book));
  } catch (error) {
    const name = event.text('do');
    const where = `cardAction ${isActionName(name) ? name : ''}`;
    return renderShown(
      { answer: push(problemCard(wordsOf(error, world, where))) },
      withBook(event.text('book')),
    );
  }
}

/** 更新 in the menu: the first card of the place as it is now. */
export function refresh(world: World, given: unknown): unknown {
  const event = readEvent(given);
  const { card, book } = first(world, 'cardRefresh', () => messageCard(world, event));
  return renderUniversal(card, withBook(book));
}

/** ヘルプ in the menu. */
export const help = (world: World, given: unknown): unknown => {
  const event = readEvent(given);
  const { book } = first(world, 'cardHelp', () => ({ card: helpCard(), book: bookOfPlace(world, event) }));
  return renderUniversal(helpCard(), withBook(book));
};

/** What waits since a card asked for it. `began`: epoch milliseconds. */
export const works = (world: World, began: number): void => runWorks(world, began);

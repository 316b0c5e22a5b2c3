/** The stack of cards of one panel (https://developers.google.com/workspace/add-ons/how-tos/navigation). */
import type { Card, NavigationStep } from './model.ts';

/** One view: a card, or the list of headers that a host makes of several cards. */
export type View =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'list'; readonly cards: readonly Card[] };

/** A function returned these: one is shown, several are shown as a list of their headers. */
export function viewOf(cards: readonly Card[]): View | null {
  const [first] = cards;
  if (first === undefined) return null;
  return cards.length === 1 ? { kind: 'card', card: first } : { kind: 'list', cards };
}

function popTo(stack: readonly View[], name: string): readonly View[] {
  const at = stack.map((view) => (view.kind === 'card' ? view.card.name : undefined)).lastIndexOf(name);
  // A name that no card has: nothing is popped. 未検証
  return at < 0 ? stack : stack.slice(0, at + 1);
}

function take(stack: readonly View[], step: NavigationStep): readonly View[] {
  if (step.pushCard) return [...stack, { kind: 'card', card: step.pushCard }];
  if (step.updateCard) return [...stack.slice(0, -1), { kind: 'card', card: step.updateCard }];
  if (step.popToRoot) return stack.slice(0, 1);
  if (step.popToCard !== undefined) return popTo(stack, step.popToCard);
  // The root stays: there is nothing behind it. 未検証
  return stack.length > 1 ? stack.slice(0, -1) : stack;
}

/** The steps one after another, in the order they were chained. */
export function navigate(stack: readonly View[], steps: readonly NavigationStep[]): readonly View[] {
  return steps.reduce(take, stack);
}

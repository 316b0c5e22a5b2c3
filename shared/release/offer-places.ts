/**
 * A form that a chamber offers names that chamber. Its own values become places that the next chamber fills with its own; whatever else
 * looks like a way to reach somebody is shown to the person before it is sent.
 */
import type { ChamberValues } from '../template/template.ts';

/** Shorter values stand in a text by chance. */
const shortest = 4;

const places: readonly (readonly [place: string, of: (chamber: ChamberValues['chamber']) => string])[] = [
  ['name', ({ name }) => name],
  ['phone', ({ phone }) => phone],
  ['email', ({ email }) => email],
  ['address', ({ address }) => address],
  ['privacyUrl', ({ privacyUrl }) => privacyUrl],
  ['articlesUrl', ({ articlesUrl }) => articlesUrl],
];

/** The same value with every text changed; keys, codes and numbers stay. */
function mapped(value: unknown, change: (text: string) => string, name = ''): unknown {
  if (typeof value === 'string') return kept.has(name) ? value : change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, change, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, change, key)]));
}

/** What is no text for people. */
const kept: ReadonlySet<string> = new Set(['key', 'code', 'type', 'goTo', 'next', 'id', 'version']);

/** Puts `{{chamber.…}}` where the chamber's own values stand, the longest first. */
export function withPlaces(document: unknown, chamber: ChamberValues['chamber']): unknown {
  const values = places
    .map(([place, of]) => [of(chamber).trim(), `{{chamber.${place}}}`] as const)
    .filter(([value]) => value.length >= shortest)
    .sort(([a], [b]) => b.length - a.length);
  return mapped(document, (text) =>
    values.reduce((changed, [value, place]) => changed.split(value).join(place), text),
  );
}

const reach = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?<!\d)0\d{1,4}[-‐ー(（]\d{1,4}[-‐ー)）]\d{3,4}(?!\d)/g,
  /https?:\/\/[\x21-\x7e]+/g,
];

/** Addresses, telephone numbers and links that still stand in the texts, each once. */
export function reachIn(document: unknown): readonly string[] {
  const found = new Set<string>();
  mapped(document, (text) => {
    for (const shape of reach) for (const match of text.match(shape) ?? []) found.add(match);
    return text;
  });
  return [...found];
}

/**
 * Which workbook a card is about: in Sheets the open one, once the person has opened it to the add-on; elsewhere the one that
 * this person used last. Kept with the person, by id.
 */
import * as z from 'zod/mini';
import type { Properties } from '../../apps-script/jobs/port.ts';
import { knownWorkbooks } from '../../apps-script/jobs/workbooks.ts';
import { lazy } from '../../shared/lazy.ts';
import type { World } from './world.ts';

const key = 'cci.cards.books';
const most = 20;
const storedSchema = lazy(() => z.strictObject({ version: z.literal(1), ids: z.array(z.string()) }));

function used(properties: Properties): readonly string[] {
  try {
    const parsed = storedSchema().safeParse(JSON.parse(properties.get(key) ?? ''));
    return parsed.success ? parsed.data.ids : [];
  } catch {
    return [];
  }
}

/** Workbooks of this person, the last used first. */
export function booksOf({ properties }: Pick<World, 'properties'>): readonly string[] {
  return [...new Set([...used(properties), ...knownWorkbooks(properties)])];
}

/** The person uses this one now. */
export function rememberBook({ properties }: Pick<World, 'properties'>, id: string): void {
  const ids = used(properties);
  if (ids[0] === id) return;
  const next = [id, ...ids.filter((one) => one !== id)].slice(0, most);
  properties.set(key, JSON.stringify({ version: 1, ids: next }));
}

export interface NamedBook {
  readonly id: string;
  readonly title: string;
}

/** Its name, null when this person cannot open it (any more). */
export function bookAt(world: World, id: string): NamedBook | null {
  try {
    return { id, title: world.at(id).workbook.title() };
  } catch {
    return null;
  }
}

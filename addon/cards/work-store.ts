/**
 * Where works are written down. What a person began, and what came of it, stands with that person (user property): a trigger
 * runs as its maker. What is open of a workbook stands with the script as well, so that whoever else works in it sees it and
 * can go on with it (`docs/decisions/0010-shared-card-work.md`). Nothing of applicants stands there, and nothing that is over.
 */
import * as z from 'zod/mini';
import type { Services } from '../../apps-script/jobs/port.ts';
import { lazy } from '../../shared/lazy.ts';
import { worksKey } from './pending.ts';
import { isOpen, type Work, workSchema } from './work.ts';
import type { World } from './world.ts';

const mostWorks = 12;
/** A property holds 9 kB (https://developers.google.com/apps-script/guides/services/quotas). */
const mostBytes = 8500;
/** Open works of one workbook that all see: the script's 500 kB are shared by all chambers. */
const mostShared = 6;

export const openKey = (book: string): string => `cci.cards.open.${book}`;

const storedSchema = lazy(() => z.strictObject({ version: z.literal(1), works: z.array(workSchema()) }));

/** What cannot be read counts as none. */
function parsed(text: string | null): readonly Work[] {
  try {
    const found = storedSchema().safeParse(JSON.parse(text ?? ''));
    return found.success ? found.data.works : [];
  } catch {
    return [];
  }
}

const written = (works: readonly Work[]): string => JSON.stringify({ version: 1, works });
const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%../g, '.').length;

/** The list as a property can hold it: of what is over, the oldest goes first. */
function kept(works: readonly Work[]): string {
  let left = works.slice(0, mostWorks);
  while (bytesOf(written(left)) > mostBytes) {
    const over = left.filter((one) => !isOpen(one));
    const oldest = over[over.length - 1];
    if (oldest === undefined) break;
    left = left.filter((one) => one !== oldest);
  }
  return written(left);
}

/** Inputs that hold what somebody typed, without it: the form's own row keeps its values once it is begun. */
const withoutTyped: Readonly<Partial<Record<Work['method'], readonly string[]>>> = {
  createForm: ['values'],
  markBatch: ['note'],
};

function sharedInput({ method, input }: Work): string {
  const left: Record<string, unknown> = { ...(JSON.parse(input) as object) };
  for (const name of withoutTyped[method] ?? []) {
    if (name === 'note') left[name] = '';
    else delete left[name];
  }
  return JSON.stringify(left);
}

/** The person's own works of all workbooks, the newest first, as they were last written down. */
export const ownWorks = ({ properties }: Pick<World, 'properties'>): readonly Work[] =>
  parsed(properties.get(worksKey));

const openWorks = ({ secrets }: Pick<Services, 'secrets'>, book: string): readonly Work[] =>
  parsed(secrets.get(openKey(book)));

/** Ended by somebody else: only that person knows what came of it. */
const elsewhere = (work: Work): Work => ({ ...work, state: 'done', result: { elsewhere: 'yes' } });

function together(own: readonly Work[], open: readonly Work[], book: string): readonly Work[] {
  const shared = new Map(open.map((work) => [work.id, work]));
  const known = new Set(own.map(({ id }) => id));
  const mine = own
    .filter((work) => work.book === book)
    .map((work) => {
      if (!isOpen(work)) return work;
      const found = shared.get(work.id);
      return found === undefined ? elsewhere(work) : { ...found, input: work.input };
    });
  return [...mine, ...open.filter(({ id }) => !known.has(id))];
}

/** Works of a workbook as this person sees them: their own, then what others have begun and not ended. */
export const worksOf = (world: World, book: string): readonly Work[] =>
  together(ownWorks(world), openWorks(world.at(book), book), book);

/**
 * Changes the list while nobody else does. What is new stands with the script before it stands with the person, and goes from
 * there after it: a run that dies between the two leaves a work that is seen, never one that nobody sees.
 */
export function changeWorks<T>(
  world: World,
  book: string,
  how: (works: readonly Work[]) => readonly [readonly Work[], T],
): T {
  const services = world.at(book);
  return services.withLock(() => {
    const own = ownWorks(world);
    const open = openWorks(services, book);
    const [works, result] = how(together(own, open, book));
    const user = services.session.user();
    const ids = new Set(own.map(({ id }) => id));
    const mine = [
      ...works.filter(({ id, by }) => by === user || ids.has(id)),
      ...own.filter((one) => one.book !== book),
    ];
    const next = works.filter(isOpen).slice(0, mostShared);
    const share = (): void => {
      const text = next.length === 0 ? '' : written(next.map((one) => ({ ...one, input: sharedInput(one) })));
      if (next.length > 0 || open.length > 0) services.secrets.set(openKey(book), text);
    };
    const keep = (): void => world.properties.set(worksKey, kept(mine));
    for (const write of next.length > open.length ? [share, keep] : [keep, share]) write();
    return result;
  });
}

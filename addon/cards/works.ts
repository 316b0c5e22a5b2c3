/**
 * Work that may take longer than the 30 seconds of a card: written down first, begun at once where it is likely to be short, and
 * otherwise (or when the card's time ran out) done by a call of `cardWork`. A run that dies leaves its line standing; the
 * next one, or the hourly catch-up, takes it up again. Every method here goes on where it stands when it is called again.
 * A run of its own does what its person began; what another began is gone on with by a press, as whoever presses.
 */
import { isoOf } from '../../apps-script/jobs/time.ts';
import { issue } from '../../shared/issue/issue.ts';
import { issueView } from '../view/issues.ts';
import type { Input, IssueView } from '../view/protocol.ts';
import { callOn, type Desk, Refused } from './desk.ts';
import { isOpen, type Work } from './work.ts';
import { type WorkMethod, workKinds } from './work-kinds.ts';
import { changeWorks, ownWorks, worksOf } from './work-store.ts';
import type { World } from './world.ts';

export { worksOf };

const mostTries = 5;
/** After so long nobody is at it any more: an execution of a card ends after 30 seconds, that of a trigger after 6 minutes. */
const cardTime = 45_000;
const triggerTime = 400_000;
/** A new piece of work is begun within this time of a trigger only. */
const triggerBudget = 240_000;
const soon = 60_000;

const replaced = (works: readonly Work[], work: Work): readonly Work[] =>
  works.map((one) => (one.id === work.id ? work : one));

function save(world: World, work: Work): Work {
  const now = world.at(work.book).clock.now();
  const saved = { ...work, changedAt: isoOf(now) };
  changeWorks(world, work.book, (works) => [replaced(works, saved), null]);
  return saved;
}

/**
 * Takes a work on for so long, and makes it the caller's; null when somebody is at it, or when there is nothing to do.
 * @param id null for whatever waits of the caller's own
 */
function claim(world: World, book: string, id: string | null, time: number): Work | null {
  const { clock, session } = world.at(book);
  const now = clock.now();
  const user = session.user();
  return changeWorks(world, book, (works) => {
    const found = works.find(
      (one) =>
        (id === null ? one.by === user : one.id === id) &&
        isOpen(one) &&
        (one.state === 'waiting' || one.until < now),
    );
    if (found === undefined) return [works, null];
    const claimed: Work = { ...found, by: user, state: 'running', until: now + time, tries: found.tries + 1 };
    return [replaced(works, claimed), claimed];
  });
}

function resultOf(work: Work, result: unknown): Readonly<Record<string, string>> {
  const read = workKinds[work.method].read as (result: unknown) => Readonly<Record<string, string>>;
  return read(result);
}

interface Done {
  readonly work: Work;
  readonly issues: readonly IssueView[];
}

/** One call of the work that was claimed. A call that says it is not finished leaves it waiting for the next. */
function carryOut(world: World, work: Work): Done {
  const services = world.at(work.book);
  if (work.tries > mostTries) {
    const why = issueView(issue('work.given-up', 'error', '', { params: { times: String(mostTries) } }));
    return { work: save(world, { ...work, state: 'failed', why: why.message + why.remedy }), issues: [why] };
  }
  const input: unknown = JSON.parse(work.input);
  const reply = callOn(services, work.method, input as Input<WorkMethod>);
  if (!reply.ok) {
    const [first] = reply.issues;
    const why = first === undefined ? '' : first.message + first.remedy;
    return { work: save(world, { ...work, state: 'failed', why }), issues: reply.issues };
  }
  const result = resultOf(work, reply.result);
  if (result.finished === 'no') {
    return { work: save(world, { ...work, state: 'waiting', tries: 0, result }), issues: [] };
  }
  return { work: save(world, { ...work, state: 'done', result }), issues: [] };
}

function forget(world: World, work: Work): void {
  changeWorks(world, work.book, (works) => [works.filter((one) => one.id !== work.id), null]);
}

/** What is open of this person's own, in all workbooks. */
function leftOf(world: World, user: string): readonly Work[] {
  return ownWorks(world).filter((work) => isOpen(work) && work.by === user);
}

function rest(world: World, user: string): void {
  if (leftOf(world, user).length === 0) world.callOff();
}

/**
 * Writes the work down and, when `begins`, does it here as far as the card's time allows. `stored`: what a later call needs of the
 * input, where it is not all of it. Throws Refused when the person may not ask for it, or when it was refused at once.
 */
export function begin<M extends WorkMethod>(
  desk: Desk,
  method: M,
  input: Input<M>,
  options: { readonly begins: boolean; readonly stored?: Input<M> },
): Work {
  const { world, book, services } = desk;
  desk.mayAsk(method, input);
  const now = services.clock.now();
  const user = services.session.user();
  const stored = JSON.stringify(options.stored ?? input);
  const standing = worksOf(world, book).find(
    (one) => one.by === user && one.method === method && one.input === stored && isOpen(one),
  );
  if (standing !== undefined && !options.begins) return standing;
  const at = isoOf(now);
  const work: Work = {
    id: services
      .random()
      .replace(/[^0-9a-z]/gi, '')
      .slice(0, 16),
    book,
    by: user,
    method,
    input: stored,
    state: options.begins ? 'running' : 'waiting',
    at,
    changedAt: at,
    until: now + cardTime,
    tries: options.begins ? 1 : 0,
    result: {},
    why: '',
  };
  changeWorks(world, book, (works) => [[work, ...works.filter(({ id }) => id !== standing?.id)], null]);
  world.callSoon(soon);
  if (!options.begins) return work;
  const { work: done, issues } = carryOut(world, { ...work, input: JSON.stringify(input) });
  rest(world, user);
  if (issues.length > 0) {
    forget(world, done);
    throw new Refused(issues);
  }
  return done;
}

/**
 * Goes on with a work from its card, when nobody is at it; another's becomes that of whoever presses, and is done with their
 * roles. Throws Refused when they may not do it: the work stays as it is then.
 */
export function goOn(desk: Desk, work: Work): void {
  const { world, book, services } = desk;
  desk.mayAsk(work.method, JSON.parse(work.input) as Input<WorkMethod>);
  const claimed = claim(world, book, work.id, cardTime);
  if (claimed === null) return;
  const user = services.session.user();
  // Should this run die, a call of the new owner's own ends it.
  if (work.by !== user) world.callSoon(soon);
  carryOut(world, claimed);
  rest(world, user);
}

/** What `cardWork` and the hourly catch-up do: everything of the person's own that waits, as far as the time goes. */
export function runWorks(world: World, began: number): void {
  const books = [
    ...new Set(
      ownWorks(world)
        .filter(isOpen)
        .map(({ book }) => book),
    ),
  ];
  const [first] = books;
  if (first === undefined) {
    world.callOff();
    return;
  }
  const user = world.at(first).session.user();
  // Should this run die, another is called; it removes the one that fired.
  world.callSoon(triggerTime + soon);
  for (const book of books) {
    const { clock } = world.at(book);
    while (clock.now() - began < triggerBudget) {
      const claimed = claim(world, book, null, triggerTime);
      if (claimed === null) break;
      carryOut(world, claimed);
    }
  }
  const left = leftOf(world, user);
  if (left.length === 0) world.callOff();
  else if (left.some(({ state }) => state === 'waiting')) world.callSoon(soon);
}

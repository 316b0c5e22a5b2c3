/** What must hold at the end of a run; every fault is a line that names chamber and thing. */
import { formsTable, itemsTable } from '../../apps-script/jobs/book/tables.ts';
import { personal } from './fleet.ts';
import type { Member, RunResult } from './run.ts';
import { lostEdits } from './staff.ts';

/** Hours that a required correction may take from the start of the chamber's ring. */
export const within = 48;
/** Most chambers that a bad release may touch. */
export const mostTouched = 5;

/** Ids of questions that were answered and stand in the form no more, though nobody removed them. */
const lostColumns = ({ chamber }: Member): readonly string[] =>
  chamber.forms.all.flatMap(({ id, items, answered }) => {
    const standing = new Set(items.map(({ itemId }) => itemId));
    return answered.filter((itemId) => !standing.has(itemId)).map((itemId) => `${id} ${itemId}`);
  });

/** Keys that stand twice, or at a question that is not there. */
function doubled({ chamber, edits }: Member): readonly string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const { cells } of chamber.book.read(itemsTable)) {
    const key = `${cells.formId} ${cells.key}`;
    if (seen.has(key)) faults.push(`${key} twice`);
    seen.add(key);
  }
  for (const { id, items } of chamber.forms.all) {
    const added = items.filter(({ title }) => title === '日商からの追加の質問');
    const renamed = edits.some((edit) => edit.kind === 'renamed' && edit.formId === id);
    if (added.length > 1 && !renamed) faults.push(`${id}: a question of JCCI's ${added.length} times`);
    const ids = new Set(items.map(({ itemId }) => itemId));
    if (ids.size !== items.length) faults.push(`${id}: an item twice`);
  }
  return faults;
}

export interface Late {
  readonly code: string;
  /** Forms whose update somebody began and has not ended. */
  readonly midway: number;
  readonly release: string;
  readonly hours: number | null;
}

const midwayOf = ({ chamber }: Member): number =>
  chamber.book.read(formsTable).filter(({ cells }) => (cells.updating ?? '') !== '').length;

/** Reachable chambers that did not have a required correction in time; how long the slowest in time took; and whose time was not over yet. */
export function corrections({ members, options, ringStart, hours }: RunResult) {
  const late: Late[] = [];
  let slowest = 0;
  let reached = 0;
  let left = 0;
  let open = 0;
  for (const { release, isBad, required } of options.releases) {
    if (isBad || required.length === 0) continue;
    for (const member of members) {
      const { code } = member.chamber.listed;
      const start = ringStart.get(release.version)?.get(code);
      if (start === undefined || start + within > hours) {
        open += 1;
        continue;
      }
      const isReachable =
        member.policy !== 'ask' &&
        !member.deferred &&
        !member.unreachable.some((h) => h >= start && h < start + within) &&
        // Whoever removed the question has no place for its text.
        !member.edits.some(({ kind }) => kind === 'removed');
      if (!isReachable) {
        left += 1;
        continue;
      }
      const at = member.required.get(release.version);
      const took = at === undefined ? null : Math.max(0, at - start);
      if (took === null || took > within)
        late.push({ code, release: release.version, hours: took, midway: midwayOf(member) });
      else {
        reached += 1;
        slowest = Math.max(slowest, took);
      }
    }
  }
  return { late, slowest, reached, left, open };
}

/** All faults of a run, in words; none when everything held. */
export function faultsOf(result: RunResult): readonly string[] {
  const { members, jcci, bad, options } = result;
  const faults: string[] = [];
  for (const member of members) {
    faults.push(...lostEdits(member.chamber, member.edits).map((one) => `own change lost: ${one}`));
    faults.push(...lostColumns(member).map((one) => `column lost: ${one}`));
    faults.push(...doubled(member).map((one) => `applied twice: ${member.chamber.listed.code} ${one}`));
    if (member.chamber.mostFetches > 20_000) faults.push(`quota: ${member.chamber.listed.code} fetches`);
    if (member.chamber.mails.length > 1500) faults.push(`quota: ${member.chamber.listed.code} mails`);
  }
  const { late } = corrections(result);
  faults.push(
    ...late.map(
      ({ code, release, hours, midway }) =>
        `late: ${code} ${release} after ${hours ?? '∞'} h${midway > 0 ? `, ${midway} updates midway` : ''}`,
    ),
  );
  const wrong = options.releases.find(({ isBad }) => isBad);
  if (wrong !== undefined) {
    if (bad === null) faults.push('the bad release was not stopped');
    else if (bad.touched.length > mostTouched)
      faults.push(`the bad release touched ${bad.touched.join(', ')}`);
    for (const { chamber } of members) {
      if (chamber.secrets.get(`cci.release.${chamber.book.id}`) === wrong.release.version)
        faults.push(`${chamber.listed.code} still has the bad release`);
    }
  }
  const store = JSON.stringify([...jcci.rows.values(), jcci.office.rollout, jcci.office.log]);
  for (const word of personal) if (store.includes(word)) faults.push(`JCCI holds ${word}`);
  const claimed = [...jcci.rows.values()].filter(({ status }) => (status?.waiting ?? 0) >= 90);
  if (claimed.length > 0) faults.push('a forged message was taken');
  return faults;
}

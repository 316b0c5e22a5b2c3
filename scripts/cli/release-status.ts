/** `cci release status`: how far the roll-out is and what chambers say; with --apply their reports are taken in and the next are offered it. */
import { UnusableInput } from '../../shared/issue/issue.ts';
import { refuse } from '../google/refuse.ts';
import { readFleet } from '../release/fleet-sheet.ts';
import { move, reportsOf } from '../release/moves.ts';
import { inSession, type SessionArguments } from '../release/session.ts';
import { fleetLines, lineWords, momentText, rolloutLines, stateWords, whatOf } from '../release/words.ts';
import type { ExitCode } from './outcome.ts';

export interface ReleaseStatusArguments extends SessionArguments {
  readonly chamber?: string;
}

/** Lines of the record shown. */
const lastLines = 10;

/** 1: the roll-out stands still, because of a failure or a person. */
export async function releaseStatusCommand(given: ReleaseStatusArguments): Promise<ExitCode> {
  return await inSession<ExitCode>(given, async (session, lease) => {
    const { config, now, store, say } = session;
    const rows = await readFleet(session);
    let { office } = session;
    if (lease !== null && office.rollout !== null) {
      const moved = move(office, [...reportsOf(rows), { kind: 'tick' }], now);
      if (moved.issues.length > 0) throw new UnusableInput(moved.issues);
      for (const line of moved.lines) say(lineWords(line, office.rollout.plan.rings, config.list));
      if (moved.lines.length > 0) await store.save(moved.office, lease);
      office = moved.office;
    }
    const { rollout } = office;
    if (given.chamber !== undefined) {
      const row =
        rows.find(({ code }) => code === given.chamber) ??
        refuse('release.chamber-not-listed', { chamber: given.chamber });
      const progress = rollout?.chambers[row.code];
      say(`${row.name}（${row.code}）`);
      say(
        `配布　${progress === undefined ? 'まだ' : `${stateWords[progress.state]}　${momentText(progress.at)}`}`,
      );
      if (row.status !== null) {
        const { version, own, conflicts, waiting, health, forms } = row.status;
        say(`報告　${momentText(row.receivedAt)}　版 ${version === '' ? '同梱の版' : version}`);
        say(
          `フォーム ${forms.reduce((sum, { count }) => sum + count, 0)}、自所の変更 ${own}、要判断 ${conflicts}、更新待ち ${waiting}`,
        );
        say(`点検　よい ${health.ok}、注意 ${health.warn}、直す ${health.bad}`);
      }
      for (const line of office.log.filter(({ chambers }) => chambers.includes(row.code)).slice(-lastLines))
        say(`${momentText(line.at)}　${whatOf(line.what)}　${line.note}`);
      return 0;
    }
    for (const line of rollout === null ? ['まだ何も配っていません。'] : rolloutLines(rollout, config.list))
      say(line);
    for (const line of fleetLines(rows, now)) say(line);
    return rollout?.paused == null ? 0 : 1;
  });
}

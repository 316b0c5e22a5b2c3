/** `cci release pause | resume | rollback`: an operator steps in. Dry unless --apply is given. */
import { UnusableInput } from '../../shared/issue/issue.ts';
import type { RolloutEvent } from '../../shared/release/rollout.ts';
import { refuse } from '../google/refuse.ts';
import { move } from '../release/moves.ts';
import { inSession, type SessionArguments } from '../release/session.ts';
import { lineWords, namesOf, rolloutLines } from '../release/words.ts';
import type { ExitCode } from './outcome.ts';

export interface ReleaseMoveArguments extends SessionArguments {
  readonly reason?: string;
  /** Of `resume`: chambers that failed are offered the release once more. */
  readonly again?: boolean;
  /** Of `rollback`: ids of rings, comma-separated; absent: all that have begun. */
  readonly rings?: string;
}

export type ReleaseMove = 'pause' | 'resume' | 'rollback';

function eventOf(kind: ReleaseMove, given: ReleaseMoveArguments, by: string): RolloutEvent {
  const reason = (given.reason ?? '').trim();
  if (kind === 'resume') return { kind: 'resume', by, again: given.again ?? false };
  if (reason === '') refuse('release.reason');
  if (kind === 'pause') return { kind: 'pause', by, reason };
  const rings = (given.rings ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  return { kind: 'roll-back', by, reason, rings };
}

export async function releaseMoveCommand(kind: ReleaseMove, given: ReleaseMoveArguments): Promise<ExitCode> {
  return await inSession<ExitCode>(given, async ({ office, operator, now, config, store, say }, lease) => {
    if (office.rollout === null) refuse('release.none');
    const moved = move(office, [eventOf(kind, given, operator)], now);
    if (moved.issues.length > 0) throw new UnusableInput(moved.issues);
    const { rollout } = moved.office;
    if (rollout === null) refuse('release.none');
    for (const line of moved.lines) say(lineWords(line, rollout.plan.rings, config.list));
    for (const line of rolloutLines(rollout, config.list)) say(line);
    if (kind === 'rollback') {
      const touched = Object.keys(rollout.chambers);
      say(`戻す先　${rollout.plan.back?.version ?? 'アドオンに入っている版'}`);
      say(
        `対象　${touched.length} 会議所（${namesOf(touched, config.list)}）。回答と、会議所が直したところは残ります。`,
      );
    }
    if (lease === null) say('まだ何も変えていません。行うときは --apply を付けて実行してください。');
    else {
      await store.save(moved.office, lease);
      say('記録しました。会議所には、次の 1 時間ごとの確認で伝わります。');
    }
    return 0;
  });
}

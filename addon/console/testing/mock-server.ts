/** A collector for working on the page in a plain browser: the view model is the real one, over an invented country. */
import { historyCells } from '../../../shared/release/fleet-table.ts';
import type { ScriptRun } from '../../sidebar/rpc.ts';
import { refuse, runnerOf } from '../../sidebar/testing/mock-run.ts';
import { consoleView } from '../../view/console.ts';
import type { ConsoleInput, ConsoleMethod, ConsoleOutputs } from '../../view/console-protocol.ts';
import { consoleChamber } from '../../view/console-record.ts';
import { fleetNow, sampleFleet } from '../../view/testing/console-fleet.ts';
import type { Scenario } from './mock-state.ts';

type Answers = { readonly [M in ConsoleMethod]: (input: ConsoleInput<M>) => ConsoleOutputs[M] };

export const hostileText = '<img src=x onerror=alert(1)>"&\u202e見本';

function answers(scenario: Scenario): Answers {
  const fleet = sampleFleet(scenario.chambers, scenario.fails);
  const rows = scenario.hostile ? fleet.rows.map((row) => ({ ...row, name: hostileText })) : fleet.rows;
  const office = scenario.published ? fleet.office : null;
  const guard = ({ key, person }: { readonly key: string; readonly person: string }): void => {
    if (scenario.refused || key !== 'mihon-key' || person !== 'mihon@jcci.example')
      throw refuse(
        'viewer.person',
        'mihon@jcci.example は、配布の状況を見る人の一覧にありません。',
        '閲覧の役割を頼んでください。',
      );
  };
  let looks = 0;
  return {
    console(input) {
      guard(input);
      looks += 1;
      return consoleView({ rows, office, isUnreadable: false, now: fleetNow + (looks - 1) * 60_000 });
    },
    consoleChamber(input) {
      guard(input);
      const row = rows.find(({ code }) => code === input.code) ?? null;
      const status = row?.status ?? null;
      const now = status === null || row === null ? null : historyCells(status, row.receivedAt);
      const before =
        now === null
          ? []
          : [['2026-10-01 09:00', input.code, '同梱の版', '1.1.0', '失敗', 'release.unreachable', '3']];
      return consoleChamber(input.code, row, now === null ? [] : [...before, Object.values(now)], office);
    },
  };
}

/** Makes a runner in the place of `google.script.run`, with the door of the web app. */
export function mockRun(scenario: Scenario): () => ScriptRun {
  const run = runnerOf(answers(scenario), scenario);
  return () => {
    const runner = run();
    return Object.assign(runner, {
      consoleCall: (method: string, input: object): void => runner.rpc(method, input),
    });
  };
}

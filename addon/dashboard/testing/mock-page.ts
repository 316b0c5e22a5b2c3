/** Puts the mock server where Google's would be. The scenario is JSON in the address's fragment. */
import type { Viewer } from '../../../apps-script/jobs/dashboard/door.ts';
import { Refusal, refuse } from '../../sidebar/testing/mock-run.ts';
import type { DashboardInput } from '../../view/dashboard-protocol.ts';
import type { Scenario } from './mock-state.ts';
import { sampleView } from './sample.ts';

const usual: Scenario = { chamber: '', delay: 30, standing: 'closed' };
const fragment = location.hash.slice(1);
const given: Partial<Scenario> = fragment === '' ? {} : JSON.parse(decodeURIComponent(fragment));
const scenario: Scenario = { ...usual, ...given };

const viewer: Viewer =
  scenario.chamber === ''
    ? { kind: 'jcci', person: '' }
    : { kind: 'chamber', code: 'c-001', name: scenario.chamber };

function answer(input: DashboardInput): object {
  if (scenario.standing === 'refused')
    throw refuse(
      'dashboard.pass',
      'このアドレスでは、調査の結果を見られません。期限が過ぎたか、アドレスの一部が欠けています。',
      '日商から届いた新しいアドレスを、はじめから終わりまで開いてください。',
    );
  if (scenario.standing === 'none') return { chamber: scenario.chamber, rounds: [], figures: null };
  return sampleView(viewer, input);
}

function runner() {
  let succeed: (reply: unknown) => void = () => undefined;
  const run = {
    withSuccessHandler(handler: (reply: unknown) => void) {
      succeed = handler;
      return run;
    },
    withFailureHandler: () => run,
    dashboardCall(input: DashboardInput) {
      setTimeout(() => {
        try {
          succeed(JSON.parse(JSON.stringify({ ok: true, result: answer(input) })));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          succeed({ ok: false, issues: error.issues });
        }
      }, scenario.delay);
    },
  };
  return run;
}

Object.defineProperty(window, 'google', {
  value: {
    script: {
      get run() {
        return runner();
      },
    },
  },
});

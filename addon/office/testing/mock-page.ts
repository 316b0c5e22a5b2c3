/** Puts the mock server where Google's would be, and names the screen. The scenario is JSON in the address's fragment. */
import { mockRun } from './mock-server.ts';
import { type Scenario, usual } from './mock-state.ts';

function scenarioOf(fragment: string): Scenario {
  if (fragment === '') return usual;
  const given: Partial<Scenario> = JSON.parse(decodeURIComponent(fragment));
  return { ...usual, ...given };
}

const scenario = scenarioOf(location.hash.slice(1));
document.getElementById('app')?.setAttribute('data-screen', scenario.screen);
const run = mockRun(scenario);
Object.defineProperty(window, 'google', {
  value: {
    script: {
      get run() {
        return run();
      },
    },
  },
});

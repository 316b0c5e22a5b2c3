/** Puts the mock server where Google's would be. The scenario is JSON in the address's fragment. */
import { mockRun } from './mock-server.ts';
import { type Scenario, usual } from './mock-state.ts';

function scenarioOf(fragment: string): Scenario {
  if (fragment === '') return usual;
  const given: Partial<Scenario> = JSON.parse(decodeURIComponent(fragment));
  return { ...usual, ...given };
}

const run = mockRun(scenarioOf(location.hash.slice(1)));
Object.defineProperty(window, 'google', {
  value: {
    script: {
      get run() {
        return run();
      },
    },
  },
});

/** What the bundle of the simulation gives out (`bundle.ts`). */
export { corrections, faultsOf } from './checks.ts';
export { simulatedReleases } from './releases.ts';
export { run } from './run.ts';

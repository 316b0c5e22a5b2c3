/** What the bundle of the simulation gives out (`bundle.ts`). */
export { corrections, faultsOf } from './checks.ts';
export { practice } from './practice-world.ts';
export { simulatedReleases } from './releases.ts';
export { run } from './run.ts';

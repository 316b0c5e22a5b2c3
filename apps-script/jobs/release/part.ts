/** What the rest of the program asks of releases: a part of its own (`scripts/build/parts.ts`). */
export { pull } from './agent.ts';
export { connect, linkOf } from './link.ts';
export { releaseSettings, saveReleaseSettings } from './settings.ts';
export { standingPull } from './state.ts';
export { releasedFile } from './stored.ts';
export { visited } from './visit.ts';
export { releasedWords } from './words.ts';

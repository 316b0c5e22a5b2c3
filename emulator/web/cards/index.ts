/** Card add-ons without a page: read a manifest, open a panel at a place, press what its card names. */
export type { Place } from './event.ts';
export { type Addon, addonOf, type HostName, hostNames } from './manifest.ts';
export type * from './model.ts';
export { AddonSession, type Effect, openAddon } from './session.ts';

/** Opens the page 調査の結果 over its mock server, in a page that forbids what it does not need: no eval, no network. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../addon/dashboard/testing/mock-state.ts';
import { bundlePage, dashboardPage } from '../../scripts/build/client.ts';
import { type Looks, walksOf } from './sidebar-page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The page with the mock server before it, as one HTML text. */
export const bundleWithMock = (): Promise<string> =>
  bundlePage(root, { ...dashboardPage, before: join(root, dashboardPage.folder, 'testing/mock-page.ts') });

export const wide: Looks = { width: 1280, height: 900, dark: false };
export const narrow: Looks = { width: 390, height: 844, dark: false };

export const walkDashboard = walksOf<Scenario>(wide);

/** Opens the page 配布の状況 over its mock server, in a page that forbids what it does not need. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../addon/console/testing/mock-state.ts';
import { bundlePage, consolePage } from '../../scripts/build/client.ts';
import { type Looks, walksOf } from './sidebar-page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The page with the mock server before it, as one HTML text. */
export const bundleWithMock = (): Promise<string> =>
  bundlePage(root, { ...consolePage, before: join(root, consolePage.folder, 'testing/mock-page.ts') });

/** The page as it ships. */
export const bundleShipped = (): Promise<string> => bundlePage(root, consolePage);

export const wide: Looks = { width: 1280, height: 800, dark: false };
export const narrow: Looks = { width: 390, height: 844, dark: false };

export const walkConsole = walksOf<Scenario>(wide);

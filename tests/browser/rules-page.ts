/** Opens the page 規程を調べる over its mock server, in a page that forbids what it does not need. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../addon/rules/testing/mock-state.ts';
import { bundlePage, rulesPage } from '../../scripts/build/client.ts';
import { type Looks, walksOf } from './sidebar-page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The page with the mock server before it, as one HTML text. */
export const bundleWithMock = (): Promise<string> =>
  bundlePage(root, { ...rulesPage, before: join(root, rulesPage.folder, 'testing/mock-page.ts') });

export const wide: Looks = { width: 1280, height: 800, dark: false };
export const narrow: Looks = { width: 390, height: 844, dark: false };

export const walkRules = walksOf<Scenario>(wide);

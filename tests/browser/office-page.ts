/** Opens the page 点検と設定 over its mock server, in a page that forbids what it does not need. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../addon/office/testing/mock-state.ts';
import { bundlePage, officePage } from '../../scripts/build/client.ts';
import { type Looks, walksOf } from './sidebar-page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The page with the mock server before it, as one HTML text. */
export const bundleWithMock = (): Promise<string> =>
  bundlePage(root, { ...officePage, before: join(root, officePage.folder, 'testing/mock-page.ts') });

export const wide: Looks = { width: 1280, height: 720, dark: false };
export const narrow: Looks = { width: 390, height: 844, dark: false };

export const walkOffice = walksOf<Scenario>(wide);

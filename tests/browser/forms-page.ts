/** Opens the page of forms over its mock server, as the sidebar is opened: in a page that forbids what it does not need. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../addon/forms/testing/mock-state.ts';
import { bundlePage, formsPage } from '../../scripts/build/client.ts';
import { type Looks, walksOf } from './sidebar-page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The page with the mock server before it, as one HTML text. */
export const bundleWithMock = (): Promise<string> =>
  bundlePage(root, { ...formsPage, before: join(root, formsPage.folder, 'testing/mock-page.ts') });

export const wide: Looks = { width: 960, height: 680, dark: false };
export const narrow: Looks = { width: 390, height: 844, dark: false };

export const walkForms = walksOf<Scenario>(wide);

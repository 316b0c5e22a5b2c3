/**
 * `npm run docs:pictures`: takes the pictures of README and docs/ja from the running product, freshly seeded in a temporary
 * folder, so that they show what a reader will see. Needs a Chromium (`CHROMIUM_PATH` names one).
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emulateScript } from '../emulator/index.ts';
import { launchChromium } from './browser/chromium.ts';
import { pictureFolder, type Studio } from './guides/pictures/camera.ts';
import { takeConsole } from './guides/pictures/console.ts';
import { takeForms } from './guides/pictures/forms.ts';
import { takeOffice } from './guides/pictures/office.ts';
import { takeSetup, takeSidebar } from './guides/pictures/sidebar.ts';
import { takeVisitor } from './guides/pictures/visitor.ts';
import { type Serving, serve } from './start/serve.ts';

const hand = readFileSync(new URL('./start/sample/hand.gs', import.meta.url), 'utf8');

/** A book that nobody has set up yet, in the workspace that is served. */
function emptyBook({ runtime: { workspace } }: Serving): string {
  const made = emulateScript({
    source: hand,
    fileName: 'hand.gs',
    functionName: 'makeBook',
    args: ['無題のスプレッドシート'],
    workspace,
  });
  if (!made.ok) throw new Error(made.error.message);
  return String(made.value);
}

const state = mkdtempSync(join(tmpdir(), 'cci-pictures-'));
mkdirSync(pictureFolder, { recursive: true });
const [browser, kit] = await Promise.all([launchChromium(), serve({ folder: state, port: 0, reset: false })]);
const studio: Studio = { browser, address: kit.address, bookId: kit.baseline.bookId };
try {
  // Dialogs come first: a sheet opened with its sidebar standing opens nothing else by itself.
  await takeForms(studio);
  await takeOffice(studio);
  await takeSetup(studio, emptyBook(kit));
  await takeSidebar(studio);
  await takeVisitor(studio);
  await takeConsole(studio);
} finally {
  await browser.close();
  await kit.close();
  rmSync(state, { recursive: true, force: true });
}

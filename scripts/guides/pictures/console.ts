/** The page 配布の状況, over an invented country: no running product has 515 chambers. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePage, consolePage } from '../../build/client.ts';
import { type Studio, shoot } from './camera.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const address = 'https://console.test/';

/** The overview, as it stands when one chamber has failed. */
export async function takeConsole({ browser }: Pick<Studio, 'browser'>): Promise<void> {
  const before = join(root, consolePage.folder, 'testing/mock-page.ts');
  const body = await bundlePage(root, { ...consolePage, before });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1040 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  await page.route(address, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await page.goto(`${address}#${encodeURIComponent(JSON.stringify({ fails: 20 }))}`);
  await page.locator('.tiles').waitFor();
  await shoot(page, 'console');
  await page.close();
}

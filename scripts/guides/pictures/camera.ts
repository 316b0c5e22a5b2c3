/** Takes and keeps pictures of the running product, the same way for every guide. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';

export const pictureFolder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

/** Largest picture we keep in the repository, in bytes. */
const sizeLimit = 200_000;

/** A product that is being served, and a browser that looks at it. */
export interface Studio {
  readonly browser: Browser;
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly bookId: string;
}

/** Writes `docs/pictures/<name>.png`. Throws when it is too large to keep. */
export async function shoot(target: Page | Locator, name: string): Promise<void> {
  const path = join(pictureFolder, `${name}.png`);
  await target.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  if (size > sizeLimit) throw new Error(`${name}.png: ${size} bytes, more than ${sizeLimit}`);
  console.log(`${name}.png  ${(size / 1000).toFixed(0)} kB`);
}

/** A page of a person in Japan who wants no movement. */
export async function openPage(
  { browser, address }: Studio,
  width: number,
  height: number,
  path = '/',
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(20_000);
  await page.goto(`${address}${path}`);
  return page;
}

/** The same, with a clerk of the model chamber at the screen: `staff1` did everything until now, `staff2` is new. */
export async function openAsClerk(
  studio: Studio,
  width: number,
  height: number,
  path: string,
  person = 'staff1',
): Promise<Page> {
  const page = await openPage(studio, width, height);
  await page.context().addCookies([{ name: 'person', value: person, url: studio.address }]);
  await page.goto(`${studio.address}${path}`);
  return page;
}

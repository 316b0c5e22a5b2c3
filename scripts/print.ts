/** `npm run docs:print`: writes docs/ja/早見表.pdf, the quick start on one A4 page. Needs a Chromium (`CHROMIUM_PATH` names one). */
import { writeFileSync } from 'node:fs';
import { launchChromium } from './browser/chromium.ts';
import { sheetFile, sheetPdf } from './guides/print/pdf.ts';

const browser = await launchChromium();
try {
  writeFileSync(sheetFile.replace(/\.md$/, '.pdf'), await sheetPdf(browser));
} finally {
  await browser.close();
}

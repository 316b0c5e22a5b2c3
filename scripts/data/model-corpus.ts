/**
 * Makes the files of the model chamber's regulations (`tests/model-corpus/source/`) from its texts of record
 * (`tests/model-corpus/text/`). Run `npx tsx scripts/data/model-corpus.ts` after a change of a text.
 *
 * All files but the PDF are a function of their text. The PDF is printed by Chromium, whose bytes differ from version to version:
 * it is printed anew only when its page has changed, which its last line says.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../browser/chromium.ts';
import { docxOfText } from './model-corpus-docx.ts';
import { newerPage, olderPage, printedPage } from './model-corpus-html.ts';
import { inWindows31j, plainText } from './model-corpus-plain.ts';
import { type Block, blocksOfText } from './model-corpus-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** File of each text, and how its bytes are made; the PDF stands by itself. */
export const modelFiles: Readonly<
  Record<string, { readonly file: string; readonly make: (blocks: readonly Block[]) => Uint8Array }>
> = {
  定款: {
    file: '定款.docx',
    make: (blocks) => docxOfText(blocks, { headings: 'centred', numbers: 'typed' }),
  },
  会員規程: {
    file: '会員規程.docx',
    make: (blocks) => docxOfText(blocks, { headings: 'centred', numbers: 'automatic' }),
  },
  旅費規程: { file: '旅費規程.html', make: (blocks) => inWindows31j(olderPage(blocks)) },
  文書取扱規程: { file: '文書取扱規程.txt', make: (blocks) => inWindows31j(plainText(blocks)) },
  個人情報保護規程: { file: '個人情報保護規程.html', make: (blocks) => utf8(newerPage(blocks)) },
  会計QA: {
    file: '会計QA.docx',
    make: (blocks) => docxOfText(blocks, { headings: 'styled', numbers: 'typed' }),
  },
  事務局業務マニュアル: {
    file: '事務局業務マニュアル.docx',
    make: (blocks) => docxOfText(blocks, { headings: 'styled', numbers: 'typed' }),
  },
};

export const printedText = '会計規程';
export const printedFile = '会計規程.pdf';

const header = '見本商工会議所　会計規程';
const running = (text: string): string =>
  `<div style="width:100%;font-size:8pt;font-family:'Noto Serif CJK JP',serif;text-align:center">${text}</div>`;

/** Last line of the PDF, a comment: the digest of the page that it was printed from. */
export function printMark(blocks: readonly Block[]): string {
  return `% page ${createHash('sha256')
    .update(`${header}\n${printedPage(blocks)}`)
    .digest('hex')}\n`;
}

async function print(blocks: readonly Block[]): Promise<Uint8Array> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent(printedPage(blocks));
    const bytes = await page.pdf({
      format: 'A4',
      margin: { top: '28mm', bottom: '25mm', left: '25mm', right: '25mm' },
      displayHeaderFooter: true,
      headerTemplate: running(header),
      footerTemplate: running('- <span class="pageNumber"></span> -'),
    });
    const fixed = bytes.toString('latin1').replace(/D:[0-9]{14}\+00'00'/g, "D:20250401000000+00'00'");
    return Buffer.from(fixed + printMark(blocks), 'latin1');
  } finally {
    await browser.close();
  }
}

const folder = resolve(fileURLToPath(new URL('../../tests/model-corpus', import.meta.url)));

/** Blocks of a text of record. */
export function modelText(name: string): readonly Block[] {
  return blocksOfText(readFileSync(join(folder, 'text', `${name}.md`), 'utf8'));
}

async function main(): Promise<void> {
  const source = join(folder, 'source');
  mkdirSync(source, { recursive: true });
  const kept = new Set([printedFile, ...Object.values(modelFiles).map(({ file }) => file)]);
  for (const name of readdirSync(source)) if (!kept.has(name)) rmSync(join(source, name));
  for (const [name, { file, make }] of Object.entries(modelFiles))
    writeFileSync(join(source, file), make(modelText(name)));
  const blocks = modelText(printedText);
  const pdf = join(source, printedFile);
  if (existsSync(pdf) && readFileSync(pdf, 'latin1').endsWith(printMark(blocks))) return;
  writeFileSync(pdf, await print(blocks));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

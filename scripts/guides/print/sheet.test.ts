import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sheetFile } from './pdf.ts';
import { plainWords, readPdf } from './read-pdf.ts';
import { sheetBody } from './sheet.ts';

describe('the sheet to print', () => {
  it('heading_paragraph_and_table__links_become_names', () => {
    const text =
      '# 題\n\n**開く** 「A」→ B\n\n| 順 | すること |\n|---|---|\n| 1 | [手引き](手引き.md) を見る |\n';
    expect(sheetBody(text).split('\n')).toEqual([
      '<h1>題</h1>',
      '<p><b>開く</b> 「A」→ B</p>',
      '<table class="columns-2"><thead><tr><th>順</th><th>すること</th></tr></thead><tbody><tr><td>1</td><td>「手引き」を見る</td></tr></tbody></table>',
    ]);
  });

  it('signs_of_html__stand_as_they_are', () => {
    expect(sheetBody('a <b> & "c"')).toBe('<p>a &lt;b&gt; &amp; &quot;c&quot;</p>');
  });

  it.each([
    ['- 一覧'],
    ['## 小見出し'],
    ['1. 一つめ'],
    ['`code`'],
    ['| a | b |\n|---|---|\n| 1 |'],
    ['| a |\nb'],
  ])('%j__is_refused_rather_than_left_out', (text) => {
    expect(() => sheetBody(text)).toThrow();
  });

  it('file_that_is_kept__is_one_page_of_A4_and_has_every_word_of_the_guide', async () => {
    const kept = await readPdf(readFileSync(sheetFile.replace(/\.md$/, '.pdf')));
    expect(kept).toMatchObject({ pages: 1, width: 595, height: 842 });
    const words = sheetBody(readFileSync(sheetFile, 'utf8'))
      .split(/<\/?(?:h1|p|table|thead|tbody|tr|th|td)\b[^>]*>/)
      .map((one) => plainWords(one.replace(/<\/?b>/g, '').replace(/&amp;/g, '&')))
      .filter((one) => one !== '');
    expect(words.length).toBeGreaterThan(50);
    expect(
      words.filter((one) => !kept.text.includes(one)),
      'npm run docs:print',
    ).toEqual([]);
  });
});

/** PDFs: lines joined, what runs along left out, furigana aside, columns, vertical writing, scans named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../shared/corpus/read/pdf/table.ts';
import { readSource } from './index.ts';
import { type Placed, pdfOf } from './testing.ts';

const codes = async (bytes: Uint8Array): Promise<string[]> =>
  (await readSource('規程.pdf', bytes)).issues.map(({ code }) => code);
const texts = async (bytes: Uint8Array): Promise<string[]> =>
  (await readSource('規程.pdf', bytes)).lines.map(({ text }) => text);

/** Forty characters a line from the left margin, so that each but the last is full. */
function prose(text: string, x: number, top: number, width = 40): Placed[] {
  const pieces = text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
  return pieces.map((piece, index) => ({ text: piece, x, y: top - 18 * index }));
}

const first =
  '第１条　この規程は、見本商工会議所（以下「本所」という。）の会員に関し必要な事項を定め、本所の健全な運営に資することを目的とする。ただし、定款に定めがあるときは、この限りでない。';
const second =
  '２　会員は、本所の定款及びこの規程を守り、会費を納めなければならない。会費の額は、別に定めるところによるものとし、年の途中で入会したときは月割りとする。';

describe('PDF', () => {
  it('lines_broken_by_the_paper__are_joined__one_line_a_paragraph', async () => {
    const page = [...prose(first, 90, 700), ...prose(second, 90, 600)];
    expect(await texts(pdfOf([page]))).toEqual([first, second]);
  });

  it('a_reference_at_the_edge__is_no_article__the_sentence_goes_on', async () => {
    const text = `${'本'.repeat(40)}第七条第二項の規定により会費を納めない者は、会員の資格を失う。${'所'.repeat(40)}`;
    const page = [...prose(text, 90, 700), ...prose(second, 90, 500)];
    expect((await texts(pdfOf([page])))[0]).toBe(text);
  });

  it('headers_and_page_numbers__on_every_page__are_left_out_and_counted', async () => {
    const pages = [1, 2, 3].map((number) => [
      { text: '見本商工会議所規程集', x: 90, y: 800 },
      { text: `第${number}条　本文はここに${number}回書かれている。`, x: 90, y: 600 },
      { text: `- ${number} -`, x: 280, y: 30 },
    ]);
    const document = await readSource('規程.pdf', pdfOf(pages));
    expect(document.lines.map(({ text, page }) => [page, text])).toEqual([
      [1, '第1条　本文はここに1回書かれている。'],
      [2, '第2条　本文はここに2回書かれている。'],
      [3, '第3条　本文はここに3回書かれている。'],
    ]);
    expect(document.issues).toMatchObject([
      { code: 'corpus.read.running-left-out', params: { count: 6, sample: '見本商工会議所規程集' } },
    ]);
  });

  it('a_sentence_that_counts_along_with_the_pages__is_text', async () => {
    const pages = [1, 2, 3, 4].map((at) => [{ text: `手順${at}を行います。`, x: 90, y: 780 }]);
    const { lines } = await readSource('手引.pdf', pdfOf(pages));
    expect(lines.map(({ text }) => text).join('')).toBe(
      '手順1を行います。手順2を行います。手順3を行います。手順4を行います。',
    );
  });

  it('furigana__stand_above__are_kept_aside', async () => {
    const page = [
      { text: 'ふかきん', x: 120, y: 710, size: 5 },
      { text: '会員は、賦課金を納める。', x: 90, y: 700 },
    ];
    const document = await readSource('規程.pdf', pdfOf([page]));
    expect(document.lines).toMatchObject([{ text: '会員は、賦課金を納める。', ruby: 'ふかきん' }]);
  });

  it('two_columns__the_left_one_first__under_a_heading_of_both', async () => {
    const left = `１　${'左'.repeat(118)}。`;
    const right = `２　${'右'.repeat(118)}。`;
    const page = [
      { text: '見本商工会議所における文書の取扱いに関する規程集の全文', x: 90, y: 760 },
      ...prose(left, 90, 700, 18),
      ...prose(right, 320, 707, 18),
    ];
    expect((await texts(pdfOf([page]))).slice(1)).toEqual([left, right]);
    expect(await codes(pdfOf([page]))).toContain('corpus.read.columns');
  });

  it('a_table__cells_in_line__rows_of_cells', async () => {
    const rows = [
      ['区分', '口数', '会費'],
      ['法人', '二口', '一万円'],
      ['個人', '一口', '五千円'],
    ];
    const page = rows.flatMap((row, index) =>
      row.map((text, column) => ({ text, x: 90 + 100 * column, y: 700 - 18 * index })),
    );
    const { lines } = await readSource('規程.pdf', pdfOf([page]));
    expect(lines.map(({ kind, cells }) => [kind, cells])).toEqual(rows.map((row) => ['table-row', row]));
  });

  /** Cells by row and column; a row of paper between two others has no number of its own. */
  const tableAt = async (rows: readonly (readonly [number, readonly string[]])[]) => {
    const page = rows.flatMap(([row, cells]) =>
      cells.flatMap((text, column) =>
        text === '' ? [] : [{ text, x: 90 + 100 * column, y: 700 - 24 * row }],
      ),
    );
    const { lines } = await readSource('規程.pdf', pdfOf([page]));
    return lines.map(({ cells, text }) => cells ?? [text]);
  };

  it('a_table__labels_over_rows__at_their_top__stand_in_each_row', async () => {
    const rows = [
      [0, ['款', '項', '内容']],
      [1, ['事業収入', '会費', '会費及び加入金']],
      [2, ['', '検定', '受験料']],
      [3, ['', '手数料', '証明']],
      [4, ['事業費', '会議費', '会場の費用']],
      [5, ['', '旅費', '']],
      [6, ['', '計', '']],
    ] as const;
    expect(await tableAt(rows)).toEqual([
      ['款', '項', '内容'],
      ['事業収入', '会費', '会費及び加入金'],
      ['事業収入', '検定', '受験料'],
      ['事業収入', '手数料', '証明'],
      ['事業費', '会議費', '会場の費用'],
      ['事業費', '旅費', ''],
      ['', '計', ''],
    ]);
  });

  it('a_table__labels_over_rows__in_their_middle__stand_in_each_row', async () => {
    const rows = [
      [0, ['款', '項', '内容']],
      [1, ['', '会費', '会費及び加入金']],
      [2, ['事業収入', '検定', '受験料']],
      [3, ['', '手数料', '証明']],
      [4, ['', '会議費', '会場の費用']],
      [4.5, ['事業費']],
      [5, ['', '旅費', '交通費']],
    ] as const;
    expect((await tableAt(rows)).map(([first]) => first)).toEqual([
      ...['款', '事業収入', '事業収入', '事業収入', '事業費', '事業費'],
    ]);
  });

  it('a_table__rows_between_labels_that_may_be_of_either__have_none', async () => {
    const rows = [
      [0, ['区分', '項', '額']],
      [1, ['法人', '甲', '一万円']],
      [2, ['', '乙', '二万円']],
      [3, ['個人', '丙', '三万円']],
      [4, ['', '丁', '四万円']],
    ] as const;
    expect((await tableAt(rows)).map(([first]) => first)).toEqual(['区分', '法人', '', '個人', '個人']);
  });

  it('a_table__cells_of_two_columns_and_of_two_lines__keep_their_columns', async () => {
    const rows = [
      [0, ['区分', '基準']],
      [1, ['法人', '資本金が三百万円を']],
      [1.5, ['', '超える']],
      [2.5, ['', '従業員が六人以上']],
      [3.5, ['', '特に認めたもの']],
      [4.5, ['個人', '全て']],
      [5.5, ['団体', '十人以上']],
      [6.5, ['', '十人未満']],
      [8.5, ['', '欄の下の文']],
    ] as const;
    expect(await tableAt(rows)).toEqual([
      ['区分', '基準'],
      ['法人', '資本金が三百万円を超える'],
      ['法人', '従業員が六人以上'],
      ['法人', '特に認めたもの'],
      ['個人', '全て'],
      ['団体', '十人以上'],
      ['団体', '十人未満'],
      ['欄の下の文'],
    ]);
  });

  it('a_table__whatever_its_rows__loses_no_word', () => {
    const cell = fc.record({
      isThere: fc.boolean(),
      aside: fc.integer({ min: 0, max: 40 }),
      width: fc.integer({ min: 5, max: 110 }),
    });
    const row = fc.record({
      gap: fc.constantFrom(7, 14, 20),
      cells: fc.array(cell, { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (rows) => {
        let y = 0;
        const lines = rows.flatMap(({ gap, cells }, at) => {
          y += gap;
          const placed = cells.flatMap(({ isThere, aside, width }, column) => {
            const x = 90 + 100 * column + aside;
            return isThere ? [{ text: `語${at}の${column}。`, x, right: x + width }] : [];
          });
          const [first] = placed;
          if (first === undefined) return [];
          return [{ page: 1, x: first.x, y, right: 500, size: 10, cells: placed, ruby: [], column: '' }];
        });
        fc.pre(lines.length > 0);
        const read = tableOf(lines).flat().join('');
        for (const { cells } of lines) for (const { text } of cells) expect(read).toContain(text);
      }),
      { numRuns: 2000, seed: 6 },
    );
  });

  it('a_title__set_large__is_no_running_line', async () => {
    const page = (number: number) => [
      { text: '会計規程', x: 250, y: 810, size: 8 },
      ...(number === 1 ? [{ text: '会計規程', x: 240, y: 770, size: 18 }] : []),
      { text: `第${number}条　本文${number}とする。`, x: 90, y: 700 },
    ];
    const read = await readSource('a.pdf', pdfOf([page(1), page(2), page(3)]));
    expect(read.title).toBe('会計規程');
    expect(read.lines.map(({ text }) => text)).toEqual([
      ...['会計規程', '第1条　本文1とする。', '第2条　本文2とする。', '第3条　本文3とする。'],
    ]);
  });

  it('vertical_writing__from_the_right__is_read_and_reported', async () => {
    const page = [
      { text: '第一条　この規程は、文書について定める。', x: 500, y: 750 },
      { text: '第二条　文書は、正確に取り扱う。', x: 470, y: 750 },
    ];
    const bytes = pdfOf([page], '90ms-RKSJ-V');
    expect(await texts(bytes)).toEqual([page[0]?.text, page[1]?.text]);
    expect(await codes(bytes)).toContain('corpus.read.vertical');
  });

  it('a_scanned_page__is_named__never_silently_empty', async () => {
    const bytes = pdfOf([[{ text: '第１条　本文。', x: 90, y: 700 }], 'drawing', 'drawing']);
    expect((await readSource('規程.pdf', bytes)).issues).toMatchObject([
      { code: 'corpus.read.page-without-text', severity: 'warning', params: { pages: '2-3', count: 2 } },
    ]);
    expect((await readSource('規程.pdf', pdfOf(['drawing']))).issues).toMatchObject([
      { code: 'corpus.read.scan', severity: 'error', params: { file: '規程.pdf', count: 1 } },
    ]);
  });

  it('a_damaged_file__is_refused_in_words__without_a_throw', async () => {
    const whole = pdfOf([[{ text: '第１条　本文。', x: 90, y: 700 }]]);
    for (let length = 0; length < whole.length; length += 97) {
      const { lines, issues } = await readSource('規程.pdf', whole.subarray(0, length));
      expect(lines.length + issues.length, String(length)).toBeGreaterThan(0);
    }
    expect(await codes(whole.subarray(0, 40))).toEqual(['corpus.read.damaged']);
  });

  it('a_password__is_said__in_words', async () => {
    const open = Buffer.from(pdfOf([[{ text: '第１条　本文。', x: 90, y: 700 }]])).toString('latin1');
    const key = '00'.repeat(32);
    const locked = open.replace(
      'trailer\n<<',
      `trailer\n<</Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>/ID[<00><00>]`,
    );
    expect(await codes(new Uint8Array(Buffer.from(locked, 'latin1')))).toEqual(['corpus.read.encrypted']);
  });
});

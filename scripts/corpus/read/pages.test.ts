/** Text, Markdown, HTML and law XML: every encoding, nothing lost, numbers as shown. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readSource } from './index.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = async (file: string, text: string): Promise<string[]> =>
  (await readSource(file, bytesOf(text))).lines.map((line) => (line.numbering ?? '') + line.text);

const rule =
  '第一条　この規程は、見本商工会議所の会員について定める。\n２　会費は、別に定める。ただし、髙橋を除く。\n';

describe('encodings', () => {
  it.each([
    'utf8',
    'cp932',
    'euc-jp',
    'utf16le',
  ])('a_text_in_%s__without_a_word_on_it__is_read', async (encoding) => {
    const text = encoding === 'euc-jp' ? rule.replace('髙', '高') : rule;
    const bytes = new Uint8Array(iconv.encode(text, encoding, { addBOM: encoding === 'utf16le' }));
    const { lines, issues } = await readSource('規程.txt', bytes);
    expect(lines.map((each) => `${each.text}\n`).join('')).toBe(text);
    expect(issues).toEqual([]);
  });

  it('EUC_JP__every_character_of_its_two_rows__as_iconv_reads_it', async () => {
    const all = Array.from({ length: 94 * 10 }, (_unused, at) => [
      0xb0 + Math.floor(at / 94),
      0xa1 + (at % 94),
    ]);
    const bytes = Uint8Array.from([...iconv.encode('これは、漢字の表です。\n', 'euc-jp'), ...all.flat()]);
    const { lines } = await readSource('表.txt', bytes);
    expect(lines.map(({ text }) => text).join('\n')).toBe(iconv.decode(Buffer.from(bytes), 'euc-jp'));
  });

  it('a_wrong_declaration__does_not_count__when_the_bytes_say_otherwise', async () => {
    const page = `<meta charset="utf-8"><p>${rule}</p>`;
    const { lines } = await readSource('規程.html', new Uint8Array(iconv.encode(page, 'cp932')));
    expect(lines[0]?.text).toContain('見本商工会議所');
  });

  it('mojibake__saved_as_such__is_an_error', async () => {
    const garbled = iconv.decode(Buffer.from(rule.repeat(3)), 'cp932');
    const { issues } = await readSource('規程.txt', bytesOf(garbled));
    expect(issues[0]).toMatchObject({ code: 'corpus.read.mojibake', severity: 'error' });
  });
});

describe('text and Markdown', () => {
  it('a_text_broken_at_a_width__is_joined__one_line_a_paragraph', async () => {
    const paragraphs = ['一', '二', '三'].map((n) => `第${n}条　${'会員は本所の定款を守る'.repeat(9)}。`);
    const broken = paragraphs.map((each) => (each.match(/.{1,35}/gu) ?? []).join('\n')).join('\n');
    const document = await readSource('規程.txt', bytesOf(broken));
    expect(document.lines.map(({ text }) => text)).toEqual(paragraphs);
    expect(document.issues).toMatchObject([{ code: 'corpus.read.lines-joined' }]);
  });

  it('Markdown__headings_lists_and_tables__keep_their_numbers', async () => {
    const document = await readSource(
      '手引.md',
      bytesOf(
        '# 手引\n\n1. **受付**をする\n2. 確認する\n\n| 区分 | 額 |\n|---|---|\n| 法人 | 1 |\n\n続く文と\n次の行。\n',
      ),
    );
    expect(document.title).toBe('手引');
    expect(document.lines.map((each) => [each.kind, each.numbering ?? '', each.text])).toEqual([
      ['heading', '', '手引'],
      ['text', '1.', '受付をする'],
      ['text', '2.', '確認する'],
      ['table-row', '', '区分 | 額'],
      ['table-row', '', '法人 | 1'],
      ['text', '', '続く文と次の行。'],
    ]);
  });

  it('no_sentence_is_lost__whatever_the_lines', async () => {
    const sentence = fc
      .array(
        fc.constantFrom('第一条　', '会員', '（目的）', 'は、', '２', '定める', ' ', '|', '-', '会費', '(1)'),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      .map((pieces) => `${pieces.join('')}する。`);
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 30 }), async (sentences) => {
        const bare = (text: string): string => text.replace(/[\s|*#-]/g, '');
        for (const [file, text] of [
          ['a.txt', sentences.join('\n')],
          ['a.html', `<html><body><div>${sentences.join('<br>')}</div></body></html>`],
        ] as const) {
          expect(bare((await texts(file, text)).join(''))).toBe(bare(sentences.join('')));
        }
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});

describe('HTML', () => {
  it('a_label_over_rows__stands_in_each__a_sentence_once', async () => {
    const page =
      '<table><tr><td>甲<td rowspan=3>一口<td rowspan=2>減らすことができる。<tr><td rowspan=2>乙<tr><td>丙</table>';
    const { lines } = await readSource('規程.html', bytesOf(page));
    expect(lines.map(({ cells }) => cells)).toEqual([
      ['甲', '一口', '減らすことができる。'],
      ['乙', '一口', ''],
      ['乙', '一口', '丙'],
    ]);
  });

  it('scripts_and_navigation__are_left_out__lists_and_ruby_are_kept', async () => {
    const page =
      '<title>会員規程</title><script>x</script><nav>ホーム</nav><h2>第1章</h2><ol start=3><li>受付<li>確認</ol>' +
      '<p><ruby>賦課<rp>（</rp><rt>ふか</rt></ruby>金</p><table><tr><td rowspan=2>法人<td>一口<tr><td>二口</table>';
    const document = await readSource('規程.html', bytesOf(page));
    expect(document.title).toBe('会員規程');
    expect(document.lines).toMatchObject([
      { kind: 'heading', level: 2, text: '第1章' },
      { text: '受付', numbering: '3.' },
      { text: '確認', numbering: '4.' },
      { text: '賦課金', ruby: 'ふか' },
      { kind: 'table-row', cells: ['法人', '一口'] },
      { kind: 'table-row', cells: ['法人', '二口'] },
    ]);
    expect(document.issues).toMatchObject([
      { code: 'corpus.read.navigation-left-out', params: { count: 1 } },
    ]);
  });

  it('a_law_page__in_Shift_JIS__comes_out_with_every_character_and_article', async () => {
    const digits = '〇一二三四五六七八九';
    const kanji = (n: number): string => {
      const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
      const part = (count: number, unit: string) =>
        count === 0 ? '' : `${count === 1 ? '' : digits.charAt(count)}${unit}`;
      return `${part(hundreds, '百')}${part(tens, '十')}${ones === 0 ? '' : digits.charAt(ones)}`;
    };
    const articles = Array.from({ length: 120 }, (_unused, at) => {
      const number = `第${kanji(at + 1)}条`;
      return `<P><B><A NAME="${at + 1}">${number}</A></B>　見本の規定${at + 1}。<BR>２　髙①㈱～の項。<BR>一　号の文</P>`;
    });
    const page = `<HTML><HEAD><TITLE>見本法</TITLE></HEAD><BODY>${articles.join('\n')}</BODY></HTML>`;
    const { lines, issues } = await readSource('見本法.html', new Uint8Array(iconv.encode(page, 'cp932')));
    const bare = (text: string): string => text.replace(/<TITLE>.*<\/TITLE>|<[^>]*>|[\s\u3000]/g, '');
    expect(bare(lines.map(({ text }) => text).join('')) === bare(page)).toBe(true);
    expect(issues).toEqual([]);
    const begun = lines.filter(({ text }) => /^第[一二三四五六七八九十百]+条\u3000/.test(text));
    expect(begun).toHaveLength(120);
    expect(begun[98]?.text.startsWith('第九十九条')).toBe(true);
  });
});

describe('law XML', () => {
  it('articles_paragraphs_items__one_line_each__numbers_as_printed', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><Law><LawNum>昭和二十八年法律第百四十三号</LawNum><LawBody><LawTitle>見本法</LawTitle>
      <MainProvision><Chapter><ChapterTitle>第一章　総則</ChapterTitle><Article><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle>
      <Paragraph><ParagraphNum/><ParagraphSentence><Sentence>本則。</Sentence><Sentence>ただし書。</Sentence></ParagraphSentence>
      <Item><ItemTitle>一</ItemTitle><ItemSentence><Column><Sentence>語</Sentence></Column><Column><Sentence>意味</Sentence></Column></ItemSentence>
      <Subitem1><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>細目</Sentence></Subitem1Sentence></Subitem1></Item></Paragraph>
      <Paragraph><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence><Ruby>公<Rt>こう</Rt></Ruby>印。</Sentence></ParagraphSentence></Paragraph></Article></Chapter></MainProvision>
      <SupplProvision AmendLawNum="平成一一年法律第八七号" Extract="true"><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph><ParagraphNum/><ParagraphSentence><Sentence>施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision></LawBody></Law>`;
    const document = await readSource('法.xml', bytesOf(xml));
    expect(document.format).toBe('egov-xml');
    expect(document.lines.map(({ text }) => text)).toEqual([
      '見本法',
      '（昭和二十八年法律第百四十三号）',
      '第一章　総則',
      '（目的）',
      '第一条　本則。ただし書。',
      '一　語　意味',
      'イ　細目',
      '２　公印。',
      '附則（平成一一年法律第八七号）　抄',
      '施行する。',
    ]);
    expect(document.lines[7]?.ruby).toBe('こう');
  });

  it('other_XML__is_no_law__and_said_to_be_none', async () => {
    const { issues } = await readSource('設定.xml', bytesOf('<settings><a>1</a></settings>'));
    expect(issues).toMatchObject([{ code: 'corpus.read.kind-unknown', severity: 'error' }]);
  });
});

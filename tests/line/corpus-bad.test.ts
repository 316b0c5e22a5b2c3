/** A folder as people leave it: what cannot be used is named with its reason, and the rest is built. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOf, type Placed, paragraph, pdfOf } from '../../scripts/corpus/read/testing.ts';
import { encodeWindows31j } from '../../shared/bytes/windows31j.ts';
import { readManifest } from '../../shared/corpus/manifest.ts';
import { parseDelimited } from '../../shared/table/parse.ts';
import { cciCorpus, type Ran } from '../support/corpus.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const page = (...lines: readonly string[]): readonly Placed[] =>
  lines.map((text, at) => ({ text, x: 60, y: 780 - at * 18 }));
const rule = (title: string) => `${title}\n第1条（目的）　甲とする。\n第2条（細目）　前条による。`;

/** Starts like a compound file and names the stream that a password makes (MS-OFFCRYPTO 2.3.4.4). */
function lockedDocx(): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  return bytes;
}

/** Its trailer names an encryption dictionary whose keys fit no empty password (PDF 32000-1, 7.6). */
function lockedPdf(): Uint8Array {
  const text = Buffer.from(pdfOf([page('秘密')])).toString('latin1');
  const key = 'ab'.repeat(32);
  const dictionary = `<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>`;
  return Buffer.from(
    text.replace('trailer\n<<', `trailer\n<</Encrypt ${dictionary}/ID[<${key}><${key}>]`),
    'latin1',
  );
}

/** 300 pages of text without a heading. */
const manual = () =>
  pdfOf(
    Array.from({ length: 300 }, (_all, at) =>
      page(
        `作業その${at + 1}を行います。`,
        `終わったら記録${(at * 7) % 100}を付け、その日のうちに課長の確認を受けて、綴りに戻します。`,
        `鍵${at % 9}を返します。`,
      ),
    ),
  );

/** Pictures do not pack: 40 MB of them. */
function pictures(): Uint8Array {
  const noise = new Uint8Array(40_000_000);
  let state = 1;
  for (let at = 0; at < noise.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise[at] = state >>> 24;
  }
  const body = ['写真集規程', '第1条　写真を保存する。', '第2条　前条の写真は、返さない。'].map((line) =>
    paragraph(line),
  );
  body.push('<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>');
  const parts = unzipSync(docxOf({ body: body.join('') }));
  return zipSync({ ...parts, 'word/media/image1.jpg': noise }, { level: 0 });
}

const folder = mkdtempSync(join(tmpdir(), 'cci-bad-'));
const at = (...names: readonly string[]) => join(folder, ...names);
let built: Ran;
let report: readonly (readonly string[])[] = [];
const codesOf = (file: string) => report.filter(([name]) => name === file).map(([, , , code]) => code);
const source = (title: string) => readFileSync(at('束', `${title}.md`), 'utf8');

beforeAll(async () => {
  mkdirSync(at('元'));
  const files: Readonly<Record<string, Uint8Array>> = {
    'よい規程.txt': utf8(rule('よい規程')),
    '鍵付き.docx': lockedDocx(),
    '壊れた.docx': docxOf({ body: paragraph('第1条　甲') }).slice(0, 300),
    '鍵付き.pdf': lockedPdf(),
    '壊れた.pdf': utf8('%PDF-1.4\n1 0 obj\n<</Type/Catalog'),
    'スキャン.pdf': pdfOf(['drawing', 'drawing']),
    '一部スキャン.pdf': pdfOf([page('一部規程', '第１条　甲とする。', '第２条　乙とする。'), 'drawing']),
    '文字化け.txt': utf8(new TextDecoder('shift_jis').decode(utf8(rule('化けた規程').repeat(3)))),
    '逆順.txt': utf8('逆順規程\n第1条　甲\n第3条　乙\n第2条　丙\n第4条　丁'),
    '同名甲.txt': utf8(rule('同名規程')),
    '同名乙.txt': utf8(rule('同名規程').replace('甲', '別')),
    '削除先.txt': utf8('削除先規程\n第1条　甲\n第2条　削除\n第3条　第2条の例による。'),
    '重複.txt': encodeWindows31j('重複規程\n第1条　甲\n第2条　乙\n第2条　丙').bytes,
    '手引.pdf': manual(),
    '写真集.docx': pictures(),
    '名簿.xlsx': utf8('PK'),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(at('元', name), bytes);
  built = await cciCorpus('build', '--source', at('元'), '--out', at('束'));
  report = parseDelimited(readFileSync(at('束', '報告.csv'), 'utf8').replace('\ufeff', '')).rows;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder with files that cannot be used', () => {
  it('is_built_as_far_as_it_goes_and_says_that_it_has_to_be_mended', () => {
    expect(built).toMatchObject({ code: 1, err: '' });
    const titles = readManifest(readFileSync(at('束', 'manifest.json'), 'utf8'))?.sources.map(
      ({ title }) => title,
    );
    expect(titles?.sort()).toEqual(
      [
        ...[
          'よい規程',
          '一部規程',
          '逆順規程',
          '同名規程',
          '同名規程（同名甲.txt）',
          '削除先規程',
          '重複規程',
        ],
        ...['手引', '写真集規程'],
      ].sort(),
    );
  });

  it.each([
    ['鍵付き.docx', 'corpus.read.encrypted'],
    ['壊れた.docx', 'corpus.read.damaged'],
    ['鍵付き.pdf', 'corpus.read.encrypted'],
    ['壊れた.pdf', 'corpus.read.damaged'],
    ['スキャン.pdf', 'corpus.read.scan'],
    ['一部スキャン.pdf', 'corpus.read.page-without-text'],
    ['文字化け.txt', 'corpus.read.mojibake'],
    ['逆順.txt', 'corpus.number-backward'],
    ['同名甲.txt', 'corpus.title-twice'],
    ['削除先.txt', 'corpus.reference-repealed'],
    ['重複.txt', 'corpus.number-twice'],
    ['手引.pdf', 'corpus.no-headings'],
    ['写真集.docx', 'corpus.read.pictures'],
    ['名簿.xlsx', 'corpus.not-a-rule'],
  ])('reports %s as %s, with the remedy', (file, code) => {
    expect(codesOf(file)).toContain(code);
    const row = report.find(([name, , , one]) => name === file && one === code);
    expect(row?.[4]).not.toContain('{');
    expect(row?.[5]?.length).toBeGreaterThan(5);
  });

  it('names_the_files_that_were_not_read_in_index_and_check', async () => {
    const unread = ['スキャン.pdf', '壊れた.docx', '壊れた.pdf', '文字化け.txt', '鍵付き.docx', '鍵付き.pdf'];
    const index = readFileSync(at('束', '索引.md'), 'utf8');
    expect([...index.matchAll(/^- `([^`]*)`：/gm)].map(([, name]) => name).sort()).toEqual(unread.sort());
    const check = await cciCorpus('check', '--bundle', at('束'));
    expect(check.code).toBe(1);
    for (const name of unread) expect(check.err).toContain(`「${name}」は読めなかったため`);
    for (const code of ['unread', 'number-backward', 'number-twice', 'reference-repealed'])
      expect(check.err).toContain(`[corpus.${code}]`);
  });

  it('keeps_every_sentence_of_300_pages_by_page', () => {
    const text = source('手引');
    for (const one of [1, 150, 300])
      expect(text).toContain(`〔手引 ${one}ページ〕作業その${one}を行います。`);
    expect(text.match(/綴りに戻します/g)).toHaveLength(300);
  });

  it('reads_the_text_between_the_pictures', () => {
    expect(source('写真集規程')).toContain('前条〔第1条〕の写真は、返さない。');
  });

  it('mixes_up_nothing_of_two_documents_of_one_title', () => {
    expect(source('同名規程')).toContain('別とする。');
    expect(source('同名規程（同名甲.txt）')).toContain('甲とする。');
  });
});

/** Bad input of `cci convert`: one clear line and nothing written, or a held row; never a trace, never half a file. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConvertArguments, convertCommand } from '../../scripts/cli/convert.ts';
import { UnusableInput } from '../../shared/issue/issue.ts';
import { lineOf, catalogue as words } from '../../shared/issue/messages.ts';
import { parseDelimited } from '../../shared/table/parse.ts';
import { root } from '../architecture/imports.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header =
  '組織区分,事業所名,代表者氏名,メールアドレス,個人情報の取扱いへの同意,反社会的勢力でないことの誓約,定款への同意';
const row = (name: string) => `個人事業主,${name},見本 太郎,a@example.jp,同意する,誓約する,同意する`;
const utf8 = (text: string) => Buffer.from(text, 'utf8');

let count = 0;
function convert(content: Buffer | null, more: Partial<ConvertArguments> = {}) {
  const base = join(folder, `case${++count}`);
  const answers = `${base}.csv`;
  if (content !== null) writeFileSync(answers, content);
  const out = `${base}-out`;
  const printed: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = ((text: string) => printed.push(String(text)) > 0) as typeof write;
  try {
    const code = convertCommand({
      template: 'membership-application',
      answers,
      profile: 'toas-provisional',
      out,
      ...more,
    });
    const issues = parseDelimited(readFileSync(join(out, 'issues.csv'), 'utf8').slice(1)).rows.slice(1);
    const receipt = JSON.parse(readFileSync(join(out, 'receipt.json'), 'utf8')) as {
      rows: { in: number; exported: number; held: number };
    };
    return {
      code,
      out,
      lines: [] as string[],
      codes: issues.map((cells) => `${cells[0]}:${cells[5]}`),
      rows: receipt.rows,
    };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return {
      code: 2,
      out,
      lines: error.issues.map((i) => lineOf(i)),
      codes: error.issues.map((i) => i.code),
      rows: null,
    };
  } finally {
    process.stdout.write = write;
  }
}

const unusable: readonly (readonly [string, Buffer | null, string, Partial<ConvertArguments>?])[] = [
  ['no such file', null, 'file.missing'],
  ['an empty file', Buffer.alloc(0), 'file.empty'],
  ['only white space and newlines', utf8('\r\n \r\n'), 'file.empty'],
  ['a folder in place of a file', utf8('x'), 'file.unreadable', { answers: tmpdir() }],
  ['an unknown template', utf8(`${header}\n${row('A')}\n`), 'template.not-found', { template: 'no-such' }],
  [
    'a template name that climbs out',
    utf8(`${header}\n${row('A')}\n`),
    'template.not-found',
    { template: '../fields' },
  ],
  ['an unknown profile', utf8(`${header}\n${row('A')}\n`), 'profile.not-found', { profile: 'no-such' }],
  [
    'a profile file that is not there',
    utf8(`${header}\n${row('A')}\n`),
    'file.missing',
    { profile: './none.yaml' },
  ],
  ['UTF-16', Buffer.from(`\uFEFF${header}\n${row('A')}\n`, 'utf16le'), 'file.utf16'],
  ['NUL bytes', utf8(`${header}\n${row('A\0B')}\n`), 'file.nul'],
  [
    'a workbook renamed to csv',
    Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200, 7)]),
    'file.spreadsheet',
  ],
  [
    'bytes of no encoding',
    Buffer.concat([utf8(`${header}\n`), Buffer.from([0x81, 0x20, 0xff, 0xfe, 0x0a])]),
    'file.encoding',
  ],
  ['data without a header', utf8(`${row('A')}\n${row('B')}\n`), 'header.unknown'],
  ['a header twice', utf8(`${header},事業所名\n${row('A')},B\n`), 'header.twice'],
  ['a quote that never closes', utf8(`${header}\n"${row('A')}\n${row('B')}\n`), 'table.quote-open'],
];

describe('unusable input', () => {
  it.each(unusable.map(([name, content, code, more]) => ({ name, content, code, more })))('$name', ({
    content,
    code,
    more,
  }) => {
    const result = convert(content, more);
    expect(result.codes).toContain(code);
    expect(words()[code]).toBeDefined();
    for (const line of result.lines) {
      expect(line).toMatch(/^[^\n]+。.*\[[a-z0-9.-]+\]$/);
      expect(line.length).toBeLessThan(400);
    }
    expect(existsSync(result.out)).toBe(false);
  });

  it.each([
    ['encoding: windows-31j', 'encoding: euc-jp', '使える値：windows-31j、utf-8、utf-8-bom。'],
    ['verified: false', 'verified: "no"', 'true か false で書きます'],
    ['newline: crlf', 'newline: crlf\nnote: 5', '文字で書きます'],
  ])('a layout with %s made %s says the form it should have', (right, wrong, words) => {
    const text = readFileSync(join(root, 'forms-templates/csv-profiles/plain-utf8.yaml'), 'utf8');
    const profile = join(folder, 'own.yaml');
    const plain = text.replace(/^note: .*\n/m, '').replace(/^encoding: .*/m, 'encoding: windows-31j');
    expect(plain).toContain(right);
    writeFileSync(profile, plain.replace(right, wrong));
    const { lines, codes } = convert(utf8(`${header}\n${row('A')}\n`), { profile });
    expect(codes).toEqual(['document.shape']);
    expect(lines[0]).toContain(words);
  });

  it('names the line on which it happened', () => {
    expect(convert(utf8(`${header}\n${row('A')}\n${row('B\0')}\n`)).lines[0]).toContain('3 行目');
    expect(convert(utf8(`${header}\n${row('A')}\n"${row('B')}\n`)).lines[0]).toContain('3 行目');
  });
});

describe('rows that wait', () => {
  it.each([
    ['extra cells', utf8(`${header}\n${row('A')},余り\n${row('B')}\n`), ['1:row.ragged'], 1],
    [
      'missing cells',
      utf8(`${header}\n個人事業主,A\n${row('B')}\n`),
      ['1:row.ragged', '1:required', '1:consent.missing'],
      1,
    ],
    [
      'a cell of 50,000 characters',
      utf8(`${header}\n${row('あ'.repeat(50_000))}\n${row('B')}\n`),
      ['1:text.too-long'],
      1,
    ],
    [
      'a line of 10 MB',
      utf8(`${header}\n${row('x'.repeat(10_000_000))}\n${row('B')}\n`),
      ['1:text.too-long'],
      1,
    ],
    [
      'a response id twice',
      utf8(`responseId,${header}\nr1,${row('A')}\nr1,${row('B')}\n`),
      ['2:response.twice'],
      1,
    ],
  ] as const)('%s: the row is held, the other goes out', (_name, content, codes, exported) => {
    const result = convert(content);
    expect(result.code).toBe(0);
    for (const code of codes) expect(result.codes).toContain(code);
    expect(result.rows).toMatchObject({ in: 2, exported, held: 2 - exported });
  });
});

describe('files as they come', () => {
  const text = `${header}\n${row('髙橋商店')}\n${row('見本屋')}\n`;
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with BOM', utf8(`\uFEFF${text}`)],
    ['CP932', iconv.encode(text, 'CP932')],
    ['CRLF', utf8(text.replace(/\n/g, '\r\n'))],
    ['CR only', utf8(text.replace(/\n/g, '\r'))],
    ['no newline at the end', utf8(text.trimEnd())],
    ['blank lines between', utf8(text.replace(/\n/g, '\n\n'))],
    [
      'an unknown column',
      utf8(text.replace(header, `${header},ひみつ`).replace(/同意する\n/g, '同意する,x\n')),
    ],
  ])('%s gives the same export', (_name, content) => {
    const result = convert(content);
    const bytes = readFileSync(join(result.out, 'export.csv'));
    const expected = convert(utf8(text));
    expect(bytes.equals(readFileSync(join(expected.out, 'export.csv')))).toBe(true);
    expect(result.rows).toMatchObject({ in: 2, exported: 2, held: 0 });
    expect(bytes.includes(Buffer.from([0xfb, 0xfc]))).toBe(true);
  });

  it('text behind a closing quote goes out with a warning', () => {
    const { codes, rows } = convert(utf8(`${header}\n${row('"A"x')}\n${row('B')}\n`));
    expect(codes).toEqual(['1:table.quote-text']);
    expect(rows).toMatchObject({ exported: 2, held: 0 });
  });

  it('an empty ledger is named', () => {
    const ledger = join(folder, '台帳.csv');
    writeFileSync(ledger, '\uFEFF');
    const { codes, lines } = convert(utf8(text), { ledger });
    expect(codes).toEqual(['file.empty']);
    expect(lines[0]).toContain('台帳.csv');
  });

  it('a header alone gives an export of a header alone', () => {
    const result = convert(utf8(`${header}\n`));
    expect(result.rows).toMatchObject({ in: 0, exported: 0, held: 0 });
    expect(readFileSync(join(result.out, 'export.csv')).toString('latin1').split('\r\n')).toHaveLength(2);
  });

  it('an output that cannot be written leaves nothing behind', () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, 'a file, not a folder');
    expect(convert(utf8(text), { out: blocked }).codes).toEqual(['output.unwritable']);
    expect(readFileSync(blocked, 'utf8')).toBe('a file, not a folder');
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

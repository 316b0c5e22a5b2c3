import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnusableInput } from '../shared/issue/issue.ts';
import { readText, writeAll } from './files.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const two = [
  { name: 'a.txt', bytes: bytes('new a') },
  { name: 'b.txt', bytes: bytes('new b') },
];
function codesOf(action: () => unknown): readonly string[] {
  try {
    action();
    return [];
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return error.issues.map((i) => i.code);
  }
}

describe('readText', () => {
  it.each([
    ['UTF-8', Buffer.from('髙橋')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF髙橋')],
    ['CP932', iconv.encode('髙橋', 'CP932')],
  ])('%s', (name, content) => {
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, content);
    expect(readText(file)).toBe('髙橋');
  });

  it('an_empty_file__is_an_empty_text', () => {
    const file = join(folder, 'empty.txt');
    writeFileSync(file, '');
    expect(readText(file)).toBe('');
  });

  it('what_is_no_text__is_refused', () => {
    const file = join(folder, 'utf16.txt');
    writeFileSync(file, Buffer.from('\uFEFFa: 1', 'utf16le'));
    expect(codesOf(() => readText(file))).toEqual(['file.utf16']);
    expect(codesOf(() => readText(join(folder, 'none')))).toEqual(['file.missing']);
    expect(codesOf(() => readText(folder))).toEqual(['file.unreadable']);
  });
});

describe('writeAll', () => {
  it('makes_the_folders_it_needs', () => {
    const out = join(folder, '出力 先', '深い');
    writeAll(out, two);
    expect(readdirSync(out).sort()).toEqual(['a.txt', 'b.txt']);
  });

  it('one_file_that_cannot_be_put__leaves_all_as_they_were', () => {
    const out = join(folder, 'blocked');
    mkdirSync(join(out, 'b.txt'), { recursive: true });
    writeFileSync(join(out, 'a.txt'), 'old a');
    expect(codesOf(() => writeAll(out, two))).toEqual(['output.unwritable']);
    expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe('old a');
    expect(readdirSync(out).sort()).toEqual(['a.txt', 'b.txt']);
  });

  it.each([
    ['a file in place of the folder', () => join(folder, 'file')],
    ['a file in place of a folder above it', () => join(folder, 'file', 'x')],
    ['a name that is too long', () => join(folder, 'made', 'x'.repeat(300))],
    ['no name', () => ''],
  ])('%s__is_refused_and_nothing_is_left', (_case, out) => {
    writeFileSync(join(folder, 'file'), 'mine');
    expect(codesOf(() => writeAll(out(), two))).toEqual(['output.unwritable']);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'made'))).toBe(false);
  });

  it.runIf(process.platform === 'linux')('a_folder_that_accepts_no_other__ends', () => {
    expect(codesOf(() => writeAll('/proc/cci-kit-test', two))).toEqual(['output.unwritable']);
  });

  it('a_link_in_place_of_a_file__is_replaced_not_followed', () => {
    const out = join(folder, 'linked');
    mkdirSync(out);
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'untouched');
    symlinkSync(victim, join(out, 'a.txt'));
    writeAll(out, two);
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
    expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe('new a');
  });
});

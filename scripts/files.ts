/** Reading and writing files: every failure is an issue in words, and an output is whole or not there. */
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { decodeText } from '../shared/bytes/detect.ts';
import { issue, UnusableInput } from '../shared/issue/issue.ts';

/** Bytes of a file; `file.missing` or `file.unreadable` when there are none to have. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UnusableInput([
      issue(codeOf(error) === 'ENOENT' ? 'file.missing' : 'file.unreadable', 'error', '', {
        params: { file },
      }),
    ]);
  }
}

/**
 * Text of a small file in any encoding that `decodeText` knows, without its byte order mark. A file that is no text
 * throws `UnusableInput` (`file.encoding`, `file.utf16`, `file.nul` …); an empty file is an empty text.
 */
export function readText(file: string): string {
  const bytes = readBytes(file);
  return bytes.length === 0 ? '' : decodeText(bytes, file).text;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Makes a folder and those above it; returns those that were not there, outermost first. Step by step, since
 * `recursive` of Node.js never ends where a folder accepts no other (`/proc`).
 */
function makeFolder(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let path = resolve(folder); !isFolder(path); path = dirname(path)) missing.unshift(path);
  missing.forEach((path, made) => {
    try {
      mkdirSync(path);
    } catch (error) {
      // Another run may have made it in the meantime.
      if (codeOf(error) === 'EEXIST' && isFolder(path)) return;
      removeEmpty(missing.slice(0, made));
      throw error;
    }
  });
  return missing;
}

/** Removes folders, innermost first, as far as they are empty. */
function removeEmpty(folders: readonly string[]): void {
  for (const path of [...folders].reverse()) {
    try {
      rmdirSync(path);
    } catch {
      return;
    }
  }
}

/**
 * Writes files into a folder: all are written beside their place first and then renamed in the order given, so
 * that no file is ever half there. Put the file that vouches for the others last. Where any cannot be put in its
 * place, none is: what was there stays, and folders made for it go again (`output.unwritable`).
 */
export function writeAll(
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): void {
  const staged: { from: string; to: string }[] = [];
  let made: readonly string[] = [];
  try {
    if (folder === '') throw new Error('no folder');
    made = makeFolder(folder);
    for (const { name, bytes } of files) {
      const from = join(folder, `.${name}.${process.pid}.part`);
      const to = join(folder, name);
      if (isFolder(to)) throw new Error('a folder stands in the way');
      staged.push({ from, to });
      writeFileSync(from, bytes);
    }
    for (const { from, to } of staged) renameSync(from, to);
  } catch {
    for (const { from } of staged) rmSync(from, { force: true });
    removeEmpty(made);
    throw new UnusableInput([issue('output.unwritable', 'error', '', { params: { file: folder } })]);
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

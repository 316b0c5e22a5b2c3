/** Reading and writing files: every failure is an issue in words, and an output is whole or not there. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Writes files into a folder: all are written beside their place first and then renamed in the order given, so
 * that no file is ever half there. Put the file that vouches for the others last.
 */
export function writeAll(
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): void {
  const staged: { from: string; to: string }[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, bytes } of files) {
      const from = join(folder, `.${name}.${process.pid}.part`);
      staged.push({ from, to: join(folder, name) });
      writeFileSync(from, bytes);
    }
    for (const { from, to } of staged) renameSync(from, to);
  } catch {
    for (const { from } of staged) rmSync(from, { force: true });
    throw new UnusableInput([issue('output.unwritable', 'error', '', { params: { file: folder } })]);
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

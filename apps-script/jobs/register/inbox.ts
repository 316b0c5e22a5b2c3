/** Files of the core system in the chamber's 取込み folder: what lies there, and one that is sent from the sidebar. */
import { decodeBase64 } from '../../../shared/bytes/base64.ts';
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { ListedFile, Services } from '../port.ts';

const tableEnding = /\.(csv|txt|tsv)$/i;
const longestName = 120;

/** A name that stands well in Drive and in messages: one line, no path, an ending by which the folder knows a table. */
export function cleanName(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e]/g, '')
    .replace(/^.*[/\\]/, '')
    .trim();
  const ending = tableEnding.exec(bare)?.[0] ?? '.csv';
  const stem = (bare.endsWith(ending) ? bare.slice(0, -ending.length) : bare).replace(/^[.\s]+/, '').trim();
  return `${Array.from(stem === '' ? '台帳' : stem)
    .slice(0, longestName)
    .join('')}${ending}`;
}

/** `台帳.csv`, `台帳 (2).csv` …: the first name that no file has. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const ending = tableEnding.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${stem} (${number})${ending}`;
  return free;
}

/**
 * Puts a file into the folder. A name that is taken gets a number; the same file sent again (the answer to the first may
 * have been lost) is the one that lies there. Throws UnusableInput `upload.broken`, `upload.too-large`.
 */
export function uploadLedger(
  services: Services,
  input: { readonly name: string; readonly base64: string },
  limit: number,
): ListedFile {
  const bytes = decodeBase64(input.base64);
  const name = cleanName(input.name);
  if (bytes === null || bytes.length === 0) {
    throw new UnusableInput([issue('upload.broken', 'error', '', { params: { file: name } })]);
  }
  if (bytes.length > limit) {
    throw new UnusableInput([issue('upload.too-large', 'error', '', { params: { file: name } })]);
  }
  return services.withLock(() => {
    const { drive, workbook } = services;
    const { files } = drive.listInbox(workbook.id);
    const same = files.find((file) => file.name === name && file.bytes === bytes.length);
    const content = same === undefined ? null : drive.readInbox(workbook.id, same.id)?.content;
    if (same !== undefined && content != null && sha256Hex(content) === sha256Hex(bytes)) return same;
    return drive.saveInbox(workbook.id, freeName(name, new Set(files.map((file) => file.name))), bytes);
  });
}

/** A file of the folder with its bytes. Throws UnusableInput `import.file-gone`. */
export function inboxFile(services: Services, fileId: string): ListedFile & { readonly content: Uint8Array } {
  const file = services.drive.readInbox(services.workbook.id, fileId);
  if (file === null) throw new UnusableInput([issue('import.file-gone', 'error', '')]);
  return file;
}

/** A table for people: UTF-8 with BOM, CRLF, and nothing in it that a spreadsheet would run. */
import type { BytesPort } from '../bytes/port.ts';
import { formatTable } from '../table/format.ts';
import { neutralise } from '../table/neutralise.ts';

/** Bytes of a table; `rows` may hold what somebody typed. */
export function peopleTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  port: Pick<BytesPort, 'encodeUtf8'>,
): Uint8Array {
  const cells = [header, ...rows.map((row) => row.map(neutralise))];
  return port.encodeUtf8(`\uFEFF${formatTable(cells, { newline: 'crlf', quoting: 'minimal' })}`);
}

/** Tables for people beside a bundle: what was found, what changed, what to sync, how to share out. */
import type { ChangedSource, ChangedUnit } from '../../shared/corpus/compare.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { describe } from '../../shared/issue/messages.ts';
import { formatTable } from '../../shared/table/format.ts';
import { neutralise } from '../../shared/table/neutralise.ts';

export const reportName = '報告.csv';
export const comparisonName = '新旧対照表.csv';
export const syncName = '再同期.csv';
export const sharesName = '分割案.csv';

export const changeWords = { added: '追加', removed: '廃止', changed: '変更' } as const;
export const syncWords = {
  added: 'ノートブックに追加してください',
  removed: 'ノートブックから外してください',
  changed: '再同期してください',
} as const;

/** BOM, CRLF, nothing that a spreadsheet would run. */
function peopleTable(rows: readonly (readonly string[])[]): Uint8Array {
  const safe = rows.map((row) => row.map(neutralise));
  return new TextEncoder().encode(`\ufeff${formatTable(safe, { newline: 'crlf', quoting: 'minimal' })}`);
}

export function reportTable(issues: readonly Issue[]): Uint8Array {
  const rows = issues.map((found) => {
    const { message, remedy, severityLabel } = describe(found, (key) => key);
    const { file = '', line = '' } = found.params;
    return [String(file), String(line), severityLabel, found.code, message, remedy];
  });
  return peopleTable([['file', 'line', 'severity', 'code', 'message', 'remedy'], ...rows]);
}

export function comparisonTable(units: readonly ChangedUnit[]): Uint8Array {
  const rows = units.map(({ document, address, kind, before, after }) => [
    document,
    address,
    changeWords[kind],
    before,
    after,
  ]);
  return peopleTable([['document', 'address', 'kind', 'before', 'after'], ...rows]);
}

export function syncTable(sources: readonly ChangedSource[]): Uint8Array {
  const rows = sources.map(({ file, title, kind }) => [file, title, changeWords[kind], syncWords[kind]]);
  return peopleTable([['file', 'title', 'kind', 'todo'], ...rows]);
}

/** Files by notebook; each notebook gets the index too. */
export function sharesTable(notebooks: readonly (readonly string[])[], index: string): Uint8Array {
  const rows = notebooks.flatMap((files, at) => [index, ...files].map((file) => [String(at + 1), file]));
  return peopleTable([['notebook', 'file'], ...rows]);
}

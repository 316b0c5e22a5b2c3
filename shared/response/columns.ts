/** Header of an answers file → keys. Synonyms die here: inside there are only keys. */
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { placesOf } from '../template/mail.ts';
import type { Template } from '../template/template.ts';
import { isGrid, partsOf, rowKey } from './parts.ts';

/** What a column of an answers file holds. */
export type AnswerColumn =
  | { readonly use: 'field'; readonly key: string }
  | { readonly use: 'responseId' | 'timestamp' }
  | { readonly use: 'unknown'; readonly header: string };

const fixedHeaders: Readonly<Record<string, 'responseId' | 'timestamp'>> = {
  responseid: 'responseId',
  response_id: 'responseId',
  回答id: 'responseId',
  timestamp: 'timestamp',
  タイムスタンプ: 'timestamp',
  送信日時: 'timestamp',
};

/** Headers under which Forms exports the address it collected itself. */
const collectedEmail = ['email address', 'ユーザー名', 'username'];

/** A header as compared: width, case and spaces do not matter. */
export function foldHeader(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Forms exports a grid as a column a row, 「題 [行]」. Rows that were filled in with the form are known by the title alone. */
function gridColumn(cell: string, template: Template): AnswerColumn | null {
  const found = /^([^[]+?) ?\[(.+)\]$/s.exec(cell.trim());
  const title = foldHeader(found?.[1] ?? '');
  const row = (found?.[2] ?? '').trim();
  const grid = template.sections
    .flatMap((section) => section.items)
    .find((item) => item.grid?.rowsFrom !== undefined && foldHeader(item.title ?? '') === title);
  return grid?.key === undefined || row === '' ? null : { use: 'field', key: rowKey(grid.key, row) };
}

export interface ReadHeader {
  readonly columns: readonly AnswerColumn[];
  readonly unknown: readonly string[];
  /** `header.twice`, `header.unknown` (no column means anything); both make the file unusable. */
  readonly issues: readonly Issue[];
}

/**
 * Matches a header by key, question title of the template, or label of the catalogue; never by position.
 * @param header cells of the first row
 */
export function readHeader(header: readonly string[], template: Template, catalogue: Catalogue): ReadHeader {
  const known = new Map<string, AnswerColumn>();
  for (const [name, use] of Object.entries(fixedHeaders)) known.set(name, { use });
  for (const field of catalogue.fields) {
    known.set(foldHeader(field.key), { use: 'field', key: field.key });
    known.set(foldHeader(field.label), { use: 'field', key: field.key });
  }
  for (const name of collectedEmail) known.set(name, { use: 'field', key: 'email' });
  for (const section of template.sections) {
    for (const item of section.items) {
      if (item.key === undefined) continue;
      known.set(foldHeader(item.key), { use: 'field', key: item.key });
      if (item.title !== undefined && placesOf(item.title).length === 0) {
        known.set(foldHeader(item.title), { use: 'field', key: item.key });
      }
      for (const { key, row } of isGrid(item) ? partsOf(item, {}) : []) {
        known.set(foldHeader(key), { use: 'field', key });
        known.set(foldHeader(`${item.title} [${row}]`), { use: 'field', key });
      }
    }
  }
  const columns = header.map(
    (cell): AnswerColumn =>
      known.get(foldHeader(cell)) ?? gridColumn(cell, template) ?? { use: 'unknown', header: cell.trim() },
  );
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  columns.forEach((column, index) => {
    if (column.use === 'unknown') {
      if (column.header === '') return;
    }
    const name =
      column.use === 'field' ? column.key : column.use === 'unknown' ? `?${column.header}` : column.use;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    else if (column.use !== 'unknown') {
      issues.push(
        issue('header.twice', 'error', column.use === 'field' ? column.key : '', {
          params: { header: header[index] ?? '', first: first + 1, second: index + 1 },
        }),
      );
    }
  });
  if (!columns.some((column) => column.use === 'field')) {
    issues.push(
      issue('header.unknown', 'error', '', {
        params: { header: header.slice(0, 3).join('、').slice(0, 80) },
      }),
    );
  }
  const unknown = columns.flatMap((c) => (c.use === 'unknown' && c.header !== '' ? [c.header] : []));
  return { columns, unknown: [...new Set(unknown)], issues };
}

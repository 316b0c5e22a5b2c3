/** Header of an answers file → keys. Synonyms die here: inside there are only keys. */
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { placesOf } from '../template/mail.ts';
import type { Template } from '../template/template.ts';
import { type MergedColumns, mergedColumns } from './merged-columns.ts';
import { isGrid, partsOf, rowKey } from './parts.ts';
import { type Sources, sourcesOf } from './replaced.ts';

/** What a column of an answers file holds. */
export type AnswerColumn =
  /** `question`: the key of the question, where that is not the field's own or others share the field. */
  | { readonly use: 'field'; readonly key: string; readonly question?: string }
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
  /** Fields that several columns hold. */
  readonly merged: readonly MergedColumns[];
  /** `header.twice`, `header.unknown` (no column means anything); both make the file unusable. */
  readonly issues: readonly Issue[];
}

/**
 * Which questions a header may name, the oldest first: of those that share a field, and of those whose key is not the
 * field's. A closed question and the one in its place often have the same title.
 */
function claimsOf({ ages }: Sources, catalogue: Catalogue): ReadonlyMap<string, readonly Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const [field, questions] of ages) {
    const [only] = questions;
    if (questions.length === 1 && only?.key === field) continue;
    const newest = questions[questions.length - 1]?.key ?? field;
    const claim = (name: string | undefined, question: string): void => {
      if (name === undefined || placesOf(name).length > 0) return;
      const known = claims.get(foldHeader(name)) ?? [];
      if (!known.some((one) => one.question === question)) known.push({ key: field, question });
      claims.set(foldHeader(name), known);
    };
    for (const { key = '', title } of questions) {
      claim(key, key);
      claim(title ?? catalogue.byKey.get(field)?.label, key);
    }
    // Where no question has the label of the field for its title, the label means the field as it is asked now.
    for (const name of [catalogue.byKey.get(field)?.label, field])
      if (name !== undefined && !claims.has(foldHeader(name))) claim(name, newest);
  }
  return claims;
}

interface Claim {
  readonly key: string;
  readonly question: string;
}

/**
 * Gives each column that a claimed header names to a question: where the header stands once, to the newest that has no
 * column of its own; where it stands several times, to the older ones first, as Forms exports them.
 */
function claimed(
  header: readonly string[],
  claims: ReadonlyMap<string, readonly Claim[]>,
): ReadonlyMap<number, AnswerColumn> {
  const columns = new Map<number, AnswerColumn>();
  const places = new Map<string, number[]>();
  header.forEach((cell, at) => {
    const name = foldHeader(cell);
    if (claims.has(name)) places.set(name, [...(places.get(name) ?? []), at]);
  });
  const taken = new Set<string>();
  const give = (at: number, { key, question }: Claim): void => {
    columns.set(at, { use: 'field', key, question });
    taken.add(question);
  };
  const byCount = [...places].sort(([a], [b]) => (claims.get(a)?.length ?? 0) - (claims.get(b)?.length ?? 0));
  for (const [name, ats] of byCount) {
    const all = claims.get(name) ?? [];
    const free = all.filter(({ question }) => !taken.has(question));
    const open = free.length === 0 ? all.slice(-1) : free.slice(-ats.length);
    ats.forEach((at, n) => {
      const one = open[n] ?? open[open.length - 1];
      if (one !== undefined) give(at, one);
    });
  }
  return columns;
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
  for (const { key, title } of template.retired) {
    if (!known.has(foldHeader(key))) known.set(foldHeader(key), { use: 'field', key });
    if (title !== undefined && !known.has(foldHeader(title)))
      known.set(foldHeader(title), { use: 'field', key });
  }
  const sources = sourcesOf(template);
  const shared = claimed(header, claimsOf(sources, catalogue));
  const columns = header.map(
    (cell, at): AnswerColumn =>
      shared.get(at) ??
      known.get(foldHeader(cell)) ??
      gridColumn(cell, template) ?? { use: 'unknown', header: cell.trim() },
  );
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  columns.forEach((column, index) => {
    if (column.use === 'unknown') {
      if (column.header === '') return;
    }
    const name =
      column.use === 'field'
        ? (column.question ?? column.key)
        : column.use === 'unknown'
          ? `?${column.header}`
          : column.use;
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
  return {
    columns,
    unknown: [...new Set(unknown)],
    merged: mergedColumns(columns, sources),
    issues,
  };
}

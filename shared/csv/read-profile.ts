/** Reads a profile document: shape first, then meaning; every mistake becomes an issue with its place. */

import { ByteBuffer } from '../bytes/buffer.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, isHeld, issue } from '../issue/issue.ts';
import { shapeIssues } from '../template/parse.ts';
import { createCellWriter } from './cells.ts';
import { ownQuestion } from './columns.ts';
import { codePointName } from './fit.ts';
import { type Profile, profileSchema } from './profile.ts';
import { findStyle, stylesByKind } from './styles.ts';

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

type Check = (profile: Profile, catalogue: Catalogue | null) => Issue[];

const at = (index: number, property: string): string => `columns.${index}.${property}`;

/** A header or a key that stands twice would make the way back ambiguous. */
const checkTwice: Check = ({ columns }) => {
  const found: Issue[] = [];
  for (const property of ['header', 'key'] as const) {
    const first = new Map<string, number>();
    columns.forEach((column, index) => {
      const name = column[property]?.trim();
      if (name === undefined || name === '') return;
      const before = first.get(name);
      if (before === undefined) first.set(name, index);
      else {
        const params = { path: at(index, property), name, first: before + 1, second: index + 1 };
        found.push(issue('profile.column-twice', 'error', '', { params }));
      }
    });
  }
  return found;
};

const checkKeys: Check = ({ columns }, catalogue) =>
  catalogue === null
    ? []
    : columns.flatMap((column, index) => {
        const { key } = column;
        if (key === undefined || catalogue.byKey.has(key) || ownQuestion(key, column) !== undefined)
          return [];
        const params = { path: at(index, 'key'), name: column.header, key };
        return [issue('profile.column-key', 'error', '', { params, value: key })];
      });

const checkStyles: Check = (profile, catalogue) =>
  profile.columns.flatMap((column, index) => {
    const { key, style } = column;
    if (style === undefined) return [];
    const field = key === undefined ? undefined : (catalogue?.byKey.get(key) ?? ownQuestion(key, column));
    const isKnown =
      field === undefined
        ? catalogue !== null || Object.values(stylesByKind).some((styles) => style in styles)
        : findStyle(profile, field.kind, style) !== undefined;
    if (isKnown) return [];
    const known = field === undefined ? '' : Object.keys(stylesByKind[field.kind]).join(', ');
    const params = { path: at(index, 'style'), name: column.header, style, known };
    return [issue('profile.style', 'error', '', { params, value: style })];
  });

/** Texts of the profile itself that its encoding cannot hold. */
const checkCharacters: Check = (profile) => {
  const writer = createCellWriter({ ...profile, refused: {} }, new ByteBuffer());
  const texts: [string, string][] = [];
  profile.columns.forEach((column, index) => {
    texts.push([at(index, 'header'), column.header]);
    if (column.fixed !== undefined) texts.push([at(index, 'fixed'), column.fixed]);
    for (const [code, text] of Object.entries(column.codes ?? {}))
      texts.push([at(index, `codes.${code}`), text]);
  });
  return texts.flatMap(([path, text]) => {
    const character = Array.from(text).find((c) => !writer.canWrite(c));
    if (character === undefined) return [];
    const params = { path, character, codePoint: codePointName(character), column: text, substitute: '' };
    return [issue('profile.character', 'error', '', { params, value: text })];
  });
};

const isWhole = (limit: number | undefined): boolean =>
  limit === undefined || (Number.isInteger(limit) && limit > 0);

/** Rules that the shape alone does not say: whole limits, `fixed` only without `key`, single refused characters. */
const checkValues: Check = ({ columns, refused, separator, choices }) => {
  const wrong: string[] = [];
  columns.forEach((column, index) => {
    if (!isWhole(column.maxCharacters)) wrong.push(at(index, 'maxCharacters'));
    if (!isWhole(column.maxBytes)) wrong.push(at(index, 'maxBytes'));
    if (column.key !== undefined && column.fixed !== undefined) wrong.push(at(index, 'fixed'));
    if (column.key === undefined && column.codes !== undefined) wrong.push(at(index, 'codes'));
  });
  for (const character of Object.keys(refused ?? {})) {
    if (Array.from(character).length !== 1) wrong.push(`refused.${character}`);
  }
  if (separator === '' && choices === 'label') wrong.push('separator');
  return wrong.map((path) =>
    issue('document.shape', 'error', '', {
      params: { path, name: path.split('.').pop() ?? path, expected: '' },
    }),
  );
};

const checks: readonly Check[] = [checkTwice, checkKeys, checkStyles, checkCharacters, checkValues];

/**
 * @param document parsed YAML or JSON
 * @param catalogue when given, keys and styles are checked against it; a profile read without may still be refused
 *   (by an exception) when it is used
 * @returns the profile, or null when it cannot be used; all issues, `params.path` being the place in the document
 *   (`columns.3.style`): `document.*`, `profile.column-key`, `profile.column-twice`, `profile.style`, `profile.empty`,
 *   `profile.character`
 */
export function readProfileDocument(
  document: unknown,
  catalogue: Catalogue | null = null,
): { readonly profile: Profile | null; readonly issues: readonly Issue[] } {
  const parsed = profileSchema().safeParse(document);
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap((problem) => {
      if (problem.path.join('.') === 'columns' && problem.code === 'too_small') {
        return [issue('profile.empty', 'error', '', { params: { path: 'columns', name: 'columns' } })];
      }
      return shapeIssues({ ...problem, input: valueAt(document, problem.path) });
    });
    return { profile: null, issues };
  }
  const issues = checks.flatMap((check) => check(parsed.data, catalogue));
  return { profile: isHeld(issues) ? null : parsed.data, issues };
}

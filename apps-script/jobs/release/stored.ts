/**
 * Files of the releases that a workbook holds: the one that counts, and the one before it to go back to. A file is one row; the row of the
 * release itself (`*`) comes last, so a release that is only half there is none.
 */
import { dataOf } from 'cci:project';
import * as z from 'zod/mini';
import { lazy } from '../../../shared/lazy.ts';
import type { Release } from '../../../shared/release/release.ts';
import { isAfter } from '../../../shared/template/version.ts';
import { fromJsonCells, toJsonCells } from '../book/json-cells.ts';
import type { Cells, Workbook } from '../port.ts';
import { fileHeaders, releaseTable } from './tables.ts';

const whole = '*';

interface Held {
  /** Row numbers by version and name. */
  readonly at: ReadonlyMap<string, number>;
  readonly texts: Map<string, unknown>;
}
let held: { readonly workbook: Workbook; readonly files: Held } | null = null;

const address = (version: string, name: string): string => `${version} ${name}`;

function filesOf(workbook: Workbook): Held {
  if (held?.workbook === workbook) return held.files;
  const rows = workbook.has([releaseTable]) ? workbook.readColumns(releaseTable, ['version', 'name']) : [];
  const at = new Map(
    rows.map((row) => [address(row.cells.version ?? '', row.cells.name ?? ''), row.at] as const),
  );
  const files: Held = { at, texts: new Map() };
  held = { workbook, files };
  return files;
}

const forget = (): void => {
  held = null;
};

/** Whether all files of the release are there. */
export const hasRelease = (workbook: Workbook, version: string): boolean =>
  filesOf(workbook).at.has(address(version, whole));

/** The value of a file, undefined where the release has none of this name. */
function fileValue(workbook: Workbook, version: string, name: string): unknown {
  const files = filesOf(workbook);
  const key = address(version, name);
  const at = files.at.get(key);
  if (at === undefined) return undefined;
  if (!files.texts.has(key)) {
    const [row] = workbook.readRows(releaseTable, [at]);
    files.texts.set(key, row === undefined ? undefined : fromJsonCells(fileHeaders, row.cells));
  }
  return files.texts.get(key);
}

const notesSchema = lazy(() => z.array(z.string()));

/** What the release says of itself; none for one that is not there. */
export function notesOf(workbook: Workbook, version: string): readonly string[] {
  const parsed = notesSchema().safeParse(fileValue(workbook, version, whole));
  return parsed.success ? parsed.data : [];
}

const versionSchema = lazy(() => z.object({ document: z.object({ version: z.string() }) }));
const idsSchema = lazy(() => z.object({ templates: z.array(z.string()), profiles: z.array(z.string()) }));

const versionOf = (value: unknown): string => {
  const parsed = versionSchema().safeParse(value);
  return parsed.success ? parsed.data.document.version : '';
};

/** Ids that the program ships and those of the release. */
function ids(workbook: Workbook, version: string): unknown {
  const shipped = idsSchema().parse(dataOf('ids'));
  const names = [...filesOf(workbook).at.keys()]
    .filter((key) => key.startsWith(`${version} `))
    .map((key) => key.slice(version.length + 1));
  const of = (kind: string): readonly string[] =>
    names.filter((name) => name.startsWith(`${kind}.`)).map((name) => name.slice(kind.length + 1));
  const both = (own: readonly string[], more: readonly string[]): readonly string[] =>
    [...new Set([...own, ...more])].sort();
  return {
    templates: both(shipped.templates, of('template')),
    profiles: both(shipped.profiles, of('profile')),
  };
}

/**
 * The value that counts instead of the program's own; undefined where the program's own does: the release has no such file, is not
 * whole, or the program ships a newer version of the template.
 */
export function releasedFile(workbook: Workbook, version: string, name: string): unknown {
  if (!hasRelease(workbook, version)) return undefined;
  if (name === 'ids') return ids(workbook, version);
  const value = fileValue(workbook, version, name);
  if (value === undefined || !name.startsWith('template.')) return value;
  const shipped = idsSchema().parse(dataOf('ids'));
  if (!shipped.templates.includes(name.slice('template.'.length))) return value;
  const own = versionOf(dataOf(name));
  return own !== '' && isAfter(own, versionOf(value)) ? undefined : value;
}

/** Puts the files of a release into the workbook, in one write. The same call again changes nothing. */
export function storeRelease(workbook: Workbook, { version, files, texts, sha256, notes }: Release): void {
  if (hasRelease(workbook, version)) return;
  const rows: readonly Cells[] = files.map(({ name, sha256: hash }) => ({
    version,
    name,
    sha256: hash,
    ...toJsonCells(fileHeaders, JSON.parse(texts.get(name) ?? 'null')),
  }));
  workbook.append(releaseTable, [
    ...rows,
    { version, name: whole, sha256, ...toJsonCells(fileHeaders, notes) },
  ]);
  forget();
}

/** Takes away the files of all other releases; one write, none where there is nothing to take away. */
export function keepReleases(workbook: Workbook, versions: readonly string[]): void {
  const isKept = (key: string): boolean => versions.some((version) => key.startsWith(`${version} `));
  if ([...filesOf(workbook).at.keys()].every(isKept)) return;
  const rows = workbook.read(releaseTable).filter(({ cells }) => versions.includes(cells.version ?? ''));
  workbook.replace(
    releaseTable,
    rows.map(({ cells }) => cells),
  );
  forget();
}

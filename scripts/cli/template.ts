/** `cci template list` and `cci template check`. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Catalogue } from '../../shared/fields/catalogue.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { checkReleased } from '../../shared/template/released.ts';
import { isFolder } from '../files.ts';
import {
  libraryFolder,
  loadCatalogue,
  loadTemplate,
  placed,
  readTemplateFile,
  releasedVersions,
  templateIds,
} from '../library.ts';
import { type ExitCode, printIssues } from './outcome.ts';
import { mailIssues, placesOfMails } from './template-mails.ts';

/** One line a template: id, version, what it is for. */
export function templateListCommand(): ExitCode {
  const catalogue = loadCatalogue();
  for (const id of templateIds()) {
    const template = loadTemplate(id, catalogue);
    process.stdout.write(`${template.id}\t${template.version}\t${template.summary}\n`);
  }
  return 0;
}

/**
 * Checks the templates of a folder (a template's own, or one that holds several) or one file, each by itself and against
 * its released versions. Prints a line a mistake (file, line, fault, remedy) and returns 1 when there is any.
 */
export function templateCheckCommand(given: string | undefined): ExitCode {
  const folder = given ?? libraryFolder;
  const files = templateFiles(folder);
  if (files.length === 0)
    throw new UnusableInput([
      issue('file.missing', 'error', '', { params: { file: join(folder, 'template.yaml') } }),
    ]);
  const catalogue = loadCatalogue();
  let mistakes = 0;
  for (const file of files) {
    const issues = issuesOf(file, catalogue, files.length > 1 || !isOwn(folder));
    printIssues(issues, (line) => process.stdout.write(line));
    mistakes += issues.length;
  }
  process.stdout.write(
    `ひな型 ${files.length} 件を調べました：${mistakes === 0 ? '誤りはありません。' : `誤りが ${mistakes} 件あります。`}\n`,
  );
  return mistakes === 0 ? 0 : 1;
}

/** All mistakes of one template, in the order of its lines. */
function issuesOf(file: string, catalogue: Catalogue, byFolder: boolean): readonly Issue[] {
  const { parsed, issues, lineOf } = readTemplateFile(file, catalogue);
  if (parsed === null) return issues;
  const { released, issues: ofReleased } = releasedVersions(file, parsed.id);
  const inMails = placesOfMails(file, parsed);
  const isUsed = ({ code, params }: Issue): boolean =>
    code === 'template.fill-in-unused' && inMails.has(`form.${params.name}`);
  const more = [
    ...checkReleased(parsed, released, catalogue),
    ...(isOwn(file) ? mailIssues(file, parsed) : []),
    ...(byFolder ? folderIssues(file, parsed.id) : []),
  ].map((found) => (found.params.place === undefined ? placed(found, file, lineOf) : found));
  const own = [...issues.filter((found) => !isUsed(found)), ...more];
  return [...own.sort((a, b) => Number(a.params.line ?? 0) - Number(b.params.line ?? 0)), ...ofReleased];
}

/** A template's own folder, or the file in it: mail texts stand beside. */
function isOwn(path: string): boolean {
  return basename(path) === 'template.yaml' || existsSync(join(path, 'template.yaml'));
}

function templateFiles(path: string): readonly string[] {
  if (!existsSync(path))
    throw new UnusableInput([issue('file.missing', 'error', '', { params: { file: path } })]);
  if (!isFolder(path)) return [path];
  const own = join(path, 'template.yaml');
  if (existsSync(own)) return [own];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name, 'template.yaml'))
    .filter((file) => existsSync(file));
}

/** The folder's name is the id: by it templates are found. */
function folderIssues(file: string, id: string): readonly Issue[] {
  const folder = basename(resolve(file, '..'));
  if (folder === id) return [];
  return [issue('template.folder', 'error', '', { params: { path: 'id', name: id, folder } })];
}

/** `cci template list` and `cci template check`. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { placesOf, readMailText } from '../../shared/template/mail.ts';
import { mailPlaceNames } from '../../shared/template/mail-places.ts';
import type { Template } from '../../shared/template/template.ts';
import { isFolder, readText } from '../files.ts';
import {
  libraryFolder,
  loadCatalogue,
  loadTemplate,
  placed,
  readTemplateFile,
  templateIds,
} from '../library.ts';
import { type ExitCode, printIssues } from './outcome.ts';

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
 * Checks the templates of a folder: a template's own folder, or one that holds several. Prints a line a mistake
 * (file, line, fault, remedy) and returns 1 when there is any.
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
    const { template, issues, lineOf } = readTemplateFile(file, catalogue);
    const more = template === null ? [] : [...mailIssues(file, template), ...folderIssues(file, template.id)];
    const all = [
      ...issues,
      ...more.map((found) => (found.params.place === undefined ? placed(found, file, lineOf) : found)),
    ];
    printIssues(all, (line) => process.stdout.write(line));
    mistakes += all.length;
  }
  process.stdout.write(
    `ひな型 ${files.length} 件を調べました：${mistakes === 0 ? '誤りはありません。' : `誤りが ${mistakes} 件あります。`}\n`,
  );
  return mistakes === 0 ? 0 : 1;
}

function templateFiles(folder: string): readonly string[] {
  if (!isFolder(folder)) {
    throw new UnusableInput([
      issue(existsSync(folder) ? 'file.unreadable' : 'file.missing', 'error', '', {
        params: { file: folder },
      }),
    ]);
  }
  const own = join(folder, 'template.yaml');
  if (existsSync(own)) return [own];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name, 'template.yaml'))
    .filter((file) => existsSync(file));
}

/** The folder's name is the id: by it templates are found. */
function folderIssues(file: string, id: string): readonly Issue[] {
  const folder = basename(resolve(file, '..'));
  if (folder === id) return [];
  return [issue('template.folder', 'error', '', { params: { path: 'id', name: id, folder } })];
}

/** Issues of the mail texts: a missing file at its place in the template, a wrong place at its line in the text. */
function mailIssues(templateFile: string, template: Template): readonly Issue[] {
  const issues: Issue[] = [];
  for (const [purpose, name] of Object.entries(template.mails)) {
    const file = join(resolve(templateFile, '..'), name);
    if (!existsSync(file)) {
      issues.push(
        issue('template.mail-missing', 'error', '', { params: { path: `mails.${purpose}`, name } }),
      );
      continue;
    }
    const known = mailPlaceNames(template, purpose);
    const text = readText(file);
    const mail = readMailText(text);
    const lines = text.split(/\r\n?|\n/);
    for (const found of placesOf(`${mail.subject}\n${mail.body}`)) {
      if (known.includes(found)) continue;
      const line = lines.findIndex((one) => placesOf(one).includes(found)) + 1;
      const place = `${join(templateFile, '..', name)} の ${line} 行目：`;
      issues.push(
        issue('template.mail-place', 'error', '', {
          params: { place, file, line, name: found, known: known.join('、') },
        }),
      );
    }
  }
  return issues;
}

/** `cci template list` and `cci template check`. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { placesOf, readMailText } from '../../shared/template/mail.ts';
import { mailPlaces } from '../../shared/template/mail-places.ts';
import { isFolder, readText } from '../files.ts';
import { libraryFolder, loadCatalogue, loadTemplate, readTemplateFile, templateIds } from '../library.ts';
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
    const { template, issues } = readTemplateFile(file, catalogue);
    const mails = template === null ? [] : mailIssues(file, template.mails);
    const name = basename(resolve(file, '..'));
    const misplaced =
      template === null || template.id === name
        ? []
        : [
            issue('template.folder', 'error', '', {
              params: { place: `${file} ：`, name: template.id, folder: name },
            }),
          ];
    const all = [...issues, ...mails, ...misplaced];
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

function mailIssues(templateFile: string, mails: Readonly<Record<string, string>>): readonly Issue[] {
  const issues: Issue[] = [];
  for (const [purpose, name] of Object.entries(mails)) {
    const file = join(resolve(templateFile, '..'), name);
    if (!existsSync(file)) {
      issues.push(
        issue('template.mail-missing', 'error', '', { params: { place: `${templateFile} ：`, name } }),
      );
      continue;
    }
    const known = mailPlaces[purpose] ?? mailPlaces.any ?? [];
    const mail = readMailText(readText(file));
    for (const place of placesOf(`${mail.subject}\n${mail.body}`)) {
      if (!known.includes(place)) {
        issues.push(
          issue('template.mail-place', 'error', '', {
            params: { file, name: place, known: known.join('、') },
          }),
        );
      }
    }
  }
  return issues;
}

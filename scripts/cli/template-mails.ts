/** The mail texts beside a template: there, and with places that somebody fills. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Issue, issue } from '../../shared/issue/issue.ts';
import { placesOf, readMailText } from '../../shared/template/mail.ts';
import { mailPlaceNames } from '../../shared/template/mail-places.ts';
import type { Template } from '../../shared/template/template.ts';
import { readText } from '../files.ts';

/** Issues of the mail texts: a missing file at its place in the template, a wrong place at its line in the text. */
export function mailIssues(templateFile: string, template: Template): readonly Issue[] {
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

/** Places that the mail texts use: what a form's maker fills in may be for them alone. */
export function placesOfMails(templateFile: string, { mails }: Template): ReadonlySet<string> {
  const files = Object.values(mails)
    .map((name) => join(resolve(templateFile, '..'), name))
    .filter((file) => existsSync(file));
  return new Set(files.flatMap((file) => placesOf(readText(file))));
}

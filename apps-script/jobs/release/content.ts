/** Whether the files of a release are what the program can read: looked at before any of them counts. */
import { readProfileDocument } from '../../../shared/csv/read-profile.ts';
import { readCatalogue } from '../../../shared/fields/catalogue.ts';
import { parseFileName } from '../../../shared/release/files.ts';
import type { Release } from '../../../shared/release/release.ts';
import { parseTemplate } from '../../../shared/template/parse.ts';
import { assets, catalogueParts, templateParts } from '../assets.ts';
import { isWords } from './words.ts';

/** Name of the first file that cannot be read, null when all can. */
export function unreadableFile({ texts }: Release): string | null {
  const own = texts.get('catalogue');
  let { catalogue } = assets();
  try {
    if (own !== undefined) {
      const { fields, codeLists } = catalogueParts(JSON.parse(own));
      catalogue = readCatalogue(fields, codeLists);
    }
  } catch {
    return 'catalogue';
  }
  for (const [name, text] of texts) {
    const kind = parseFileName(name)?.kind;
    try {
      const value: unknown = JSON.parse(text);
      const isSound =
        kind === 'template'
          ? isTemplate(name, value)
          : kind === 'messages'
            ? isWords(value)
            : kind !== 'profile' || readProfileDocument(value, catalogue).profile !== null;
      if (!isSound) return name;
    } catch {
      return name;
    }
  }
  return null;
}

function isTemplate(name: string, value: unknown): boolean {
  const { document, mails } = templateParts(value);
  const { template } = parseTemplate(document);
  return (
    template !== null &&
    `template.${template.id}` === name &&
    Object.values(template.mails).every((path) => mails[path] !== undefined)
  );
}

/**
 * The model chamber's second form: made from an earlier version of its template and changed since, as a chamber would, so that a
 * visitor finds an update waiting. The script that makes it is the product itself with the earlier template as its data.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { ScriptBundle } from '../../emulator/api.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const earlier = { templateId: 'consultation-booking', version: '1.0.0' } as const;

/** What the clerk fills in. */
export const earlierValues: Readonly<Record<string, string>> = {
  hours: '平日 午前9時〜午後5時',
  place: '見本商工会館2階　相談室',
  slots: '9時〜10時\n10時〜11時\n13時〜14時\n14時〜15時',
  replyWithin: '2営業日以内',
};

/** `bundle` with this version of the template in place of the newest. Throws when its data has no such template. */
export function withEarlierTemplate(bundle: ScriptBundle): ScriptBundle {
  const { templateId, version } = earlier;
  const file = join(root, 'forms-templates', templateId, 'released', `${version}.yaml`);
  const name = `template.${templateId} `;
  let found = false;
  const data = (bundle.html.Data ?? '').split('\n').map((line) => {
    if (!line.startsWith(name)) return line;
    found = true;
    const shipped = JSON.parse(line.slice(name.length)) as Readonly<Record<string, unknown>>;
    return name + JSON.stringify({ ...shipped, document: parse(readFileSync(file, 'utf8')) as unknown });
  });
  if (!found) throw new Error(`Data.html: no ${name}`);
  return { ...bundle, html: { ...bundle.html, Data: data.join('\n') } };
}

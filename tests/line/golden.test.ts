/** The golden `line/` of each template: answers in, exactly these files out. `UPDATE_GOLDEN=1` rewrites them for review. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  libraryFolder,
  loadCatalogue,
  loadProfile,
  loadTemplate,
  templateIds,
} from '../../scripts/library.ts';
import { convert } from '../../shared/line/convert.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';

const catalogue = loadCatalogue();
const today = '2026-11-24';

describe.each(templateIds())('golden line of %s', (id) => {
  const folder = join(libraryFolder, id, 'line');
  const answers = join(folder, 'answers.csv');
  const output = convert({
    template: loadTemplate(id, catalogue),
    catalogue,
    profile: loadProfile('toas-provisional', catalogue),
    settings: defaultSettings,
    answers: { file: 'answers.csv', bytes: readFileSync(answers) },
    today,
  });

  it.each(output.files.map((file) => file.name))('%s is what was reviewed', (name) => {
    const bytes = output.files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
    const expected = join(folder, 'expected', name);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(join(folder, 'expected'), { recursive: true });
      writeFileSync(expected, bytes);
    }
    expect(existsSync(expected)).toBe(true);
    expect(Buffer.from(bytes).equals(readFileSync(expected)), `${name} differs`).toBe(true);
  });
});

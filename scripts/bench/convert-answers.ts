/** One conversion as the benches measure it: the model template, the provisional layout, Node's own bytes. */
import { type ConvertOutput, convert } from '../../shared/line/convert.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';
import { loadCatalogue, loadProfile, loadTemplate } from '../library.ts';
import { nativeBytes } from '../native-bytes.ts';

const catalogue = loadCatalogue();
const template = loadTemplate('membership-application', catalogue);
const profile = loadProfile('toas-provisional', catalogue);

export function convertOnce(bytes: Uint8Array): ConvertOutput {
  return convert({
    template,
    catalogue,
    profile,
    settings: defaultSettings,
    answers: { file: 'answers.csv', bytes },
    today: '2026-11-24',
    port: nativeBytes,
  });
}

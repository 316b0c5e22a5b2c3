/** `cci convert`: a file of answers → export.csv, issues.csv, changes.csv, receipt.json. */
import { UnusableInput } from '../../shared/issue/issue.ts';
import { convert } from '../../shared/line/convert.ts';
import { defaultSettings, readSettings, type Settings } from '../../shared/settings/settings.ts';
import { readBytes, readText, writeAll } from '../files.ts';
import { loadCatalogue, loadProfile, loadTemplate, placed } from '../library.ts';
import { nativeBytes } from '../native-bytes.ts';
import { todayInJapan } from '../today.ts';
import { readYaml } from '../yaml.ts';
import type { ExitCode } from './outcome.ts';

export interface ConvertArguments {
  readonly template: string;
  readonly answers: string;
  readonly profile: string;
  readonly ledger?: string;
  readonly settings?: string;
  readonly out: string;
}

/** Everything is read and converted before the first byte is written. */
export function convertCommand(given: ConvertArguments): ExitCode {
  const catalogue = loadCatalogue();
  const template = loadTemplate(given.template, catalogue);
  const profile = loadProfile(given.profile, catalogue);
  const settings = loadSettings(given.settings);
  const {
    files,
    receipt,
    missingColumns = [],
  } = convert({
    template,
    catalogue,
    profile,
    settings,
    answers: { file: given.answers, bytes: readBytes(given.answers) },
    ...(given.ledger === undefined ? {} : { ledger: { file: given.ledger, bytes: readBytes(given.ledger) } }),
    today: todayInJapan(),
    port: nativeBytes,
  });
  writeAll(given.out, files);
  const { rows, unchanged, superseded = [] } = receipt;
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const aside =
    unchanged === undefined
      ? ''
      : `、変更なし ${unchanged.length} 件${superseded.length === 0 ? '' : `、あとの回答にまとめた ${superseded.length} 件`}`;
  say(`回答 ${rows.in} 件：出力 ${rows.exported} 件、保留 ${rows.held} 件${aside}（${given.out}）`);
  if (template.flow === 'register' && given.ledger === undefined)
    say(
      '回答のない項目は空欄で書きました。取り込むと登録が消えるおそれがあります。--ledger FILE を付けると、今の登録に重ねて書きます。',
    );
  if (missingColumns.length > 0) {
    const more = missingColumns.length > 10 ? `ほか ${missingColumns.length - 10} 列` : '';
    const some = [...missingColumns.slice(0, 10), ...(more === '' ? [] : [more])].join('、');
    say(`台帳にない列（回答がなければ空欄で書きました。全部は receipt.json）：${some}`);
  }
  if (!receipt.profileVerified)
    say(`配置「${profile.name}」は仮の配置です。取り込む前に基幹システムで確かめてください。`);
  return 0;
}

/** Settings from a YAML or JSON file; the defaults when none is named. */
export function loadSettings(file: string | undefined): Settings {
  if (file === undefined) return defaultSettings;
  // A file of blanks alone sets nothing, as an empty one does.
  if (readBytes(file).every((byte) => byte <= 0x20 && byte !== 0)) return defaultSettings;
  const yaml = readYaml(readText(file), file);
  if (yaml.issues.length > 0) throw new UnusableInput(yaml.issues);
  const { settings, issues } = readSettings(yaml.value);
  if (settings === null) throw new UnusableInput(issues.map((found) => placed(found, file, yaml.lineOf)));
  return settings;
}

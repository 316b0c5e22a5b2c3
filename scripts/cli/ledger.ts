/** `cci ledger judge` and `cci ledger diff`: the core system's ledger judged, and two states of it compared. */
import type { Issue } from '../../shared/issue/issue.ts';
import { lineOf } from '../../shared/issue/messages.ts';
import { compareLedgers } from '../../shared/line/compare-ledgers.ts';
import { judgeLedger } from '../../shared/line/judge-ledger.ts';
import { readBytes, writeAll } from '../files.ts';
import { loadCatalogue, loadProfile } from '../library.ts';
import { nativeBytes } from '../native-bytes.ts';
import { todayInJapan } from '../today.ts';
import { loadSettings } from './convert.ts';
import type { ExitCode } from './outcome.ts';

export interface LedgerJudgeArguments {
  readonly ledger: string;
  readonly profile: string;
  readonly settings?: string;
  readonly out: string;
}

export interface LedgerDiffArguments {
  readonly before: string;
  readonly after: string;
  readonly profile: string;
  readonly out: string;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Says what is doubtful about a whole file, once a kind. */
function sayWarnings(warnings: readonly Issue[]): void {
  const said = new Set<string>();
  for (const found of warnings) {
    const kind = `${found.code} ${found.params.file ?? ''}`;
    if (!said.has(kind)) say(lineOf(found));
    said.add(kind);
  }
}

const source = (file: string) => ({ file, bytes: readBytes(file) });

/** Writes judgement.csv, issues.csv and receipt.json; everything is judged before the first byte is written. */
export function ledgerJudgeCommand(given: LedgerJudgeArguments): ExitCode {
  const catalogue = loadCatalogue();
  const profile = loadProfile(given.profile, catalogue);
  const { files, receipt, warnings } = judgeLedger({
    ledger: source(given.ledger),
    profile,
    catalogue,
    settings: loadSettings(given.settings),
    today: todayInJapan(),
    port: nativeBytes,
  });
  writeAll(given.out, files);
  const { rows, columns } = receipt;
  say(
    `基準日 ${receipt.baseDate}、${rows.in} 件：当たる ${rows.yes} 件、当たらない ${rows.no} 件、判定できない ${rows.unknown} 件（${given.out}）`,
  );
  if (columns.missing.length > 0) say(`台帳にない列：${columns.missing.join('、')}`);
  sayWarnings(warnings);
  if (receipt.issues > 0) say(`確かめる点が ${receipt.issues} 件あります（issues.csv）`);
  return 0;
}

/** Writes diff.csv, issues.csv and receipt.json; everything is compared before the first byte is written. */
export function ledgerDiffCommand(given: LedgerDiffArguments): ExitCode {
  const catalogue = loadCatalogue();
  const { files, receipt, warnings } = compareLedgers({
    before: source(given.before),
    after: source(given.after),
    profile: loadProfile(given.profile, catalogue),
    catalogue,
    today: todayInJapan(),
    port: nativeBytes,
  });
  writeAll(given.out, files);
  const { rows, columns } = receipt;
  say(`変更 ${rows.changed} 件、追加 ${rows.added} 件、削除 ${rows.removed} 件（${given.out}）`);
  const one = [...columns.onlyBefore, ...columns.onlyAfter];
  if (one.length > 0) say(`一方のファイルにだけあり、比べていない列：${one.join('、')}`);
  sayWarnings(warnings);
  if (receipt.issues > 0) say(`事業所番号に確かめる点が ${receipt.issues} 件あります（issues.csv）`);
  return 0;
}

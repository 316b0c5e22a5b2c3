/** `cci survey prefill`: what a ledger already says, question by question, for the survey that chambers answer. */
import { basename, dirname } from 'node:path';
import { fiscalYearDay, judge } from '../../shared/register/judge.ts';
import { readLedgerFile } from '../../shared/register/ledger.ts';
import { prefillOf } from '../../shared/survey/definition/prefill.ts';
import { peopleCsv } from '../../shared/survey/report/csv.ts';
import { readBytes, writeAll } from '../files.ts';
import { loadCatalogue, loadProfile } from '../library.ts';
import { nativeBytes } from '../native-bytes.ts';
import { loadSurvey } from '../survey/library.ts';
import { todayInJapan } from '../today.ts';
import { loadSettings } from './convert.ts';
import type { ExitCode } from './outcome.ts';

export interface SurveyPrefillArguments {
  readonly survey: string;
  readonly ledger: string;
  readonly profile: string;
  readonly settings?: string;
  readonly out: string;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

export function surveyPrefillCommand(given: SurveyPrefillArguments): ExitCode {
  const definition = loadSurvey(given.survey);
  const catalogue = loadCatalogue();
  const settings = loadSettings(given.settings);
  const today = todayInJapan();
  const { businesses } = readLedgerFile(
    { file: given.ledger, bytes: readBytes(given.ledger) },
    { profile: loadProfile(given.profile, catalogue), catalogue, settings, today, port: nativeBytes },
  );
  const options = {
    ...settings,
    baseDate: settings.baseDate ?? fiscalYearDay(settings.fiscalYearStart, today),
  };
  const filled = prefillOf(
    definition,
    businesses.map(({ values, unread }) => ({ values, specified: judge(values, options, unread).result })),
  );
  const rows = filled.map(({ question, label, value, ground }) => [question, label, value, ground]);
  writeAll(dirname(given.out), [
    { name: basename(given.out), bytes: peopleCsv([['question', 'label', 'value', 'ground'], ...rows]) },
  ]);
  for (const { label, value, ground } of filled)
    say(`${label}：${value === '' ? '（空欄）' : value}　${ground}`);
  say(`台帳の ${businesses.length} 件から数えました。送る前に、必ず確かめてください（${given.out}）`);
  return 0;
}

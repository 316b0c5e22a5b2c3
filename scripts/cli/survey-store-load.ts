/** `cci survey store load`: answers of one wave into the analysis store, and on into BigQuery where that is asked for. */
import { lineOf } from '../../shared/issue/messages.ts';
import { writtenWave } from '../../shared/survey/definition/waves.ts';
import { readBytes } from '../files.ts';
import { loadSurvey, surveyLists } from '../survey/library.ts';
import { loadWave } from '../survey/store/load.ts';
import type { ExitCode } from './outcome.ts';

export interface SurveyStoreLoadArguments {
  readonly survey: string;
  readonly wave: string;
  readonly answers: string;
  readonly store: string;
  readonly bigquery?: string;
  readonly credentials?: string;
  readonly dryRun?: boolean;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

const changes = {
  new: '入れました',
  replaced: '入れ替えました',
  same: '同じ内容が入っているので、そのままです',
} as const;

export async function surveyStoreLoadCommand(given: SurveyStoreLoadArguments): Promise<ExitCode> {
  const loaded = await loadWave({
    store: given.store,
    definition: loadSurvey(given.survey),
    lists: surveyLists(),
    wave: given.wave,
    file: given.answers,
    bytes: readBytes(given.answers),
    now: new Date().toISOString(),
  });
  const { record, read, change } = loaded;
  say(
    `${record.title} ${writtenWave(record.wave)}：${record.businesses} 件、${changes[change]}（${given.store}）`,
  );
  const doubtful = read.issues.filter(({ row }) => row > 0).length;
  if (doubtful > 0)
    say(`回答に確かめる点が ${doubtful} か所あります。cci survey report の issues.csv で見られます`);
  for (const found of loaded.issues) say(lineOf(found));
  if (given.bigquery !== undefined) {
    const { sendToBigQuery } = await import('../google/bigquery.ts');
    await sendToBigQuery({
      target: given.bigquery,
      store: given.store,
      record,
      credentials: given.credentials,
      dryRun: given.dryRun === true,
      say,
    });
  }
  return 0;
}

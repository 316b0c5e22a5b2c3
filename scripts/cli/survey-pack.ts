/** `cci survey pack`: one region's tables, graphs, method and anonymised records, with the record of handing them over. */

import { issue } from '../../shared/issue/issue.ts';
import { lineOf } from '../../shared/issue/messages.ts';
import { buildReport } from '../../shared/survey/report/build.ts';
import { packOf } from '../../shared/survey/report/pack.ts';
import { leastRecords } from '../../shared/survey/report/records.ts';
import { writeAll } from '../files.ts';
import { nativeBytes } from '../native-bytes.ts';
import { todayInJapan } from '../today.ts';
import type { ExitCode } from './outcome.ts';
import { reportInput, type SurveyReportArguments, sayOutcome, saySurveyWarnings } from './survey-report.ts';

export interface SurveyPackArguments extends Omit<SurveyReportArguments, 'round' | 'shown'> {
  readonly region: string;
  readonly to: string;
  readonly purpose?: string;
}

/** Exit code 1: nothing of this region may be shown; nothing is written then. */
export async function surveyPackCommand(given: SurveyPackArguments): Promise<ExitCode> {
  const built = buildReport({ ...reportInput(given), region: given.region });
  if (built.report.allHidden) {
    saySurveyWarnings(built.warnings);
    return 1;
  }
  const { drawCharts } = await import('../survey/draw.ts');
  const handover = { to: given.to, purpose: given.purpose ?? '', on: todayInJapan() };
  const { files, noRecords } = packOf(built, await drawCharts(built.charts), handover, nativeBytes);
  writeAll(given.out, files);
  sayOutcome(built, given.out);
  if (noRecords !== '')
    process.stdout.write(
      `${lineOf(issue(`survey.records-${noRecords}`, 'info', '', { params: { limit: leastRecords } }))}\n`,
    );
  saySurveyWarnings(built.warnings);
  return 0;
}

/** Doubts about a report as a whole: its files, its waves, its regions. Those of single answers are in issues.csv. */
import { type Issue, issue } from '../../issue/issue.ts';
import { waveBefore, writtenWave } from '../definition/waves.ts';
import type { ReadAnswers } from '../read/read-answers.ts';
import type { BuildReportInput } from './build.ts';
import type { SurveyReport } from './model.ts';

/** Rows of other waves, and older answers of a business, belong into a file of many waves. */
const isDoubt = (code: string): boolean => code !== 'survey.wave-other' && code !== 'survey.answered-twice';

/** What is doubtful about a report as a whole, for whoever makes it. */
export function warningsOf(
  input: BuildReportInput,
  report: SurveyReport,
  answers: ReadAnswers,
  waves: readonly ReadAnswers[],
  read: readonly ({ readonly issues: readonly Issue[] } | null)[],
): readonly Issue[] {
  const { definition } = input;
  const before = waveBefore(definition.wave, answers.wave);
  const isMissing = before !== null && waves.length > 0 && !waves.some(({ wave }) => wave === before);
  return [
    ...(answers.wave === '' && definition.wave !== 'once'
      ? [
          issue('survey.wave-unknown', 'info', '', {
            params: { example: definition.wave === 'monthly' ? '2026-10' : '2026' },
          }),
        ]
      : []),
    ...answers.issues.filter(({ row }) => row === 0).map((one) => one.issue),
    ...read.flatMap((one) => one?.issues ?? []),
    ...report.regionsWithout
      .filter(({ dimension }) =>
        definition.dimensions.some((one) => one.key === dimension && one.region !== undefined),
      )
      .flatMap(({ dimension, names }) =>
        names.map((name) =>
          issue('survey.region-empty', 'info', '', {
            params: {
              dimension: definition.dimensions.find(({ key }) => key === dimension)?.label ?? dimension,
              name,
            },
          }),
        ),
      ),
    ...waves.flatMap((one) => {
      const doubts = one.issues.filter(({ row, issue: { code } }) => row > 0 && isDoubt(code));
      const [first] = doubts;
      return first === undefined
        ? []
        : [
            issue('survey.previous-doubts', 'warning', '', {
              value: first.issue.value,
              params: { wave: writtenWave(one.wave) || '前の回', count: doubts.length, row: first.row },
            }),
          ];
    }),
    ...(isMissing
      ? [
          issue('survey.previous-hidden', 'warning', '', {
            params: {
              file: (input.previous ?? []).map(({ file }) => file).join('、'),
              wave: writtenWave(before),
              found: waves.map(({ wave }) => writtenWave(wave)).join('、'),
            },
          }),
        ]
      : []),
    ...(report.minN < 3 ? [issue('survey.min-n-low', 'warning', '', { params: { name: report.minN } })] : []),
    ...(report.allHidden
      ? [issue('survey.all-hidden', 'error', '', { params: { n: report.counted, minN: report.minN } })]
      : []),
  ];
}

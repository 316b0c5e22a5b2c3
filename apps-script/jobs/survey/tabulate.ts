/**
 * Counts a round with the core of the command line and writes what comes out: tables and graphs on a sheet, then the report as a
 * document. Each is one step; a run that died is gone on with by the same call, and when nothing has changed nothing is written.
 */
import { decodeUtf8, encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { checkFrozen } from '../../../shared/survey/definition/freeze.ts';
import { writtenWave } from '../../../shared/survey/definition/waves.ts';
import { type BuiltReport, buildReport } from '../../../shared/survey/report/build.ts';
import { readShown, type ShownFile } from '../../../shared/survey/report/shown.ts';
import { formatTable } from '../../../shared/table/format.ts';
import { assets } from '../assets.ts';
import { type Book, openBook } from '../book/book.ts';
import type { Row, Services } from '../port.ts';
import { isoOf } from '../time.ts';
import { answersCsv, countable, keyOfAnswers, surveyAnswers } from './answers.ts';
import type { ReportBlock, SurveyOutput } from './port.ts';
import { type RateRow, ratesOf } from './rates.ts';
import { reportBlocks } from './report-blocks.ts';
import { changeRound, roundOf, type SurveyRound, surveyRounds } from './round.ts';
import { sheetPage } from './sheet-page.ts';
import { peopleTable } from './tables.ts';

/** After this long the document is left to the next call: an execution has six minutes. */
const timeBudget = 150_000;

/** Answers of earlier waves that are read beside those of this one, the newest waves first. */
const mostEarlier = 60_000;

export interface TabulateProgress {
  readonly phase: 'sheet' | 'done';
  readonly counted: number;
}

export const sheetNameOf = ({ definition, wave }: Pick<SurveyRound, 'definition' | 'wave'>): string =>
  `集計 ${definition.short} ${wave}`;

export const reportNameOf = ({ definition, wave }: Pick<SurveyRound, 'definition' | 'wave'>): string =>
  `調査報告 ${definition.short} ${writtenWave(wave)}`;

/** Stands at the head of a report made before the closing: two of them side by side would show what a single firm answered. */
const interim =
  '速報です。締切前の集計なので、外に出さないでください（後の集計と比べると、個々の回答が分かることがあります）。';

const isFinal = ({ state }: SurveyRound): boolean => state === 'closed';

/** Kept beside the final report: what its readers know, so that later waves give nothing away. */
const shownName = ({ roundId }: SurveyRound): string => `調査 ${roundId} 公表した欄.json`;

/** How many were asked, by industry; nothing where it is not known of all. */
function askedCsv(people: readonly Row[]): Uint8Array | null {
  const counts = new Map<string, number>();
  for (const { cells } of people) counts.set(cells.業種 ?? '', (counts.get(cells.業種 ?? '') ?? 0) + 1);
  if (counts.size === 0 || counts.has('')) return null;
  const rows = [...counts].map(([label, count]) => [label, String(count)]);
  return encodeUtf8(formatTable([['業種', '依頼数'], ...rows], { newline: 'lf', quoting: 'minimal' }));
}

export function shownOf(
  output: SurveyOutput,
  workbookId: string,
  rounds: readonly SurveyRound[],
): readonly ShownFile[] {
  return rounds.flatMap((round) => {
    const text = round.report === null ? null : output.readText(workbookId, shownName(round));
    if (text === null) return [];
    try {
      return readShown(JSON.parse(text)) ?? [];
    } catch {
      return [];
    }
  });
}

interface Counted {
  readonly round: SurveyRound;
  readonly built: BuiltReport;
  readonly rates: readonly RateRow[];
  readonly key: string;
}

const peopleOf = (book: Book, roundId: string): readonly Row[] =>
  book.rows(peopleTable).filter(({ cells }) => cells.調査ID === roundId);

/** Everything is read and counted before the first write. */
function count(services: Services, output: SurveyOutput, book: Book, roundId: string): Counted {
  const round = roundOf(book, roundId);
  const { definition, surveyId, wave } = round;
  const { version } = definition;
  const opened = round.startedAt.slice(0, 10);
  const issues = checkFrozen(definition, {
    schema: 1,
    survey: surveyId,
    version,
    wave,
    opened,
    hash: round.hash,
  });
  if (issues.length > 0) throw new UnusableInput(issues);
  const answers = surveyAnswers(book);
  const own = countable(answers.get(roundId) ?? []);
  if (own.length === 0)
    throw new UnusableInput([issue('surveys.no-answers', 'error', '', { params: { name: roundId } })]);
  let room = mostEarlier;
  const earlier = surveyRounds(book)
    .filter(
      (one) => one.surveyId === surveyId && one.wave < wave && (answers.get(one.roundId) ?? []).length > 0,
    )
    .sort((a, b) => (a.wave < b.wave ? 1 : -1))
    .filter((one) => {
      room -= (answers.get(one.roundId) ?? []).length;
      return room >= 0;
    });
  const people = peopleOf(book, roundId);
  const asked = askedCsv(people);
  const names = new Map(people.map(({ cells }) => [cells.番号 ?? '', cells.事業所名 ?? '']));
  const built = buildReport({
    definition,
    lists: assets().catalogue.codeLists,
    answers: { file: '回答', bytes: answersCsv([round], answers, names) },
    by: layoutsFor(
      round,
      own.map(({ place }) => place.chamber ?? ''),
    ),
    minN: round.minN,
    wave,
    previous: earlier.length === 0 ? [] : [{ file: '前の回の回答', bytes: answersCsv(earlier, answers) }],
    ...(asked === null ? {} : { asked: { file: '依頼数', bytes: asked } }),
    shown: shownOf(output, services.workbook.id, [...earlier, round]),
  });
  const key = keyOfAnswers(own, [round.by, round.minN, round.asked, earlier.length, round.state]);
  return { round, built, rates: ratesOf(definition, people), key };
}

/** A region that all answers share is no breakdown. */
function layoutsFor({ by }: SurveyRound, chambers: readonly string[]): string {
  const isOne = new Set(chambers).size < 2;
  return isOne
    ? by
        .split(',')
        .filter((one) => !/chamber|prefecture|block/.test(one))
        .join(',')
    : by;
}

/**
 * Does what is to be done, in one call or, where there is much of it, two. The sheet holds the tables and graphs; the document takes its graphs from there. Throws UnusableInput
 * `surveys.round-unknown`, `surveys.no-answers`, `survey.frozen`, and those of `buildReport`.
 */
export function tabulateSurvey(services: Services, output: SurveyOutput, roundId: string): TabulateProgress {
  const { workbook } = services;
  const began = services.clock.now();
  // Counting takes its time: answers that arrive meanwhile do not wait for it.
  const { round, built, rates, key } = count(services, output, openBook(workbook), roundId);
  return services.withLock(() => {
    const book = openBook(workbook);
    let standing = roundOf(book, roundId);
    const { report } = built;
    const counted = report.counted;
    const last = standing.report;
    if (last?.key === key && last.url !== '') return { phase: 'done', counted };
    const warning = isFinal(round) ? [] : [interim];
    const page = sheetPage(report, rates, sheetNameOf(round), warning);
    const total = (pick: 'small' | 'complement'): number =>
      report.tables.reduce((sum, one) => sum + one[pick], 0);
    const begun = {
      key,
      sheet: page.name,
      docId: last?.docId ?? '',
      url: '',
      at: isoOf(services.clock.now()),
      counted,
      small: total('small'),
      complement: total('complement'),
      isAllHidden: report.allHidden,
    };
    if (last?.key !== key) {
      output.drawSheet(workbook.id, page);
      standing = changeRound(book, { ...standing, report: begun });
      if (services.clock.now() - began > timeBudget) return { phase: 'sheet', counted };
    }
    const { id, url } = output.writeReport(
      workbook.id,
      begun.docId,
      reportNameOf(round),
      [
        ...warning.map((text): ReportBlock => ({ kind: 'text', text, isStrong: true })),
        ...reportBlocks(textOf(built, 'report.md'), page.graphs.length),
      ],
      page.name,
    );
    if (isFinal(round)) output.writeText(workbook.id, shownName(round), textOf(built, 'shown.json'));
    changeRound(book, { ...standing, report: { ...begun, docId: id, url } });
    return { phase: 'done', counted };
  });
}

/** A file of the report as text. */
const textOf = ({ files }: BuiltReport, name: string): string =>
  decodeUtf8(files.find((file) => file.name === name)?.bytes ?? new Uint8Array()).text;

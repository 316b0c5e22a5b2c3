/** Headline sentences, ready for the bulletin. Only figures that the tables show are named. */
import { compare } from '../compare/compare.ts';
import { questionTypes } from '../definition/question-types.ts';
import { beforeWord, writtenWave } from '../definition/waves.ts';
import { writtenChange, writtenIndex, writtenNumber, writtenShare } from '../index/notation.ts';
import type { QuestionTables } from '../tabulate/model.ts';
import { totalOf } from '../tabulate/model.ts';
import { dimensionLabel, type SurveyReport } from './model.ts';
import { rowsOf } from './rows.ts';
import { movementOf } from './words.ts';

const bracket = (parts: readonly string[]): string => (parts.length === 0 ? '' : `（${parts.join('、')}）`);

/** How much a sentence says: in the list of results n stands beside each figure, in the bulletin once at the end. */
type Style = 'list' | 'bulletin';

const lastWord = ({ definition }: SurveyReport): string =>
  ({ monthly: '前月', yearly: '前年', once: '前回' })[definition.wave];
const thisWord = ({ definition }: SurveyReport): string => (definition.wave === 'monthly' ? '今月' : '今回');

function changes(report: SurveyReport, before: number | null, yearBefore: number | null): readonly string[] {
  return [
    ...(before === null ? [] : [`${beforeWord[report.definition.wave]}${writtenChange(before)}`]),
    ...(yearBefore === null ? [] : [`前年同月比${writtenChange(yearBefore)}`]),
  ];
}

/** `業況DIは▲17.9（前月比+0.1、n=25）。前月からほぼ横ばいだった。先行き見通しDIは▲17.8（今月比+0.1）。` */
function indexSentence(report: SurveyReport, tables: QuestionTables, style: Style): string | null {
  const [table] = tables.tables;
  const cell = table === undefined ? undefined : totalOf(table);
  if (table === undefined || cell === undefined || cell.index === null) return null;
  const { before, yearBefore, outlook, outlookChange } = compare(table, cell, report.others);
  const { label, rule, key } = tables.question;
  const national = report.beside.get(key);
  const beside = national === undefined ? [] : [`全国${writtenIndex(national.index)}`];
  const n = style === 'list' ? [`n=${cell.n ?? 0}`] : [];
  const now = `${label}DIは${writtenIndex(cell.index)}${bracket([...changes(report, before, yearBefore), ...beside, ...n])}`;
  const move = before === null ? '' : `で、${lastWord(report)}から${movementOf(rule, before)}`;
  const ahead =
    outlook === null || outlookChange === null
      ? ''
      : `先行き見通しDIは${writtenIndex(outlook)}（${thisWord(report)}比${writtenChange(outlookChange)}）。`;
  return `${now}${move}。${ahead}`;
}

/** Which industries rose and which fell. */
function groupSentence(report: SurveyReport, tables: QuestionTables): string | null {
  const rows = rowsOf(report, tables).filter(
    ({ dimension, cell }) => dimension !== '' && cell.index !== null,
  );
  const first = rows[0]?.dimension;
  if (first === undefined) return null;
  const { label, rule } = tables.question;
  const own = rows
    .filter(({ dimension }) => dimension === first)
    .map(({ cell, table }) => ({ cell, change: compare(table, cell, report.others).before }));
  const phrase = ({ cell, change }: (typeof own)[number]): string =>
    `${cell.labels[0] ?? ''}${writtenIndex(cell.index ?? 0)}${change === null ? '' : `（${writtenChange(change)}）`}`;
  const head = `${dimensionLabel(report, first)}別の${label}DI`;
  const compared = own.filter(({ change }) => change !== null);
  const alone = own.filter(({ change }) => change === null);
  if (compared.length === 0) return `${head}は、${alone.map(phrase).join('、')}。`;
  const words = [...new Set(compared.map(({ change }) => movementOf(rule, change ?? 0)))];
  const sentences = words.map((word, at) => {
    const moved = compared.filter(({ change }) => movementOf(rule, change ?? 0) === word);
    return `${at === 0 ? `${head}（かっこ内は${beforeWord[report.definition.wave]}）では、` : ''}${moved.map(phrase).join('、')}は${word}。`;
  });
  const rest =
    alone.length === 0 ? '' : `${alone.map(phrase).join('、')}は${lastWord(report)}と比べられない。`;
  return `${sentences.join('')}${rest}`;
}

/** The commonest answers of a question without an index. */
function sharesSentence({ question, tables: [table] }: QuestionTables): string | null {
  const cell = table === undefined ? undefined : totalOf(table);
  if (cell?.shares == null || question.rule !== null) return null;
  const ranked = question.choices
    .map(({ label }, at) => ({ label, share: cell.shares?.[at] ?? 0 }))
    .sort((a, b) => b.share - a.share)
    .filter(({ share }) => share > 0);
  const [first, second] = ranked;
  if (first === undefined) return null;
  const more = bracket([...(question.type === 'choices' ? ['複数回答'] : []), `n=${cell.n ?? 0}`]);
  const most = `${question.label}${more}は「${first.label}」が${writtenShare(first.share)}％`;
  return second === undefined
    ? `${most}だった。`
    : `${most}で最も多く、「${second.label}」（${writtenShare(second.share)}％）が続いた。`;
}

function amountSentence({ question, tables: [table] }: QuestionTables): string | null {
  const cell = table === undefined ? undefined : totalOf(table);
  const { unit } = questionTypes[question.type];
  if (cell?.amounts?.median == null) return null;
  return `${question.label}の中央値は${writtenNumber(cell.amounts.median)}${unit}（n=${cell.n ?? 0}）だった。`;
}

const present = (sentences: readonly (string | null)[]): readonly string[] =>
  sentences.filter((one) => one !== null);

const asked = (report: SurveyReport): readonly QuestionTables[] =>
  report.tables.filter(({ question }) => question.outlookOf === undefined);

/** Sentences, the most important first; empty where nothing may be shown. */
export function headlines(report: SurveyReport): readonly string[] {
  return asked(report).flatMap((tables, at) =>
    present([
      indexSentence(report, tables, 'list'),
      at === 0 ? groupSentence(report, tables) : null,
      sharesSentence(tables),
      amountSentence(tables),
    ]),
  );
}

/** Items that the bulletin tells about in words. */
const mostInBulletin = 3;

/** One paragraph for 会報: the main items with wave, number of answers and source. */
export function bulletin(report: SurveyReport): string {
  const [main, ...others] = asked(report);
  if (main === undefined) return '';
  const { definition, scope, wave, counted } = report;
  const told = others.filter(({ question }) => question.rule !== null).slice(0, mostInBulletin - 1);
  const rest = others.filter(({ question }) => question.rule === null);
  const sentences = present([
    indexSentence(report, main, 'bulletin') ?? sharesSentence(main) ?? amountSentence(main),
    groupSentence(report, main),
    ...told.map((tables) => indexSentence(report, tables, 'bulletin')),
    ...rest.slice(0, mostInBulletin).map((tables) => sharesSentence(tables) ?? amountSentence(tables)),
  ]);
  if (sentences.length === 0) return '';
  const when = writtenWave(wave) === '' ? '' : `${writtenWave(wave)}の`;
  return `【${scope}】${when}${definition.title}の結果がまとまった。${sentences.join('')}（回答${counted}件）`;
}

/** The report as Markdown: headlines, the paragraph for the bulletin, tables, graphs, method. */
import { writtenWave } from '../definition/waves.ts';
import { writtenShare } from '../index/notation.ts';
import { shareTenths } from '../index/round.ts';
import type { FreeAnswers } from '../text/free-answers.ts';
import { bulletin, headlines } from './headline.ts';
import { methodNote } from './method.ts';
import { dimensionLabel, type SurveyReport } from './model.ts';
import { nText } from './rows.ts';
import { overviewTable, questionSection } from './sections.ts';
import { markdownTable, plainText } from './table.ts';
import { countedText } from './words.ts';

/** A graph of the report: its file, and what it shows in words. */
export interface ReportPicture {
  readonly name: string;
  readonly title: string;
}

/** Blocks of lines with one blank line between them. */
function joined(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n').replace(/\n+$/, ''))
    .join('\n\n')}\n`;
}

function freeSection({ question, groups, hidden, n }: FreeAnswers): readonly string[] {
  if (n === 0) return [];
  const head = [`### ${question.label}（${hidden ? '少数' : `${n} 件`}）`, ''];
  if (hidden) return [...head, '回答が少ないため、示しません。'];
  return [
    ...head,
    ...groups.flatMap(({ label, texts }) => [
      `**${label}**（${texts.length} 件）`,
      '',
      ...texts.map((text) => `- ${plainText(text)}`),
      '',
    ]),
  ];
}

/** Response by region and industry, where there is anything to say about it. */
function responseSection(report: SurveyReport): readonly string[] {
  const rows = report.responses.filter(({ asked, target }) => asked !== null || target !== null);
  if (rows.length === 0) return [];
  return [
    '## 回答の状況',
    '',
    ...markdownTable(
      [
        { head: '区分' },
        { head: '回答', isFigure: true },
        { head: '依頼', isFigure: true },
        { head: '回答率（％）', isFigure: true },
        { head: '目安', isFigure: true },
        { head: '使えるか' },
      ],
      rows.map(({ dimension, label, answered, hidden, asked, target }) => [
        dimension === '' ? label : `${dimensionLabel(report, dimension)}：${label}`,
        // Here as in the tables: a small group, and what it could be computed from.
        nText({ n: hidden === undefined ? answered : null, hidden }, report.minN),
        asked === null ? '－' : String(asked),
        asked === null || asked === 0 || hidden !== undefined || (answered < report.minN && dimension !== '')
          ? '－'
          : writtenShare(shareTenths(answered, asked)),
        target === null ? '－' : String(target),
        target === null ? '－' : answered >= target ? '目安に届いている' : '参考にとどめる',
      ]),
    ),
  ];
}

function pictureSection(pictures: readonly ReportPicture[]): readonly string[] {
  if (pictures.length === 0) return [];
  return ['## 図', '', ...pictures.flatMap(({ name, title }) => [`![${plainText(title)}](${name})`, ''])];
}

/** The whole report. @param pictures graphs that lie beside it */
export function reportMarkdown(report: SurveyReport, pictures: readonly ReportPicture[]): string {
  const { definition, wave, scope } = report;
  const head = [
    [`# ${[definition.title, writtenWave(wave)].filter((one) => one !== '').join('　')}`],
    [`対象：${plainText(scope)}　有効回答：${countedText(report)}`],
    ...(report.isRegional && definition.regional === 'internal'
      ? [['**商工会議所内限り**（地域別の結果を外に出すかどうかは、責任者が決めます）']]
      : []),
  ];
  const method = [['## 調査の方法'], methodNote(report)];
  if (report.allHidden)
    return joined([
      ...head,
      [`## 結果`, '', `回答が ${report.minN} 件に満たない欄ばかりのため、示せる結果がありません。`],
      ...method,
    ]);
  const lines = headlines(report);
  const free = report.free.filter(({ n }) => n > 0);
  return joined([
    ...head,
    ['## 主な結果', '', ...lines.map((line) => `- ${plainText(line)}`)],
    overviewTable(report),
    ['## 会報に載せる文', '', plainText(bulletin(report))],
    pictureSection(pictures),
    ['## 表'],
    ...report.tables
      .filter(({ question }) => question.outlookOf === undefined)
      .map((tables) => questionSection(report, tables)),
    ...(free.length === 0 ? [] : [['## 自由記述'], ...free.map(freeSection)]),
    responseSection(report),
    ...method,
  ]);
}

/** The guide 困ったとき.md, made from the catalogue of messages. */
import { catalogue } from '../../../shared/issue/messages.ts';
import { type Group, groupOf, groups } from './groups.ts';
import { attendanceMeanings } from './meanings-attendance.ts';
import { cardMeanings } from './meanings-cards.ts';
import { consoleMeanings } from './meanings-console.ts';
import { corpusMeanings } from './meanings-corpus.ts';
import { corpusStructureMeanings } from './meanings-corpus-structure.ts';
import { dashboardMeanings } from './meanings-dashboard.ts';
import { formTermsMeanings } from './meanings-form-terms.ts';
import { googleMeanings } from './meanings-google.ts';
import { offerMeanings } from './meanings-offers.ts';
import { officeMeanings } from './meanings-office.ts';
import { registerMeanings } from './meanings-register.ts';
import { releaseMeanings } from './meanings-release.ts';
import { releaseToolMeanings } from './meanings-release-tools.ts';
import { rulesMeanings } from './meanings-rules.ts';
import { surveyMeanings } from './meanings-survey.ts';
import { surveyCountMeanings } from './meanings-survey-counts.ts';
import { surveyOfficeMeanings } from './meanings-survey-office.ts';
import { templateMeanings } from './meanings-templates.ts';
import { toolMeanings } from './meanings-tools.ts';
import { workMeanings } from './meanings-work.ts';
import { inWords } from './places.ts';

export const meanings: Readonly<Record<string, string>> = {
  ...workMeanings,
  ...registerMeanings,
  ...officeMeanings,
  ...attendanceMeanings,
  ...cardMeanings,
  ...formTermsMeanings,
  ...toolMeanings,
  ...googleMeanings,
  ...releaseMeanings,
  ...offerMeanings,
  ...releaseToolMeanings,
  ...consoleMeanings,
  ...surveyMeanings,
  ...surveyOfficeMeanings,
  ...templateMeanings,
  ...surveyCountMeanings,
  ...dashboardMeanings,
  ...corpusMeanings,
  ...corpusStructureMeanings,
  ...rulesMeanings,
};

/** Codes that the table of meanings, or the list of groups, does not know yet. */
export function unexplained(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => meanings[baseOf(code)] === undefined || groupOf(code) === undefined);
}

/** A code without the reason that tells its words apart. */
export const baseOf = (code: string): string => code.split('/')[0] ?? code;

/** Characters that would be read as Markdown, HTML or a link. */
const plain = (text: string): string => text.replace(/[<>*_`|[\]\\]/g, (sign) => `\\${sign}`);

function entry(code: string): string {
  const words = catalogue()[code];
  const meaning = meanings[baseOf(code)];
  if (words === undefined || meaning === undefined) throw new Error(`no meaning of ${code}`);
  const mend = words.remedy === '' ? '何もしなくて構いません。' : inWords(words.remedy);
  return [
    `**${plain(inWords(words.message))}** \`${code}\``,
    '',
    `- 意味：${meaning}`,
    `- 直し方：${plain(mend)}`,
  ].join('\n');
}

const head = `# 困ったとき：画面に出る文と、直し方

画面、シート、命令に出る文を、出る場所ごとに並べました。文の一部をこのページでさがす（Ctrl+F）と早く見つかります。
〔項目〕のような〔 〕のところには、そのときの値が入ります。英字の記号は、問い合わせのときに伝えてください。

このページは、プログラムの文から \`npm run docs:messages\` で作ります。手では直さないでください。

`;

function section(group: Group, codes: readonly string[]): string {
  return [`## ${group.title}`, group.intro, ...codes.map(entry)].join('\n\n');
}

/** The whole page. Throws when a code has no meaning or no place. */
export function messagesPage(): string {
  const codes = Object.keys(catalogue());
  const missing = unexplained(codes);
  if (missing.length > 0) {
    throw new Error(`scripts/guides/messages: no meaning or no group for ${missing.join(', ')}`);
  }
  const sections = groups.map((group) => ({
    group,
    codes: codes.filter((code) => groupOf(code) === group),
  }));
  const contents = sections.map(({ group, codes: own }) => `| ${group.title} | ${own.length} |`).join('\n');
  const body = sections.map(({ group, codes: own }) => section(group, own)).join('\n\n');
  return `${head}| 出る場所 | 文の数 |\n|---|---|\n${contents}\n\n${body}\n`;
}

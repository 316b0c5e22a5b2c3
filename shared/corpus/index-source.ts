/** The index source: which documents there are, since when, what their terms mean, and what stands where. */

import { lineOf } from '../issue/messages.ts';
import type { Answer } from './answers.ts';
import type { Blocked } from './blocks.ts';
import { divisionOrder } from './draft.ts';
import { isUnread } from './failing.ts';
import type { ManifestSource } from './manifest.ts';
import type { Regulation } from './model.ts';

export const indexName = '索引.md';

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/[〔〕]/g, ' ');

const unreadHeading = '## 読めなかったファイル';

export interface UnreadFile {
  readonly file: string;
  readonly words: string;
}

/** Files that the index says could not be read. */
export function unreadFilesOf(index: string): readonly UnreadFile[] {
  const lines = index.split(/\r?\n/);
  const from = lines.indexOf(unreadHeading);
  if (from < 0) return [];
  const to = lines.findIndex((line, at) => at > from && line.startsWith('#'));
  return lines.slice(from + 1, to < 0 ? lines.length : to).flatMap((line) => {
    const [, file, words] = /^- `([^`]*)`：(.*)$/.exec(line) ?? [];
    return file === undefined || words === undefined ? [] : [{ file, words }];
  });
}

function unreadLines(unread: readonly Regulation[]): readonly string[] {
  if (unread.length === 0) return [];
  const lines = unread.map(({ file, issues }) => {
    const reason = issues.find(isUnread) ?? issues[0];
    return `- \`${oneLine(file).replace(/`/g, "'")}\`：${reason === undefined ? '' : oneLine(lineOf(reason))}`;
  });
  return ['', unreadHeading, '', ...lines];
}

function answerLines(answers: readonly Answer[]): readonly string[] {
  if (answers.length === 0) return [];
  const lines = answers.map(
    ({ question, place }) => `- ${oneLine(question)}：${place === '' ? '規定なし' : place}`,
  );
  return ['', '## 質問と答えの場所', '', ...lines];
}

export interface IndexContent {
  readonly documents: readonly Blocked[];
  readonly sources: readonly ManifestSource[];
  /** Documents of which nothing could be read. */
  readonly unread: readonly Regulation[];
  readonly answers: readonly Answer[];
}

/** Text of the index; it names addresses in plain words, so that only sources have paragraphs in 〔〕. */
export function indexText({ documents, sources, unread, answers }: IndexContent): string {
  const lines = [
    '# 索引',
    '',
    'この束にある規程の一覧、用語、見出しの場所です。答えの根拠には、各規程の本文を引いてください。',
    'どの規程にもないことは「規定なし」と答え、事務局に確かめるように伝えてください。',
    '',
  ];
  lines.push('## 規程の一覧', '');
  for (const { regulation } of documents) {
    const files = sources.filter(({ title }) => title === regulation.title).map(({ file }) => file);
    const dates = regulation.dates.map(({ label, text }) => `${label} ${text}`).join('、');
    const short = regulation.shortTitle === regulation.title ? '' : `（略称：${regulation.shortTitle}）`;
    lines.push(
      `- ${regulation.title}${short}：${files.join('、')}${dates === '' ? '' : `。${oneLine(dates)}`}`,
    );
  }
  lines.push(...unreadLines(unread), ...answerLines(answers));
  lines.push('', '## 用語', '');
  for (const { regulation, definitions } of documents)
    for (const { term, meaning, address } of definitions)
      lines.push(
        `- 「${oneLine(term)}」：${regulation.title} ${address}${meaning === '' ? '' : `。${oneLine(meaning)}`}`,
      );
  lines.push('', '## 何がどこにあるか', '');
  for (const { regulation, blocks } of documents) {
    const headed = blocks.filter(
      ({ heading, kind, address }) => address !== '目次' && (heading !== '' || kind === 'section'),
    );
    if (headed.length === 0) continue;
    lines.push(`### ${regulation.title}`, '');
    for (const { heading, address, kind } of headed) {
      const indent = divisionOrder.includes(kind) || kind === 'section' ? '' : '  ';
      lines.push(
        `${indent}- ${heading === '' ? address : `${oneLine(heading)}：${regulation.title} ${address}`}`,
      );
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

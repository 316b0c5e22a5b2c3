/** The index source: which documents there are, since when, what their terms mean, and what stands where. */
import type { Blocked } from './blocks.ts';
import { divisionOrder } from './draft.ts';
import type { ManifestSource } from './manifest.ts';

export const indexName = '索引.md';

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/[〔〕]/g, ' ');

/** Text of the index; it names addresses in plain words, so that only sources have paragraphs in 〔〕. */
export function indexText(documents: readonly Blocked[], sources: readonly ManifestSource[]): string {
  const lines = [
    '# 索引',
    '',
    'この束にある規程の一覧、用語、見出しの場所です。答えの根拠には、各規程の本文を引いてください。',
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

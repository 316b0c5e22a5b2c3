/** What stands before the first unit: title, dates, table of contents, and the rest. */
import { appendixLabel, supplementLabel } from './endings.ts';
import { articleLabel, divisionLabel, trimLine } from './labels.ts';

/** A line that is not blank, with its number in the source. */
export interface Line {
  readonly text: string;
  readonly at: number;
  readonly page: number;
  readonly kind: 'text' | 'heading' | 'table-row' | 'footnote';
  readonly level: number;
  readonly cells: readonly string[];
}

export interface Head {
  readonly title: string;
  readonly dates: readonly { readonly label: string; readonly text: string }[];
  readonly preamble: readonly string[];
}

const titleEnd =
  /(?:定款|規程|規則|規約|細則|要綱|要領|準則|準則集|内規|基準|指針|法|政令|施行令|条例|手引|手引き|手引書|マニュアル|ガイド|Q&A|Ｑ＆Ａ|問答集|規程集|取扱い|について|解説|規定|約款|要項|心得|ハンドブック|手順書?|よくある(?:ご?質問|お問い?合わせ)|FAQ|ＦＡＱ)(?:（[^）]*）|\([^)]*\))?$/;
const era = '(?:明治|大正|昭和|平成|令和|[12][0-9]{3}|[１２][０-９]{3})';
const datePattern = new RegExp(
  `${era}[\\s\\u3000]*[0-9０-９元一二三四五六七八九十百〇]*[\\s\\u3000]*[年./／．-]`,
);
const dateWords =
  /(最終改正|一部改正|全部改正|改正|改定|改訂|制定|施行|実施|適用|廃止|議決|承認|認可|公布|発行|作成)/;
const actNumber = /(?:法律|政令|省令|府令|規則|条例)第/;

/** `旅　費　規　程` → `旅費規程`; other spaces stay one. */
export function tidyTitle(text: string): string {
  const trimmed = trimLine(text).replace(/[\s\u3000]+/g, ' ');
  return /^(?:\S )+\S$/.test(trimmed) ? trimmed.replace(/ /g, '') : trimmed;
}

function dateOf(text: string): { label: string; text: string } | null {
  if (text.length > 80 || text.includes('。') || !datePattern.test(text)) return null;
  const word = dateWords.exec(text)?.[1];
  if (word !== undefined) {
    const bare = trimLine(
      text.startsWith(word) ? text.slice(word.length).replace(/^[\s\u3000]*[：:][\s\u3000]*/, '：') : text,
    );
    return { label: word, text: bare.startsWith('：') ? bare.slice(1) : text };
  }
  return actNumber.test(text) ? { label: '公布', text } : null;
}

/** Reads the lines before the first unit; `title` is what the reader found, '' for nothing. */
export function readHead(lines: readonly Line[], title: string, file: string): Head {
  const given = tidyTitle(title);
  const first = lines
    .slice(0, 4)
    .find(({ kind, text }) => kind !== 'table-row' && titleEnd.test(tidyTitle(text)));
  const isGivenThere = lines.slice(0, 6).some(({ text }) => tidyTitle(text).startsWith(given));
  const chosen =
    given !== '' && (isGivenThere || first === undefined)
      ? given
      : first !== undefined
        ? tidyTitle(first.text)
        : file.replace(/\.[^.]+$/, '');
  const dates: { label: string; text: string }[] = [];
  const preamble: string[] = [];
  for (const { text, kind } of lines) {
    if (kind === 'table-row') preamble.push(text);
    else if (tidyTitle(text) === chosen) continue;
    else {
      const rest = tidyTitle(text).startsWith(chosen) ? trimLine(tidyTitle(text).slice(chosen.length)) : text;
      const date = dateOf(rest);
      if (date !== null) dates.push(date);
      else preamble.push(text);
    }
  }
  return { title: chosen, dates, preamble };
}

/** True for a line that can stand in a table of contents. */
function isContentsLine(text: string): boolean {
  const bare = text.replace(/[\s\u3000.．・…]*[0-9０-９]*$/, '');
  return (
    !text.includes('。') &&
    (divisionLabel(bare) !== null ||
      supplementLabel(bare) !== null ||
      appendixLabel(bare) !== null ||
      /^目[\s\u3000]*次$/.test(bare) ||
      /^第.{1,40}[（(]第.*条.*[）)]$/.test(text) ||
      (articleLabel(bare) !== null && bare.length < 40))
  );
}

/**
 * Where a table of contents stands: from its first line to before the division that it names first and that comes
 * again. Null where there is none.
 */
export function contentsOf(lines: readonly Line[]): { readonly from: number; readonly to: number } | null {
  const word = lines.findIndex(({ text }, at) => at < 60 && /^目[\s\u3000]*次$/.test(text));
  const nameOf = (text: string): string | null =>
    divisionLabel(text)?.shown ?? (articleLabel(text) === null ? null : `条${articleLabel(text)?.number}`);
  const from = word >= 0 ? word : lines.findIndex(({ text }) => divisionLabel(text) !== null);
  if (from < 0 || from > 200) return null;
  let name: string | null = null;
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    const here = nameOf(text);
    if (name === null) name = here;
    else if (here === name) return { from, to: at };
    if (!isContentsLine(text)) return null;
  }
  return null;
}

/** 施行 dates that the text of a 附則 gives, as written. */
export function startDates(text: string): readonly string[] {
  // 認可の日（令和元年九月二日）から施行: the day stands in brackets.
  const found = new RegExp(
    `は、?(?:[^、。（）]{1,20}日（)?(${era}[^、。（）]{2,20}日)）?(?:から|より)(?:施行|実施|適用)`,
    'g',
  );
  return [...text.matchAll(found)].map((match) => match[1] ?? '');
}

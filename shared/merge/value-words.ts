/** Names of the parts of a form, and their values, as a clerk reads them. */
import type { Ownership } from '../form/plan.ts';
import type { ItemType } from '../template/template.ts';

export const ownershipWords: Readonly<Record<Ownership, string>> = {
  mandated: '必須（日商）',
  recommended: '推奨',
  own: '自所',
};

export const typeWords: Readonly<Record<ItemType, string>> = {
  short: '1行の文字',
  paragraph: '複数行の文字',
  choice: '1つ選ぶ',
  checkbox: 'いくつでも選ぶ',
  list: '一覧から選ぶ',
  scale: '目盛り',
  rating: '評価',
  grid: '表（1つ選ぶ）',
  'checkbox-grid': '表（いくつでも選ぶ）',
  date: '日付',
  datetime: '日付と時刻',
  time: '時刻',
  duration: '時間の長さ',
  description: '説明の文',
  image: '画像',
  video: '動画',
};

/** Of items and settings; what differs for a page or the form itself stands in `partOf`. */
const parts: Readonly<Record<string, string>> = {
  presence: '',
  title: '設問文',
  help: '説明文',
  required: '必須かどうか',
  options: '選択肢',
  other: '「その他」の欄',
  validation: '入力の確かめ',
  scale: '目盛り',
  rating: '評価の段階',
  grid: '表の行',
  date: '日付の書き方',
  media: '画像・動画',
  position: '場所',
  next: '次に進むページ',
  type: '設問の種類',
  description: '案内文',
  collectEmail: 'メールアドレスの収集',
  progressBar: '進み具合の表示',
  limitOneResponse: '1人1回だけの回答',
  allowEdit: '送信後の修正',
  shuffleQuestions: '設問の順番を混ぜること',
  confirmation: '送信後に出る文',
  closedMessage: '受付を終えたときの文',
  closesOn: '締切',
};

/** Name of a property of an element; '' for the element as a whole. */
export function partOf(element: string, property: string): string {
  if (property === 'title' && element === 'form') return 'フォームの題名';
  if (property === 'title' && element.startsWith('section.')) return 'ページの見出し';
  if (property === 'position' && element === 'form') return '設問の順番';
  const [name = '', ...rest] = property.split('.');
  if (rest.length === 0) return parts[name] ?? property;
  if (name !== 'options' && name !== 'grid') return parts[name] ?? property;
  const things = name === 'grid' ? '表の行' : '選択肢';
  if (rest.join('.') === 'order') return `${things}の順番`;
  const last = rest[rest.length - 1];
  if (rest.length > 1 && last === 'label') return `${things}の名前`;
  if (rest.length > 1 && last === 'goTo') return `${things}の行き先`;
  return things;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const icons: Readonly<Record<string, string>> = { star: '星', heart: 'ハート', 'thumb-up': '親指' };

/** Values of parts that are more than a text, by property. */
const shapes: Readonly<Record<string, (value: Readonly<Record<string, unknown>>) => string>> = {
  scale: ({ low, high, lowLabel, highLabel }) => {
    const ends = [text(lowLabel), text(highLabel)].filter((word) => word !== '').join(' 〜 ');
    return `${String(low)} 〜 ${String(high)}${ends === '' ? '' : `（${ends}）`}`;
  },
  rating: ({ levels, icon }) => `${String(levels)}段階（${icons[text(icon)] ?? text(icon)}）`,
  date: ({ year }) => (year === false ? '月と日だけ' : '年・月・日'),
  validation: ({ message, pattern }) => text(message) || text(pattern) || '入力の確かめ',
  media: ({ source }) => text(source) || '画像・動画',
  grid: ({ rows, onePerColumn }) =>
    [
      ...(Array.isArray(rows) ? rows.map(entryWords) : []),
      ...(onePerColumn === true ? ['（各列で1行だけ）'] : []),
    ].join('\n'),
};

const yesNo: Readonly<Record<string, readonly [string, string]>> = {
  required: ['必須', '任意'],
  other: ['あり', 'なし'],
};

function entryWords(entry: unknown): string {
  return isRecord(entry) ? text(entry.label) : String(entry);
}

/** Where an option or a page leads, by its title. */
function leadWords(value: string, titles: Readonly<Record<string, string>>): string {
  if (value === 'submit') return '送信';
  if (value === 'restart') return '最初のページ';
  return titles[`section.${value}`] ?? titles[value] ?? value;
}

/** A value as text; '' for what is not there. Lists have one entry a line. */
export function valueWords(
  property: string,
  value: unknown,
  titles: Readonly<Record<string, string>>,
): string {
  if (value === null || value === undefined) return '';
  const last = property.slice(property.lastIndexOf('.') + 1);
  if (typeof value === 'boolean') return (yesNo[property] ?? ['する', 'しない'])[value ? 0 : 1];
  if (typeof value === 'string') {
    if (last === 'goTo' || property === 'next') return leadWords(value, titles);
    return property === 'type'
      ? (new Map<string, string>(Object.entries(typeWords)).get(value) ?? value)
      : value;
  }
  if (Array.isArray(value)) {
    return value
      .map((one) => (typeof one === 'string' ? (titles[one] ?? one) : optionWords(one, titles)))
      .join('\n');
  }
  if (!isRecord(value)) return String(value);
  return shapes[property]?.(value) ?? entryWords(value);
}

function optionWords(option: unknown, titles: Readonly<Record<string, string>>): string {
  const goTo = isRecord(option) ? text(option.goTo) : '';
  return goTo === '' ? entryWords(option) : `${entryWords(option)}　→ ${leadWords(goTo, titles)}`;
}

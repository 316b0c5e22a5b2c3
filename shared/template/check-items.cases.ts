/** Mistakes in what belongs to a type of item: see `check.cases.ts`. */
import type { MistakeCase } from './check.cases.ts';

const own = (key: string, type: string, more = '') =>
  `- { key: local.${key}, type: ${type}, title: ${key}${more} }`;

const options: readonly MistakeCase[] = [
  { code: 'template.options-missing', name: 'a choice of nothing', items: `${own('q', 'choice')} # ←` },
  {
    code: 'template.options-missing',
    name: 'an empty list',
    items: '- key: local.q\n  type: list\n  title: q\n  options: [] # ←',
  },
  {
    code: 'template.options-type',
    name: 'options of a line',
    items: '- key: local.q\n  type: short\n  title: q\n  options: [{ code: a, label: a }] # ←',
  },
  {
    code: 'template.options-both',
    name: 'options of two sources',
    items:
      '- key: local.q\n  type: list\n  title: q\n  optionsFrom: districts # ←\n  options: [{ code: a, label: a }]',
  },
  {
    code: 'template.options-from',
    name: 'a list that no chamber has',
    items: '- key: local.q\n  type: list\n  title: q\n  optionsFrom: clubs # ←',
    says: '使える一覧：divisions、districts、feeTable',
  },
  {
    code: 'template.options-from',
    name: 'a fill-in of one line',
    items: '- key: local.q\n  type: list\n  title: q\n  optionsFrom: form.day # ←',
    top: 'fillIns: [{ key: day, label: 日, type: date }]',
    says: 'type を lines に',
  },
  {
    code: 'template.option-twice',
    name: 'a label twice',
    items:
      '- key: local.q\n  type: list\n  title: q\n  options:\n    - { code: a, label: 同じ }\n    - { code: b, label: 同じ } # ←',
  },
  {
    code: 'template.option-twice',
    name: 'a code twice',
    items:
      '- key: local.q\n  type: list\n  title: q\n  options:\n    - { code: a, label: 一 }\n    - { code: a, label: 二 } # ←',
  },
  {
    code: 'template.option-empty',
    name: 'an option without words',
    items: '- key: local.q\n  type: list\n  title: q\n  options:\n    - { code: a, label: " " } # ←',
  },
  {
    code: 'template.option-code',
    name: 'an option without code',
    items: '- key: local.q\n  type: list\n  title: q\n  options:\n    - { code: "", label: 一 } # ←',
  },
];

const parts: readonly MistakeCase[] = [
  {
    code: 'template.options-from',
    name: 'rows of a list of the chamber',
    items:
      '- key: local.q\n  type: grid\n  title: q\n  options: [{ code: a, label: a }]\n  grid:\n    rowsFrom: districts # ←',
  },
  {
    code: 'template.rows-both',
    name: 'rows of two sources',
    items:
      '- key: local.q\n  type: grid\n  title: q\n  options: [{ code: a, label: a }]\n  grid:\n    rowsFrom: form.rows # ←\n    rows: [{ code: a, label: a }]',
    top: 'fillIns: [{ key: rows, label: 行, type: lines }]',
  },
  {
    code: 'template.part-type',
    name: '「その他」 of a list',
    items: '- key: local.q\n  type: list\n  title: q\n  options: [{ code: a, label: a }]\n  other: true # ←',
  },
  {
    code: 'template.part-type',
    name: 'a date of a time',
    items: '- key: local.q\n  type: time\n  title: q\n  date: { year: true } # ←',
  },
  {
    code: 'template.part-type',
    name: 'a picture of a line',
    items: '- key: local.q\n  type: short\n  title: q\n  media: { source: https://example.jp/a } # ←',
  },
  {
    code: 'template.part-type',
    name: 'a scale of a rating',
    items:
      '- key: local.q\n  type: rating\n  title: q\n  rating: { levels: 5, icon: star }\n  scale: { low: 1, high: 5, lowLabel: "", highLabel: "" } # ←',
  },
  {
    code: 'template.part-type',
    name: 'a grid of a choice',
    items:
      '- key: local.q\n  type: choice\n  title: q\n  options: [{ code: a, label: a }]\n  grid: { rows: [{ code: a, label: a }] } # ←',
  },
  {
    code: 'template.part-type',
    name: 'a required text',
    items: '- key: local.q\n  type: description\n  title: q\n  required: true # ←',
  },
  { code: 'template.part-missing', name: 'a scale without bounds', items: `${own('q', 'scale')} # ←` },
  { code: 'template.part-missing', name: 'a rating without levels', items: `${own('q', 'rating')} # ←` },
  {
    code: 'template.part-missing',
    name: 'a grid without rows',
    items: `${own('q', 'grid', ', options: [{ code: a, label: a }]')} # ←`,
  },
  { code: 'template.part-missing', name: 'an image without its source', items: `${own('q', 'image')} # ←` },
  {
    code: 'template.grid-rows',
    name: 'a grid of no row',
    items:
      '- key: local.q\n  type: grid\n  title: q\n  options: [{ code: a, label: a }]\n  grid: { rows: [] } # ←',
  },
  {
    code: 'template.option-twice',
    name: 'a row twice',
    items:
      '- key: local.q\n  type: checkbox-grid\n  title: q\n  options: [{ code: a, label: a }]\n  grid:\n    rows:\n      - { code: a, label: 行 }\n      - { code: b, label: 行 } # ←',
  },
  {
    code: 'template.options-missing',
    name: 'a grid of no column',
    items: `${own('q', 'grid', ', grid: { rows: [{ code: a, label: a }] }')} # ←`,
  },
  {
    code: 'template.grid-columns',
    name: 'a required grid that nobody can answer',
    items:
      '- key: local.q\n  type: grid\n  title: q\n  required: true\n  options: [{ code: a, label: a }]\n  grid: { onePerColumn: true, rows: [{ code: a, label: a }, { code: b, label: b }] } # ←',
  },
  ...[
    [2, 5],
    [1, 2],
    [0, 11],
    [1, 4.5],
  ].map(([low, high]) => ({
    code: 'template.scale-bounds',
    name: `a scale from ${low} to ${high}`,
    items: `- key: local.q\n  type: scale\n  title: q\n  scale: { low: ${low}, high: ${high}, lowLabel: 低, highLabel: 高 } # ←`,
  })),
  ...[2, 11, 3.5].map((levels) => ({
    code: 'template.rating-levels',
    name: `a rating of ${levels}`,
    items: `- key: local.q\n  type: rating\n  title: q\n  rating:\n    levels: ${levels} # ←\n    icon: star`,
  })),
  {
    code: 'template.media-source',
    name: 'a picture of nothing',
    items: '- key: local.q\n  type: image\n  media:\n    source: "" # ←',
  },
  {
    code: 'template.media-image',
    name: 'a picture by its address',
    items: '- key: local.q\n  type: image\n  media:\n    source: https://example.jp/a.png # ←',
  },
  {
    code: 'template.media-video',
    name: 'a video by its name',
    items: '- key: local.q\n  type: video\n  media:\n    source: 動画 # ←',
  },
  {
    code: 'template.media-width',
    name: 'a picture of a negative width',
    items: '- key: local.q\n  type: image\n  media:\n    source: 1AbCdEfGhIjKlMn\n    width: -1 # ←',
  },
];

const checked = (rule: string, more: string, type = 'short') =>
  `- key: local.q\n  type: ${type}\n  title: q\n  options: [{ code: a, label: a }, { code: b, label: b }]\n  validation:\n    message: 直してください。\n    rule: ${rule}\n${more}`.replace(
    type === 'short' || type === 'paragraph' ? /^ {2}options.*\n/m : /^$/,
    '',
  );

const validation: readonly MistakeCase[] = [
  {
    code: 'template.validation-type',
    name: 'a number of several lines',
    items: '- key: local.q\n  type: paragraph\n  title: q\n  validation: { rule: number, message: x } # ←',
  },
  {
    code: 'template.validation-type',
    name: 'a check of a choice',
    items:
      '- key: local.q\n  type: list\n  title: q\n  options: [{ code: a, label: a }]\n  validation: { rule: matches, pattern: a, message: x } # ←',
  },
  {
    code: 'template.validation-arguments',
    name: 'one bound of two',
    items:
      '- key: local.q\n  type: short\n  title: q\n  validation: { rule: number-between, numbers: [1], message: x } # ←',
  },
  {
    code: 'template.validation-arguments',
    name: 'a pattern too many',
    items:
      '- key: local.q\n  type: short\n  title: q\n  validation: { rule: email, pattern: a, message: x } # ←',
  },
  {
    code: 'template.validation-arguments',
    name: 'no pattern',
    items: '- key: local.q\n  type: short\n  title: q\n  validation: { rule: matches, message: x } # ←',
  },
  {
    code: 'template.validation-message',
    name: 'a check without words',
    items: '- key: local.q\n  type: short\n  title: q\n  validation:\n    rule: email\n    message: "" # ←',
  },
  {
    code: 'template.pattern',
    name: 'a pattern that RE2 does not know',
    items: checked('matches', "    pattern: '(?=a)b' # ←"),
    says: '先読み・後読み',
  },
  {
    code: 'template.validation-numbers',
    name: 'bounds the wrong way',
    items: checked('number-between', '    numbers: [9, 1] # ←'),
    says: '下限が上限より',
  },
  {
    code: 'template.validation-numbers',
    name: 'half a letter',
    items: checked('length-at-most', '    numbers: [1.5] # ←'),
    says: '1 以上の整数',
  },
  {
    code: 'template.validation-numbers',
    name: 'a text of no letter',
    items: checked('length-at-most', '    numbers: [0] # ←'),
  },
  {
    code: 'template.validation-numbers',
    name: 'three of two',
    items: checked('select-exactly', '    numbers: [3] # ←', 'checkbox'),
    says: '選択肢の数より',
  },
];

export const itemCases: readonly MistakeCase[] = [...options, ...parts, ...validation];

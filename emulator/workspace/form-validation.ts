/** Checks of a respondent's answers: required, type, choices and the validation rules of FormApp. */
import type { AnswerError, Answers } from '../api.ts';
import { walkedPages } from './form-walk.ts';
import { isQuestion } from './forms.ts';
import type { FormItemState, FormState, FormValidation } from './model.ts';

type Answer = Answers[number];

const MESSAGES = {
  required: 'この質問は必須です',
  choice: '選択肢から選んでください',
  number: '数字を入力してください',
  wholeNumber: '整数を入力してください',
  email: '有効なメールアドレスを入力してください',
  url: '有効な URL を入力してください',
  pattern: '入力の形式が正しくありません',
  length: '文字数が条件に合いません',
  range: '数値が範囲の外です',
  count: '選ぶ数が条件に合いません',
  column: '1 つの列に選べるのは 1 つまでです',
  date: '日付が正しくありません',
  time: '時刻が正しくありません',
  text: '文字で答えてください',
} as const;

type Check = (text: string, args: readonly (string | number)[]) => boolean;

const numberOf = (text: string): number =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
const compareNumber =
  (test: (value: number, a: number, b: number) => boolean): Check =>
  (text, [a = 0, b = 0]) => {
    const value = numberOf(text);
    return !Number.isNaN(value) && test(value, Number(a), Number(b));
  };
/** The platform's patterns are RE2; the emulator runs them as JavaScript's, unicode mode where it parses. */
export function pattern(source: string, whole: boolean): RegExp {
  const body = whole ? `^(?:${source})$` : source;
  try {
    return new RegExp(body, 'u');
  } catch {
    return new RegExp(body);
  }
}
const length = (text: string): number => [...text].length;

/** One row a rule: the check and the message where the form's author gave none. */
const TEXT_RULES: Record<string, { check: Check; message: string }> = {
  requireNumber: { check: (t) => !Number.isNaN(numberOf(t)), message: MESSAGES.number },
  requireWholeNumber: { check: (t) => Number.isInteger(numberOf(t)), message: MESSAGES.wholeNumber },
  requireNumberBetween: { check: compareNumber((v, a, b) => v >= a && v <= b), message: MESSAGES.range },
  requireNumberNotBetween: { check: compareNumber((v, a, b) => v < a || v > b), message: MESSAGES.range },
  requireNumberEqualTo: { check: compareNumber((v, a) => v === a), message: MESSAGES.range },
  requireNumberNotEqualTo: { check: compareNumber((v, a) => v !== a), message: MESSAGES.range },
  requireNumberGreaterThan: { check: compareNumber((v, a) => v > a), message: MESSAGES.range },
  requireNumberGreaterThanOrEqualTo: { check: compareNumber((v, a) => v >= a), message: MESSAGES.range },
  requireNumberLessThan: { check: compareNumber((v, a) => v < a), message: MESSAGES.range },
  requireNumberLessThanOrEqualTo: { check: compareNumber((v, a) => v <= a), message: MESSAGES.range },
  requireTextContainsPattern: {
    check: (t, [p]) => pattern(String(p), false).test(t),
    message: MESSAGES.pattern,
  },
  requireTextDoesNotContainPattern: {
    check: (t, [p]) => !pattern(String(p), false).test(t),
    message: MESSAGES.pattern,
  },
  requireTextMatchesPattern: {
    check: (t, [p]) => pattern(String(p), true).test(t),
    message: MESSAGES.pattern,
  },
  requireTextDoesNotMatchPattern: {
    check: (t, [p]) => !pattern(String(p), true).test(t),
    message: MESSAGES.pattern,
  },
  requireTextLengthGreaterThanOrEqualTo: {
    check: (t, [n]) => length(t) >= Number(n),
    message: MESSAGES.length,
  },
  requireTextLengthLessThanOrEqualTo: { check: (t, [n]) => length(t) <= Number(n), message: MESSAGES.length },
  requireTextIsEmail: { check: (t) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(t), message: MESSAGES.email },
  requireTextIsUrl: {
    check: (t) => /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+([/?#]\S*)?$/i.test(t),
    message: MESSAGES.url,
  },
};

const COUNT_RULES: Record<string, (count: number, limit: number) => boolean> = {
  requireSelectAtLeast: (count, limit) => count >= limit,
  requireSelectAtMost: (count, limit) => count <= limit,
  requireSelectExactly: (count, limit) => count === limit,
};

/** Names of the rules an item type may carry. */
export const RULE_NAMES = { text: Object.keys(TEXT_RULES), checkbox: Object.keys(COUNT_RULES) };

export function isBlank(answer: Answer | null | undefined): boolean {
  if (answer === undefined || answer === null || answer === '') return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return answer.every((row) => row === null || row === '' || (Array.isArray(row) && row.length === 0));
}

function checkText(text: string, rule: FormValidation | undefined): string {
  if (rule === undefined) return '';
  const row = TEXT_RULES[rule.method];
  if (row === undefined || row.check(text, rule.args)) return '';
  return rule.helpText === '' ? row.message : rule.helpText;
}

function knownChoice(item: FormItemState, value: string): boolean {
  if (item.choices.some((choice) => choice.value === value)) return true;
  return item.other && value.trim() !== '';
}

function checkGrid(item: FormItemState, answer: Answer): string {
  if (!Array.isArray(answer)) return MESSAGES.choice;
  const rows = item.rows ?? [];
  const columns = item.columns ?? [];
  const picked: string[] = [];
  const cells: readonly (string | readonly string[] | null)[] = answer;
  for (const row of cells) {
    for (const value of row === null ? [] : typeof row === 'string' ? [row] : row) {
      if (value !== '' && !columns.includes(value)) return MESSAGES.choice;
      if (value !== '') picked.push(value);
    }
  }
  if (answer.length > rows.length) return MESSAGES.choice;
  if (item.required && rows.some((_, r) => isBlank(answer[r]))) return MESSAGES.required;
  if (item.validation !== undefined && new Set(picked).size !== picked.length) {
    return item.validation.helpText === '' ? MESSAGES.column : item.validation.helpText;
  }
  return '';
}

function validDate(text: string, item: FormItemState): boolean {
  const match = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text);
  if (match === null || (item.includesYear !== false) !== (match[1] !== undefined)) return false;
  if ((item.type === 'DATETIME') !== (match[4] !== undefined)) return false;
  const year = Number(match[1] ?? 2024);
  const made = new Date(Date.UTC(year, Number(match[2]) - 1, Number(match[3])));
  return (
    made.getUTCMonth() === Number(match[2]) - 1 &&
    made.getUTCDate() === Number(match[3]) &&
    Number(match[4] ?? 0) < 24 &&
    Number(match[5] ?? 0) < 60
  );
}

function checkOne(item: FormItemState, answer: Answer): string {
  switch (item.type) {
    case 'CHECKBOX': {
      if (!Array.isArray(answer)) return MESSAGES.choice;
      const given: readonly (string | readonly string[] | null)[] = answer;
      const values = given.filter((value): value is string => typeof value === 'string');
      if (!values.every((value) => knownChoice(item, value))) return MESSAGES.choice;
      const rule = item.validation;
      const test = rule === undefined ? undefined : COUNT_RULES[rule.method];
      if (rule === undefined || test === undefined || test(values.length, Number(rule.args[0] ?? 0)))
        return '';
      return rule.helpText === '' ? MESSAGES.count : rule.helpText;
    }
    case 'GRID':
    case 'CHECKBOX_GRID':
      return checkGrid(item, answer);
    default:
  }
  if (typeof answer !== 'string') return MESSAGES.text;
  switch (item.type) {
    case 'MULTIPLE_CHOICE':
    case 'LIST':
      return knownChoice(item, answer) ? '' : MESSAGES.choice;
    case 'SCALE':
    case 'RATING': {
      const value = Number(answer);
      return Number.isInteger(value) && value >= (item.lower ?? 1) && value <= (item.upper ?? 5)
        ? ''
        : MESSAGES.choice;
    }
    case 'DATE':
    case 'DATETIME':
      return validDate(answer, item) ? '' : MESSAGES.date;
    case 'TIME':
      return /^([01]?\d|2[0-3]):[0-5]\d$/.test(answer) ? '' : MESSAGES.time;
    case 'DURATION':
      return /^\d{1,2}:[0-5]\d:[0-5]\d$/.test(answer) ? '' : MESSAGES.time;
    default:
      return checkText(answer, item.validation);
  }
}

/** The message for one answer, '' when it is fine. */
export function checkAnswer(item: FormItemState, answer: Answer | undefined): string {
  if (!isQuestion(item)) return '';
  if (isBlank(answer) || answer === undefined) return item.required ? MESSAGES.required : '';
  return checkOne(item, answer);
}

/** Problems of one page, or of every page the respondent walks. */
export function checkAnswers(form: FormState, answers: Answers, pageId?: number): AnswerError[] {
  const out: AnswerError[] = [];
  for (const page of walkedPages(form, answers)) {
    if (pageId !== undefined && page.id !== pageId) continue;
    for (const item of page.items) {
      const message = checkAnswer(item, answers[item.id]);
      if (message !== '') out.push({ itemId: item.id, message });
    }
  }
  return out;
}

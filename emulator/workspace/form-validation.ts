/** Checks of a respondent's answers: required, type, choices and the validation rules of FormApp. */
import type { AnswerError, Answers } from '../api.ts';
import { isQuestion } from './form-kinds.ts';
import { walkedPages } from './form-walk.ts';
import type { FormItemState, FormState, FormValidation } from './model.ts';

type Answer = Answers[number];

const MESSAGES = {
  required: 'この質問は必須です',
  requiredRow: 'すべての行に答えてください',
  choice: '選択肢から選んでください',
  column: '1 つの列に選べるのは 1 つまでです',
  date: '日付が正しくありません',
  time: '時刻が正しくありません',
  duration: '所要時間が正しくありません',
  text: '文字で答えてください',
} as const;

type Args = readonly (string | number)[];
type Check = (text: string, args: Args) => boolean;

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
const matches =
  (whole: boolean, wanted: boolean): Check =>
  (text, [source]) =>
    pattern(String(source), whole).test(text) === wanted;
const badPattern = (): string => '入力の形式が正しくありません';

interface TextRule {
  readonly check: Check;
  /** What the respondent reads where the form's author wrote nothing of his own. */
  readonly message: (args: Args) => string;
}
const rule = (check: Check, message: (args: Args) => string): TextRule => ({ check, message });

const TEXT_RULES: Record<string, TextRule> = {
  requireNumber: rule(
    (t) => !Number.isNaN(numberOf(t)),
    () => '数字を入力してください',
  ),
  requireWholeNumber: rule(
    (t) => Number.isInteger(numberOf(t)),
    () => '整数を入力してください',
  ),
  requireNumberBetween: rule(
    compareNumber((v, a, b) => v >= a && v <= b),
    ([a, b]) => `${a} から ${b} までの数を入力してください`,
  ),
  requireNumberNotBetween: rule(
    compareNumber((v, a, b) => v < a || v > b),
    ([a, b]) => `${a} から ${b} まで以外の数を入力してください`,
  ),
  requireNumberEqualTo: rule(
    compareNumber((v, a) => v === a),
    ([a]) => `${a} を入力してください`,
  ),
  requireNumberNotEqualTo: rule(
    compareNumber((v, a) => v !== a),
    ([a]) => `${a} 以外の数を入力してください`,
  ),
  requireNumberGreaterThan: rule(
    compareNumber((v, a) => v > a),
    ([a]) => `${a} より大きい数を入力してください`,
  ),
  requireNumberGreaterThanOrEqualTo: rule(
    compareNumber((v, a) => v >= a),
    ([a]) => `${a} 以上の数を入力してください`,
  ),
  requireNumberLessThan: rule(
    compareNumber((v, a) => v < a),
    ([a]) => `${a} より小さい数を入力してください`,
  ),
  requireNumberLessThanOrEqualTo: rule(
    compareNumber((v, a) => v <= a),
    ([a]) => `${a} 以下の数を入力してください`,
  ),
  requireTextContainsPattern: rule(matches(false, true), badPattern),
  requireTextDoesNotContainPattern: rule(matches(false, false), badPattern),
  requireTextMatchesPattern: rule(matches(true, true), badPattern),
  requireTextDoesNotMatchPattern: rule(matches(true, false), badPattern),
  requireTextLengthGreaterThanOrEqualTo: rule(
    (t, [n]) => length(t) >= Number(n),
    ([n]) => `${n} 文字以上で入力してください`,
  ),
  requireTextLengthLessThanOrEqualTo: rule(
    (t, [n]) => length(t) <= Number(n),
    ([n]) => `${n} 文字以内で入力してください`,
  ),
  requireTextIsEmail: rule(
    (t) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(t),
    () => '有効なメールアドレスを入力してください',
  ),
  requireTextIsUrl: rule(
    (t) => /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+([/?#]\S*)?$/i.test(t),
    () => '有効な URL を入力してください',
  ),
};

interface CountRule {
  readonly check: (count: number, limit: number) => boolean;
  readonly message: (args: Args) => string;
}
const COUNT_RULES: Record<string, CountRule> = {
  requireSelectAtLeast: {
    check: (count, limit) => count >= limit,
    message: ([n]) => `${n} 個以上選んでください`,
  },
  requireSelectAtMost: {
    check: (count, limit) => count <= limit,
    message: ([n]) => `選べるのは ${n} 個までです`,
  },
  requireSelectExactly: {
    check: (count, limit) => count === limit,
    message: ([n]) => `${n} 個選んでください`,
  },
};

export function isBlank(answer: Answer | null | undefined): boolean {
  if (answer === undefined || answer === null || answer === '') return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return answer.every((row) => row === null || row === '' || (Array.isArray(row) && row.length === 0));
}

function checkText(text: string, validation: FormValidation | undefined): string {
  if (validation === undefined) return '';
  const row = TEXT_RULES[validation.method];
  if (row === undefined || row.check(text, validation.args)) return '';
  return validation.helpText || row.message(validation.args);
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
  if (item.required && rows.some((_, r) => isBlank(answer[r]))) return MESSAGES.requiredRow;
  if (item.validation !== undefined && new Set(picked).size !== picked.length) {
    return item.validation.helpText || MESSAGES.column;
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

/** Up to 72 hours (https://developers.google.com/apps-script/reference/forms/duration-item#createresponsehours,-minutes,-seconds). */
function validDuration(text: string): boolean {
  const match = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/.exec(text);
  return match !== null && Number(match[1]) <= 72;
}

function checkOne(item: FormItemState, answer: Answer): string {
  switch (item.type) {
    case 'CHECKBOX': {
      if (!Array.isArray(answer)) return MESSAGES.choice;
      const given: readonly (string | readonly string[] | null)[] = answer;
      const values = given.filter((value): value is string => typeof value === 'string');
      if (!values.every((value) => knownChoice(item, value))) return MESSAGES.choice;
      const { validation } = item;
      const row = validation === undefined ? undefined : COUNT_RULES[validation.method];
      if (validation === undefined || row === undefined) return '';
      if (row.check(values.length, Number(validation.args[0] ?? 0))) return '';
      return validation.helpText || row.message(validation.args);
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
      return validDuration(answer) ? '' : MESSAGES.duration;
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

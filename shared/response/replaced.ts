/**
 * Answers by question → answers by field. A question that took the place of a closed one shares its field: which of the two
 * counts, the template says (`replaces.merge`). The same for a file of answers and for the responses of a form.
 */
import { fieldKeyOf, itemsOf } from '../template/elements.ts';
import type { RetiredQuestion, Template, TemplateItem } from '../template/template.ts';
import type { FormAnswer } from './response.ts';

export interface Sources {
  /** Keys of the questions that make a field, the one that counts first in front; the first that says something counts. */
  readonly byField: ReadonlyMap<string, readonly string[]>;
  /** Field that the answers of a question belong to, by the question's key; of closed questions too. */
  readonly fieldOf: ReadonlyMap<string, string>;
  /** All questions of a field in the order of their age, the closed ones first. */
  readonly ages: ReadonlyMap<string, readonly (TemplateItem | RetiredQuestion)[]>;
}

type Question = TemplateItem | RetiredQuestion;

/** How the questions of a template, open and closed, become fields. */
export function sourcesOf(template: Template): Sources {
  const retired = new Map(template.retired.map((closed) => [closed.key, closed]));
  const byField = new Map<string, readonly string[]>();
  const fieldOf = new Map<string, string>();
  const ages = new Map<string, readonly Question[]>();
  const open = itemsOf(template).flatMap(({ item }) => (item.key === undefined ? [] : [item]));
  const take = (question: Question): void => {
    const field = fieldKeyOf(question);
    if (byField.has(field)) return;
    const line = lineOf(question, retired);
    byField.set(field, counting(line));
    ages.set(field, line.slice().reverse());
    for (const { key = '' } of line) fieldOf.set(key, field);
  };
  for (const item of open) take(item);
  for (const closed of template.retired) if (!fieldOf.has(closed.key)) take(closed);
  return { byField, fieldOf, ages };
}

/** A question and those that it replaced, the newest first. */
function lineOf(question: Question, retired: ReadonlyMap<string, RetiredQuestion>): readonly Question[] {
  const line: Question[] = [question];
  let next = retired.get(question.replaces?.key ?? '');
  while (next !== undefined && !line.includes(next)) {
    line.push(next);
    next = retired.get(next.replaces?.key ?? '');
  }
  return line;
}

/** Keys of a line in the order in which they count. */
function counting([newest, ...older]: readonly Question[]): readonly string[] {
  if (newest === undefined) return [];
  const own = [newest.key ?? ''];
  switch (newest.replaces?.merge) {
    case 'new-else-old':
      return [...own, ...counting(older)];
    case 'old-else-new':
      return [...counting(older), ...own];
    default:
      return own;
  }
}

/** True for a text that says something. */
export const says = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/**
 * @param typed texts by the keys of questions
 * @returns texts by the keys of fields; what is no question of the template keeps its key
 */
export function mergeReplaced(
  typed: Readonly<Record<string, string>>,
  { byField, fieldOf }: Sources,
): Readonly<Record<string, string>> {
  const merged: Record<string, string> = {};
  for (const [key, text] of Object.entries(typed)) {
    const field = fieldOf.get(key) ?? key;
    if (merged[field] !== undefined) continue;
    const counts = byField.get(field) ?? [key];
    const chosen = counts.map((one) => typed[one]).find(says);
    if (chosen !== undefined) merged[field] = chosen;
    // Of a question that stands alone even a blank is kept as it was typed.
    else if (field === key && counts.length === 1 && counts[0] === key) merged[field] = text;
  }
  return merged;
}

/** The same for one answer. */
export function answerByField(answer: FormAnswer, sources: Sources): FormAnswer {
  return { ...answer, typed: mergeReplaced(answer.typed, sources) };
}

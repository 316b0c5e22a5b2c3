/** Which answers the chamber's rules destroy today, and which are due but may not be touched yet. Reads only. */
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import {
  type RetentionRule,
  readRetention,
  retentionStartLabels,
  retentionWords,
} from '../../../shared/settings/retention.ts';
import { dayNumber } from '../../../shared/text/days.ts';
import { assets } from '../assets.ts';
import type { Book } from '../book/book.ts';
import type { Services } from '../port.ts';
import { dayOf } from '../time.ts';
import { type Candidate, candidates, type Hindrance, startsOfFlow } from './candidates.ts';

export interface DueAnswer extends Candidate {
  readonly rule: RetentionRule;
}

export interface RefusedAnswer extends DueAnswer {
  readonly reason: Hindrance | 'form';
}

export interface Destruction {
  readonly rules: readonly RetentionRule[];
  /** With any of these nothing is destroyed. */
  readonly issues: readonly Issue[];
  readonly due: readonly DueAnswer[];
  readonly refused: readonly RefusedAnswer[];
  /** Day of the plan. */
  readonly day: string;
  /** Over what would be destroyed. */
  readonly hash: string;
}

/** The chamber's rules; those that do not fit their template are issues. */
export function rulesOf(book: Book): Pick<Destruction, 'rules' | 'issues'> {
  const { rules, issues } = readRetention(book.settings().retention);
  const wrong = rules.flatMap(({ templateId, start }) => {
    const template = assets().templates.get(templateId)?.template;
    if (template !== undefined && startsOfFlow[template.flow].includes(start)) return [];
    const params = { name: template?.title ?? templateId, start: retentionStartLabels[start] };
    return [issue('retention.template', 'error', '', { params })];
  });
  return { rules, issues: [...issues, ...wrong] };
}

/** Whether the days of a rule have gone by; where nobody knows when they began, a person has to say so. */
function isDue(rule: RetentionRule, one: Candidate, day: string): boolean {
  const from = one.starts[rule.start];
  if (one.templateId !== rule.templateId || from === undefined) return false;
  return from === '' || dayNumber(day) - dayNumber(from) >= rule.days;
}

/** What a form is called where its answers are counted. */
export const titleOf = (services: Services, formId: string): string =>
  formId === '' ? '職員の代理入力' : (services.forms.look(formId)?.title ?? 'フォームを開けません');

export const hashOf = (texts: readonly string[]): string => sha256Hex(encodeUtf8(texts.join('\n')));

/** What falls due under these rules on a day. */
export function dueUnder(
  services: Services,
  book: Book,
  rules: readonly RetentionRule[],
  day: string,
): Pick<Destruction, 'due' | 'refused'> {
  const flows = new Set(
    rules.flatMap(({ templateId }) => assets().templates.get(templateId)?.template.flow ?? []),
  );
  const due: DueAnswer[] = [];
  const refused: RefusedAnswer[] = [];
  const opens = new Map<string, boolean>();
  const canOpen = (formId: string): boolean => {
    const known = opens.get(formId) ?? (formId === '' || services.forms.look(formId) !== null);
    opens.set(formId, known);
    return known;
  };
  for (const one of candidates(book, day, flows)) {
    const rule = one.destroyed === '' ? rules.find((each) => isDue(each, one, day)) : undefined;
    if (rule === undefined) continue;
    const unknown = one.starts[rule.start] === '' ? 'closing-day' : null;
    const reason = unknown ?? one.hindrance ?? (canOpen(one.formId) ? null : 'form');
    if (reason === null) due.push({ ...one, rule });
    else refused.push({ ...one, rule, reason });
  }
  return { due, refused };
}

export function planDestruction(services: Services, book: Book): Destruction {
  const day = dayOf(services.clock.now());
  const { rules, issues } = rulesOf(book);
  const found = issues.length > 0 ? { due: [], refused: [] } : dueUnder(services, book, rules, day);
  const lines = found.due.map(({ id, rule }) => `${id} ${rule.templateId} ${retentionWords(rule)}`);
  return { rules, issues, ...found, day, hash: hashOf([...lines].sort()) };
}

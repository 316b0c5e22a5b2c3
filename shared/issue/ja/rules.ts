/** What a rule that changed a value did, in words. */
import { ruleWords } from './rule-words.ts';

let words: Readonly<Record<string, string>> | null = null;

/** Words for a rule name as records carry it: names joined by `+`. */
export function ruleLabel(rule: string): string {
  words ??= ruleWords();
  const known = words;
  return rule
    .split('+')
    .filter((name) => name !== '')
    .map((name) => known[name] ?? name)
    .join('。');
}

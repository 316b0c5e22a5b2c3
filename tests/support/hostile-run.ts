/**
 * Runs in a page after its mock server: puts hostile texts wherever a reply carries what somebody typed, so that every place
 * of every screen gets its share. What screens work with (ids, states, hashes, times, addresses of files) stays.
 */
import type { ScriptRun } from '../../addon/sidebar/rpc.ts';
import { hostileTexts } from './hostile.ts';

/** Names under which replies carry typed text; lists of texts under such a name are typed text too. */
const typed = new Set(
  (
    'name title label message remedy value suggestion typed shown original what why by reason where ground note words ' +
    'header examples body subject to email respondent answer ledger before after summary audience lead text help ' +
    'lines chamberName part theirs ours base folderName ruleLabel hint typeLabel exportLabel groundLabel placeholder ' +
    'options missing representative address phone headline description confirmation choices rows choiceLabel'
  ).split(' '),
);

/** The scenario in the address says with which text to begin. */
const scenario: { readonly from?: number } = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}');
/** How many texts each name got so far: by itself it comes round to all of them. */
const given = new Map<string, number>();

function hostileFor(name: string): string {
  const count = given.get(name) ?? scenario.from ?? 0;
  given.set(name, count + 1);
  return hostileTexts[count % hostileTexts.length] ?? '';
}

function poisoned(value: unknown, name: string): unknown {
  if (typeof value === 'string') return value !== '' && typed.has(name) ? hostileFor(name) : value;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poisoned(one, key)]));
}

declare const google: { readonly script: { readonly run: ScriptRun } };
const { script } = google;
const plain = Object.getOwnPropertyDescriptor(script, 'run')?.get;
Object.defineProperty(script, 'run', {
  get() {
    const run: ScriptRun = plain?.call(script);
    const succeed = run.withSuccessHandler.bind(run);
    run.withSuccessHandler = (handler) => succeed((reply) => handler(poisoned(reply, '')));
    return run;
  },
});

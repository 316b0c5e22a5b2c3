/** Merges written by hand, one matter a case: `cases/*.yaml`, in the notation of `testing/notation.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PlannedOption } from '../form/plan.ts';
import { closedPage } from '../issue/ja/update.ts';
import { baseAfter } from './advance.ts';
import { applyOperations } from './apply.ts';
import { describePlan } from './describe.ts';
import { mergeForms } from './merge.ts';
import type { Decision, Merged, Operation, UpdatePlan } from './model.ts';
import { formOf, notationOf } from './testing/notation.ts';

interface Round {
  readonly theirs: string;
  readonly decisions?: readonly string[];
  readonly closed?: boolean;
  readonly operations?: readonly string[];
  readonly conflicts?: readonly string[];
  readonly kept?: readonly string[];
  readonly refused?: readonly string[];
  readonly planned?: string;
  readonly lines?: readonly string[];
}
interface Case extends Round {
  readonly title: string;
  readonly 備考?: string;
  readonly base: string;
  readonly ours: string;
  /** Later releases, each merged into what the update before made. */
  readonly later?: readonly Round[];
}

const folder = fileURLToPath(new URL('./cases/', import.meta.url));
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .sort();

const cases = new Map(
  files.map((file): [string, readonly Case[]] => [file, parse(readFileSync(`${folder}${file}`, 'utf8'))]),
);

function shown(value: unknown): string {
  if (value === null || value === '') return '（なし）';
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return (value as readonly PlannedOption[])
    .map(({ label, goTo }) => (goTo === undefined ? label : `${label}>${goTo}`))
    .join(' | ');
}

const place = (behind: string | null): string => (behind === null ? '（最初）' : `（${behind} の次）`);

const operationTexts: { readonly [O in Operation['op']]: (one: Extract<Operation, { op: O }>) => string } = {
  set: (one) => `${one.element}.${one.property}: ${shown(one.before)} → ${shown(one.after)}`,
  'add-item': (one) => `+ ${one.element}${place(one.place)}`,
  'add-section': (one) => `+ ${one.element}${place(one.place)}`,
  move: (one) => `⇅ ${one.element}${place(one.place)}`,
  retire: (one) => `閉じる ${one.element}`,
  remove: (one) => `− ${one.element}`,
};
const operationText = (one: Operation): string =>
  (operationTexts[one.op] as (given: Operation) => string)(one);

const choiceWords = { ours: '自所', theirs: '日商' } as const;
const noted = (
  list: readonly { readonly element: string; readonly property: string; readonly reason: string }[],
) => list.map(({ element, property, reason }) => `${element}.${property}: ${reason}`).sort();

function planTexts(plan: UpdatePlan) {
  return {
    operations: plan.operations.map(operationText),
    conflicts: plan.conflicts
      .map(({ element, property, reason, choice }) => {
        const state = choice === null ? '未' : choiceWords[choice];
        return `${element}.${property}: ${reason}（${state}）`;
      })
      .sort(),
    kept: noted(plan.kept),
    refused: noted(plan.refused),
  };
}

/** `capital.help 自所` */
function decisionOf(text: string): Decision {
  const [place_ = '', who] = text.split(' ');
  const at = place_.indexOf('.');
  return {
    element: place_.slice(0, at),
    property: place_.slice(at + 1),
    choice: who === '日商' ? 'theirs' : 'ours',
  };
}

const withTitle = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .map((line) =>
      line === '[closed-questions]' ? `${line} ${closedPage.title} // ${closedPage.help}` : line,
    );

function check(round: Round, merged: Merged, ours: ReturnType<typeof formOf>): void {
  const texts = planTexts(merged.plan);
  expect(texts).toEqual({
    operations: round.operations ?? [],
    conflicts: [...(round.conflicts ?? [])].sort(),
    kept: [...(round.kept ?? [])].sort(),
    refused: [...(round.refused ?? [])].sort(),
  });
  expect(applyOperations(ours, merged.plan.operations)).toEqual(merged.planned);
  if (round.planned !== undefined) {
    const wanted = withTitle(round.planned);
    const got = notationOf(merged.planned);
    expect(wanted[0]?.startsWith('[') ? got : got.slice(1)).toEqual(wanted);
  }
  if (round.lines !== undefined) {
    const lines = describePlan(merged.plan).flatMap(({ name, lines: own }) =>
      own.map(({ title, what }) => `${name}：${title}：${what}`),
    );
    expect(lines).toEqual(round.lines);
  }
}

describe.each([...cases])('%s', (_file, list) => {
  it.each(list.map((one) => [one.title, one] as const))('%s', (_title, one) => {
    let base = formOf(one.base);
    let ours = formOf(one.ours);
    const decisions: Decision[] = [];
    [one, ...(one.later ?? [])].forEach((round, at) => {
      const theirs = formOf(round.theirs, `1.${at + 1}.0`);
      const made = (round.decisions ?? []).map(decisionOf);
      const open = mergeForms(base, theirs, ours, decisions, { structureClosed: round.closed ?? false });
      for (const decision of made) {
        const conflict = open.plan.conflicts.find(
          ({ element, property }) => element === decision.element && property === decision.property,
        );
        expect(conflict, `${decision.element}.${decision.property}`).toBeDefined();
        decisions.push({ ...decision, theirs: conflict?.theirs });
      }
      const merged = mergeForms(base, theirs, ours, decisions, { structureClosed: round.closed ?? false });
      check(round, merged, ours);
      base = baseAfter(base, theirs, merged);
      ours = merged.planned;
    });
  });
});

it('there are forty of them at least', () => {
  expect([...cases.values()].flat().length).toBeGreaterThanOrEqual(40);
});

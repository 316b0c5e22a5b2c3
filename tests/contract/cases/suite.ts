/** The contract suite as one script: bundled, it runs on the emulator and, pushed by clasp, on the live platform. */
import { cards } from './cards.ts';
import { charts } from './charts.ts';
import { documents } from './documents.ts';
import { formItems } from './form-items.ts';
import { formPages } from './form-pages.ts';
import { forms } from './forms.ts';
import { type Case, makeKit } from './kit.ts';
import { prefill } from './prefill.ts';
import { services } from './services.ts';
import { sheets } from './sheets.ts';
import { typing } from './typing.ts';
import { web } from './web.ts';

export interface CaseResult {
  name: string;
  source: string;
  documented: boolean;
  /** '' when it holds. */
  failure: string;
}

const cases: readonly Case[] = [
  ...typing,
  ...sheets,
  ...charts,
  ...forms,
  ...formItems,
  ...formPages,
  ...prefill,
  ...documents,
  ...cards,
  ...services,
  ...web,
];

/** Stops before the platform's six minutes, so that a live run can go on where it stopped. */
const BUDGET_MS = 5 * 60_000;

export function contractNames(): string[] {
  return cases.map((each) => each.name);
}

/** Runs from a case number on, until the end or the time budget; `next` is -1 at the end. */
export function contractRun(first: number, count: number): { results: CaseResult[]; next: number } {
  const begun = Date.now();
  const results: CaseResult[] = [];
  for (let index = first; index < cases.length; index++) {
    if (index >= first + count || Date.now() - begun > BUDGET_MS) return { results, next: index };
    const each = cases[index];
    if (each !== undefined) results.push(runOne(each));
  }
  return { results, next: -1 };
}

/** For the editor's 実行 button: writes one line a case to the log, and how to go on when the time ran out. */
export function contractLog(first = 0): string {
  const { results, next } = contractRun(Number.isInteger(first) ? first : 0, cases.length);
  for (const { name, failure } of results)
    console.log(`${failure === '' ? '一致' : '不一致'}\t${name}\t${failure}`);
  const failed = results.filter((result) => result.failure !== '').length;
  const line = `${results.length} 件のうち ${failed} 件が不一致${next < 0 ? '' : `。続きは contractLog(${next})`}`;
  console.log(line);
  return line;
}

function runOne(each: Case): CaseResult {
  const { kit, clean } = makeKit();
  const { name, source, documented } = each;
  let failure = '';
  try {
    each.run(kit);
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  clean();
  return { name, source, documented, failure };
}

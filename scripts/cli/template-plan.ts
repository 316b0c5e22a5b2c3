/** `cci template plan`: base, JCCI's new version and the chamber's form → plan.json and its description. */
import { basename, dirname } from 'node:path';
import * as z from 'zod/mini';
import type { Catalogue } from '../../shared/fields/catalogue.ts';
import type { FormPlan } from '../../shared/form/plan.ts';
import { planRaw } from '../../shared/form/raw.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { lazy } from '../../shared/lazy.ts';
import { formOfCopy } from '../../shared/merge/form-of-copy.ts';
import { mergeForms } from '../../shared/merge/merge.ts';
import type { Decision, UpdatePlan } from '../../shared/merge/model.ts';
import { shapeIssues } from '../../shared/template/parse.ts';
import { readText, writeAll } from '../files.ts';
import { loadCatalogue, placed } from '../library.ts';
import { readYaml } from '../yaml.ts';
import type { ExitCode } from './outcome.ts';
import { planLines } from './plan-words.ts';
import { readCopy, readSide, refuseFirst } from './template-side.ts';

export interface TemplatePlanArguments {
  readonly base: string;
  readonly theirs: string;
  readonly ours: string;
  readonly decisions?: string;
  readonly out: string;
}

const decisionsSchema = lazy(() =>
  z.array(
    z.strictObject({
      element: z.string(),
      property: z.string(),
      choice: z.enum(['ours', 'theirs']),
      theirs: z.optional(z.unknown()),
    }),
  ),
);

/**
 * Conflicts are part of a plan (0); what the new version may not do to a form in use is what the command was asked to find
 * (1). Everything is read and planned before the file is written.
 */
export function templatePlanCommand(given: TemplatePlanArguments): ExitCode {
  const catalogue = loadCatalogue();
  const base = readSide(given.base, catalogue);
  const theirs = readSide(given.theirs, catalogue);
  if (base.template.id !== theirs.template.id)
    throw new UnusableInput([
      issue('template.other-id', 'error', '', {
        params: { base: base.template.id, theirs: theirs.template.id },
      }),
    ]);
  const basePlan = planRaw(base.template, catalogue);
  const form = oursOf(given.ours, basePlan, catalogue);
  const decisions = given.decisions === undefined ? [] : readDecisions(given.decisions);
  const { plan } = mergeForms(basePlan, planRaw(theirs.template, catalogue), form, decisions);
  writeAll(dirname(given.out), [{ name: basename(given.out), bytes: Buffer.from(planText(plan), 'utf8') }]);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  for (const line of planLines(plan, theirs.template.title)) say(line);
  for (const [name, count] of [
    ['--base', base.mistakes],
    ['--theirs', theirs.mistakes],
  ] as const)
    if (count > 0)
      say(`${name} のひな型に誤りが ${count} 件あります。cci template check で確かめてください。`);
  say(`計画を書きました：${given.out}`);
  return plan.refused.length > 0 ? 1 : 0;
}

/** The chamber's form: as it stands in Google Forms, or written as a template. */
function oursOf(name: string, base: FormPlan, catalogue: Catalogue): FormPlan {
  const stored = readCopy(name);
  if (stored !== null) return formOfCopy(stored.copy, stored.links, base);
  return planRaw(readSide(name, catalogue).template, catalogue);
}

function readDecisions(file: string): readonly Decision[] {
  const yaml = readYaml(readText(file), file);
  refuseFirst(yaml.issues);
  // An empty file decides nothing.
  const parsed = decisionsSchema().safeParse(yaml.value ?? [], { reportInput: true });
  if (parsed.success) return parsed.data;
  refuseFirst(parsed.error.issues.flatMap(shapeIssues).map((one) => placed(one, file, yaml.lineOf)));
  return [];
}

/** The plan as it is stored: keys in order, two spaces, a line break at the end; the same plan gives the same bytes. */
export function planText(plan: UpdatePlan): string {
  const sorted = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : value;
  return `${JSON.stringify(plan, sorted, 2)}\n`;
}

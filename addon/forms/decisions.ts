/** What a clerk has decided about the conflicts of a plan, and whether the plan can be applied. */
import type { ConflictView, UpdatePlanView } from '../view/forms-protocol.ts';

export type Choice = 'ours' | 'theirs';
/** By `decisionKey`; a conflict without an entry is undecided. */
export type Choices = Readonly<Record<string, Choice>>;

export function decisionKey({ element, property }: Pick<ConflictView, 'element' | 'property'>): string {
  return `${element} ${property}`;
}

export function undecided(plan: UpdatePlanView, choices: Choices): readonly ConflictView[] {
  return plan.conflicts.filter((one) => choices[decisionKey(one)] === undefined);
}

/** Operations that the plan makes by itself, and choices of JCCI's text. */
export function changesOf(plan: UpdatePlanView, choices: Choices): number {
  const own = plan.groups
    .filter(({ id }) => id === 'added' || id === 'changed')
    .reduce((sum, { entries }) => sum + entries.length, 0);
  return own + plan.conflicts.filter((one) => choices[decisionKey(one)] === 'theirs').length;
}

/** Decisions in the shape of the protocol; those of conflicts that the plan does not have are left out. */
export function decisionsOf(
  plan: UpdatePlanView,
  choices: Choices,
): { element: string; property: string; choice: Choice }[] {
  return plan.conflicts.flatMap((one) => {
    const choice = choices[decisionKey(one)];
    return choice === undefined ? [] : [{ element: one.element, property: one.property, choice }];
  });
}

/** Choices that still stand in a plan made anew: where all three texts are what they were. */
export function carriedOver(before: UpdatePlanView, after: UpdatePlanView, choices: Choices): Choices {
  const known = new Map(before.conflicts.map((one) => [decisionKey(one), one]));
  const kept: Record<string, Choice> = {};
  for (const one of after.conflicts) {
    const key = decisionKey(one);
    const old = known.get(key);
    const choice = choices[key];
    if (old === undefined || choice === undefined) continue;
    if (old.base === one.base && old.theirs === one.theirs && old.ours === one.ours) kept[key] = choice;
  }
  return kept;
}

/** Why 適用 waits, one sentence; '' when it can be pressed. */
export function whyNot(plan: UpdatePlanView, choices: Choices): string {
  const open = undecided(plan, choices).length;
  if (plan.issues.some((one) => one.severity === 'error'))
    return '上に挙げた「直す」が済むまで、更新できません。';
  if (open > 0) return `「要判断」があと${open}件あります。どちらにするか選ぶと、更新できます。`;
  return '';
}

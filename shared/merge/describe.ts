/** The plan of an update as lines for people, grouped 追加 / 変更 / 残す / 外したまま / 要判断 / できないこと. */
import { conflictWords, type EntryWords, groupWords, planGroups, planWords } from './in-words.ts';
import type { Conflict, UpdatePlan } from './model.ts';
import { valueWords } from './value-words.ts';

export interface DescribedLine {
  readonly title: string;
  /** One plain sentence. */
  readonly what: string;
  /** Texts for showing side by side, '' where there is none: what stands now, what will stand; of a conflict 旧, 日商新, 自所. */
  readonly before: string;
  readonly after: string;
  readonly ours: string;
}

export interface DescribedGroup {
  readonly group: (typeof planGroups)[number] | 'conflicts';
  /** 追加, 変更 … */
  readonly name: string;
  readonly lines: readonly DescribedLine[];
}

const choiceWords: Readonly<Record<'ours' | 'theirs', string>> = {
  ours: '自所の内容を残すと決めました。',
  theirs: '日商の新しい内容にすると決めました。',
};

function conflictLine(conflict: Conflict, { titles }: UpdatePlan): DescribedLine {
  const { title, reason, base, theirs, ours } = conflictWords(conflict, titles);
  const decided = conflict.choice === null ? '' : choiceWords[conflict.choice];
  return { title, what: `${reason}${decided}`, before: base, after: theirs, ours };
}

/** An option of the chamber's own that stays in a list which changes is told in the line of that list. */
function withOwnOptions(entry: EntryWords, plan: UpdatePlan): string {
  if (entry.group !== 'changed' || entry.property !== 'options') return entry.what;
  const own = plan.kept.filter(
    ({ element, property, reason }) =>
      element === entry.element && property.startsWith('options.') && reason === 'chamber-added',
  );
  if (own.length === 0) return entry.what;
  const names = own.map(({ property, ours }) => `「${valueWords(property, ours, plan.titles)}」`).join('');
  return `${entry.what}自所で加えた${names}は残します。`;
}

/**
 * Groups in the order in which they are read; empty ones are left out. What the chamber added itself and nobody touches is not told
 * here: `plan.own` counts it.
 */
export function describePlan(plan: UpdatePlan): readonly DescribedGroup[] {
  const own = new Set(plan.own);
  const changedLists = new Set(
    plan.operations.flatMap((one) => (one.op === 'set' && one.property === 'options' ? [one.element] : [])),
  );
  const toldElsewhere = new Set(
    plan.kept.flatMap(({ element, property, reason }) =>
      reason === 'chamber-added' && property.startsWith('options.') && changedLists.has(element)
        ? [`${element}\n${property}`]
        : [],
    ),
  );
  const entries = planWords(plan).filter(
    ({ group, element, property }) =>
      !(group === 'kept' && own.has(element)) && !toldElsewhere.has(`${element}\n${property}`),
  );
  const groups = planGroups.map((group): DescribedGroup => {
    const lines = entries
      .filter((entry) => entry.group === group)
      .map((entry) => {
        const { title, before, after } = entry;
        return { title, what: withOwnOptions(entry, plan), before, after, ours: '' };
      });
    return { group, name: groupWords[group][0], lines };
  });
  const asked: DescribedGroup = {
    group: 'conflicts',
    name: groupWords.conflicts[0],
    lines: plan.conflicts.map((conflict) => conflictLine(conflict, plan)),
  };
  const at = groups.findIndex(({ group }) => group === 'refused');
  return [...groups.slice(0, at), asked, ...groups.slice(at)].filter(({ lines }) => lines.length > 0);
}

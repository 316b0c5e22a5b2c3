/** A plan of an update as lines for the terminal: the words are those of the add-on. */
import {
  conflictWords,
  groupWords,
  headline,
  type PlanGroup,
  planGroups,
  planWords,
} from '../../shared/merge/in-words.ts';
import type { UpdatePlan } from '../../shared/merge/model.ts';

/** Longest text of a value; the rest is in plan.json. */
const longest = 60;

function short(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' / ');
  const characters = Array.from(line);
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line;
}

const heading = (group: PlanGroup | 'conflicts', count: number): string => {
  const [name, words] = groupWords[group];
  return `［${name}］${words}（${count}）`;
};

/** Lines of one group of a plan; none where it is empty. */
export function groupLines(plan: UpdatePlan, group: PlanGroup): readonly string[] {
  const entries = planWords(plan).filter((entry) => entry.group === group);
  if (entries.length === 0) return [];
  return [
    heading(group, entries.length),
    ...entries.flatMap(({ title, what, before, after }) => [
      // What an update does names its element; what stays says only how it stays.
      `・${group === 'added' || group === 'changed' ? '' : `「${title}」：`}${what}`,
      ...(before === '' && after === ''
        ? []
        : [`　　旧：${short(before) || '（空）'}`, `　　新：${short(after) || '（空）'}`]),
    ]),
  ];
}

function conflictLines(plan: UpdatePlan): readonly string[] {
  if (plan.conflicts.length === 0) return [];
  return [
    heading('conflicts', plan.conflicts.length),
    ...plan.conflicts.flatMap((conflict) => {
      const words = conflictWords(conflict, plan.titles);
      const part = words.part === '' ? '' : `の${words.part}`;
      const chosen = conflict.choice === 'theirs' ? words.theirsLabel : words.oursLabel;
      return [
        `・「${words.title}」${part}（${words.ownership}）：${words.reason}`,
        `　　旧：${short(words.base) || '（空）'}`,
        `　　日商新：${short(words.theirs) || '（空）'}`,
        `　　自所：${short(words.ours) || '（空）'}`,
        ...(conflict.choice === null ? [] : [`　　選んだもの：${chosen}`]),
        `　　decisions に書く名前：element: ${conflict.element}、property: ${conflict.property}`,
      ];
    }),
  ];
}

/** The whole plan. */
export function planLines(plan: UpdatePlan, title: string): readonly string[] {
  return [
    `${title}：${plan.from} → ${plan.to}`,
    headline(plan),
    ...planGroups.flatMap((group) =>
      // What has to be decided stands before what cannot be done.
      group === 'refused' ? [...conflictLines(plan), ...groupLines(plan, group)] : groupLines(plan, group),
    ),
  ];
}

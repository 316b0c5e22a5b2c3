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
/** Characters shown before the first difference of a text that is cut. */
const lead = 12;

const charactersOf = (text: string): readonly string[] => Array.from(text.replace(/\s*\n\s*/g, ' / '));

/** Texts of one line each that can be held against one another: long ones are cut from where they begin to differ. */
export function cutToDifference(texts: readonly string[]): readonly string[] {
  const all = texts.map(charactersOf).filter((one) => one.length > 0);
  const [first = []] = all;
  let same = first.findIndex((character, at) => all.some((one) => one[at] !== character));
  // A single text has nothing to differ from.
  if (all.length < 2) same = 0;
  else if (same < 0) same = first.length;
  return texts.map((text) => {
    const characters = charactersOf(text);
    if (characters.length === 0) return '（空）';
    const from = characters.length <= longest || same <= lead ? 0 : same - lead;
    const shown = characters.slice(from, from + longest).join('');
    return `${from > 0 ? '…' : ''}${shown}${from + longest < characters.length ? '…' : ''}`;
  });
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
    ...entries.flatMap(({ title, what, before, after }) => {
      const [old, renewed] = cutToDifference([before, after]);
      return [
        // What an update does names its element; what stays says only how it stays.
        `・${group === 'added' || group === 'changed' ? '' : `「${title}」：`}${what}`,
        ...(before === '' && after === '' ? [] : [`　　旧：${old}`, `　　新：${renewed}`]),
      ];
    }),
  ];
}

function conflictLines(plan: UpdatePlan): readonly string[] {
  if (plan.conflicts.length === 0) return [];
  return [
    heading('conflicts', plan.conflicts.length),
    ...plan.conflicts.flatMap((conflict) => {
      const words = conflictWords(conflict, plan.titles);
      const part = words.part === '' ? '' : `の${words.part}`;
      const [old, theirs, ours] = cutToDifference([words.base, words.theirs, words.ours]);
      const chosen = conflict.choice === 'theirs' ? words.theirsLabel : words.oursLabel;
      return [
        `・「${words.title}」${part}（${words.ownership}）：${words.reason}`,
        `　　旧：${old}`,
        `　　日商新：${theirs}`,
        `　　自所：${ours}`,
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

/** Which pages of a form an answer went through: choices lead on, so not every question was put to everybody. */
import { fieldKeyOf } from './elements.ts';
import type { Template } from './template.ts';

/**
 * Keys of the sections that an answer reached, from the first on. Where the choice that leads on is not known, everything
 * that any choice leads to counts as reached: better a question too many than one that looks as if it was never put.
 * @param values canonical values by key; of a choice its code
 */
export function reachedSections(
  template: Template,
  values: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const { sections } = template;
  const reached = new Set<string>();
  const open = [sections[0]?.key ?? 'submit'];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const at = sections.findIndex((section) => section.key === key);
    const section = sections[at];
    if (section === undefined || reached.has(key)) continue;
    reached.add(key);
    const onward = section.next ?? sections[at + 1]?.key ?? 'submit';
    // Of several such questions on a page the last one leads on, as in Google Forms.
    const leading = section.items.filter((item) => item.options?.some((one) => one.goTo !== undefined)).pop();
    const options = leading?.options ?? [];
    const chosen = options.find(
      (one) => one.code === values[leading === undefined ? '' : fieldKeyOf(leading)],
    );
    if (leading === undefined) open.push(onward);
    else if (chosen !== undefined) open.push(chosen.goTo ?? onward);
    else open.push(...options.map((one) => one.goTo ?? onward));
  }
  return reached;
}

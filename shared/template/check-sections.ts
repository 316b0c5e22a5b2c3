/** Pages and the ways between them. */
import type { Catalogue } from '../fields/catalogue.ts';
import { nearTo, type Report } from './report.ts';
import type { Template, TemplateItem, TemplateSection } from './template.ts';

/** Keys that mean something else: `closed-questions` is the page of closed questions (`shared/form/plan.ts`). */
const reserved: ReadonlySet<string> = new Set(['submit', 'restart', 'closed-questions']);

/** `template.section-…`, `template.goto-…`, `template.unreachable`, `template.endless`. */
export function checkSections(template: Template, _catalogue: Catalogue, report: Report): void {
  const keys = new Set<string>();
  template.sections.forEach(({ key }, s) => {
    const path = `sections.${s}.key`;
    if (keys.has(key)) report('template.section-twice', path, { name: key });
    if (reserved.has(key)) report('template.section-reserved', path, { name: key });
    keys.add(key);
  });
  const names = [...keys, 'submit'];
  const checkTarget = (target: string | undefined, path: string): void => {
    if (target !== undefined && !names.includes(target))
      report('template.goto-unknown', path, nearTo(target, names));
  };
  template.sections.forEach((section, s) => {
    checkTarget(section.next, `sections.${s}.next`);
    section.items.forEach((item, i) => {
      checkBranches(item, `sections.${s}.items.${i}`, checkTarget, report);
    });
  });
  checkWays(template, report);
}

function checkBranches(
  item: TemplateItem,
  path: string,
  checkTarget: (target: string | undefined, path: string) => void,
  report: Report,
): void {
  const options = item.options ?? [];
  const branching = options.filter(({ goTo }) => goTo !== undefined);
  if (branching.length === 0) return;
  if (item.type !== 'choice' && item.type !== 'list') report('template.goto-type', path, { type: item.type });
  if (branching.length !== options.length) report('template.goto-mixed', `${path}.options`);
  options.forEach(({ goTo }, o) => {
    checkTarget(goTo, `${path}.options.${o}.goTo`);
  });
}

/** Where a page may lead: by the answers of its questions, and by itself where nobody has to choose. */
function onward(section: TemplateSection, following: string | undefined): readonly string[] {
  const leading = section.items.filter(({ options = [] }) => options.some(({ goTo }) => goTo !== undefined));
  const targets = leading.flatMap(({ options = [] }) => options.flatMap(({ goTo }) => goTo ?? []));
  const decided = leading.some(({ required, other }) => required === true && other !== true);
  return decided ? targets : [...targets, section.next ?? following ?? 'submit'];
}

/** Walks the pages as a respondent could: a page nobody can reach is a mistake, and so is one that nobody can leave. */
function checkWays({ sections }: Template, report: Report): void {
  const ways = new Map(sections.map((section, s) => [section.key, onward(section, sections[s + 1]?.key)]));
  const reached = new Set<string>();
  const open = [sections[0]?.key ?? 'submit'];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    open.push(...(ways.get(key) ?? []));
  }
  const ending = new Set(['submit']);
  for (let size = 0; size !== ending.size; ) {
    size = ending.size;
    for (const [key, targets] of ways) if (targets.some((target) => ending.has(target))) ending.add(key);
  }
  sections.forEach(({ key, title }, s) => {
    const known = ways.get(key)?.every((target) => target === 'submit' || ways.has(target)) === true;
    if (!reached.has(key)) report('template.unreachable', `sections.${s}`, { name: title || key });
    else if (known && !ending.has(key)) report('template.endless', `sections.${s}`, { name: title || key });
  });
}

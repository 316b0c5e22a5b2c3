/** What a well-shaped template may still get wrong: keys, titles, branches, patterns, lengths. */
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { checkMailNames, checkPlaces } from './check-places.ts';
import { optionSources, ruleNeeds, rulesByType, textLimits } from './limits.ts';
import { patternProblem } from './re2.ts';
import type { Template, TemplateItem } from './template.ts';

type Report = (code: string, path: string, params?: Readonly<Record<string, string | number>>) => void;

/** All issues of a template; the order follows the document. */
export function checkTemplate(template: Template, catalogue: Catalogue): readonly Issue[] {
  const issues: Issue[] = [];
  const report: Report = (code, path, params = {}) => {
    issues.push(issue(code, 'error', '', { params: { ...params, path } }));
  };
  checkTexts(template, report);
  checkSections(template, report);
  checkItems(template, catalogue, report);
  checkReachable(template, report);
  checkRecord(template, report);
  checkPlaces(template, report);
  checkMailNames(template, report);
  return issues;
}

function checkLength(text: string | undefined, limit: number, path: string, report: Report): void {
  if (text !== undefined && text.length > limit)
    report('template.too-long', path, { limit, length: text.length });
}

function checkTexts(template: Template, report: Report): void {
  checkLength(template.title, textLimits.title, 'title', report);
  checkLength(template.description, textLimits.description, 'description', report);
  checkLength(template.settings.confirmation, textLimits.confirmation, 'settings.confirmation', report);
  checkLength(template.settings.closedMessage, textLimits.confirmation, 'settings.closedMessage', report);
}

function checkSections(template: Template, report: Report): void {
  const keys = new Set<string>();
  template.sections.forEach((section, s) => {
    const path = `sections.${s}`;
    if (keys.has(section.key)) report('template.section-twice', `${path}.key`, { name: section.key });
    keys.add(section.key);
    checkLength(section.title, textLimits.title, `${path}.title`, report);
    checkLength(section.help, textLimits.help, `${path}.help`, report);
  });
  const known = (name: string) => name === 'submit' || keys.has(name);
  template.sections.forEach((section, s) => {
    if (section.next !== undefined && !known(section.next)) {
      report('template.goto-unknown', `sections.${s}.next`, { name: section.next });
    }
    section.items.forEach((item, i) => {
      const path = `sections.${s}.items.${i}`;
      const branching = (item.options ?? []).filter((o) => o.goTo !== undefined);
      if (branching.length === 0) return;
      if (item.type !== 'choice' && item.type !== 'list')
        report('template.goto-type', path, { type: item.type });
      if (branching.length !== item.options?.length) report('template.goto-mixed', `${path}.options`);
      item.options?.forEach((option, o) => {
        if (option.goTo !== undefined && !known(option.goTo)) {
          report('template.goto-unknown', `${path}.options.${o}.goTo`, { name: option.goTo });
        }
      });
    });
  });
}

function checkItems(template: Template, catalogue: Catalogue, report: Report): void {
  const keys = new Map<string, string>();
  const titles = new Map<string, string>();
  template.sections.forEach((section, s) => {
    section.items.forEach((item, i) => {
      const path = `sections.${s}.items.${i}`;
      const title = item.title ?? catalogue.byKey.get(item.key ?? '')?.label;
      if (item.type !== 'description') {
        if (item.key === undefined) report('template.key-missing', path);
        else {
          if (keys.has(item.key)) report('template.key-twice', `${path}.key`, { name: item.key });
          keys.set(item.key, path);
          if (!item.key.startsWith('local.') && !catalogue.byKey.has(item.key)) {
            report('template.key-unknown', `${path}.key`, { name: item.key });
          }
        }
      }
      if (title === undefined || title.trim() === '') report('template.title-missing', path);
      else {
        if (titles.has(title)) report('template.title-twice', `${path}.title`, { name: title });
        titles.set(title, path);
        checkLength(title, textLimits.title, `${path}.title`, report);
      }
      checkLength(item.help, textLimits.help, `${path}.help`, report);
      checkOptions(item, catalogue, path, report);
      checkValidation(item, path, report);
    });
  });
}

const withOptions = new Set(['choice', 'checkbox', 'list']);

function checkOptions(item: TemplateItem, catalogue: Catalogue, path: string, report: Report): void {
  const own = item.options;
  if (!withOptions.has(item.type)) {
    if (own !== undefined) report('template.options-type', `${path}.options`, { type: item.type });
    return;
  }
  if (item.optionsFrom !== undefined && !optionSources.includes(item.optionsFrom)) {
    const known = optionSources.join('、');
    report('template.options-from', `${path}.optionsFrom`, { name: item.optionsFrom, known });
    return;
  }
  if (own === undefined && item.optionsFrom === undefined) {
    const list = catalogue.byKey.get(item.key ?? '')?.codeList;
    if (list === undefined) report('template.options-missing', path);
    return;
  }
  const codes = new Set<string>();
  const labels = new Set<string>();
  own?.forEach((option, o) => {
    const place = `${path}.options.${o}`;
    if (option.label.trim() === '') report('template.option-empty', place);
    if (codes.has(option.code)) report('template.option-twice', place, { name: option.code });
    if (labels.has(option.label)) report('template.option-twice', place, { name: option.label });
    codes.add(option.code);
    labels.add(option.label);
    checkLength(option.label, textLimits.option, `${place}.label`, report);
  });
}

function checkValidation(item: TemplateItem, path: string, report: Report): void {
  const validation = item.validation;
  if (validation === undefined) return;
  const place = `${path}.validation`;
  if (!(rulesByType[item.type] ?? []).includes(validation.rule)) {
    report('template.validation-type', place, { rule: validation.rule, type: item.type });
    return;
  }
  const needs = ruleNeeds[validation.rule];
  if (
    (validation.numbers ?? []).length !== (needs?.numbers ?? 0) ||
    needs?.pattern !== (validation.pattern !== undefined)
  ) {
    report('template.validation-arguments', place, { rule: validation.rule });
    return;
  }
  checkLength(validation.message, textLimits.message, `${place}.message`, report);
  if (validation.pattern !== undefined) {
    const reason = patternProblem(validation.pattern);
    if (reason !== '') report('template.pattern', `${place}.pattern`, { reason });
  }
}

/** Walks the pages as a respondent could; a page nobody can reach is a mistake. */
function checkReachable(template: Template, report: Report): void {
  const indexOf = new Map(template.sections.map((section, index) => [section.key, index]));
  const reached = new Set<number>();
  const walk = (index: number): void => {
    const section = template.sections[index];
    if (section === undefined || reached.has(index)) return;
    reached.add(index);
    const targets = section.items.flatMap((item) => (item.options ?? []).flatMap((o) => o.goTo ?? []));
    const branchingRequired = section.items.some(
      (item) => item.required === true && (item.options ?? []).some((o) => o.goTo !== undefined),
    );
    for (const target of targets) walk(indexOf.get(target) ?? -1);
    if (branchingRequired) return;
    if (section.next === undefined) walk(index + 1);
    else walk(indexOf.get(section.next) ?? -1);
  };
  walk(0);
  template.sections.forEach((section, index) => {
    if (!reached.has(index)) report('template.unreachable', `sections.${index}`, { name: section.title });
  });
}

function checkRecord(template: Template, report: Report): void {
  const keys = new Set(
    template.sections.flatMap((section) => section.items.flatMap((item) => item.key ?? [])),
  );
  template.record.required.forEach((key, k) => {
    if (!keys.has(key)) report('template.record-key', `record.required.${k}`, { name: key });
  });
  template.record.requiredAny.forEach((group, g) => {
    group.forEach((key, k) => {
      if (!keys.has(key)) report('template.record-key', `record.requiredAny.${g}.${k}`, { name: key });
    });
  });
}

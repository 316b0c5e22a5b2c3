/** What a well-shaped template may still get wrong; one file a matter, gathered here. */
import type { Catalogue } from '../fields/catalogue.ts';
import type { Issue } from '../issue/issue.ts';
import { checkCapacity } from './check-capacity.ts';
import { checkFillIns } from './check-fill-ins.ts';
import { checkItems } from './check-items.ts';
import { checkKeys } from './check-keys.ts';
import { checkOwnership } from './check-ownership.ts';
import { checkMailNames, checkPlaces } from './check-places.ts';
import { checkRecord } from './check-record.ts';
import { checkReplaced } from './check-replaced.ts';
import { checkSections } from './check-sections.ts';
import { checkTexts } from './check-texts.ts';
import { checkValidations } from './check-validation.ts';
import { collecting, type Report } from './report.ts';
import type { Template } from './template.ts';

const checks: readonly ((template: Template, catalogue: Catalogue, report: Report) => void)[] = [
  checkTexts,
  checkKeys,
  checkReplaced,
  checkSections,
  checkItems,
  checkValidations,
  checkOwnership,
  checkFillIns,
  checkCapacity,
  checkPlaces,
  checkRecord,
  checkMailNames,
];

/**
 * All issues of a template by itself. Errors are mistakes; `template.fill-in-unused` is a warning, since mail texts may
 * still use what the form does not. Against an earlier version see `breaksSince`.
 */
export function checkTemplate(template: Template, catalogue: Catalogue): readonly Issue[] {
  const { report, issues } = collecting();
  for (const check of checks) check(template, catalogue, report);
  return issues;
}

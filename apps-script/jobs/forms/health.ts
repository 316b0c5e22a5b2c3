/** How the chamber's forms stand: what the health check (点検) says about them. Reads only. */
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import { openBook } from '../book/book.ts';
import { readItemKeys } from '../book/form-base.ts';
import { isPublished, readForm } from '../book/forms.ts';
import { formsTable } from '../book/tables.ts';
import type { Services } from '../port.ts';
import { newestPlan, readSides } from './sides.ts';

export interface FormHealth {
  readonly formId: string;
  readonly title: string;
  readonly published: boolean;
  readonly accepting: boolean;
  /** Whether answers go to this workbook. */
  readonly linked: boolean;
  /** Account whose trigger takes answers in. */
  readonly triggerOwner: string;
  readonly version: string;
  readonly newest: string;
  /** An update has begun and not ended. */
  readonly updating: boolean;
  /** Titles of questions that are closed and kept for their answers. */
  readonly retired: readonly string[];
  /** Titles of questions of the template that the chamber took out. */
  readonly missing: readonly string[];
  readonly issues: readonly Issue[];
}

const closedPage = /^closed-questions$/;

/** Every form that has been published. Forms that cannot be opened are reported (`form.missing`). */
export function formHealth(services: Services): readonly FormHealth[] {
  const book = openBook(services.workbook);
  const keys = readItemKeys(services.workbook);
  const rows = book.rows(formsTable).map(readForm).filter(isPublished);
  return rows.map((row): FormHealth => {
    const { formId, triggerOwner, templateVersion: version } = row;
    const newest = newestPlan(book, row.templateId, row.values);
    const shared = {
      formId,
      triggerOwner,
      version,
      newest: newest.templateVersion,
      updating: row.updating !== '',
    };
    const state = services.forms.look(formId);
    if (state === null) {
      return {
        ...shared,
        title: newest.title,
        published: false,
        accepting: false,
        linked: false,
        retired: [],
        missing: [],
        issues: [issue('form.missing', 'error', '')],
      };
    }
    const { ours, base, copy } = readSides(services, book, formId);
    const { title, published, accepting } = state;
    const standing = new Set(copy.items.map((item) => item.itemId));
    const there = new Set(
      [...(keys.get(formId) ?? [])].flatMap(([id, key]) => (standing.has(id) ? [key] : [])),
    );
    const missing = base.plan.sections
      .flatMap(({ items }) => items)
      .filter(({ key, options, type }) => !there.has(key) && (options.length > 0 || type !== 'description'));
    const retired = ours.sections.filter(({ key }) => closedPage.test(key)).flatMap(({ items }) => items);
    const linked = services.forms.workbookOf(formId) === services.workbook.id;
    const titles = missing.map((item) => item.title);
    return {
      ...shared,
      title,
      published,
      accepting,
      linked,
      retired: retired.map((item) => item.title),
      missing: titles,
      issues: [
        ...(linked ? [] : [issue('health.not-linked', 'error', '', { params: { title } })]),
        issue('health.trigger-owner', 'info', '', { params: { title, owner: triggerOwner } }),
        ...(retired.length === 0
          ? []
          : [issue('health.retired', 'info', '', { params: { title, count: retired.length } })]),
        ...(titles.length === 0
          ? []
          : [
              issue('health.missing-items', 'info', '', {
                params: { title, count: titles.length, titles: titles.join('、') },
              }),
            ]),
      ],
    };
  });
}

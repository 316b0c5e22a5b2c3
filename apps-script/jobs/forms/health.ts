/** How the chamber's forms stand: what the health check (点検) says about them. Reads only. */
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import { templateOf } from '../assets.ts';
import { type Book, openBook } from '../book/book.ts';
import { readItemKeys } from '../book/form-base.ts';
import { isPublished, readForm } from '../book/forms.ts';
import { formsTable } from '../book/tables.ts';
import type { Services } from '../port.ts';
import { mergeSides } from './preview-update.ts';
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
  /** What differs from the template; null where the form was not read for it. */
  readonly questions: {
    /** Titles of questions that are closed and kept for their answers. */
    readonly retired: readonly string[];
    /** Titles of questions of the template that the chamber took out. */
    readonly missing: readonly string[];
    /** How many things the chamber has otherwise than the newest version: kept, taken out, added. */
    readonly own: number;
    /** Where both sides changed the same and nobody has decided. */
    readonly conflicts: number;
  } | null;
  readonly issues: readonly Issue[];
}

const closedPage = /^closed-questions$/;

/** What the form's own questions say, against those of its base. */
function questionsOf(
  services: Services,
  book: Book,
  formId: string,
  keys: ReadonlyMap<string, string>,
): NonNullable<FormHealth['questions']> {
  const sides = readSides(services, book, formId);
  const { ours, base, copy } = sides;
  const { plan } = mergeSides(sides, []);
  const standing = new Set(copy.items.map((item) => item.itemId));
  const there = new Set([...keys].flatMap(([id, key]) => (standing.has(id) ? [key] : [])));
  const missing = base.plan.sections
    .flatMap(({ items }) => items)
    .filter(({ key, options, type }) => !there.has(key) && (options.length > 0 || type !== 'description'));
  const retired = ours.sections.filter(({ key }) => closedPage.test(key)).flatMap(({ items }) => items);
  return {
    retired: retired.map(({ title }) => title),
    missing: missing.map(({ title }) => title),
    own: plan.kept.length + plan.own.length,
    conflicts: plan.conflicts.filter(({ choice }) => choice === null).length,
  };
}

function issuesOf(
  title: string,
  owner: string,
  linked: boolean,
  questions: FormHealth['questions'],
): readonly Issue[] {
  const { retired, missing } = questions ?? { retired: [], missing: [] };
  return [
    ...(linked ? [] : [issue('health.not-linked', 'error', '', { params: { title } })]),
    issue('health.trigger-owner', 'info', '', { params: { title, owner } }),
    ...(retired.length === 0
      ? []
      : [issue('health.retired', 'info', '', { params: { title, count: retired.length } })]),
    ...(missing.length === 0
      ? []
      : [
          issue('health.missing-items', 'info', '', {
            params: { title, count: missing.length, titles: missing.join('、') },
          }),
        ]),
  ];
}

/**
 * Every form that has been published. Forms that cannot be opened are reported (`form.missing`).
 * `closely`: whether each form's questions are read as well, a dozen service calls a form.
 */
export function formHealth(
  services: Services,
  {
    book = openBook(services.workbook),
    closely = true,
  }: { readonly book?: Book; readonly closely?: boolean } = {},
): readonly FormHealth[] {
  const keys = closely ? readItemKeys(services.workbook) : null;
  const rows = book.rows(formsTable).map(readForm).filter(isPublished);
  return rows.map((row): FormHealth => {
    const { formId, triggerOwner, templateVersion: version } = row;
    const newest = templateOf(row.templateId).template.version;
    const shared = {
      formId,
      triggerOwner,
      version,
      newest,
      updating: row.updating !== '',
    };
    const state = services.forms.look(formId);
    if (state === null) {
      return {
        ...shared,
        title: newestPlan(book, row.templateId, row.values).title,
        published: false,
        accepting: false,
        linked: false,
        questions: null,
        issues: [issue('form.missing', 'error', '')],
      };
    }
    const { title, published, accepting } = state;
    const linked = services.forms.workbookOf(formId) === services.workbook.id;
    const questions =
      keys === null ? null : questionsOf(services, book, formId, keys.get(formId) ?? new Map());
    return {
      ...shared,
      title,
      published,
      accepting,
      linked,
      questions,
      issues: issuesOf(title, triggerOwner, linked, questions),
    };
  });
}

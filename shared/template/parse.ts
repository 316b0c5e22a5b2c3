/** Reads a template document by its shape alone: what ships has been checked before. */
import { type Issue, issue } from '../issue/issue.ts';
import { type Template, templateSchema } from './template.ts';
import { upgradeTemplate } from './upgrade.ts';

/** What is needed of a zod problem; the library's own type is a wide union. */
interface ShapeProblem {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly expected?: string;
  /** What may stand there, where only certain values may. */
  readonly values?: readonly unknown[];
  readonly input?: unknown;
}

/**
 * @param document parsed YAML or JSON of any schema
 * @returns the template, or null and what is wrong with its shape (see `shapeIssues`)
 */
export function parseTemplate(document: unknown): {
  readonly template: Template | null;
  readonly issues: readonly Issue[];
} {
  const parsed = templateSchema().safeParse(upgradeTemplate(document), { reportInput: true });
  if (!parsed.success) return { template: null, issues: parsed.error.issues.flatMap(shapeIssues) };
  return { template: parsed.data, issues: [] };
}

/** The form that a value should have, as a reason that the words know. */
function formOf({ values, expected = '' }: ShapeProblem): { readonly reason?: string } {
  if (values !== undefined) return { reason: 'choice' };
  const reason = { int: 'number', record: 'object' }[expected] ?? expected;
  return reason === '' ? {} : { reason };
}

/** Turns one zod problem into issues; shared by every reader of our own documents. */
export function shapeIssues(problem: ShapeProblem): readonly Issue[] {
  const path = problem.path.map(String);
  if (problem.code === 'unrecognized_keys') {
    return (problem.keys ?? []).map((name) =>
      issue('document.unknown-property', 'error', '', { params: { path: [...path, name].join('.'), name } }),
    );
  }
  const missing = problem.code === 'invalid_type' && problem.input === undefined;
  return [
    issue(missing ? 'document.missing' : 'document.shape', 'error', '', {
      params: {
        path: path.join('.'),
        name: path[path.length - 1] ?? '（全体）',
        expected: problem.values?.map(String).join('、') ?? problem.expected ?? '',
        ...formOf(problem),
      },
    }),
  ];
}

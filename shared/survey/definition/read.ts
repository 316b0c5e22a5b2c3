/** Reads the document of a definition: shape first, then meaning; every mistake becomes an issue with its place. */
import { type Issue, isHeld } from '../../issue/issue.ts';
import { shapeIssues } from '../../template/parse.ts';
import { checkDefinition } from './check.ts';
import { definitionSchema, type SurveyDefinition } from './schema.ts';

/** @param document parsed YAML or JSON */
export function readDefinition(document: unknown): {
  readonly definition: SurveyDefinition | null;
  readonly issues: readonly Issue[];
} {
  const parsed = definitionSchema().safeParse(document, { reportInput: true });
  if (!parsed.success) return { definition: null, issues: parsed.error.issues.flatMap(shapeIssues) };
  const issues = checkDefinition(parsed.data);
  return { definition: isHeld(issues) ? null : parsed.data, issues };
}

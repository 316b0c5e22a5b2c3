/** Reads a template document: shape first, then meaning; every mistake becomes an issue with its place. */
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, isHeld } from '../issue/issue.ts';
import { checkTemplate } from './check.ts';
import { parseTemplate } from './parse.ts';
import type { Template } from './template.ts';

/**
 * @param document parsed YAML or JSON
 * @returns the template when it can be used (warnings may stand beside it), else null; and all issues. Each
 *   issue's `params.path` is the place in the document (`sections.0.items.3.title`).
 */
export function readTemplate(
  document: unknown,
  catalogue: Catalogue,
): { readonly template: Template | null; readonly issues: readonly Issue[] } {
  const { template, issues: ofShape } = parseTemplate(document);
  if (template === null) return { template, issues: ofShape };
  const issues = checkTemplate(template, catalogue);
  return { template: isHeld(issues) ? null : template, issues };
}

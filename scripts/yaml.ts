/** YAML and JSON documents with their line numbers, so that every message can name the place. */
import { LineCounter, parseDocument } from 'yaml';
import { type Issue, issue } from '../shared/issue/issue.ts';

export interface YamlDocument {
  /** Parsed value; undefined when the text is no YAML. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** Line (from 1) of a dotted path (`sections.0.items.3.title`), or of its nearest parent that exists. */
  lineOf(path: string): number;
}

/** Parses a document; JSON is YAML too. Syntax errors become `document.syntax` with file and line. */
export function readYaml(text: string, file: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const issues = document.errors.map((error) =>
    issue('document.syntax', 'error', '', {
      params: { file, line: lines.linePos(error.pos[0]).line, reason: error.code },
    }),
  );
  const lineOf = (path: string): number => {
    const steps =
      path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    for (let length = steps.length; length > 0; length--) {
      const node = document.getIn(steps.slice(0, length), true);
      if (typeof node === 'object' && node !== null && 'range' in node) {
        const { range } = node as { range?: readonly number[] | null };
        if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
      }
    }
    return 1;
  };
  return { value: issues.length === 0 ? document.toJS() : undefined, issues, lineOf };
}

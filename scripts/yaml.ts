/** YAML and JSON documents with their line numbers, so that every message can name the place. */
import { LineCounter, parseDocument } from 'yaml';
import { type Issue, issue } from '../shared/issue/issue.ts';

/** Words for what the parser found; its codes are listed at https://eemeli.org/yaml/#errors. */
const reasons: Readonly<Record<string, string>> = {
  BAD_INDENT: '字下げがそろっていません',
  BAD_QUOTED: '引用符が閉じていないか、正しくありません',
  BLOCK_AS_IMPLICIT_KEY: '項目名の書き方が正しくありません',
  DUPLICATE_KEY: '同じ項目が二度あります',
  MISSING_CHAR: '閉じるかっこや引用符、区切りが足りません',
  MULTIPLE_DOCS: '文書が二つ以上あります（--- で区切らないでください）',
  MULTILINE_IMPLICIT_KEY: '項目名が改行をまたいでいます（コロンの抜けがないか確かめてください）',
  TAB_AS_INDENT: '字下げにタブが使われています',
  UNEXPECTED_TOKEN: 'ここに書けない記号があります',
};

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
  const broken = (line: number, reason: string) =>
    issue('document.syntax', 'error', '', { params: { file, line, reason } });
  // The parser goes on after a mistake and trips over what follows: the first one is the one to mend.
  const ownMistakes = document.errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const errors = ownMistakes.length === document.errors.length ? ownMistakes : document.errors.slice(0, 1);
  const issues = errors.map((error) =>
    broken(lines.linePos(error.pos[0]).line, reasons[error.code] ?? error.code),
  );
  let value: unknown;
  try {
    if (issues.length === 0) value = document.toJS();
  } catch {
    // Aliases are looked up only here: one without its anchor, or a pile that would fill the memory.
    issues.push(broken(lineOfAlias(text), '別名（*）の参照先がないか、多すぎます'));
  }
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
  return { value, issues, lineOf };
}

/** Line of the first alias, from 1. */
function lineOfAlias(text: string): number {
  return text.split(/\r\n?|\n/).findIndex((line) => /(?:^|[\s,:[{-])\*[^\s*]/.test(line)) + 1 || 1;
}

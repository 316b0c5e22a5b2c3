/** Words of a rule on screen: lines, tables, marks, references that lead somewhere. */
import { markedPieces } from '../../../shared/corpus/lookup-marks.ts';
import { type Child, h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p } from '../../sidebar/dom/tags.ts';

/** Letters of a line with what a look-up found marked. */
export const marked =
  (terms: ReadonlySet<string>) =>
  (line: string): readonly Child[] =>
    markedPieces(line, terms).map(({ text, marked: isMarked }) => (isMarked ? h('mark', {}, text) : text));

/** The line in pieces, its references 〔第6条〕 as buttons where they lead somewhere. */
export const linked =
  (isPlace: (words: string) => boolean, go: (words: string) => void) =>
  (line: string): readonly Child[] =>
    line.split(/(〔[^〔〕]+〕)/).map((piece) => {
      if (!/^〔[^〔〕]+〕$/.test(piece)) return piece;
      const words = piece.slice(1, -1);
      if (!isPlace(words)) return h('span', { class: 'added' }, piece);
      return h(
        'button',
        {
          type: 'button',
          class: 'reference',
          'aria-label': `${words}を読む`,
          on: { click: () => go(words) },
        },
        words,
      );
    });

const cellsOf = (row: string): readonly string[] => row.replace(/^\|\s?|\s?\|$/g, '').split(/\s?\|\s?/);

function table(rows: readonly string[], draw: (line: string) => readonly Child[]): VNode {
  return div(
    'table-scroll',
    h(
      'table',
      { class: 'rule-table' },
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            {},
            cellsOf(row).map((cell) => h('td', {}, draw(cell))),
          ),
        ),
      ),
    ),
  );
}

/** A text line by line; rows of a table become one. */
export function ruleText(text: string, draw: (line: string) => readonly Child[]): readonly VNode[] {
  const nodes: VNode[] = [];
  let rows: string[] = [];
  const endTable = (): void => {
    if (rows.length > 0) nodes.push(table(rows, draw));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('|')) {
      rows.push(line);
      continue;
    }
    endTable();
    if (line !== '') nodes.push(p('rule-line', draw(line)));
  }
  endTable();
  return nodes;
}

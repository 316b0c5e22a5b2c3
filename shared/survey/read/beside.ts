/** National (or other) figures to stand beside one's own: a tables.csv of this kit, or a simple list of 設問 and DI. */
import { decodeText } from '../../bytes/detect.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import { foldHeader } from '../../response/columns.ts';
import { isBlankRow, parseDelimited } from '../../table/parse.ts';
import { foldHyphens } from '../../text/hyphen.ts';
import { foldAscii } from '../../text/width.ts';
import type { AskedQuestion } from '../definition/questions.ts';
import { tenths } from '../index/round.ts';

export interface BesideFigure {
  /** In tenths of a point. */
  readonly index: number;
  readonly n: number | null;
}

export interface Beside {
  readonly figures: ReadonlyMap<string, BesideFigure>;
  /** `survey.national-row`. */
  readonly issues: readonly Issue[];
}

const questionNames = ['question', '設問', '項目'];
const valueNames = ['value', 'di', '値'];

/** `▲17.9`, `-17.9`, `△0.1`, `15.7` in tenths; null where it is none. */
export function readIndex(text: string): number | null {
  const folded = foldHyphens(foldAscii(text.normalize('NFKC')).replace(/\s/g, ''));
  const found = /^([-▲△+±]?)(\d{1,3}(?:\.\d+)?)$/.exec(folded);
  if (found === null) return null;
  const value = Number(found[2]);
  return tenths(found[1] === '' || found[1] === '+' || found[1] === '±' ? value : -value);
}

export function readBeside(bytes: Uint8Array, file: string, questions: readonly AskedQuestion[]): Beside {
  const rows = parseDelimited(decodeText(bytes, file).text).rows.filter((row) => !isBlankRow(row));
  const [header = [], ...data] = rows;
  const names = header.map(foldHeader);
  const at = (known: readonly string[]): number => names.findIndex((name) => known.includes(name));
  const places = {
    question: at(questionNames),
    value: at(valueNames),
    n: at(['n']),
    by: at(['by']),
    measure: at(['measure']),
  };
  const figures = new Map<string, BesideFigure>();
  const issues: Issue[] = [];
  data.forEach((cells, index) => {
    const cell = (place: number): string => (place < 0 ? '' : (cells[place] ?? '').trim());
    // Of a whole tables.csv only the indexes of all answers together.
    if (cell(places.by) !== '' || (places.measure >= 0 && cell(places.measure) !== 'di')) return;
    const named = cell(places.question);
    const question = questions.find(
      ({ key, label }) => key === named || foldHeader(label) === foldHeader(named),
    );
    const value = readIndex(cell(places.value));
    if (question === undefined || value === null) {
      issues.push(
        issue('survey.national-row', 'warning', '', {
          value: cells.slice(0, 3).join(','),
          params: { file, row: index + 1 },
        }),
      );
      return;
    }
    const n = cell(places.n).replace(/,/g, '');
    figures.set(question.key, { index: value, n: /^\d+$/.test(n) ? Number(n) : null });
  });
  return { figures, issues };
}

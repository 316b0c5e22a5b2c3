/** From the lines of a document to the tree of a regulation: no sentence is lost, what has no place is listed. */
import { type Issue, issue } from '../issue/issue.ts';
import { ArticleBuilder } from './articles.ts';
import { tableRow, unitsOf, walk } from './draft.ts';
import { isAmendingAct } from './endings.ts';
import { contentsOf, type Line, readHead, startDates } from './head.ts';
import { articleLabel, trimLine } from './labels.ts';
import type { Regulation, SourceDocument, SourceLine, Unit } from './model.ts';
import { numberingIssues } from './numbering.ts';
import { beginsUnit } from './read/lines.ts';
import { bulletMark } from './read/number-format.ts';
import { buildSections, countQuestions } from './sections.ts';

/** The number before a line. The mark of a point stands close to it, and not before a number of the text's own. */
function numberOf({ numbering = '', text, kind }: SourceLine): string {
  if (numbering !== bulletMark) return numbering === '' ? '' : `${numbering}\u3000`;
  return kind === 'heading' || beginsUnit(text) ? '' : numbering;
}

/** Lines with something in them; the joint of paragraphs becomes an ideographic space. */
function linesOf(source: SourceDocument): readonly Line[] {
  const lines: Line[] = [];
  source.lines.forEach((line, at) => {
    const isRow = line.kind === 'table-row';
    const written = isRow ? tableRow(line.cells ?? line.text.split(' | ')) : `${numberOf(line)}${line.text}`;
    const cleaned = trimLine(written.replace(/\u2003/g, '\u3000').replace(/[\u200b\u2060\ufeff\u00ad]/g, ''));
    // A line of the source is one line of a unit.
    for (const text of isRow ? [cleaned] : cleaned.split(/[\r\n\u0085\u2028\u2029\v\f]+/).map(trimLine)) {
      if (text === '' || (isRow && !/[^|\s]/.test(text))) continue;
      lines.push({
        text: isRow ? text : text.replace(/^[|#]/, (mark) => (mark === '|' ? '｜' : '＃')),
        at,
        page: line.page,
        kind: line.kind,
        level: line.level ?? 0,
        cells: line.cells ?? [],
      });
    }
  });
  return lines;
}

/** True where the document is built of articles. */
function hasArticles(lines: readonly Line[]): boolean {
  const articles = lines.filter(({ text, kind }) => kind !== 'table-row' && articleLabel(text) !== null);
  if (articles.length === 0) return false;
  const questions = countQuestions(lines);
  if (questions >= 2 && questions * 2 > articles.length) return false;
  return articles.length > 1 || articleLabel(articles[0]?.text ?? '')?.number === '1';
}

/** Short name: the title without the name of the chamber before it. */
export function shortTitleOf(title: string): string {
  const rest = title.replace(/^.{1,12}?商工会議所(?=.)/, '');
  return /^(?:定款|.{2,})$/.test(rest) && !/^[のはがをに法]/.test(rest) ? rest : title;
}

/**
 * Builds the tree of a document from its lines.
 * @returns a regulation whose issues are those of the reader, what could not be placed (`corpus.unplaced`,
 *   `corpus.no-headings`) and what is wrong with the numbering (`corpus.number-…`)
 */
export function structure(source: SourceDocument): Regulation {
  const lines = linesOf(source);
  const issues: Issue[] = [];
  const unplaced = (line: Line, reason: string) =>
    issues.push(
      issue('corpus.unplaced', 'warning', '', {
        params: { file: source.file, line: line.at + 1, page: line.page, reason, text: line.text },
      }),
    );
  const contents = contentsOf(lines);
  const body =
    contents === null ? lines : lines.filter((_line, at) => at < contents.from || at >= contents.to);
  const built = hasArticles(body)
    ? new ArticleBuilder(unplaced).build(body)
    : buildSections(body, source.title, (line) => unplaced(line, 'section'));
  const head = readHead(built.head, source.title, source.file);
  const tocUnit: Unit[] =
    contents === null
      ? []
      : [
          {
            kind: 'section',
            address: '目次',
            heading: '',
            text: lines
              .slice(contents.from, contents.to)
              .map(({ text }) => text)
              .join('\n'),
            children: [],
            line: lines[contents.from]?.at ?? 0,
          },
        ];
  const units = [...tocUnit, ...unitsOf(built.units)];
  if (built.hasNoHeadings)
    issues.push(
      issue('corpus.no-headings', 'warning', '', { params: { file: source.file, lines: body.length } }),
    );
  if (lines.length === 0)
    issues.push(issue('corpus.source-empty', 'error', '', { params: { file: source.file } }));
  const started = [...walk(units)]
    .filter(({ kind, address }) => kind === 'supplement' && !isAmendingAct(address))
    .flatMap((unit) => startDates([...walk([unit])].map(({ text }) => text).join('\n')).slice(0, 1));
  const regulation: Regulation = {
    title: head.title,
    shortTitle: shortTitleOf(head.title),
    file: source.file,
    dates: [...head.dates, ...[...new Set(started)].map((text) => ({ label: '附則による施行', text }))],
    preamble: head.preamble.join('\n'),
    units,
    issues: [],
  };
  return { ...regulation, issues: [...source.issues, ...issues, ...numberingIssues(regulation)] };
}

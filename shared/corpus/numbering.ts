/** Numbers that are missing without a word, stand twice, or run backwards. */
import { type Issue, issue } from '../issue/issue.ts';
import type { Regulation, Unit } from './model.ts';

interface Numbered {
  readonly unit: Unit;
  /** 条の枝番も数のうち: `10の2` → [10, 2]. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const own = {
  article: /第([0-9]+)条((?:の[0-9]+)*)(?:から第([0-9]+)条((?:の[0-9]+)*)まで)?(?:［重複[0-9]+］)?$/,
  paragraph: /第([0-9]+)項((?:の[0-9]+)*)(?:［重複[0-9]+］)?$/,
  item: /第([0-9]+)号((?:の[0-9]+)*)(?:［重複[0-9]+］)?$/,
} as const;
type Counted = keyof typeof own;

const parts = (first: string, branches: string | undefined): readonly number[] =>
  `${first}${branches ?? ''}`.split('の').map(Number);

function numberOf(unit: Unit, kind: Counted): Numbered | null {
  const found = own[kind].exec(unit.address);
  if (found === null) return null;
  const from = parts(found[1] ?? '', found[2]);
  const to = found[3] === undefined ? from : parts(found[3], found[4]);
  return { unit, from, to };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Articles below a unit, through divisions, in reading order. */
function articlesOf(units: readonly Unit[]): readonly Unit[] {
  return units.flatMap((unit) =>
    unit.kind === 'article' ? [unit] : unit.kind === 'supplement' ? [] : articlesOf(unit.children),
  );
}

/** True where the source itself says that it leaves parts out (抄). */
export function isExcerpt(unit: Unit): boolean {
  return unit.kind === 'supplement' && /抄/.test(unit.heading);
}

/** Issues of all numbers of a regulation: `corpus.number-missing`, `-twice`, `-backward`. */
export function numberingIssues(regulation: Regulation): readonly Issue[] {
  const issues: Issue[] = [];
  const report = (code: string, unit: Unit, more: Readonly<Record<string, string | number>>) =>
    issues.push(
      issue(code, 'error', '', {
        params: {
          file: regulation.file,
          title: regulation.title,
          address: unit.address,
          line: unit.line + 1,
          ...more,
        },
      }),
    );
  const check = (units: readonly Unit[], kind: Counted, excerpt: boolean) => {
    let last: readonly number[] = [0];
    for (const unit of units) {
      const number = numberOf(unit, kind);
      if (number === null) continue;
      const order = compare(number.from, last);
      if (unit.address.endsWith('］')) report('corpus.number-twice', unit, {});
      else if (order < 0) report('corpus.number-backward', unit, { before: last.join('の') });
      else if (!excerpt && isGap(last, number.from))
        report('corpus.number-missing', unit, { before: last.join('の') });
      if (order > 0) last = number.to;
    }
  };
  const below = (units: readonly Unit[], excerpt: boolean) => {
    for (const unit of units) {
      const left = excerpt || isExcerpt(unit);
      check(
        unit.children.filter(({ kind }) => kind === 'paragraph'),
        'paragraph',
        left,
      );
      check(
        unit.children.filter(({ kind }) => kind === 'item'),
        'item',
        left,
      );
      if (unit.kind === 'supplement') check(articlesOf(unit.children), 'article', left);
      below(unit.children, left);
    }
  };
  const excerpt = /抄|抜粋/.test(regulation.title);
  check(articlesOf(regulation.units), 'article', excerpt);
  below(regulation.units, excerpt);
  return issues;
}

/** True where a number between the two is left out; a branch follows its article or the branch before it. */
function isGap(last: readonly number[], next: readonly number[]): boolean {
  const [lastMain = 0] = last;
  const [main = 0] = next;
  if (main !== lastMain) return main > lastMain + 1;
  const depth = next.length - 1;
  const step = (next[depth] ?? 0) - (last[depth] ?? 1);
  return (
    next.length > last.length + 1 || (compare(next.slice(0, depth), last.slice(0, depth)) === 0 && step > 1)
  );
}

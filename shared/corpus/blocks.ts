/** From a tree to blocks: each with its address, references resolved in place, and the references as data. */
import { type Issue, issue } from '../issue/issue.ts';
import { type Insertion, insert } from './annotation.ts';
import { type Definition, definitionsOf, firstUse } from './definitions.ts';
import { walk } from './draft.ts';
import { leadInsertion, QuestionSections } from './leads.ts';
import type { Block, Reference, Regulation, Unit } from './model.ts';
import { aliasesOf, DocumentNames } from './names.ts';
import { type Resolved, Resolver } from './references.ts';
import { AddressBook } from './spot.ts';

export interface Blocked {
  readonly regulation: Regulation;
  readonly blocks: readonly Block[];
  readonly references: readonly Reference[];
  readonly definitions: readonly Definition[];
  /** References that lead nowhere or to what was repealed. */
  readonly issues: readonly Issue[];
}

/** The documents of a bundle by title, and the names they go by. */
export interface Shelf {
  readonly books: ReadonlyMap<string, AddressBook>;
  readonly names: DocumentNames;
}

export function shelfOf(regulations: readonly Regulation[]): Shelf {
  return {
    books: new Map(regulations.map((regulation) => [regulation.title, new AddressBook(regulation)])),
    names: new DocumentNames(regulations),
  };
}

const placed = (document: string, address: string): string =>
  document === '' ? address : `${document} ${address}`;

/** 〔第6条〕, 〔第7条第1項・第7条第2項〕, 〔第9条第1号から第9条第17号まで〕. */
function shown({ document, targets, from }: Resolved): string {
  const found = targets.filter(({ resolved }) => resolved === 'yes').map(({ address }) => address);
  const [first = ''] = found;
  const last = found[found.length - 1] ?? '';
  if (from !== '') return placed(document, `${from}から${last}まで`);
  if (found.length > 3) return placed(document, `${first}から${last}まで`);
  return placed(document, found.join('・'));
}

/** References of one text as data, and the issues of those that lead nowhere. */
function record(unit: Unit, regulation: Regulation, found: readonly Resolved[]) {
  const references: Reference[] = [];
  const issues: Issue[] = [];
  for (const { mention, document, targets } of found)
    for (const { address, resolved, deleted } of targets) {
      const to = placed(document, address);
      references.push({ from: unit.address, words: mention.words, to, resolved });
      if (resolved === 'no')
        issues.push(
          issue(deleted ? 'corpus.reference-repealed' : 'corpus.reference-missing', 'error', '', {
            params: {
              file: regulation.file,
              title: regulation.title,
              address: unit.address,
              line: unit.line + 1,
              words: mention.words,
              to,
            },
          }),
        );
    }
  return { references, issues };
}

/** Finds the first use of each defined term in a division other than its own. */
class Reminder {
  /** By the first two characters of their terms, each with its place in the regulation. */
  private readonly byStart = new Map<string, { readonly order: number; readonly definition: Definition }[]>();
  private readonly given = new Set<string>();

  constructor(definitions: readonly Definition[]) {
    definitions.forEach((definition, order) => {
      const { term, scope, division } = definition;
      if (term.length < 2 || scope === 'article' || division === '') return;
      const start = term.slice(0, 2);
      this.byStart.set(start, [...(this.byStart.get(start) ?? []), { order, definition }]);
    });
  }

  /** Definitions whose term may stand in a text, in the order of the regulation. */
  private candidates(text: string): readonly Definition[] {
    const found = new Map<number, Definition>();
    for (let at = 0; at + 1 < text.length; at += 1)
      for (const { order, definition } of this.byStart.get(text.slice(at, at + 2)) ?? [])
        if (text.startsWith(definition.term, at)) found.set(order, definition);
    return [...found].sort(([a], [b]) => a - b).map(([, definition]) => definition);
  }

  insertions(text: string, division: string): readonly Insertion[] {
    if (division === '' || this.byStart.size === 0) return [];
    return this.candidates(text).flatMap(
      ({ term, meaning, address, scope, division: home, also }): readonly Insertion[] => {
        if (home === division) return [];
        if (scope === 'division' && !also.some((name) => division.endsWith(asNumbered(name)))) return [];
        if (this.given.has(`${division}\n${term}`)) return [];
        const at = firstUse(text, term);
        if (at < 0) return [];
        this.given.add(`${division}\n${term}`);
        const said = meaning !== '' && meaning.length <= 80 ? `：${meaning}` : '';
        return [{ at, words: `${address}の「${term}」${said}` }];
      },
    );
  }
}

const kanji = '〇一二三四五六七八九十';
const asNumbered = (name: string): string =>
  name.replace(/[一二三四五六七八九十]+/, (run) =>
    run.length === 1 ? String(kanji.indexOf(run)) : String(10 + kanji.indexOf(run[1] ?? '')),
  );

/** Blocks of one regulation among those of its bundle. */
export function blocksOf(regulation: Regulation, shelf: Shelf): Blocked {
  const book = shelf.books.get(regulation.title) ?? new AddressBook(regulation);
  const all = [...walk(regulation.units)];
  const aliases = aliasesOf([regulation.preamble, ...all.map(({ text }) => text)].join('\n'));
  const resolver = new Resolver(shelf.books, shelf.names, book, aliases);
  const definitions = definitionsOf(regulation);
  const reminder = new Reminder(definitions);
  const blocks: Block[] = [];
  const references: Reference[] = [];
  const issues: Issue[] = [];
  if (regulation.preamble !== '')
    blocks.push({ address: '', kind: 'section', heading: '', text: insert(regulation.preamble, []) });
  const sections = new QuestionSections();
  const visit = (unit: Unit, division: string, above: readonly Unit[]) => {
    const inside = unit.kind === 'part' || unit.kind === 'chapter' ? unit.address : division;
    const found = unit.address === '目次' ? [] : resolver.resolve(unit);
    const made = record(unit, regulation, found);
    references.push(...made.references);
    issues.push(...made.issues);
    const insertions = found
      .filter(({ pointing }) => pointing)
      .map((one) => ({ at: one.end, words: shown(one) }));
    blocks.push({
      address: unit.address,
      kind: unit.kind,
      heading: unit.heading,
      text: insert(unit.text, [
        ...insertions,
        ...reminder.insertions(unit.text, inside),
        ...leadInsertion(unit, above),
        ...sections.insertion(unit),
      ]),
    });
    for (const child of unit.children) visit(child, inside, [...above, unit]);
  };
  for (const unit of regulation.units) visit(unit, '', []);
  return { regulation, blocks, references, definitions, issues };
}

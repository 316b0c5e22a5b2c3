/** What a checker knows of each key before the first row: its kind, its options, its limit. */
import type { Catalogue, Field, KindId } from '../fields/catalogue.ts';
import { optionsOf } from '../form/make.ts';
import { partsOf } from '../response/parts.ts';
import { sourcesOf } from '../response/replaced.ts';
import { fieldKeyOf, itemsOf } from '../template/elements.ts';
import type { ChamberValues, Template, TemplateItem } from '../template/template.ts';
import type { Choice, Kind, KindContext } from './kind.ts';
import { kinds } from './kinds/index.ts';
import { ColumnMemory, OutcomeIds } from './memory.ts';

export interface CheckerOptions {
  readonly template: Template;
  readonly catalogue: Catalogue;
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly today: string;
  /** The chamber's own option lists; without them a choice of 部会 is kept as typed. */
  readonly chamber?: Pick<ChamberValues, 'divisions' | 'districts' | 'form'>;
  /** Keys that the answers are known to have: rows of a grid that only its form knows are among them. */
  readonly keys?: readonly string[];
}

/** Everything about one key that does not change from row to row. */
export interface Column {
  readonly key: string;
  /** Place of its value among those of a row. */
  readonly place: number;
  readonly memory: ColumnMemory;
  readonly kind: Kind;
  readonly context: KindContext;
  readonly limit: number;
}

/** Longest text of one line and of several; beyond it a value is a mistake (a pasted document), so the row waits. */
const textLimits = { oneLine: 1000, multiline: 10_000 } as const;

const choiceKinds: ReadonlySet<KindId> = new Set<KindId>(['choice', 'choices']);
const noChamber: NonNullable<CheckerOptions['chamber']> = { divisions: [], districts: [] };

/** Columns of all keys that the catalogue or the template knows. */
export function columnsOf(options: CheckerOptions): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  const items = new Map<string, TemplateItem>();
  const ids = new OutcomeIds();
  for (const { item } of itemsOf(options.template)) {
    if (item.key !== undefined) items.set(fieldKeyOf(item), item);
  }
  for (const field of options.catalogue.fields) {
    columns.set(field.key, columnOf(field, items.get(field.key), options, columns.size, ids));
  }
  for (const [field, item] of items) {
    if (columns.has(field)) continue;
    for (const { key } of partsOf({ ...item, key: field }, options.chamber ?? noChamber, options.keys)) {
      columns.set(key, localColumn(key, item, options, columns.size, ids));
    }
  }
  // Closed questions that none replaced: what was answered stays readable.
  const { byField } = sourcesOf(options.template);
  for (const closed of options.template.retired) {
    if (columns.has(closed.key) || !byField.has(closed.key)) continue;
    const type = closed.options === undefined ? 'paragraph' : 'choice';
    columns.set(closed.key, localColumn(closed.key, { ...closed, type }, options, columns.size, ids));
  }
  return columns;
}

function columnOf(
  field: Field,
  item: TemplateItem | undefined,
  options: CheckerOptions,
  place: number,
  ids: OutcomeIds,
): Column {
  const choices = choicesOf(field, item, options);
  const open = choiceKinds.has(field.kind) && choices.length === 0;
  const multiline = field.multiline ?? false;
  return {
    key: field.key,
    place,
    memory: new ColumnMemory(ids),
    kind: open ? kinds.text : readingCodes(kinds[field.kind], item, options),
    context: { today: options.today, choices, multiline: multiline || field.kind === 'choices' },
    limit: multiline ? textLimits.multiline : textLimits.oneLine,
  };
}

/** Kinds whose values are made of what the text says, not the text itself. */
const countedKinds: ReadonlySet<string> = new Set<KindId>([
  'industry',
  'month',
  'date',
  'year',
  'month-of-year',
  'yen',
  'integer',
]);

/**
 * The kind of a field that is asked by a list of options: of an option whose label says nothing to the kind (「6〜20人」 to
 * an integer) its code is read in its place.
 */
function readingCodes(kind: Kind, item: TemplateItem | undefined, options: CheckerOptions): Kind {
  if (item === undefined || !countedKinds.has(kind.id)) return kind;
  const offered = optionsOf(item, options.catalogue, options.chamber ?? noChamber);
  const context: KindContext = { today: options.today, choices: [], multiline: false };
  const codes = new Map<string, string>();
  for (const { code, label } of offered) {
    const problems: string[] = [];
    const sink = { rule: () => {}, split: () => {}, issue: (problem: string) => problems.push(problem) };
    const value = kind.normalise(label, context, sink);
    if (problems.length > 0 || value !== code) codes.set(cleanOption(label), code);
  }
  if (codes.size === 0) return kind;
  return {
    id: kind.id,
    normalise(typed, given, sink) {
      const code = codes.get(cleanOption(typed));
      if (code === undefined) return kind.normalise(typed, given, sink);
      sink.rule('choice-label');
      return kind.normalise(code, given, sink);
    },
  };
}

/** A label as it is compared: a file may have lost or gained spaces. */
const cleanOption = (text: string): string => text.replace(/\s+/g, ' ').trim();

const localKinds: Readonly<Record<string, KindId>> = {
  choice: 'choice',
  list: 'choice',
  grid: 'choice',
  checkbox: 'choices',
  'checkbox-grid': 'choices',
  scale: 'integer',
  rating: 'integer',
  date: 'date',
};

/** A date that a chamber asks for may lie ahead (a day wished for), unlike those of the catalogue. */
const anyDay = '9999-12-31';

function localColumn(
  key: string,
  item: TemplateItem,
  options: CheckerOptions,
  place: number,
  ids: OutcomeIds,
): Column {
  const choices = optionsOf(item, options.catalogue, options.chamber ?? noChamber);
  // What is chosen out of a list is read by the list, whatever its codes are good for.
  const isChosen = choices.length > 0 && localKinds[item.type] === 'choice';
  const kind = isChosen ? 'choice' : (item.kind ?? localKinds[item.type] ?? 'text');
  const multiline = item.type === 'paragraph';
  return {
    key,
    place,
    memory: new ColumnMemory(ids),
    kind: kinds[choiceKinds.has(kind) && choices.length === 0 ? 'text' : kind],
    context: {
      today: kind === 'date' ? anyDay : options.today,
      choices,
      multiline: multiline || kind === 'choices',
      open: item.other ?? false,
    },
    limit: multiline ? textLimits.multiline : textLimits.oneLine,
  };
}

/** Options a choice may hold: the code list's, and those the template or the chamber put in their place. */
function choicesOf(field: Field, item: TemplateItem | undefined, options: CheckerOptions): readonly Choice[] {
  if (!choiceKinds.has(field.kind) && field.kind !== 'consent') return [];
  const list =
    field.codeList === undefined ? [] : (options.catalogue.codeLists.get(field.codeList)?.options ?? []);
  const offered = item === undefined ? [] : optionsOf(item, options.catalogue, options.chamber ?? noChamber);
  const known = new Map<string, Choice>();
  for (const choice of list) known.set(choice.code, withoutUndefined(choice));
  for (const choice of offered) {
    const listed = known.get(choice.code);
    if (listed === undefined) known.set(choice.code, { code: choice.code, label: choice.label });
    else if (listed.label !== choice.label) {
      known.set(choice.code, {
        code: choice.code,
        label: choice.label,
        aliases: [listed.label, ...(listed.aliases ?? [])],
      });
    }
  }
  return [...known.values()];
}

function withoutUndefined(choice: { code: string; label: string; aliases?: string[] | undefined }): Choice {
  const { code, label, aliases } = choice;
  return aliases === undefined ? { code, label } : { code, label, aliases };
}

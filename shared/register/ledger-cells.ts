/**
 * How a business of the ledger stands in the cells of 台帳, and how it is read back: labels for people, the same
 * canonical values after every way there and back.
 */
import { type FieldColumn, fieldColumns } from '../csv/columns.ts';
import type { Profile } from '../csv/profile.ts';
import { same } from '../csv/styles.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import type { Settings } from '../settings/settings.ts';

/** Texts of one business by field key; a blank one may be absent. */
export type TextByKey = Readonly<Record<string, string>>;

export interface LedgerCells {
  /** Text of one cell; keys without a style of their own, and keys nobody knows, stand as they are. */
  toCell(key: string, value: string): string;
  /** Value of one cell. */
  toValue(key: string, cell: string): string;
  /** Cells of a business by key. */
  ledgerCells(values: TextByKey): Record<string, string>;
  /** Values of a business by key; blank cells are absent. */
  ledgerValues(cells: TextByKey): Record<string, string>;
}

/**
 * 台帳 as a layout: days `2019/04/01`, months `2019/04`, postal codes `060-0001`, options by their labels joined by `、`,
 * industries as `39 情報サービス業`; numbers, codes and texts as they are. Cells are text, so zeros in front stay.
 */
const layout: Omit<Profile, 'columns'> = {
  schema: 1,
  id: 'ledger',
  name: '台帳',
  verified: true,
  encoding: 'utf-8',
  newline: 'lf',
  quoting: 'minimal',
  header: true,
  dates: 'slash',
  postal: 'hyphen',
  choices: 'label',
  separator: '、',
  lineBreaks: 'keep',
};
const styleOfKind: Readonly<Record<string, string>> = { industry: 'code-and-name' };

/** Texts of a column remembered at most. */
const mostTexts = 4096;

type Turn = (text: string) => string;

/** Remembers what became of the texts of a column: the same few options, months and industries come again and again. */
function remembering(turn: Turn): Turn {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = turn(text);
    if (known.size < mostTexts) known.set(text, made);
    return made;
  };
}

/**
 * Both ways of a column. A style is used only where it comes back to the same text, so two values never share a cell
 * unless they say the same: two options of one label are written by their codes, and a text that could not be read
 * stands as the core system wrote it.
 */
function waysOf({ style, context }: FieldColumn): { readonly write: Turn; readonly read: Turn } {
  return {
    write: remembering((value) => {
      const cell = style.write(value, context);
      return style.read(cell, context) === value ? cell : value;
    }),
    read: remembering((cell) => {
      const value = style.read(cell, context);
      return style.write(value, context) === cell ? value : cell;
    }),
  };
}

/** Makes both ways of 台帳, for the catalogue and the chamber's own 部会. Reading what was written gives the value again. */
export function createLedgerCells(catalogue: Catalogue, settings: Pick<Settings, 'divisions'>): LedgerCells {
  const columns = catalogue.fields.map(({ key, label, kind }) => {
    const style = styleOfKind[kind];
    return style === undefined ? { header: label, key } : { header: label, key, style };
  });
  const choices = { divisions: settings.divisions };
  const ways = new Map<string, { readonly write: Turn; readonly read: Turn }>();
  for (const column of fieldColumns({ ...layout, columns }, catalogue, { choices })) {
    if (column.style !== same) ways.set(column.key, waysOf(column));
  }
  const toCell = (key: string, value: string): string => ways.get(key)?.write(value) ?? value;
  const toValue = (key: string, cell: string): string => ways.get(key)?.read(cell) ?? cell;
  const turned = (texts: TextByKey, turn: (key: string, text: string) => string): Record<string, string> => {
    const made: Record<string, string> = {};
    for (const key of Object.keys(texts)) {
      const text = texts[key] ?? '';
      if (text !== '') made[key] = turn(key, text);
    }
    return made;
  };
  return {
    toCell,
    toValue,
    ledgerCells: (values) => turned(values, toCell),
    ledgerValues: (cells) => turned(cells, toValue),
  };
}

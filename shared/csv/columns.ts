/** Makes a profile's columns ready: finds field, style and code tables of each once, for the writer and the reader. */
import type { Catalogue, Field } from '../fields/catalogue.ts';
import { industryName as jsicName } from '../record/kinds/jsic.ts';
import type { Profile, ProfileColumn } from './profile.ts';
import { findStyle, type Style, type StyleContext, styleId } from './styles.ts';

/** An option of a chamber's own list (部会). */
export interface OwnOption {
  readonly code: string;
  readonly label: string;
}

export interface ColumnOptions {
  /** Options of fields that have no code list in the catalogue, by field key (`divisions`). */
  readonly choices?: Readonly<Record<string, readonly OwnOption[]>>;
  /** Name of a JSIC code, for the style `code-and-name`; default: 大・中・小分類 of rev. 14. */
  readonly industryName?: (code: string) => string | undefined;
}

/** A column that a field fills. */
export interface FieldColumn {
  /** Place in the row, from 0. */
  readonly index: number;
  readonly key: string;
  readonly field: Field;
  readonly column: ProfileColumn;
  readonly style: Style;
  readonly context: StyleContext;
}

/** A consent has no list of its own where the catalogue names none. */
const consentList = 'consent';
const consentOptions: readonly OwnOption[] = [{ code: 'yes', label: '同意する' }];

function optionsOf(field: Field, catalogue: Catalogue, own: ColumnOptions['choices']): readonly OwnOption[] {
  const chosen = own?.[field.key];
  if (chosen !== undefined && chosen.length > 0) return chosen;
  const list = catalogue.codeLists.get(field.codeList ?? (field.kind === 'consent' ? consentList : ''));
  return list?.options ?? (field.kind === 'consent' ? consentOptions : []);
}

/** Name of a 大・中・小分類. A 細分類 has none here: the table knows only that of its 小分類, which would be wrong. */
function exactIndustryName(code: string): string | undefined {
  const name = code.length > 3 ? '' : jsicName(code);
  return name === '' ? undefined : name;
}

function contextOf(
  profile: Profile,
  column: ProfileColumn,
  field: Field,
  catalogue: Catalogue,
  options: ColumnOptions,
): StyleContext {
  const known = optionsOf(field, catalogue, options.choices);
  const writesLabels = styleId(profile, field.kind, column.style) === 'label';
  const textOfCode = new Map<string, string>();
  const codeOfText = new Map<string, string>();
  // Labels and codes are both read; of two that look alike the one that is written wins.
  for (const { code } of known) codeOfText.set(code, code);
  for (const { code, label } of known) codeOfText.set(label, code);
  for (const { code, label } of known) {
    const written = writesLabels ? label : code;
    textOfCode.set(code, written);
    codeOfText.set(written, code);
  }
  for (const [code, text] of Object.entries(column.codes ?? {})) {
    textOfCode.set(code, text);
    if (text !== '') codeOfText.set(text, code);
  }
  const industryName = options.industryName ?? exactIndustryName;
  return { textOfCode, codeOfText, separator: profile.separator, industryName };
}

/**
 * The columns that fields fill, in the order of the file. Throws when the profile names a key or a style that does
 * not exist: `readProfileDocument` with the catalogue refuses such a profile before.
 */
export function fieldColumns(
  profile: Profile,
  catalogue: Catalogue,
  options: ColumnOptions = {},
): readonly FieldColumn[] {
  const found: FieldColumn[] = [];
  profile.columns.forEach((column, index) => {
    const { key } = column;
    if (key === undefined) return;
    const field = catalogue.byKey.get(key) ?? ownQuestion(key, column);
    const style = field === undefined ? undefined : findStyle(profile, field.kind, column.style);
    if (field === undefined || style === undefined) {
      throw new Error(`csv profile ${profile.id}: column ${column.header}: no such key or style`);
    }
    const context = contextOf(profile, column, field, catalogue, options);
    found.push({ index, key, field, column, style, context });
  });
  return found;
}

/** A chamber's own question (`local.…`) is text: the catalogue does not know it. */
export function ownQuestion(key: string, column: ProfileColumn): Field | undefined {
  return key.startsWith('local.') ? { key, label: column.header, kind: 'text', multiline: true } : undefined;
}

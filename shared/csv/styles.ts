/** How a value looks in a core system's file: one row a style, by kind; the writer and the reader of each side by side. */
import type { KindId } from '../fields/catalogue.ts';
import type { Profile } from './profile.ts';

/** What a style may ask about its column. */
export interface StyleContext {
  /** Option code → text in the file, for choices and consents: the column's own codes before labels. */
  readonly textOfCode: ReadonlyMap<string, string>;
  /** Text in the file (label, own code) → option code. */
  readonly codeOfText: ReadonlyMap<string, string>;
  /** Between several options. */
  readonly separator: string;
  /** Name of a JSIC code, undefined when it is unknown. */
  readonly industryName: (code: string) => string | undefined;
}

export interface Style {
  /** Canonical text (see `Kind`) → text in the file. Text that is not canonical goes through as it is. */
  readonly write: (value: string, context: StyleContext) => string;
  /** Text in the file → text that the field's kind reads; what the style does not know stays as it is. */
  readonly read: (text: string, context: StyleContext) => string;
}

/** The text is the value itself. */
export const same: Style = { write: (value) => value, read: (text) => text };

function replaced(pattern: RegExp, written: string, reverse: RegExp, back: string): Style {
  return {
    write: (value) => value.replace(pattern, written),
    read: (text) => text.replace(reverse, back),
  };
}

const dateIso = same;
const dateSlash = replaced(/^(\d{4})-(\d\d)-(\d\d)$/, '$1/$2/$3', /^(\d{4})\/(\d\d)\/(\d\d)$/, '$1-$2-$3');
const dateCompact = replaced(/^(\d{4})-(\d\d)-(\d\d)$/, '$1$2$3', /^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
const monthSlash = replaced(/^(\d{4})-(\d\d)$/, '$1/$2', /^(\d{4})\/(\d\d)$/, '$1-$2');
const monthCompact = replaced(/^(\d{4})-(\d\d)$/, '$1$2', /^(\d{4})(\d\d)$/, '$1-$2');
const postalHyphen = replaced(/^(\d{3})(\d{4})$/, '$1-$2', /^(\d{3})-(\d{4})$/, '$1$2');
const yearKanji = replaced(/^(\d{4})$/, '$1年', /^(\d{4})年$/, '$1');
/** `03-5253-5111` ↔ `0352535111`; the way back cannot know the area code and leaves the digits. */
const phoneDigits: Style = { write: (value) => value.replace(/-/g, ''), read: (text) => text };
/** `03-5253-5111` ↔ `(03)5253-5111`, the form of GIF guide 445; numbers without an area code keep their hyphens. */
const phoneParentheses: Style = {
  write: (value) => value.replace(/^(?!0120|0800|0570|0[5-9]0-)(0\d{1,4})-(\d{1,4}-\d{4})$/, '($1)$2'),
  read: (text) => text.replace(/^\((0\d{1,4})\)(\d{1,4}-\d{4})$/, '$1-$2'),
};

const oneOption: Style = {
  write: (value, { textOfCode }) => textOfCode.get(value) ?? value,
  read: (text, { codeOfText }) => codeOfText.get(text) ?? text,
};

const severalOptions: Style = {
  write: (value, { textOfCode, separator }) =>
    value
      .split(';')
      .map((code) => textOfCode.get(code) ?? code)
      .join(separator),
  read: (text, { codeOfText, separator }) =>
    (separator === '' ? [text] : text.split(separator))
      .map((part) => codeOfText.get(part.trim()) ?? part.trim())
      .join(';'),
};

const industryWithName: Style = {
  write: (code, { industryName }) => {
    const name = industryName(code);
    return name === undefined ? code : `${code} ${name}`;
  },
  read: (text) => text.replace(/^([A-T]|\d{2,4})[ \u3000].+$/, '$1'),
};

/** 決算月 `3` ↔ first day of the fiscal year `04-01`, the form of GIF's 事業年度開始日. */
const fiscalYearStart: Style = {
  write: (value) => {
    const month = Number(value);
    if (!Number.isInteger(month) || month < 1 || month > 12) return value;
    const first = (month % 12) + 1;
    return `${first < 10 ? '0' : ''}${first}-01`;
  },
  read: (text) => {
    const match = /^(\d\d)-01$/.exec(text);
    const first = Number(match?.[1]);
    return first >= 1 && first <= 12 ? String(((first + 10) % 12) + 1) : text;
  },
};

type Styles = Readonly<Record<string, Style>>;

const plainOnly: Styles = { plain: same };
const options = (style: Style): Styles => ({ plain: style, label: style, code: style });

/** Every style by kind. `plain` is what the profile says for the whole file (`dates`, `postal`, `choices`). */
export const stylesByKind: Readonly<Record<KindId, Styles>> = {
  code: plainOnly,
  choice: options(oneOption),
  choices: options(severalOptions),
  'corporate-number': plainOnly,
  'invoice-number': plainOnly,
  name: plainOnly,
  'person-name': plainOnly,
  kana: plainOnly,
  latin: plainOnly,
  text: plainOnly,
  building: plainOnly,
  'postal-code': { hyphen: postalHyphen, digits: same },
  address: plainOnly,
  phone: { plain: same, digits: phoneDigits, parentheses: phoneParentheses },
  email: plainOnly,
  url: plainOnly,
  industry: { plain: same, 'code-and-name': industryWithName },
  month: { slash: monthSlash, iso: same, compact: monthCompact },
  date: { slash: dateSlash, iso: dateIso, compact: dateCompact },
  year: { plain: same, 'with-nen': yearKanji },
  'month-of-year': { plain: same, 'fiscal-year-start': fiscalYearStart },
  yen: plainOnly,
  integer: plainOnly,
  consent: options(oneOption),
  token: plainOnly,
};

/** The style of a kind when the column names none (or `plain`): what the profile says for the whole file. */
const profileStyle: Partial<Readonly<Record<KindId, (profile: Profile) => string>>> = {
  choice: (p) => p.choices,
  choices: (p) => p.choices,
  consent: (p) => p.choices,
  'postal-code': (p) => p.postal,
  month: (p) => p.dates,
  date: (p) => p.dates,
};

/** Id of the style of a column: its own, else the profile's, else `plain`. */
export function styleId(profile: Profile, kind: KindId, own: string | undefined): string {
  if (own !== undefined && own !== 'plain') return own;
  return profileStyle[kind]?.(profile) ?? 'plain';
}

/** The style of a column; undefined when the kind has none of that name. */
export function findStyle(profile: Profile, kind: KindId, own: string | undefined): Style | undefined {
  return stylesByKind[kind][styleId(profile, kind, own)];
}

/** Kinds whose values are text of people, which a spreadsheet might take for a formula. */
export const textLikeKinds: ReadonlySet<KindId> = new Set<KindId>([
  'code',
  'name',
  'person-name',
  'kana',
  'latin',
  'text',
  'building',
  'address',
  'email',
  'url',
  'token',
]);

/** Reads the event objects of cards (https://developers.google.com/workspace/add-ons/concepts/event-objects). Whatever is not as it should be counts as not given. */

type Part = Readonly<Record<string, unknown>>;
const partOf = (value: unknown): Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a press brought: its own parameters, and what stands in the fields of the card. */
export interface Given {
  /** Whether the press brought this parameter. */
  has(name: string): boolean;
  /** Parameter of the press, '' for none. */
  text(name: string): string;
  /** The same as a whole number from 0 on. */
  number(name: string): number;
  /** What was typed or chosen in a field, '' for nothing. */
  typed(name: string): string;
  /** All that was ticked in a field. */
  ticked(name: string): readonly string[];
  /** A day chosen in a field as `YYYY-MM-DD`, '' for none. */
  day(name: string): string;
}

export interface CardEvent extends Given {
  /** SHEETS, DRIVE, GMAIL, CALENDAR; '' when it is not told. */
  readonly host: string;
  /** The open spreadsheet, '' while the add-on may not know it. */
  readonly sheetId: string;
  readonly message: { readonly id: string; readonly token: string } | null;
}

/** A day as fields of dates tell it: midnight of UTC (docs/platform.md). */
function dayOf(input: unknown): string {
  const epoch = partOf(partOf(input).dateInput).msSinceEpoch;
  const at = Number(epoch ?? Number.NaN);
  return Number.isNaN(at) || Math.abs(at) > 8.64e15 ? '' : new Date(at).toISOString().slice(0, 10);
}

function tickedOf(input: unknown): readonly string[] {
  const values: unknown = partOf(partOf(input).stringInputs).value;
  return Array.isArray(values) ? values.map(textOf).filter((one) => one !== '') : [];
}

const typedOf = (input: unknown): string => tickedOf(input)[0] ?? '';

export function readEvent(event: unknown): CardEvent {
  const { commonEventObject, sheets, gmail } = partOf(event);
  const { hostApp, parameters, formInputs } = partOf(commonEventObject);
  const given = partOf(parameters);
  const inputs = partOf(formInputs);
  const sheet = partOf(sheets);
  const { messageId, accessToken } = partOf(gmail);
  return {
    host: textOf(hostApp),
    sheetId: sheet.addonHasFileScopePermission === true ? textOf(sheet.id) : '',
    message: textOf(messageId) === '' ? null : { id: textOf(messageId), token: textOf(accessToken) },
    has: (name) => typeof given[name] === 'string',
    text: (name) => textOf(given[name]),
    number: (name) => {
      const value = Number(textOf(given[name]) || '0');
      return Number.isSafeInteger(value) && value >= 0 ? value : 0;
    },
    typed: (name) => typedOf(inputs[name]),
    ticked: (name) => tickedOf(inputs[name]),
    day: (name) => dayOf(inputs[name]),
  };
}

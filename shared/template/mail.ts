/** Mail and form texts with `{{name}}` places: reading them and filling them in. */
import type { ChamberValues, MailText } from './template.ts';

/**
 * Reads a mail text: the first line is the subject, everything after the first blank line the body.
 * Line breaks become `\n`.
 */
export function readMailText(text: string): MailText {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const subject = (lines[0] ?? '').trim();
  const rest = lines.slice(1);
  while (rest.length > 0 && rest[0]?.trim() === '') rest.shift();
  return { subject, body: `${rest.join('\n').trimEnd()}\n` };
}

const place = /\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}/g;

/** Names of the places in a text, in order, each once. */
export function placesOf(text: string): readonly string[] {
  const names = new Set<string>();
  for (const match of text.matchAll(place)) if (match[1] !== undefined) names.add(match[1]);
  return [...names];
}

/** The text with its places taken out. */
export function withoutPlaces(text: string): string {
  return text.replace(place, '');
}

/**
 * Fills the places of a text. A place without a value becomes empty, never the raw braces: respondents read it.
 * Values are inserted as they are and not searched for further places.
 */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(place, (_all, name: string) => values[name] ?? '');
}

/** Values by place name (`chamber.name`, `form.eventName` …), as form and mail texts use them. */
export function chamberPlaces(values: ChamberValues): Readonly<Record<string, string>> {
  const places: Record<string, string> = {};
  for (const [name, value] of Object.entries(values.chamber)) places[`chamber.${name}`] = value;
  places['chamber.feeTable'] = (values.feeTable ?? []).join('\n');
  for (const [name, value] of Object.entries(values.form ?? {})) places[`form.${name}`] = value;
  return places;
}

/** What a chamber offered, made a file of `forms-templates/`: with its source, a version after the one that stands, and checked like any other. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readProfileDocument } from '../../shared/csv/read-profile.ts';
import type { Catalogue } from '../../shared/fields/catalogue.ts';
import { type Issue, isHeld, issue } from '../../shared/issue/issue.ts';
import type { Offer } from '../../shared/release/offer.ts';
import type { StoredOffer } from '../../shared/release/offer-table.ts';
import { checkTemplate } from '../../shared/template/check.ts';
import { parseTemplate } from '../../shared/template/parse.ts';
import { breaksSince } from '../../shared/template/released.ts';
import { type Source, sourceLabel } from '../../shared/template/source.ts';
import type { RetiredQuestion, Template } from '../../shared/template/template.ts';
import { isYamlValue, yamlText } from '../../shared/template/yaml-text.ts';
import { readText } from '../files.ts';
import { readYaml } from '../yaml.ts';
import { dayText } from './words.ts';

interface Written {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Taken {
  readonly folder: string;
  /** None where the offer cannot be taken. */
  readonly files: readonly Written[];
  /** For `released/` of the folder. */
  readonly released?: readonly Written[];
  /** '' for a layout. */
  readonly version: string;
  readonly issues: readonly Issue[];
}

const place = ({ kind }: Offer, id: string, library: string): readonly [folder: string, name: string] =>
  kind === 'template' ? [join(library, id), 'template.yaml'] : [join(library, 'csv-profiles'), `${id}.yaml`];

const file = (name: string, text: string): Written => ({ name, bytes: Buffer.from(text, 'utf8') });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Standing {
  readonly text: string;
  readonly document: Record<string, unknown>;
}

interface Place {
  readonly folder: string;
  readonly name: string;
  readonly id: string;
  readonly before: Standing | null;
}

function standing(path: string): Standing | null {
  if (!existsSync(path)) return null;
  const text = readText(path);
  const { value } = readYaml(text, path);
  return { text, document: isRecord(value) ? value : {} };
}

function yamlOf(value: unknown): string {
  if (!isYamlValue(value)) throw new Error('a document that YAML cannot hold');
  return yamlText(value);
}

const sourceOf = ({ id, offer }: StoredOffer): Source => ({
  chamber: offer.chamber,
  name: offer.name,
  subject: offer.subject,
  offer: id,
  on: dayText(offer.at),
});

/** The next minor version: what stands was given to chambers. */
function nextVersion(before: Record<string, unknown> | null): string {
  const [major = 0, minor = 0] = String(before?.version ?? '')
    .split('.')
    .map(Number);
  return before === null ? '1.0.0' : `${major}.${minor + 1}.0`;
}

/** Only a later offer of the same thing may follow what stands under the name. */
function clash(
  before: Record<string, unknown> | null,
  { chamber, subject }: Offer,
  as: string,
): Issue | null {
  if (before === null) return null;
  const source = isRecord(before.source) ? before.source : {};
  return source.chamber === chamber && source.subject === subject
    ? null
    : issue('offer.name-taken', 'error', '', { params: { name: as } });
}

const silent: ReadonlySet<string> = new Set(['description', 'image', 'video']);

/** Questions that the chamber has dropped since: closed, so that their answers stay readable wherever they were asked. */
function retiredAfter(before: Template, now: Template, version: string): readonly RetiredQuestion[] {
  const standing = new Set(now.sections.flatMap(({ items }) => items.map(({ key }) => key)));
  const dropped = before.sections
    .flatMap(({ items }) => items)
    .filter(({ key, type }) => key !== undefined && !silent.has(type) && !standing.has(key));
  return [
    ...before.retired.filter(({ key }) => !standing.has(key)),
    ...dropped.map(({ key = '', title = '', options = [] }) => ({
      key,
      since: version,
      reason: '提供した会議所が取りやめた設問です。',
      title,
      ...(options.length === 0 ? {} : { options: options.map(({ code, label = '' }) => ({ code, label })) }),
    })),
  ];
}

function layoutOf(stored: StoredOffer, document: Record<string, unknown>, at: Place, catalogue: Catalogue) {
  const { title, about } = stored.offer;
  const source = sourceOf(stored);
  // Layouts are chosen from a list that shows their note.
  const note = [about, sourceLabel(source)].filter((words) => words !== '').join('　');
  const whole = { ...document, id: at.id, name: title, verified: false, note, source };
  const { issues } = readProfileDocument(whole, catalogue);
  return {
    folder: at.folder,
    files: isHeld(issues) ? [] : [file(at.name, yamlOf(whole))],
    version: '',
    issues,
  };
}

function templateOf(
  stored: StoredOffer,
  document: Record<string, unknown>,
  at: Place,
  catalogue: Catalogue,
): Taken {
  const { title, about } = stored.offer;
  const { folder, id, before } = at;
  const version = nextVersion(before?.document ?? null);
  const whole = { ...document, id, version, title, summary: about, source: sourceOf(stored) };
  const fail = (issues: readonly Issue[]): Taken => ({ folder, files: [], version, issues });
  const now = parseTemplate(whole);
  if (now.template === null) return fail(now.issues);
  const old = before === null ? null : parseTemplate(before.document).template;
  const retired = old === null ? [] : retiredAfter(old, now.template, version);
  const ready = { ...whole, ...(retired.length === 0 ? {} : { retired }) };
  const { template, issues } = parseTemplate(ready);
  if (template === null) return fail(issues);
  const all = [
    ...issues,
    ...checkTemplate(template, catalogue),
    ...(old === null ? [] : breaksSince(old, template, catalogue)),
  ];
  if (isHeld(all)) return fail(all);
  const released = before === null || old === null ? [] : [file(`${old.version}.yaml`, before.text)];
  return { folder, files: [file(at.name, yamlOf(ready))], released, version, issues: all };
}

/** The document as it would stand in the library, under the name `id`; the version that stands goes to `released/`. */
export function takenOffer(stored: StoredOffer, id: string, library: string, catalogue: Catalogue): Taken {
  const { offer } = stored;
  const [folder, name] = place(offer, id, library);
  const before = standing(join(folder, name));
  const fail = (found: Issue): Taken => ({ folder, files: [], version: '', issues: [found] });
  const document: unknown = JSON.parse(offer.document);
  const taken = clash(before?.document ?? null, offer, id);
  if (taken !== null) return fail(taken);
  if (!isRecord(document))
    return fail(issue('offer.unreadable', 'error', '', { params: { name: stored.id } }));
  const make = offer.kind === 'profile' ? layoutOf : templateOf;
  return make(stored, document, { folder, name, id, before }, catalogue);
}

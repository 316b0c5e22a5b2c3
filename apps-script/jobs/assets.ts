/**
 * The data that ships with the program (fields, code lists, templates, profiles), read through the core's readers
 * the first time something is needed and kept for the execution.
 */
import { dataOf } from 'cci:project';
import * as z from 'zod/mini';
import type { Profile } from '../../shared/csv/profile.ts';
import { readProfileDocument } from '../../shared/csv/read-profile.ts';
import { type Catalogue, readCatalogue } from '../../shared/fields/catalogue.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { lazy } from '../../shared/lazy.ts';
import { readMailText } from '../../shared/template/mail.ts';
import { parseTemplate } from '../../shared/template/parse.ts';
import type { MailText, Template } from '../../shared/template/template.ts';
import { surveyJobs } from './parts.ts';
import { releasedValue, releaseTaken } from './release/standing.ts';

/** What counts under this name: the value of the release that the workbook took, else what the program ships. */
const valueNamed = (name: string): unknown => releasedValue(name) ?? dataOf(name);

const catalogueData = lazy(() => z.strictObject({ fields: z.unknown(), codeLists: z.array(z.unknown()) }));
const idsData = lazy(() => z.strictObject({ templates: z.array(z.string()), profiles: z.array(z.string()) }));
export const catalogueParts = (value: unknown) => catalogueData().parse(value);

const templateData = lazy(() =>
  z.strictObject({ document: z.unknown(), mails: z.record(z.string(), z.string()) }),
);

export const templateParts = (value: unknown) => templateData().parse(value);

export interface ShippedTemplate {
  readonly template: Template;
  /** Mail texts by purpose (`received`, `returned`). */
  readonly mails: Readonly<Record<string, MailText>>;
}

/** Documents by id, each read when it is first asked for. */
export interface Shelf<T> {
  has(id: string): boolean;
  get(id: string): T | undefined;
  /** All of them, in the order of their ids: reads every one. */
  values(): readonly T[];
}

export interface Assets {
  readonly catalogue: Catalogue;
  readonly templates: Shelf<ShippedTemplate>;
  readonly profiles: Shelf<Profile>;
}

function shelf<T>(ids: readonly string[], read: (id: string) => T): Shelf<T> {
  const kept = new Map<string, T>();
  const get = (id: string): T => {
    const found = kept.get(id) ?? read(id);
    kept.set(id, found);
    return found;
  };
  return {
    has: (id) => ids.includes(id),
    get: (id) => (ids.includes(id) ? get(id) : undefined),
    values: () => ids.map(get),
  };
}

function readTemplate(id: string): ShippedTemplate {
  const { document, mails } = templateParts(valueNamed(`template.${id}`));
  const { template, issues } = parseTemplate(document);
  if (template === null) throw new UnusableInput(issues);
  const texts: Record<string, MailText> = {};
  for (const [purpose, path] of Object.entries(template.mails)) {
    const text = mails[path];
    if (text === undefined) throw new Error(`template ${id}: no mail text ${path}`);
    texts[purpose] = readMailText(text);
  }
  return { template, mails: texts };
}

function readProfile(id: string, catalogue: Catalogue): Profile {
  const { profile, issues } = readProfileDocument(valueNamed(`profile.${id}`), catalogue);
  if (profile === null) throw new UnusableInput(issues);
  return profile;
}

function readAssets(): Assets {
  const { fields, codeLists } = catalogueParts(valueNamed('catalogue'));
  const ids = idsData().parse(valueNamed('ids'));
  const catalogue = readCatalogue(fields, codeLists);
  return {
    catalogue,
    templates: shelf(ids.templates, readTemplate),
    profiles: shelf(ids.profiles, (id) => readProfile(id, catalogue)),
  };
}

/** By release: an execution may go through several workbooks. A version is the same data everywhere (`shared/release/release.ts`). */
const kept = new Map<string, Assets>();

export function assets(): Assets {
  const release = releaseTaken();
  const found = kept.get(release) ?? readAssets();
  kept.set(release, found);
  return found;
}

/** The template of this id. Throws UnusableInput `template.unknown`. */
export function templateOf(id: string): ShippedTemplate {
  // The form of a survey is made of its definition.
  const found = id.startsWith('survey-') ? surveyJobs().surveyTemplate(id) : assets().templates.get(id);
  if (found === undefined)
    throw new UnusableInput([issue('template.unknown', 'error', '', { params: { id } })]);
  return found;
}

/** The profile of this id. Throws UnusableInput `profile.unknown`. */
export function profileOf(id: string): Profile {
  const found = assets().profiles.get(id);
  if (found === undefined)
    throw new UnusableInput([issue('profile.unknown', 'error', '', { params: { id } })]);
  return found;
}

/**
 * The data that ships with the program (fields, code lists, templates, profiles), read through the core's readers
 * the first time something is needed and kept for the execution.
 */
import { dataOf } from 'cci:project';
import * as z from 'zod/mini';
import type { Profile } from '../../shared/csv/profile.ts';
import { readProfileDocument } from '../../shared/csv/read-document.ts';
import { type Catalogue, readCatalogue } from '../../shared/fields/catalogue.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { lazy } from '../../shared/lazy.ts';
import { readMailText } from '../../shared/template/mail.ts';
import { parseTemplate } from '../../shared/template/parse.ts';
import type { MailText, Template } from '../../shared/template/template.ts';

const assetsSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    fields: z.unknown(),
    codeLists: z.array(z.unknown()),
    templates: z.array(z.strictObject({ document: z.unknown(), mails: z.record(z.string(), z.string()) })),
    profiles: z.array(z.unknown()),
  }),
);

export interface ShippedTemplate {
  readonly template: Template;
  /** Mail texts by purpose (`received`, `returned`). */
  readonly mails: Readonly<Record<string, MailText>>;
}

export interface Assets {
  readonly catalogue: Catalogue;
  readonly templates: ReadonlyMap<string, ShippedTemplate>;
  readonly profiles: ReadonlyMap<string, Profile>;
}

function readAssets(): Assets {
  const raw = assetsSchema().parse(dataOf('assets'));
  const catalogue = readCatalogue(raw.fields, raw.codeLists);
  const templates = new Map<string, ShippedTemplate>();
  for (const { document, mails } of raw.templates) {
    const { template, issues } = parseTemplate(document);
    if (template === null) throw new UnusableInput(issues);
    const texts: Record<string, MailText> = {};
    for (const [purpose, path] of Object.entries(template.mails)) {
      const text = mails[path];
      if (text === undefined) throw new Error(`template ${template.id}: no mail text ${path}`);
      texts[purpose] = readMailText(text);
    }
    templates.set(template.id, { template, mails: texts });
  }
  const profiles = raw.profiles.map((document) => {
    const { profile, issues } = readProfileDocument(document, catalogue);
    if (profile === null) throw new UnusableInput(issues);
    return profile;
  });
  return { catalogue, templates, profiles: new Map(profiles.map((profile) => [profile.id, profile])) };
}

let kept: Assets | null = null;

export function assets(): Assets {
  kept ??= readAssets();
  return kept;
}

/** The template of this id. Throws UnusableInput `template.unknown`. */
export function templateOf(id: string): ShippedTemplate {
  const found = assets().templates.get(id);
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

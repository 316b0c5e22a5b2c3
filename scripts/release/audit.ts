/**
 * How far a chamber's form has gone from JCCI's versions, seen from outside: no list of item ids, only the form. Its questions are found by
 * adoption (`shared/merge/adopt.ts`); the version it stands at is the released one that it departs from least.
 */
import type { Catalogue } from '../../shared/fields/catalogue.ts';
import type { FormCopy } from '../../shared/form/copy.ts';
import type { FormPlan, PlannedItem, PlannedOption } from '../../shared/form/plan.ts';
import { planRaw } from '../../shared/form/raw.ts';
import { adoptCopy } from '../../shared/merge/adopt.ts';
import { formOfCopy } from '../../shared/merge/form-of-copy.ts';
import { mergeForms } from '../../shared/merge/merge.ts';
import type { UpdatePlan } from '../../shared/merge/model.ts';
import type { Template } from '../../shared/template/template.ts';
import { isAfter } from '../../shared/template/version.ts';

export interface Audit {
  readonly template: string;
  /** The version that the form departs from least. */
  readonly version: string;
  readonly newest: string;
  /** Share of the version's questions that were found in the form, 0–1. */
  readonly found: number;
  /** Departures from the version it stands at, as the merge tells them. */
  readonly own: UpdatePlan['kept'];
  /** Elements of the chamber's own. */
  readonly added: number;
  /** What the newest version would do. */
  readonly waiting: number;
  readonly conflicts: UpdatePlan['conflicts'];
  /** Required texts that are missing or changed. */
  readonly mandated: readonly string[];
}

/** Weaker matches are a guess that a person would have to confirm; nobody does here, so they count as none. */
const leastMatch = 0.65;

const place = /\{\{[^}]+\}\}/g;

/** Whether a filled-in text is the given one with something in its places. */
export function fills(raw: string, text: string): boolean {
  if (raw === text) return true;
  if (!raw.includes('{{')) return false;
  const parts = raw.split(place).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*?')}$`).test(text);
}

const unfilled = (raw: string | undefined, text: string): string =>
  raw !== undefined && fills(raw, text) ? raw : text;

function optionsOf(raw: readonly PlannedOption[], own: readonly PlannedOption[]): readonly PlannedOption[] {
  // A list that the chamber fills in stands in the template as the name of its place.
  if (raw.length > 0 && raw.every(({ label }) => label.replace(place, '') === '')) return raw;
  const labels = new Map(raw.map(({ code, label }) => [code, label]));
  return own.map((option) => ({ ...option, label: unfilled(labels.get(option.code), option.label) }));
}

/** The chamber's form with the places of the template in it again, and with the template's word on what the API cannot read. */
function comparable(form: FormPlan, raw: FormPlan): FormPlan {
  const heads = new Map(raw.sections.map((section) => [section.key, section]));
  const items = new Map(raw.sections.flatMap((section) => section.items.map((item) => [item.key, item])));
  const itemOf = (item: PlannedItem): PlannedItem => {
    const known = items.get(item.key);
    return {
      ...item,
      title: unfilled(known?.title, item.title),
      help: unfilled(known?.help, item.help),
      options: optionsOf(known?.options ?? [], item.options),
    };
  };
  return {
    ...form,
    title: unfilled(raw.title, form.title),
    description: unfilled(raw.description, form.description),
    settings: { ...raw.settings, collectEmail: form.settings.collectEmail },
    sections: form.sections.map((section) => {
      const { next: _unread, ...rest } = section;
      const known = heads.get(section.key);
      return {
        ...rest,
        ...(known?.next === undefined ? {} : { next: known.next }),
        title: unfilled(known?.title, section.title),
        help: unfilled(known?.help, section.help),
        items: section.items.map(itemOf),
      };
    }),
  };
}

interface Compared {
  readonly template: Template;
  readonly plan: FormPlan;
  readonly form: FormPlan;
  readonly found: number;
  readonly kept: UpdatePlan;
}

function compare(copy: FormCopy, template: Template, catalogue: Catalogue): Compared {
  const plan = planRaw(template, catalogue);
  const synonyms = new Map([...catalogue.fields.values()].map((field) => [field.key, field.synonyms ?? []]));
  const matches = adoptCopy(copy, plan, synonyms, leastMatch);
  const links = matches.flatMap(({ itemId, key }) =>
    itemId === null || key === null ? [] : [{ itemId, key }],
  );
  const keys = matches.filter(({ key }) => key !== null);
  const form = comparable(formOfCopy(copy, links, plan), plan);
  return {
    template,
    plan,
    form,
    found: keys.length === 0 ? 0 : links.length / keys.length,
    kept: mergeForms(plan, plan, form, []).plan,
  };
}

const departures = ({ kept }: Compared): number => kept.kept.length + kept.conflicts.length;

/**
 * Audits a form against the versions of one template.
 * @param versions released versions and the newest, in any order; at least one
 */
export function auditForm(copy: FormCopy, versions: readonly Template[], catalogue: Catalogue): Audit {
  const ordered = [...versions].sort((a, b) => (isAfter(b.version, a.version) ? 1 : -1));
  const [newest] = ordered;
  if (newest === undefined) throw new Error('auditForm: no versions');
  const compared = ordered.map((template) => compare(copy, template, catalogue));
  // Of equal ones the newest, which comes first.
  const nearest = compared.reduce((best, one) => (departures(one) < departures(best) ? one : best));
  const { plan } = mergeForms(nearest.plan, planRaw(newest, catalogue), nearest.form, []);
  const mandated = [...nearest.kept.conflicts, ...plan.conflicts]
    .filter(({ ownership, reason }) => ownership === 'mandated' || reason === 'mandated-missing')
    .map(({ title }) => title);
  const restored = nearest.kept.operations.flatMap((operation) =>
    operation.op === 'set' ? [nearest.kept.titles[operation.element] ?? operation.element] : [],
  );
  return {
    template: newest.id,
    version: nearest.template.version,
    newest: newest.version,
    found: nearest.found,
    own: nearest.kept.kept,
    added: nearest.kept.own.length,
    waiting: plan.operations.length,
    conflicts: plan.conflicts,
    mandated: [...new Set([...mandated, ...restored])],
  };
}

/** The template that the form most likely is of; null where none fits half of it. */
export function likeliest(
  copy: FormCopy,
  templates: readonly (readonly Template[])[],
  catalogue: Catalogue,
): Audit | null {
  const audits = templates.map((versions) => auditForm(copy, versions, catalogue));
  const best = audits.reduce<Audit | null>(
    (found, one) => (found === null || one.found > found.found ? one : found),
    null,
  );
  return best !== null && best.found >= 0.5 ? best : null;
}

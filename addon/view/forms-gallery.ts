/** View models of the gallery: every template with its picture, its fill-ins and the chamber's values that it uses. */
import { assets } from '../../apps-script/jobs/assets.ts';
import { type Book, openBook } from '../../apps-script/jobs/book/book.ts';
import { readForm } from '../../apps-script/jobs/book/forms.ts';
import { chamberValues } from '../../apps-script/jobs/book/settings.ts';
import { formsTable } from '../../apps-script/jobs/book/tables.ts';
import { hasSeveralForms } from '../../apps-script/jobs/create-form.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { planForm } from '../../shared/form/make.ts';
import type { FormPlan } from '../../shared/form/plan.ts';
import { sourceLabel } from '../../shared/template/source.ts';
import {
  type ChamberValues,
  type Template,
  type TemplateCategory,
  templateCategories,
} from '../../shared/template/template.ts';
import { templateTitle } from './forms-card.ts';
import type { GalleryView, PictureLine, TemplateCardView } from './forms-protocol.ts';

const shelfLabels: Readonly<Record<TemplateCategory, string>> = {
  membership: '会員',
  register: '会員台帳',
  event: '講習会・催し',
  meeting: '会議',
  service: '相談・サービス',
  safety: '緊急時',
  survey: '調査',
};

/** Kinds that take no answer. */
const silent: ReadonlySet<string> = new Set(['description', 'image', 'video']);
/** More than this does not fit into the picture. */
const longest = 12;

export function pictureOf({ sections }: Pick<FormPlan, 'sections'>): readonly PictureLine[] {
  const lines = sections.flatMap((section, index): PictureLine[] => [
    ...(index === 0 ? [] : [{ type: 'page' as const, letters: 0, options: 0 }]),
    ...section.items.map((item) => ({
      type: item.type,
      letters: Math.min([...item.title].length, 40),
      options: Math.min(item.options.length, 5),
    })),
  ]);
  return lines.slice(0, longest);
}

/** The chamber's values by the place or list that a template names. */
const chamberLabels: readonly (readonly [string, string, (values: ChamberValues) => string])[] = [
  ['chamber.name', '会議所名', ({ chamber }) => chamber.name],
  ['chamber.phone', '電話番号', ({ chamber }) => chamber.phone],
  ['chamber.email', 'メール', ({ chamber }) => chamber.email],
  ['chamber.address', '所在地', ({ chamber }) => chamber.address],
  ['chamber.privacyUrl', '個人情報の取扱い', ({ chamber }) => chamber.privacyUrl],
  ['chamber.articlesUrl', '定款', ({ chamber }) => chamber.articlesUrl],
  ['divisions', '部会', ({ divisions }) => divisions.map(({ label }) => label).join('、')],
  ['districts', '地区', ({ districts }) => districts.join('、')],
  ['feeTable', '会費の表', ({ feeTable }) => (feeTable ?? []).join('、')],
];

function usesOf(template: Template): (name: string) => boolean {
  const text = JSON.stringify(template);
  const places = new Set([...text.matchAll(/\{\{\s*([A-Za-z.]+)\s*\}\}/g)].map((match) => match[1]));
  const lists = new Set(
    template.sections.flatMap(({ items }) => items.map(({ optionsFrom }) => optionsFrom ?? '')),
  );
  return (name) => places.has(name) || places.has(`chamber.${name}`) || lists.has(name);
}

function cardOf(book: Book, template: Template, made: number): TemplateCardView {
  const values = chamberValues(book.settings());
  const form = Object.fromEntries(template.fillIns.map(({ key, initial }) => [key, initial]));
  const plan = planForm(template, assets().catalogue, { ...values, form });
  const items = plan.sections.flatMap((section) => section.items);
  const uses = usesOf(template);
  return {
    id: template.id,
    version: template.version,
    title: templateTitle(template) || template.id,
    summary: template.summary,
    audience: template.audience,
    source: sourceLabel(template.source),
    questions: items.filter(({ type }) => !silent.has(type)).length,
    pages: plan.sections.length,
    picture: pictureOf(plan),
    fillIns: template.fillIns.map(({ key, label, hint, type, required, initial }) => ({
      key,
      label,
      hint,
      type,
      required,
      initial,
    })),
    chamber: chamberLabels
      .filter(([name]) => uses(name))
      .map(([, label, read]) => ({ label, value: read(values) })),
    made,
    several: hasSeveralForms(template),
  };
}

/** The form of the register is made with its round (台帳), so its template has no card. */
export function galleryView(services: Services): GalleryView {
  const book = openBook(services.workbook);
  const rows = book.rows(formsTable).map(readForm);
  const templates = [...assets().templates.values()]
    .map(({ template }) => template)
    .filter(({ flow }) => flow !== 'register');
  return {
    shelves: templateCategories
      .map((id) => ({
        id,
        label: shelfLabels[id],
        templates: templates
          .filter(({ category }) => category === id)
          .map((one) => cardOf(book, one, rows.filter((row) => row.templateId === one.id).length)),
      }))
      .filter((shelf) => shelf.templates.length > 0),
  };
}

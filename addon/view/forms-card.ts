/** View models of the list of forms. */
import { assets } from '../../apps-script/jobs/assets.ts';
import { type Book, openBook } from '../../apps-script/jobs/book/book.ts';
import { type FormRow, isPublished, readForm } from '../../apps-script/jobs/book/forms.ts';
import { formsTable, settingsTable, updatesTable } from '../../apps-script/jobs/book/tables.ts';
import { readUpdates } from '../../apps-script/jobs/book/updates.ts';
import { previewUpdate, termsOf, updateToUndo } from '../../apps-script/jobs/forms/index.ts';
import type { FormState, Services } from '../../apps-script/jobs/port.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import { planWords } from '../../shared/merge/in-words.ts';
import type { UpdatePlan } from '../../shared/merge/model.ts';
import { withoutPlaces } from '../../shared/template/mail.ts';
import type { Template } from '../../shared/template/template.ts';
import type { FormCardView, FormStateId, FormsView, UpdateStateId } from './forms-protocol.ts';

const stateLabels: Readonly<Record<FormStateId, string>> = {
  open: '受付中',
  closed: '停止中',
  unpublished: '非公開',
  making: '作りかけ',
  missing: '開けません',
};

const updateLabels: Readonly<Record<UpdateStateId, string>> = {
  newest: '最新',
  available: '更新あり',
  'in-progress': '適用途中',
  'no-template': 'ひな型なし',
};

function stateOf(row: FormRow, state: FormState | null): FormStateId {
  if (!isPublished(row)) return 'making';
  if (state === null) return 'missing';
  if (!state.published) return 'unpublished';
  return state.accepting ? 'open' : 'closed';
}

function updateOf(row: FormRow, template: Template | undefined): UpdateStateId {
  if (row.updating !== '') return 'in-progress';
  if (template === undefined) return 'no-template';
  return template.version === row.templateVersion ? 'newest' : 'available';
}

/** Title of a template without its places: what the forms made from it have in common. */
export function templateTitle({ title }: Pick<Template, 'title'>): string {
  return withoutPlaces(title)
    .replace(/（[\s・、]*）|「[\s]*」/g, '')
    .trim();
}

/** What the chamber has otherwise than the template: what it changed, took out and added. */
export function ownChangesOf(plan: UpdatePlan): number {
  const kept = planWords(plan).filter(({ group }) => group === 'kept' || group === 'left-out').length;
  return kept + plan.conflicts.length;
}

export function cardView(
  book: Book,
  row: FormRow,
  state: FormState | null,
  ownChanges: number | null = null,
): FormCardView {
  const template = assets().templates.get(row.templateId)?.template;
  const update = updateOf(row, template);
  const standing = stateOf(row, state);
  const name = template === undefined ? '' : templateTitle(template);
  return {
    formId: row.formId === '' ? row.fileName : row.formId,
    title: state?.title ?? name,
    templateId: row.templateId,
    templateTitle: name,
    version: row.templateVersion,
    newest: template?.version ?? '',
    state: { id: standing, label: stateLabels[standing] },
    update: { id: update, label: updateLabels[update] },
    closesOn: row.closesOn,
    places: template?.capacity === undefined ? null : termsOf(row, template).places,
    ownChanges,
    publishedUrl: state?.publishedUrl ?? '',
    editUrl: state?.editUrl ?? '',
    madeAt: shownTime(row.madeAt),
    canRollBack: row.formId !== '' && updateToUndo(readUpdates(book, row.formId)) !== undefined,
  };
}

/** A card of a form as it stands now. */
export function cardOf(
  services: Services,
  row: FormRow,
  ownChanges: number | null = null,
  book: Book = openBook(services.workbook),
): FormCardView {
  const state = isPublished(row) ? services.forms.look(row.formId) : null;
  return cardView(book, row, state, ownChanges);
}

/** One form with the number of the chamber's own changes. */
export function closeCard(services: Services, formId: string): FormCardView {
  const { sides, plan } = previewUpdate(services, { formId });
  return cardOf(services, sides.row, ownChangesOf(plan));
}

/** Newest first; nothing before the set-up has run. */
export function formsView(services: Services): FormsView {
  const { workbook } = services;
  const stands = workbook.has([settingsTable, formsTable, updatesTable]);
  const chamberName = stands ? openBook(workbook).settings().chamber.name : '';
  if (chamberName === '') return { ready: false, chamberName, forms: [], strangers: [] };
  const book = openBook(workbook);
  const rows = book.rows(formsTable).map(readForm).reverse();
  const forms = rows.map((row) => cardOf(services, row, null, book));
  return { ready: true, chamberName, forms, strangers: strangersOf(services, rows) };
}

/** Forms that answer to the workbook and that nobody made or took over here. */
function strangersOf({ workbook, forms }: Services, rows: readonly FormRow[]): FormsView['strangers'] {
  const known = new Set(rows.map(({ formId }) => formId));
  return workbook.formUrls().flatMap((address) => {
    const formId = forms.idAt(address);
    if (formId === null || known.has(formId)) return [];
    const title = forms.look(formId)?.title;
    return title === undefined ? [] : [{ address, title: title === '' ? '（題のないフォーム）' : title }];
  });
}

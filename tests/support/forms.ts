/** Chambers with forms for the tests of updates: releases of the program, edits of a person in the form editor, readings. */

import { addItem, deleteItem, moveItem } from '../../emulator/workspace/forms.ts';
import type { FormItemState, FormItemType, FormState } from '../../emulator/workspace/model.ts';
import type { CompiledAssets } from '../../scripts/build/assets.ts';
import type { FormPlan } from '../../shared/form/plan.ts';
import type { Built } from './built.ts';
import { ask, type Chamber, chamberFrom, newChamber, records, run, setupInput, snapshot } from './chamber.ts';
import { buildJobs, shippedAssets } from './jobs-bundle.ts';

type Plain = { [name: string]: unknown };
export interface TemplateItemDraft extends Plain {
  key?: string;
  type: string;
  title?: string;
  help?: string;
  required?: boolean;
  options?: { code: string; label: string; goTo?: string; ownership?: string }[];
}
/** A template as plain data, to change. */
export interface TemplateDraft extends Plain {
  id: string;
  version: string;
  title: string;
  flow?: string;
  description: string;
  settings: Plain;
  retired?: { key: string; since: string; reason?: string }[];
  sections: { key: string; title: string; help?: string; next?: string; items: TemplateItemDraft[] }[];
}

/** The bundle of a release whose templates are changed by `edit`; `more`: templates beside the shipped ones. */
export function release(
  edit: (templates: ReadonlyMap<string, TemplateDraft>) => void = () => undefined,
  more: readonly TemplateDraft[] = [],
): Promise<Built> {
  const assets = JSON.parse(JSON.stringify(shippedAssets())) as Omit<CompiledAssets, 'templates'> & {
    templates: { document: TemplateDraft; mails: Record<string, string> }[];
  };
  for (const document of more) {
    assets.templates.push({ document: JSON.parse(JSON.stringify(document)) as TemplateDraft, mails: {} });
  }
  edit(new Map(assets.templates.map(({ document }) => [document.id, document])));
  return buildJobs(assets);
}

export function itemOf(template: TemplateDraft, key: string): TemplateItemDraft {
  const found = template.sections.flatMap(({ items }) => items).find((item) => item.key === key);
  if (found === undefined) throw new Error(`no item ${key}`);
  return found;
}

/** A job of the bundle that must succeed; its result as JSON. */
export function job<T = Plain>(chamber: Chamber, name: string, input: unknown): T {
  const reply = tried(chamber, name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.issues)}`);
  return reply.result as T;
}

export type Tried =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly issues: readonly { code: string; params: Record<string, unknown> }[] };

export function tried(chamber: Chamber, name: string, input: unknown): Tried {
  const result = run(chamber, 'rpc', [name, input]);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}\n${result.error.stack ?? ''}`);
  return JSON.parse(JSON.stringify(result.value)) as Tried;
}

/** A chamber that is set up and has made a form of this template. */
export function chamberWithForm(
  built: Built,
  templateId = 'membership-application',
  values?: Record<string, string>,
): Chamber {
  const chamber = newChamber(built);
  ask(chamber, 'setup', setupInput);
  job(chamber, 'createForm', { templateId, ...(values === undefined ? {} : { values }) });
  return chamber;
}

/** The same chamber with the program of another release. */
export function upgraded(built: Built, chamber: Chamber): Chamber {
  return chamberFrom(built, snapshot(chamber), chamber.bookId);
}

export function onlyForm(chamber: Chamber): FormState {
  const [form, ...others] = Object.values(chamber.workspace.state.forms);
  if (form === undefined || others.length > 0) throw new Error('not one form');
  return form;
}

/** Item id by key, from `_items`. */
export function idOf(chamber: Chamber, key: string): number {
  const row = records(chamber, '_items').find((one) => one.key === key);
  if (row === undefined || row.itemId === '') throw new Error(`no item of ${key}`);
  return Number(row.itemId);
}

export function stateOf(chamber: Chamber, key: string): FormItemState {
  const id = idOf(chamber, key);
  const item = onlyForm(chamber).items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`${key} is not in the form`);
  return item;
}

export const titles = (chamber: Chamber): readonly string[] =>
  onlyForm(chamber).items.map((item) => item.title);

/** A person adds an item in the form editor, behind the item of a key or at the end. */
export function addByHand(
  chamber: Chamber,
  type: FormItemType,
  title: string,
  after?: string,
): FormItemState {
  const form = onlyForm(chamber);
  const item = addItem(chamber.workspace, form, type);
  item.title = title;
  if (after !== undefined) moveByHand(chamber, item.id, after);
  return item;
}

/** A person moves an item behind that of a key. */
export function moveByHand(chamber: Chamber, itemId: number, after: string): void {
  const form = onlyForm(chamber);
  const from = form.items.findIndex((item) => item.id === itemId);
  const before = form.items.findIndex((item) => item.id === idOf(chamber, after));
  moveItem(chamber.workspace, form, from, from < before ? before : before + 1);
}

export function removeByHand(chamber: Chamber, key: string): void {
  deleteItem(chamber.workspace, onlyForm(chamber), idOf(chamber, key));
}

export interface Preview {
  readonly hash: string;
  readonly plan: {
    readonly from: string;
    readonly to: string;
    readonly operations: readonly { op: string; element: string; property?: string; after?: unknown }[];
    readonly conflicts: readonly {
      element: string;
      property: string;
      base: unknown;
      theirs: unknown;
      ours: unknown;
    }[];
    readonly kept: readonly { element: string; property: string; reason: string }[];
    readonly refused: readonly { element: string; property: string; reason: string }[];
    readonly own: readonly string[];
  };
  readonly merged: { readonly planned: FormPlan };
  readonly running: unknown;
}

export const preview = (chamber: Chamber): Preview =>
  job<Preview>(chamber, 'previewUpdate', { formId: onlyForm(chamber).id });

export interface Applied {
  readonly update: { readonly id: string };
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
}

export function apply(
  chamber: Chamber,
  decisions: readonly { element: string; property: string; choice: 'ours' | 'theirs' }[] = [],
): Applied {
  return job<Applied>(chamber, 'applyUpdate', {
    formId: onlyForm(chamber).id,
    hash: preview(chamber).hash,
    decisions,
  });
}

/** The row of `_forms` of the only form. */
export function formRow(chamber: Chamber): Readonly<Record<string, string>> {
  const [row] = records(chamber, '_forms');
  if (row === undefined) throw new Error('no row');
  return row;
}

/** Base of an element, as it is recorded. */
export function baseOf(chamber: Chamber, key: string): Plain {
  const row = records(chamber, '_items').find((one) => one.key === key);
  return (JSON.parse(row?.base ?? '{}') as { base: Plain }).base;
}

/** Header texts of the sheet that the form's answers go to. */
export function linkedSheet(chamber: Chamber): unknown {
  const book = chamber.workspace.state.spreadsheets[chamber.bookId];
  return book?.sheets.find((sheet) => sheet.formId !== undefined)?.cells;
}

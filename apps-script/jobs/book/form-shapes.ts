/**
 * Shapes of what is stored about forms, for reading it back. The program wrote it, so only what tells one shape from
 * another is looked at.
 */
import * as z from 'zod/mini';
import type { FormCopy } from '../../../shared/form/copy.ts';
import type { FormPlan, PlannedItem, PlannedSection } from '../../../shared/form/plan.ts';
import type { Operation } from '../../../shared/merge/model.ts';

/** A section without its items. */
export type SectionHead = Omit<PlannedSection, 'items'>;
/** A form without its questions: what stands for the element `form`, and the order of everything. */
export interface FormHead extends Omit<FormPlan, 'sections'> {
  readonly order: readonly { readonly key: string; readonly items: readonly string[] }[];
}

function has(value: unknown, names: readonly string[], lists: readonly string[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const found = new Map<string, unknown>(Object.entries(value));
  return names.every((name) => found.has(name)) && lists.every((name) => Array.isArray(found.get(name)));
}

export const plannedItem = () =>
  z.custom<PlannedItem>((value) => has(value, ['key', 'type', 'title', 'help'], ['options']));
export const sectionHead = () => z.custom<SectionHead>((value) => has(value, ['key', 'title', 'help']));
export const formHead = () =>
  z.custom<FormHead>((value) => has(value, ['title', 'description', 'settings'], ['order', 'retired']));
export const formPlan = () =>
  z.custom<FormPlan>((value) => has(value, ['title', 'description', 'settings'], ['sections', 'retired']));
export const formCopy = () =>
  z.custom<FormCopy>((value) => has(value, ['formId', 'title', 'settings'], ['items']));
export const operation = () => z.custom<Operation>((value) => has(value, ['op', 'element']));

/** How a form and its template stand, as small marks: always a word, never colour alone. */
import type { VNode } from '../../sidebar/dom/h.ts';
import { span } from '../../sidebar/dom/tags.ts';
import type { Confidence, FormCardView, FormStateId, UpdateStateId } from '../../view/forms-protocol.ts';

const stateTones: Readonly<Record<FormStateId, string>> = {
  open: 'good',
  closed: 'warning',
  unpublished: 'warning',
  making: 'warning',
  missing: 'error',
};

export function stateMark(state: FormCardView['state']): VNode {
  return span(`mark mark-${stateTones[state.id]}`, state.label);
}

const updateTones: Readonly<Record<UpdateStateId, string>> = {
  newest: 'neutral',
  available: 'new',
  'in-progress': 'error',
  'no-template': 'neutral',
};

export function updateMark({ update, newest }: Pick<FormCardView, 'update' | 'newest'>): VNode | null {
  if (update.label === '') return null;
  const words = update.id === 'available' ? `${update.label}（${newest}）` : update.label;
  return span(`mark mark-${updateTones[update.id]}`, words);
}

const confidenceTones: Readonly<Record<Confidence, string>> = {
  high: 'good',
  medium: 'new',
  low: 'warning',
  none: 'neutral',
};

export function confidenceMark(confidence: Confidence, label: string): VNode {
  return span(`mark mark-${confidenceTones[confidence]}`, label);
}

/** 必須（日商） is said, since the chamber has no say there; 推奨 goes without saying. */
export function ownershipMark(label: string): VNode | null {
  return label.startsWith('必須') ? span('mark mark-warning', label) : null;
}

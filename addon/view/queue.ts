/** View models of the queue 受付: rows filtered, searched and cut, with counts by state. */

import { type Application, countOf } from '../../apps-script/jobs/book/application.ts';
import { type Batch, batchByReceipt, exportLabel } from '../../apps-script/jobs/book/batch.ts';
import type { Settings } from '../../apps-script/jobs/book/settings.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import { shownValue } from '../../apps-script/jobs/words.ts';
import { labelOf } from '../../shared/change/decide.ts';
import { sideStates } from '../../shared/change/states.ts';
import { hasErrors, type Input, type QueueRow, type QueueView, type StateView } from './protocol.ts';

export function stateView(settings: Settings, id: string): StateView {
  return { id, label: labelOf(settings.states, id) };
}

export function queueRow(application: Application, batch: Batch | undefined, settings: Settings): QueueRow {
  const { values, typed, issues } = application.record;
  return {
    applicationId: application.id,
    receiptNumber: application.receipt,
    name: values.name ?? typed.name ?? '',
    typeLabel: shownValue('applicantType', values.applicantType ?? typed.applicantType ?? ''),
    receivedAt: shownTime(application.receivedAt),
    state: stateView(settings, application.state.state),
    errors: countOf(issues, 'error'),
    warnings: countOf(issues, 'warning'),
    exportLabel: exportLabel(batch, application.state.state, settings),
  };
}

/** What a search looks at, folded so that width and case do not matter. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function searchText(application: Application): string {
  const { values, typed } = application.record;
  const keys = ['name', 'nameKana', 'representativeName', 'phone', 'corporateNumber', 'address'];
  return folded(
    [
      application.receipt,
      application.email,
      ...keys.flatMap((key) => [values[key] ?? '', typed[key] ?? '']),
    ].join('\n'),
  );
}

function passes(application: Application, filter: string): boolean {
  if (filter === '') return true;
  const { state } = application.state;
  if (filter === hasErrors) return state !== 'withdrawn' && countOf(application.record.issues, 'error') > 0;
  return state === filter;
}

/** Newest first; `counts` are those of all applications, whatever the filter. */
export function queueView(
  applications: readonly Application[],
  batches: readonly Batch[],
  settings: Settings,
  input: Input<'queue'>,
): QueueView {
  const byReceipt = batchByReceipt(batches);
  const words = folded(input.search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = applications
    .filter((one) => passes(one, input.state))
    .filter((one) => {
      if (words.length === 0) return true;
      const text = searchText(one);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : 0));
  const from = Math.max(0, Math.floor(input.offset));
  const limit = Math.min(1000, Math.max(1, Math.floor(input.limit)));
  return {
    rows: found.slice(from, from + limit).map((one) => queueRow(one, byReceipt.get(one.receipt), settings)),
    total: found.length,
    counts: [...settings.states, ...sideStates].map((state) => ({
      state: { id: state.id, label: state.label },
      count: applications.filter((one) => one.state.state === state.id).length,
    })),
  };
}

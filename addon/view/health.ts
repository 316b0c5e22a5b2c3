/** View model of 点検. */
import { checkHealth, type HealthLine } from '../../apps-script/jobs/health/health.ts';
import { checkWords } from '../../apps-script/jobs/health/words.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { isoOf, shownTime } from '../../apps-script/jobs/time.ts';
import type { HealthRow, HealthState, HealthView } from './health-protocol.ts';

const stateLabels: Readonly<Record<HealthState, string>> = {
  ok: '良好',
  info: '情報',
  warn: '注意',
  bad: '要対応',
  unknown: '不明',
};

function rowOf({ id, check, state, seen, subject, canMend }: HealthLine): HealthRow {
  const { label, why, how, button } = checkWords[check];
  return {
    id,
    state,
    stateLabel: stateLabels[state],
    label: subject === undefined ? label : `${label}（${subject.title}）`,
    seen,
    why,
    how: state === 'ok' ? '' : how,
    mend: canMend ? { method: 'mend', id, label: button } : null,
  };
}

export function healthView(services: Services): HealthView {
  const { seen, lines } = checkHealth(services);
  const rows = lines.map(rowOf);
  const counts = { ok: 0, info: 0, warn: 0, bad: 0, unknown: 0 };
  for (const { state } of rows) counts[state]++;
  return { checkedAt: shownTime(isoOf(seen.now)), account: seen.user, rows, counts };
}

/** View model of the screen 配信. */
import { refusalOf } from '../../apps-script/jobs/access/check.ts';
import { openBook } from '../../apps-script/jobs/book/book.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { linkOf } from '../../apps-script/jobs/release/link.ts';
import { releaseSettings } from '../../apps-script/jobs/release/settings.ts';
import { releaseTaken } from '../../apps-script/jobs/release/standing.ts';
import { type PullState, standingPull } from '../../apps-script/jobs/release/state.ts';
import { dayOf, isoOf, shownTime } from '../../apps-script/jobs/time.ts';
import { issue } from '../../shared/issue/issue.ts';
import { describe } from '../../shared/issue/messages.ts';
import { outcomeLabels } from '../../shared/release/fleet-table.ts';
import {
  deferralLabel,
  isDeferred,
  longestDeferral,
  type Policy,
  policies,
  policyLabels,
} from '../../shared/release/policy.ts';
import type { Outcome } from '../../shared/release/rollout.ts';
import type { ReleaseView } from './release-protocol.ts';

const hints: Readonly<Record<Policy, string>> = {
  mandated:
    '日商が必須とした文や選択肢の訂正だけを、自動で反映します。ほかの変更は、担当者が確かめてから反映します。',
  all: '自所の変更とぶつからない変更は、すべて自動で反映します。ぶつかるものは、担当者に知らせます。',
  ask: '自動では何も変えません。担当者が確かめてから反映します。',
};

const tones: Readonly<Record<Outcome, ReleaseView['tone']>> = {
  applied: 'ok',
  waiting: 'info',
  deferred: 'info',
  undone: 'info',
  failed: 'bad',
  'undo-failed': 'bad',
};

const shown = (at: number): string => (at === 0 ? '' : shownTime(isoOf(at)));

function stateOf({ told, done, waiting }: PullState, deferral: string): Pick<ReleaseView, 'state' | 'tone'> {
  if (told === null) return { state: '配信はまだありません', tone: 'info' };
  if (done !== null) {
    const label = done.outcome === 'deferred' && deferral !== '' ? deferral : outcomeLabels[done.outcome];
    const more = waiting > 0 && done.outcome === 'applied' ? '（確認待ちのフォームあり）' : '';
    return { state: label + more, tone: more === '' ? tones[done.outcome] : 'info' };
  }
  if (told.kind === 'held') return { state: '順番待ち', tone: 'info' };
  return { state: told.kind === 'undo' ? '取り消し中' : '反映中', tone: 'info' };
}

function problemOf({ error, refusedBy }: PullState): Pick<ReleaseView, 'problem' | 'remedy'> {
  const code = error !== '' ? error : refusedBy === '' ? '' : 'release.not-reported';
  if (code === '') return { problem: '', remedy: '' };
  const { message, remedy } = describe(issue(code, 'error', ''), (key) => key);
  return { problem: message, remedy };
}

export function releaseView(services: Services): ReleaseView {
  const link = linkOf(services);
  const state = standingPull(services);
  const { policy, deferUntil } = releaseSettings(openBook(services.workbook));
  const now = services.clock.now();
  const today = dayOf(now);
  return {
    chamber: link?.chamber ?? '',
    lookedAt: shown(state.lookedAt),
    version: releaseTaken(),
    notes: state.notes,
    offered: state.told?.release.version ?? '',
    ...stateOf(state, deferralLabel(deferUntil, today)),
    ...problemOf(state),
    waiting: state.waiting,
    policy,
    policies: policies.map((id) => ({ id, label: policyLabels[id], hint: hints[id] })),
    deferUntil: isDeferred(deferUntil, today) ? deferUntil : '',
    deferLimit: dayOf(now + longestDeferral * 86_400_000),
    reportedAt: shown(state.sent?.at ?? 0),
    mayChange: refusalOf(services, 'settings') === null,
  };
}

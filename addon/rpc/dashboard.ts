/**
 * The door of the page 調査の結果: one method, input checked on the server, every problem answered in words. It changes nothing and
 * hands out tables alone. Beside `dispatch.ts`, since those who ask have no part in the workbook. A part of its own loads it.
 */
import {
  type DashboardDoor,
  logDashboard,
  type Viewer,
  viewerOf,
} from '../../apps-script/jobs/dashboard/door.ts';
import { editionFor, shownRounds } from '../../apps-script/jobs/dashboard/editions.ts';
import type { FleetOffice } from '../../apps-script/jobs/release/collector.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { dashboardView } from '../view/dashboard.ts';
import { type DashboardInput, type DashboardView, dashboardInputs } from '../view/dashboard-protocol.ts';
import { issueViews } from '../view/issues.ts';
import type { IssueView } from '../view/protocol.ts';

export type DashboardReply =
  | { readonly ok: true; readonly result: DashboardView }
  | { readonly ok: false; readonly issues: readonly IssueView[] };

const refused = (...issues: readonly Issue[]): DashboardReply => ({ ok: false, issues: issueViews(issues) });

function looked({ at, book }: DashboardDoor, viewer: Viewer, input: DashboardInput): DashboardView {
  const services = at(book);
  const rounds = shownRounds(services);
  // A round that is not offered is refused; only who has chosen none yet gets the newest.
  const roundId = input.roundId === '' ? (rounds[0]?.roundId ?? '') : input.roundId;
  const edition = roundId === '' ? null : editionFor(services, rounds, viewer, roundId);
  return dashboardView(viewer, rounds, edition, input);
}

function run(door: DashboardDoor, office: FleetOffice, input: DashboardInput): DashboardReply {
  const fleet = door.at(office.book);
  try {
    const found = viewerOf(door, office, input);
    const refusal = 'refusal' in found ? found.refusal : null;
    // Whoever shows nothing of ours leaves no row: anybody could fill the sheet. Of those let in, the opening is a row, not each look.
    if (refusal?.code !== 'dashboard.pass' && (refusal !== null || input.roundId === ''))
      logDashboard(fleet, input, refusal);
    return 'refusal' in found
      ? refused(found.refusal)
      : { ok: true, result: looked(door, found.viewer, input) };
  } catch (error) {
    if (error instanceof UnusableInput) return refused(...error.issues);
    const reason = error instanceof Error ? error.name : 'Error';
    fleet.log(`dashboard: ${reason}`);
    return refused(issue('rpc.failed', 'error', '', { params: { reason } }));
  }
}

/** Answers one call of the page. */
export function answerDashboard(door: DashboardDoor, input: unknown): DashboardReply {
  const { office, book } = door;
  if (office === null || book === '') return refused(issue('dashboard.closed', 'error', ''));
  const parsed = dashboardInputs.dashboard().safeParse(input);
  if (parsed.success) return run(door, office, parsed.data);
  const names = new Set(parsed.error.issues.map((one) => one.path.map(String).join('.')));
  return refused(
    ...[...names].map((name) =>
      issue('rpc.input', 'error', '', { params: { name: name === '' ? 'input' : name } }),
    ),
  );
}

/** Steps of the tests of 保存期間. */
import type { Input } from '../../addon/view/protocol.ts';
import { approve, ask, type Chamber } from './chamber.ts';

export function decide(
  chamber: Chamber,
  applicationId: string,
  action: Input<'decide'>['action'],
  reason = '見本の理由',
): void {
  const { version } = ask(chamber, 'application', { applicationId });
  ask(chamber, 'decide', { applicationId, version, action, reason, steps: [] });
}

export function exported(chamber: Chamber, result: 'imported' | null): void {
  const profile = { profileId: 'toas-provisional', kind: 'applications' } as const;
  const { hash } = ask(chamber, 'exportPreview', profile);
  const { batchId } = ask(chamber, 'exportCsv', { ...profile, hash });
  if (result !== null) ask(chamber, 'markBatch', { batchId, result, note: '' });
}

export function toMember(chamber: Chamber, applicationId: string): void {
  approve(chamber, applicationId);
  decide(chamber, applicationId, 'advance');
  decide(chamber, applicationId, 'advance');
}

/** Every text of sheets and forms, but for the mails that have gone and the file of the export. */
export function heldTexts(chamber: Chamber): string {
  const { spreadsheets, forms } = chamber.workspace.state;
  return JSON.stringify([spreadsheets, forms, chamber.workspace.state.properties]);
}

/** Methods of the office itself: roles, health check, hand-over, retention. A part of its own (`scripts/build/parts.ts`). */
import { saveRoles } from '../../apps-script/jobs/access/roles.ts';
import { letGo, takeOver } from '../../apps-script/jobs/hand-over/take-over.ts';
import { mend } from '../../apps-script/jobs/health/health.ts';
import { releaseJobs } from '../../apps-script/jobs/parts.ts';
import { isLinked } from '../../apps-script/jobs/release/standing.ts';
import { destroy } from '../../apps-script/jobs/retention/destroy.ts';
import { saveSettings } from '../../apps-script/jobs/save-settings.ts';
import { accessView } from '../view/access.ts';
import type { AccessOutputs } from '../view/access-protocol.ts';
import { handOverView } from '../view/hand-over.ts';
import { healthView } from '../view/health.ts';
import type { HealthOutputs } from '../view/health-protocol.ts';
import { attentionView, destructionRecords, officeSettings, operationsView } from '../view/office.ts';
import type { OfficeOutputs } from '../view/office-protocol.ts';
import { destructionPreview, destructionReport, retentionView, saveRetention } from '../view/retention.ts';
import type { RetentionOutputs } from '../view/retention-protocol.ts';
import type { MethodsOf } from './types.ts';

export const officeMethods: MethodsOf<
  keyof (AccessOutputs & HealthOutputs & RetentionOutputs & OfficeOutputs)
> = {
  access: (services) => accessView(services),
  saveAccess(services, input) {
    saveRoles(services, input.people);
    return accessView(services);
  },
  health: (services) => healthView(services),
  mend(services, input) {
    mend(services, input.id);
    return healthView(services);
  },
  handOver: (services) => handOverView(services),
  takeOver: (services) => handOverView(services, takeOver(services)),
  letGo: (services) => ({ removed: letGo(services) }),
  retention: (services) => retentionView(services),
  saveRetention(services, input) {
    saveRetention(services, input.rules);
    return retentionView(services);
  },
  destructionPreview: (services) => destructionPreview(services),
  attention(services) {
    if (isLinked(services)) releaseJobs().visited(services);
    return attentionView(services);
  },
  operations: (services) => operationsView(services),
  destructionRecords: (services) => destructionRecords(services),
  officeSettings: (services) => officeSettings(services),
  saveOfficeSettings(services, input) {
    saveSettings(services, input);
    return officeSettings(services);
  },
  destroy: (services, input) => destructionReport(destroy(services, input)),
};

/**
 * Which role each method needs: a method without a row does not compile. The dispatcher holds it for the sidebar, and whoever
 * answers an action of a card asks the same (`refusedCall`).
 */
import { refusalOf } from '../../apps-script/jobs/access/check.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import type { Role } from '../../shared/settings/roles.ts';
import type { Input, MethodName } from '../view/protocol.ts';

type Needed = { readonly [M in MethodName]: Role | ((input: Input<M>) => Role) };

const byAction = ({ action }: { readonly action: string }): Role =>
  action === 'approve' ? 'approve' : 'desk';

export const neededRoles: Needed = {
  overview: 'view',
  queue: 'view',
  application: 'view',
  jumpToRow: 'view',
  batches: 'view',
  register: 'view',
  answers: 'view',
  answer: 'view',
  findBusinesses: 'view',
  business: 'view',
  forms: 'view',
  formCard: 'view',
  gallery: 'view',
  updateHistory: 'view',
  access: 'view',
  health: 'view',
  handOver: 'view',
  retention: 'view',
  sender: 'view',
  attention: 'view',
  operations: 'view',
  destructionRecords: 'view',
  officeSettings: 'view',
  release: 'view',
  offers: 'view',
  rules: 'view',
  rulesTexts: 'view',
  attendance: 'view',
  surveys: 'view',
  survey: 'view',

  collect: 'desk',
  decide: byAction,
  correct: 'desk',
  cancelSubmission: 'desk',
  decideAnswer: byAction,
  enterAnswer: 'desk',
  judgeLedger: 'desk',
  enterAttendance: 'desk',
  markAttendance: 'desk',
  openRoll: 'desk',
  drawAttendance: 'desk',
  findSurveyPeople: 'desk',
  enterSurvey: 'desk',
  tabulateSurvey: 'desk',

  approveUnchanged: 'approve',

  // What goes out of the house and what comes back: CSV, mails, letters, the ledger.
  exportPreview: 'export',
  exportCsv: 'export',
  markBatch: 'export',
  setSubstitute: 'export',
  remakeBatch: 'export',
  ledgerFiles: 'export',
  uploadLedger: 'export',
  importPreview: 'export',
  importLedger: 'export',
  learnLayout: 'export',
  saveLayout: 'export',
  startRound: 'export',
  closeRound: 'export',
  sendPreview: 'export',
  send: 'export',
  makeLetters: 'export',
  surveyPeople: 'export',
  startSurvey: 'export',
  surveyMails: 'export',
  sendSurvey: 'export',
  holdSurvey: 'export',
  closeSurvey: 'export',

  setup: 'settings',
  confirmLayout: 'settings',
  takeOverSending: 'settings',
  renewSecret: 'settings',
  formPreview: 'settings',
  createForm: 'settings',
  updatePlan: 'settings',
  applyUpdate: 'settings',
  rollBack: 'settings',
  closeForm: 'settings',
  openForm: 'settings',
  formTerms: 'settings',
  changeTerms: 'settings',
  adoptPreview: 'settings',
  adopt: 'settings',
  capture: 'settings',
  saveAccess: 'settings',
  mend: 'settings',
  takeOver: 'settings',
  saveRetention: 'settings',
  saveOfficeSettings: 'settings',
  saveRelease: 'settings',
  connectRelease: 'settings',
  previewOffer: 'settings',
  sendOffer: 'settings',
  saveMeeting: 'settings',
  destructionPreview: 'settings',
  destroy: 'settings',
  rulesFiles: 'settings',
  makeRulesFolder: 'settings',
  chooseRulesFolder: 'settings',
  buildRules: 'settings',
  takeOverSurvey: 'settings',
  surveyDestruction: 'settings',
  destroySurvey: 'settings',
  // Its own triggers: whoever leaves may take them away.
  letGo: 'view',
};

/** Calls that change nothing although they need more than 閲覧; they leave no row in 操作記録. */
const looks: ReadonlySet<MethodName> = new Set([
  'exportPreview',
  'ledgerFiles',
  'importPreview',
  'learnLayout',
  'sendPreview',
  'formPreview',
  'updatePlan',
  'formTerms',
  'adoptPreview',
  'destructionPreview',
  'rulesFiles',
  'surveyPeople',
  'surveyMails',
  'findSurveyPeople',
  'surveyDestruction',
]);

/** Whether a call is written into 操作記録. */
export const isLogged = (method: MethodName): boolean =>
  method === 'letGo' || (neededRoles[method] !== 'view' && !looks.has(method));

export function neededRole<M extends MethodName>(method: M, input: Input<M>): Role {
  const needed: Role | ((input: Input<M>) => Role) = neededRoles[method];
  return typeof needed === 'function' ? needed(input) : needed;
}

/** Why the person at work may not make this call, null when nothing stands against it. */
export const refusedCall = <M extends MethodName>(
  services: Pick<Services, 'secrets' | 'workbook' | 'session'>,
  method: M,
  input: Input<M>,
): Issue | null => refusalOf(services, neededRole(method, input));

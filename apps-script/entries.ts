/**
 * Names of the functions that the platform calls by text: menus, triggers and the sidebar. `main.ts` assigns each
 * one to `global`; menus and triggers may name only these, so a renamed function is a compile error.
 */
export const entryNames = [
  'onOpen',
  'onInstall',
  'showSidebar',
  'showForms',
  'showOffice',
  'showRules',
  'showSurvey',
  'showAttendance',
  'collectNow',
  'rpc',
  'onFormSubmitted',
  'hourlyCatchUp',
  'cardHome',
  'cardMessage',
  'cardAction',
  'cardRefresh',
  'cardHelp',
  'cardWork',
  'doGet',
  'doPost',
  'consoleCall',
  'dashboardCall',
] as const;
export type EntryName = (typeof entryNames)[number];

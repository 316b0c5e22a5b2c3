/**
 * Every function that the platform may call, and nothing else: the build turns each assignment into a top-level
 * declaration. Nothing imports this file.
 */
import { loadPart } from 'cci:project';
import { cards } from '../addon/cards/part.ts';
import { hasWork } from '../addon/cards/pending.ts';
import type { World } from '../addon/cards/world.ts';
import { dispatch } from '../addon/rpc/dispatch.ts';
import { isScreenName } from '../addon/view/office-screens.ts';
import type { EntryName } from './entries.ts';
import { catchUp } from './jobs/catch-up.ts';
import { collect } from './jobs/collect.ts';
import { entry } from './services/entry.ts';
import { submittedForm } from './services/event.ts';
import { activeServices, cardDoors, common, servicesAt, servicesOfForm } from './services/index.ts';
import {
  buildMenu,
  notify,
  openForms,
  openOffice,
  openRules,
  openSidebar,
  openSurvey,
} from './services/ui.ts';

declare const global: { [name in EntryName]: (...args: never[]) => unknown };

/** AuthMode NONE: a menu, no other service (https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle). */
function onOpen(): void {
  buildMenu();
}

function onInstall(): void {
  buildMenu();
}

function showSidebar(): void {
  openSidebar();
}

function showForms(): void {
  openForms();
}

/** From the menu without a screen, from the sidebar with one. */
function showOffice(screen: unknown): void {
  openOffice(isScreenName(screen) ? screen : '');
}

function showAttendance(): void {
  openOffice('attendance');
}

function showRules(): void {
  openRules();
}

function showSurvey(): void {
  openSurvey();
}

function collectNow(): void {
  entry('collectNow', () => {
    const { added } = collect(activeServices());
    notify(added === 0 ? '新しい回答はありません。' : `${added} 件の回答を取り込みました。`);
  });
}

function rpc(method: unknown, input: unknown): unknown {
  return dispatch(activeServices(), method, input);
}

function onFormSubmitted(event: unknown): void {
  entry('onFormSubmitted', () => {
    const formId = submittedForm(event);
    const services = formId === null ? null : servicesOfForm(formId);
    if (services !== null) collect(services);
  });
}

const world: World = { ...common, ...cardDoors, at: servicesAt };

function cardWork(): void {
  entry('cardWork', () => cards().works(world, Date.now()));
}

function hourlyCatchUp(): void {
  try {
    entry('hourlyCatchUp', () => catchUp(common, servicesAt));
  } finally {
    if (hasWork(common.properties)) cardWork();
  }
}

function cardHome(event: unknown): unknown {
  return cards().home(world, event);
}

function cardMessage(event: unknown): unknown {
  return cards().message(world, event);
}

function cardAction(event: unknown): unknown {
  return cards().action(world, event);
}

function cardRefresh(event: unknown): unknown {
  return cards().refresh(world, event);
}

function cardHelp(event: unknown): unknown {
  return cards().help(world, event);
}

const webApp = () => loadPart('Release').web as typeof import('./services/web-app.ts');

function doGet(event: unknown): unknown {
  return webApp().answerGet(event);
}

function doPost(event: unknown): unknown {
  return webApp().answerPost(event);
}

/** Calls of JCCI's console, a page of the web app. */
function consoleCall(method: unknown, input: unknown): unknown {
  const { answerConsole } = loadPart('Release').console as typeof import('../addon/rpc/console.ts');
  return answerConsole(webApp().consoleDoor(), method, input);
}

/** Calls of the page 調査の結果, another page of the web app. */
function dashboardCall(input: unknown): unknown {
  const { dashboardDoor } = loadPart('Release').surveys as typeof import('./services/dashboard.ts');
  const { answerDashboard } = loadPart('Survey').dashboard as typeof import('../addon/rpc/dashboard.ts');
  return answerDashboard(dashboardDoor(), input);
}

global.onOpen = onOpen;
global.onInstall = onInstall;
global.showSidebar = showSidebar;
global.showForms = showForms;
global.showOffice = showOffice;
global.showAttendance = showAttendance;
global.showRules = showRules;
global.showSurvey = showSurvey;
global.collectNow = collectNow;
global.rpc = rpc;
global.onFormSubmitted = onFormSubmitted;
global.hourlyCatchUp = hourlyCatchUp;
global.cardHome = cardHome;
global.cardMessage = cardMessage;
global.cardAction = cardAction;
global.cardRefresh = cardRefresh;
global.cardHelp = cardHelp;
global.cardWork = cardWork;
global.doGet = doGet;
global.doPost = doPost;
global.consoleCall = consoleCall;
global.dashboardCall = dashboardCall;

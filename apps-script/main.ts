/**
 * Every function that the platform may call, and nothing else: the build turns each assignment into a top-level
 * declaration. Nothing imports this file.
 */
import { dispatch } from '../addon/rpc/dispatch.ts';
import { isScreenName } from '../addon/view/office-screens.ts';
import type { EntryName } from './entries.ts';
import { catchUp } from './jobs/catch-up.ts';
import { collect } from './jobs/collect.ts';
import { entry } from './services/entry.ts';
import { submittedForm } from './services/event.ts';
import { activeServices, common, servicesAt, servicesOfForm } from './services/index.ts';
import { buildMenu, notify, openForms, openOffice, openSidebar } from './services/ui.ts';

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

function hourlyCatchUp(): void {
  entry('hourlyCatchUp', () => catchUp(common, servicesAt));
}

global.onOpen = onOpen;
global.onInstall = onInstall;
global.showSidebar = showSidebar;
global.showForms = showForms;
global.showOffice = showOffice;
global.collectNow = collectNow;
global.rpc = rpc;
global.onFormSubmitted = onFormSubmitted;
global.hourlyCatchUp = hourlyCatchUp;

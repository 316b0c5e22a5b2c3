/** Runs first in every realm: sets up the globals of Apps Script, removes what the platform lacks, and gives the host its handles. */
import { call, connect } from './bridge-client.ts';
import { CardServiceFace, cardOutcome } from './card-service.ts';
import { ChartsFace } from './charts.ts';
import { DocumentAppFace } from './document-app.ts';
import { DriveAppFace, MIME_TYPES } from './drive.ts';
import { type EventData, makeEvent } from './events.ts';
import { expose, Face } from './face.ts';
import { FormAppFace } from './form-app.ts';
import { itemTable } from './form-items.ts';
import { HtmlServiceFace } from './html.ts';
import { GmailAppFace, MailAppFace } from './mail.ts';
import { installClock, installRandom } from './realm-date.ts';
import { ScriptAppFace } from './script-app.ts';
import * as small from './small-services.ts';
import { SpreadsheetAppFace } from './spreadsheet-app.ts';
import { formatLog } from './text.ts';
import { UrlFetchAppFace } from './url-fetch.ts';
import { UtilitiesFace } from './utilities.ts';
import { ContentServiceFace, webOutcome } from './web-app.ts';

/** Services of the platform that this emulator does not have: every use throws by name. */
const MISSING = [
  'CalendarApp',
  'SlidesApp',
  'ContactsApp',
  'DataStudioApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'SitesApp',
  'XmlService',
  'Browser',
];

/** Names a bare realm has and Apps Script lacks (https://developers.google.com/apps-script/guides/v8-runtime). */
const REMOVED = ['SharedArrayBuffer', 'Atomics'];

/** What the host keeps of a realm. */
export interface Handles {
  /** Leaves a call with JSON arguments (and an event first) to be started; its outcome goes to `done` as JSON. */
  prepare(
    fn: unknown,
    argsJson: string,
    eventJson: string,
    mode: string,
    done: (outcome: string) => void,
  ): void;
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: false });
}

function installConsole(): void {
  const print =
    (level: string) =>
    (...args: unknown[]): void => {
      call(
        'Logger.log',
        level === 'log' || level === 'info' ? formatLog(args) : `[${level}] ${formatLog(args)}`,
      );
    };
  const timers = new Map<string, number>();
  define('console', {
    log: print('log'),
    info: print('info'),
    warn: print('warn'),
    error: print('error'),
    debug: print('debug'),
    time: (label = 'default') => timers.set(label, Date.now()),
    timeEnd: (label = 'default') =>
      print('log')(`${label}: ${Date.now() - (timers.get(label) ?? Date.now())}ms`),
  });
}

function describe(error: unknown): { name: string; message: string; stack?: string } {
  if (error instanceof Error) {
    return {
      name: error.name,
      message: error.message,
      ...(error.stack === undefined ? {} : { stack: error.stack }),
    };
  }
  return { name: 'Error', message: String(error) };
}

/** `google.script.run` carries no Date and no function (https://developers.google.com/apps-script/guides/html/reference/run). */
function assertPlain(value: unknown, path: string): void {
  if (typeof value === 'function' || value instanceof Date || value instanceof Face) {
    throw new Error(
      `google.script.run で返せない値です: ${path}（${typeof value === 'function' ? '関数' : 'Date など'}）`,
    );
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) assertPlain(part, `${path}.${key}`);
}

export function start(bridge: (name: string, json: string) => string): Handles {
  connect(bridge);
  for (const name of REMOVED) Reflect.deleteProperty(globalThis, name);
  const { seed } = call('Session.info');
  installClock();
  installRandom(seed);
  installConsole();
  const services: Record<string, Face> = {
    SpreadsheetApp: new SpreadsheetAppFace(),
    Charts: new ChartsFace(),
    FormApp: new FormAppFace(),
    DocumentApp: new DocumentAppFace(),
    DriveApp: new DriveAppFace(),
    MailApp: new MailAppFace(),
    GmailApp: new GmailAppFace(),
    PropertiesService: new small.PropertiesServiceFace(),
    CacheService: new small.CacheServiceFace(),
    LockService: new small.LockServiceFace(),
    ScriptApp: new ScriptAppFace(),
    Session: new small.SessionFace(),
    Utilities: new UtilitiesFace(),
    HtmlService: new HtmlServiceFace(),
    CardService: new CardServiceFace(),
    ContentService: new ContentServiceFace(),
    UrlFetchApp: new UrlFetchAppFace(),
    Logger: new small.LoggerFace(),
  };
  for (const name of MISSING) services[name] = new small.MissingService(name);
  for (const [name, face] of Object.entries(services)) define(name, expose(face));
  define('MimeType', MIME_TYPES);
  return {
    prepare(fn, argsJson, eventJson, mode, done) {
      const finish = (value: unknown): void => {
        if (mode === 'rpc') assertPlain(value, '戻り値');
        const kept = mode === 'card' ? cardOutcome(value) : mode === 'web' ? webOutcome(value) : value;
        done(JSON.stringify({ ok: true, value: kept === undefined ? null : kept }));
      };
      const fail = (error: unknown): void => done(JSON.stringify({ ok: false, error: describe(error) }));
      const start = (): void => {
        try {
          if (typeof fn !== 'function') throw new Error('not a function');
          const args: unknown[] = JSON.parse(argsJson);
          if (eventJson !== '') args.unshift(eventOf(JSON.parse(eventJson)));
          const value: unknown = Reflect.apply(fn, undefined, args);
          if (value instanceof Promise) value.then(finish).catch(fail);
          else finish(value);
        } catch (error) {
          fail(error);
        }
      };
      define('__start', start);
    },
  };
}

function eventOf(data: EventData): object {
  if (data.kind !== 'form-submit') return makeEvent(data, null);
  const { response, items } = call('Event.response', data.formId, data.responseId);
  itemTable(data.formId).replace(items);
  return makeEvent(data, response);
}

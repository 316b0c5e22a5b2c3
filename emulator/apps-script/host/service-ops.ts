/** Operations of the small services: mail, properties, cache, locks, triggers, session, utilities, dialogs, HTML files. */
import { createHash, createHmac } from 'node:crypto';
import type { MenuView, ShownHtml } from '../../api.ts';
import { cacheGet, cachePut, cacheRemove } from '../../workspace/cache.ts';
import { holdsLock, releaseLock, takeLock } from '../../workspace/locks.ts';
import { type OutgoingMail, sendMail } from '../../workspace/mail.ts';
import { refuse } from '../../workspace/platform-error.ts';
import * as stores from '../../workspace/properties.ts';
import { remaining } from '../../workspace/quotas.ts';
import * as triggers from '../../workspace/triggers.ts';
import { decodeText, encodeText } from './charset.ts';
import type { Execution } from './execution.ts';
import { op } from './op.ts';

/** The store a script asked for; a document store needs a document. */
function address(execution: Execution, kind: stores.StoreAddress['kind']): stores.StoreAddress {
  if (kind === 'script') return { kind, owner: '' };
  if (kind === 'user') return { kind, owner: execution.user };
  return { kind, owner: execution.activeFile?.id ?? refuse('document properties are not available') };
}

function send(execution: Execution, mail: OutgoingMail): null {
  execution.sent.push(sendMail(execution.workspace, execution.user, mail));
  return null;
}

const ALGORITHMS: Record<string, string> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};
const algorithm = (name: string): string => ALGORITHMS[name] ?? refuse(`Unknown algorithm: ${name}`);
const decode = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** Waiting for a lock that another execution holds: nobody else can run meanwhile, so the time simply passes. */
function lock(execution: Execution, key: string, waitMs: number): boolean {
  if (takeLock(execution.workspace, key, execution.id)) return true;
  execution.spend(waitMs);
  return takeLock(execution.workspace, key, execution.id);
}

export const serviceOps = {
  'MailApp.sendEmail': op('MailApp', 'write', send),
  'GmailApp.sendEmail': op('GmailApp', 'write', send),
  'MailApp.getRemainingDailyQuota': op('MailApp', 'read', (execution) =>
    remaining(execution.workspace, execution.user, 'mailRecipients'),
  ),
  'Properties.getProperties': op(
    'PropertiesService',
    'read',
    (execution, kind: stores.StoreAddress['kind']) =>
      stores.readProperties(execution.workspace, address(execution, kind), execution.user),
  ),
  'Properties.setProperties': op(
    'PropertiesService',
    'write',
    (execution, kind: stores.StoreAddress['kind'], values: Record<string, string>, deleteOthers: boolean) => {
      stores.writeProperties(
        execution.workspace,
        address(execution, kind),
        values,
        deleteOthers,
        execution.user,
      );
      return null;
    },
  ),
  'Properties.deleteProperties': op(
    'PropertiesService',
    'write',
    (execution, kind: stores.StoreAddress['kind'], key: string | null) => {
      stores.deleteProperties(execution.workspace, address(execution, kind), key, execution.user);
      return null;
    },
  ),
  'Cache.get': op('CacheService', 'read', (execution, scope: string, keys: string[]) =>
    cacheGet(execution.workspace, scope, keys),
  ),
  'Cache.put': op(
    'CacheService',
    'write',
    (execution, scope: string, values: Record<string, string>, seconds: number | null) => {
      cachePut(execution.workspace, scope, values, seconds ?? undefined);
      return null;
    },
  ),
  'Cache.remove': op('CacheService', 'write', (execution, scope: string, keys: string[]) => {
    cacheRemove(execution.workspace, scope, keys);
    return null;
  }),
  'Lock.tryLock': op('LockService', 'write', lock),
  'Lock.waitLock': op('LockService', 'write', (execution, key: string, waitMs: number) => {
    if (!lock(execution, key, waitMs)) {
      refuse('Lock timeout: another process was holding the lock for too long.');
    }
    return null;
  }),
  'Lock.hasLock': op('LockService', 'read', (execution, key: string) =>
    holdsLock(execution.workspace, key, execution.id),
  ),
  'Lock.releaseLock': op('LockService', 'write', (execution, key: string) => {
    releaseLock(execution.workspace, key, execution.id);
    return null;
  }),
  'ScriptApp.getProjectTriggers': op('ScriptApp', 'read', (execution) =>
    triggers.ownTriggers(execution.workspace, execution.user),
  ),
  'ScriptApp.createTrigger': op(
    'ScriptApp',
    'write',
    (execution, wanted: Omit<triggers.NewTrigger, 'owner'>) =>
      triggers.addTrigger(execution.workspace, { ...wanted, owner: execution.user }),
  ),
  'ScriptApp.deleteTrigger': op('ScriptApp', 'write', (execution, id: string) => {
    triggers.deleteTrigger(execution.workspace, id, execution.user);
    return null;
  }),
  'Session.info': op('Session', 'free', (execution) => ({
    user: execution.user,
    owner: execution.owner,
    file: execution.activeFile,
    kind: execution.request.kind,
    seed: execution.workspace.state.seed,
    virtual: execution.workspace.options.clock === 'virtual',
  })),
  'Session.user': op(
    'Session',
    'free',
    (execution, email: string) => execution.workspace.state.users[email]?.name ?? '',
  ),
  'Utilities.now': op('Utilities', 'free', (execution) => execution.now()),
  'Utilities.sleep': op('Utilities', 'free', (execution, ms: number) => {
    execution.spend(ms);
    return null;
  }),
  'Utilities.getUuid': op('Utilities', 'free', (execution) => execution.workspace.newId('uuid')),
  'Utilities.digest': op('Utilities', 'free', (_execution, name: string, base64: string) =>
    createHash(algorithm(name)).update(decode(base64)).digest('base64'),
  ),
  'Utilities.hmac': op('Utilities', 'free', (_execution, name: string, base64: string, key: string) =>
    createHmac(algorithm(name), decode(key)).update(decode(base64)).digest('base64'),
  ),
  'Utilities.encode': op('Utilities', 'free', (_execution, text: string, charset: string) =>
    encodeText(text, charset),
  ),
  'Utilities.decode': op('Utilities', 'free', (_execution, base64: string, charset: string) =>
    decodeText(base64, charset),
  ),
  'Logger.log': op('Logger', 'free', (execution, line: string) => {
    execution.logs.push(line);
    return null;
  }),
  'Ui.menu': op('Ui', 'free', (execution, menu: MenuView) => {
    execution.ui.menus.push(menu);
    return null;
  }),
  'Ui.alert': op('Ui', 'write', (execution, message: string, buttons: string) => {
    execution.ui.alerts.push(message);
    return execution.dialogAnswers.shift() ?? (buttons.startsWith('YES') ? 'YES' : 'OK');
  }),
  'Ui.prompt': op('Ui', 'write', (execution, message: string) => {
    execution.ui.alerts.push(message);
    const text = execution.dialogAnswers.shift();
    return text === undefined ? { button: 'CANCEL', text: '' } : { button: 'OK', text };
  }),
  'Ui.show': op('Ui', 'write', (execution, shown: ShownHtml) => {
    execution.ui[shown.kind] = shown;
    return null;
  }),
  'HtmlService.file': op('HtmlService', 'read', (execution, name: string) => {
    const found = execution.bundle.html[name] ?? execution.bundle.html[name.replace(/\.html$/, '')];
    return found ?? refuse(`No HTML file named ${name} was found.`);
  }),
};

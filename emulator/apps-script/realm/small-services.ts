/** Properties, cache, locks, mail, session, logging: services without documents of their own. */
import { call } from './bridge-client.ts';
import { assertTypes, Face, signatureError } from './face.ts';
import { formatLog } from './text.ts';

class Properties extends Face {
  private readonly kind: 'script' | 'user' | 'document';

  constructor(kind: 'script' | 'user' | 'document') {
    super();
    this.kind = kind;
  }

  className_(): string {
    return 'Properties';
  }

  getProperty(key: string): string | null {
    const all = call('Properties.getProperties', this.kind);
    return Object.hasOwn(all, key) ? (all[key] ?? null) : null;
  }

  getProperties(): Record<string, string> {
    return call('Properties.getProperties', this.kind);
  }

  getKeys(): string[] {
    return Object.keys(this.getProperties());
  }

  setProperty(key: string, value: unknown): Properties {
    if (typeof key !== 'string' || value === undefined || value === null) {
      throw signatureError('PropertiesService.Properties', 'setProperty', [key, value]);
    }
    call('Properties.setProperties', this.kind, { [key]: String(value) }, false);
    return this;
  }

  setProperties(values: Record<string, unknown>, deleteAllOthers = false): Properties {
    const texts: Record<string, string> = {};
    for (const [key, value] of Object.entries(values)) texts[key] = String(value);
    call('Properties.setProperties', this.kind, texts, deleteAllOthers);
    return this;
  }

  deleteProperty(key: string): Properties {
    call('Properties.deleteProperties', this.kind, key);
    return this;
  }

  deleteAllProperties(): Properties {
    call('Properties.deleteProperties', this.kind, null);
    return this;
  }
}

export class PropertiesServiceFace extends Face {
  className_(): string {
    return 'PropertiesService';
  }

  getScriptProperties(): Properties {
    return new Properties('script');
  }

  getUserProperties(): Properties {
    return new Properties('user');
  }

  getDocumentProperties(): Properties | null {
    return call('Session.info').file === null ? null : new Properties('document');
  }
}

class Cache extends Face {
  private readonly scope: string;

  constructor(scope: string) {
    super();
    this.scope = scope;
  }

  className_(): string {
    return 'Cache';
  }

  get(key: string): string | null {
    return call('Cache.get', this.scope, [key])[key] ?? null;
  }

  getAll(keys: string[]): Record<string, string> {
    return call('Cache.get', this.scope, keys);
  }

  put(key: string, value: string, expirationInSeconds?: number): void {
    assertTypes('CacheService.Cache', 'put', [key, value], 'string', 'string');
    call('Cache.put', this.scope, { [key]: value }, expirationInSeconds ?? null);
  }

  putAll(values: Record<string, string>, expirationInSeconds?: number): void {
    call('Cache.put', this.scope, values, expirationInSeconds ?? null);
  }

  remove(key: string): void {
    call('Cache.remove', this.scope, [key]);
  }

  removeAll(keys: string[]): void {
    call('Cache.remove', this.scope, keys);
  }
}

export class CacheServiceFace extends Face {
  className_(): string {
    return 'CacheService';
  }

  getScriptCache(): Cache {
    return new Cache('script');
  }

  getUserCache(): Cache {
    return new Cache(`user:${call('Session.info').user}`);
  }

  getDocumentCache(): Cache | null {
    const { file } = call('Session.info');
    return file === null ? null : new Cache(`document:${file.id}`);
  }
}

class Lock extends Face {
  private readonly key: string;

  constructor(key: string) {
    super();
    this.key = key;
  }

  className_(): string {
    return 'Lock';
  }

  tryLock(timeoutInMillis: number): boolean {
    assertTypes('LockService.Lock', 'tryLock', [timeoutInMillis], 'number');
    return call('Lock.tryLock', this.key, timeoutInMillis);
  }

  waitLock(timeoutInMillis: number): void {
    assertTypes('LockService.Lock', 'waitLock', [timeoutInMillis], 'number');
    call('Lock.waitLock', this.key, timeoutInMillis);
  }

  hasLock(): boolean {
    return call('Lock.hasLock', this.key);
  }

  releaseLock(): void {
    call('Lock.releaseLock', this.key);
  }
}

export class LockServiceFace extends Face {
  className_(): string {
    return 'LockService';
  }

  getScriptLock(): Lock {
    return new Lock('script');
  }

  getUserLock(): Lock {
    return new Lock(`user:${call('Session.info').user}`);
  }

  /** Null outside a document. */
  getDocumentLock(): Lock | null {
    const { file } = call('Session.info');
    return file === null ? null : new Lock(`document:${file.id}`);
  }
}

export class User extends Face {
  private readonly email: string;
  readonly text_: string;

  constructor(email: string) {
    super();
    this.email = email;
    this.text_ = email;
  }

  className_(): string {
    return 'User';
  }

  getEmail(): string {
    return this.email;
  }

  getName(): string {
    return call('Session.user', this.email);
  }
}

export class SessionFace extends Face {
  className_(): string {
    return 'Session';
  }

  getActiveUser(): User {
    return new User(call('Session.info').user);
  }

  getEffectiveUser(): User {
    return new User(call('Session.info').user);
  }

  getScriptTimeZone(): string {
    return 'Asia/Tokyo';
  }

  getActiveUserLocale(): string {
    return 'ja';
  }

  getTemporaryActiveUserKey(): string {
    return `key-${call('Session.info').user}`;
  }
}

export class LoggerFace extends Face {
  private lines: string[] = [];

  className_(): string {
    return 'Logger';
  }

  log(...args: unknown[]): LoggerFace {
    const line = formatLog(args);
    this.lines.push(line);
    call('Logger.log', line);
    return this;
  }

  getLog(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }

  clear(): void {
    this.lines = [];
  }
}

/** A service that exists on the platform and not here: any member throws by name. */
export class MissingService extends Face {
  private readonly label: string;

  constructor(name: string) {
    super();
    this.label = name;
  }

  className_(): string {
    return this.label;
  }
}

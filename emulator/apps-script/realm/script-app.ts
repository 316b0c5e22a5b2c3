/** `ScriptApp`: triggers and facts about the script (https://developers.google.com/apps-script/reference/script/script-app). */
import type { TriggerState } from '../../workspace/model.ts';
import { call } from './bridge-client.ts';
import { EnumGroup } from './enums.ts';
import { Face, notImplemented, refusal } from './face.ts';

const EVENT_TYPES = new EnumGroup('EventType', [
  'ON_OPEN',
  'ON_EDIT',
  'ON_CHANGE',
  'ON_FORM_SUBMIT',
  'CLOCK',
]);
const SOURCES = new EnumGroup('TriggerSource', ['SPREADSHEETS', 'FORMS', 'DOCUMENTS', 'CALENDAR', 'CLOCK']);
const WEEK_DAYS = new EnumGroup('WeekDay', [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
]);

export class Trigger extends Face {
  private readonly state: TriggerState;

  constructor(state: TriggerState) {
    super();
    this.state = state;
  }

  className_(): string {
    return 'Trigger';
  }

  getUniqueId(): string {
    return this.state.id;
  }

  getHandlerFunction(): string {
    return this.state.handler;
  }

  getEventType(): unknown {
    return EVENT_TYPES.of_(this.state.eventType);
  }

  getTriggerSource(): unknown {
    return SOURCES.of_(this.state.source);
  }

  getTriggerSourceId(): string | null {
    return this.state.source === 'CLOCK' ? null : this.state.sourceId;
  }
}

type Wanted = Parameters<typeof make>[0];

function make(
  wanted: Omit<TriggerState, 'id' | 'owner' | 'enabled' | 'clock'> & {
    clock?: Omit<NonNullable<TriggerState['clock']>, 'nextAt'>;
  },
): Trigger {
  return new Trigger(call('ScriptApp.createTrigger', wanted));
}

/** Builder of a trigger on a file: which events it offers depends on the kind of file. */
class FileTriggerBuilder extends Face {
  private readonly label: string;
  private readonly wanted: Wanted;
  private chosen = false;

  constructor(label: string, wanted: Wanted) {
    super();
    this.label = label;
    this.wanted = wanted;
  }

  className_(): string {
    return this.label;
  }

  private on(eventType: TriggerState['eventType']): FileTriggerBuilder {
    this.wanted.eventType = eventType;
    this.chosen = true;
    return this;
  }

  onFormSubmit(): FileTriggerBuilder {
    return this.on('ON_FORM_SUBMIT');
  }

  onOpen(): FileTriggerBuilder {
    return this.on('ON_OPEN');
  }

  onEdit(): FileTriggerBuilder {
    if (this.wanted.source === 'FORMS') throw notImplemented(this.label, 'onEdit');
    return this.on('ON_EDIT');
  }

  onChange(): FileTriggerBuilder {
    if (this.wanted.source === 'FORMS') throw notImplemented(this.label, 'onChange');
    return this.on('ON_CHANGE');
  }

  create(): Trigger {
    if (!this.chosen) throw refusal('The trigger has no event type.');
    return make(this.wanted);
  }
}

function oneOf(value: number, allowed: readonly number[], what: string): number {
  if (!allowed.includes(value)) throw refusal(`${what} must be one of ${allowed.join(', ')}.`);
  return value;
}

class ClockTriggerBuilder extends Face {
  private readonly handler: string;
  private clock: NonNullable<Wanted['clock']> = {};

  constructor(handler: string) {
    super();
    this.handler = handler;
  }

  className_(): string {
    return 'ClockTriggerBuilder';
  }

  everyMinutes(n: number): ClockTriggerBuilder {
    this.clock.everyMinutes = oneOf(n, [1, 5, 10, 15, 30], 'everyMinutes');
    return this;
  }

  everyHours(n: number): ClockTriggerBuilder {
    this.clock.everyHours = oneOf(n, [1, 2, 4, 6, 8, 12], 'everyHours');
    return this;
  }

  everyDays(n: number): ClockTriggerBuilder {
    this.clock.everyDays = n;
    return this;
  }

  atHour(hour: number): ClockTriggerBuilder {
    this.clock.atHour = hour;
    return this;
  }

  inTimezone(zone: string): ClockTriggerBuilder {
    if (zone !== 'Asia/Tokyo') throw refusal(`時間帯 ${zone} はエミュレーターにありません。`);
    return this;
  }

  at(date: Date): ClockTriggerBuilder {
    this.clock.at = date.getTime();
    return this;
  }

  after(milliseconds: number): ClockTriggerBuilder {
    this.clock.at = Date.now() + milliseconds;
    return this;
  }

  create(): Trigger {
    if (Object.keys(this.clock).length === 0) throw refusal('The trigger has no schedule.');
    return make({
      handler: this.handler,
      eventType: 'CLOCK',
      source: 'CLOCK',
      sourceId: '',
      clock: this.clock,
    });
  }
}

function idOf(file: unknown): string {
  if (typeof file === 'string') return file;
  if (file instanceof Face && 'getId' in file && typeof file.getId === 'function')
    return String(file.getId());
  throw refusal('Invalid argument: key');
}

class TriggerBuilder extends Face {
  private readonly handler: string;

  constructor(handler: string) {
    super();
    this.handler = handler;
  }

  className_(): string {
    return 'TriggerBuilder';
  }

  forForm(form: unknown): FileTriggerBuilder {
    const sourceId = idOf(form);
    call('FormApp.openById', sourceId);
    return new FileTriggerBuilder('FormTriggerBuilder', {
      handler: this.handler,
      eventType: 'ON_FORM_SUBMIT',
      source: 'FORMS',
      sourceId,
    });
  }

  forSpreadsheet(book: unknown): FileTriggerBuilder {
    const sourceId = idOf(book);
    call('SpreadsheetApp.openById', sourceId);
    return new FileTriggerBuilder('SpreadsheetTriggerBuilder', {
      handler: this.handler,
      eventType: 'ON_OPEN',
      source: 'SPREADSHEETS',
      sourceId,
    });
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.handler);
  }
}

class ScriptService extends Face {
  className_(): string {
    return 'Service';
  }

  getUrl(): string | null {
    return null;
  }

  isEnabled(): boolean {
    return false;
  }
}

class AuthorizationInfo extends Face {
  className_(): string {
    return 'AuthorizationInfo';
  }

  getAuthorizationStatus(): unknown {
    return AUTHORIZATION.of_('NOT_REQUIRED');
  }

  getAuthorizationUrl(): string | null {
    return null;
  }
}

const AUTHORIZATION = new EnumGroup('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
export const AUTH_MODES = new EnumGroup('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);

export class ScriptAppFace extends Face {
  readonly AuthMode = AUTH_MODES;
  readonly AuthorizationStatus = AUTHORIZATION;
  readonly EventType = EVENT_TYPES;
  readonly TriggerSource = SOURCES;
  readonly WeekDay = WEEK_DAYS;

  className_(): string {
    return 'ScriptApp';
  }

  newTrigger(handler: string): TriggerBuilder {
    return new TriggerBuilder(handler);
  }

  getProjectTriggers(): Trigger[] {
    return call('ScriptApp.getProjectTriggers').map((state) => new Trigger(state));
  }

  getUserTriggers(file: Face): Trigger[] {
    const id = idOf(file);
    return call('ScriptApp.getProjectTriggers')
      .filter((state) => state.sourceId === id)
      .map((state) => new Trigger(state));
  }

  deleteTrigger(trigger: Trigger): void {
    call('ScriptApp.deleteTrigger', trigger.getUniqueId());
  }

  getScriptId(): string {
    return 'emulated-script';
  }

  getService(): ScriptService {
    return new ScriptService();
  }

  getAuthorizationInfo(_mode: unknown): AuthorizationInfo {
    return new AuthorizationInfo();
  }
}

/** A chamber of the simulation: its workbook, forms, accounts and triggers, and the services that the product's jobs work with. */
import type { Services, WantedTrigger } from '../../../apps-script/jobs/port.ts';
import type { ListedChamber } from '../../../shared/release/rings.ts';
import type { MemoryBook } from './memory-book.ts';
import type { MemoryForms } from './memory-forms.ts';
import type { Random, Weather } from './weather.ts';

/** What the simulation has of the world outside: time, and JCCI. */
export interface Outside {
  now(): number;
  read(address: string): string | null;
  post(address: string, text: string): string | null;
}

/** A service that no job of a release asks for: a call is a mistake of the simulation. */
function absent<T extends object>(name: string): T {
  return new Proxy({} as T, {
    get: (_target, method) => () => {
      throw new Error(`${name}.${String(method)} is not simulated`);
    },
  });
}

export class Chamber {
  readonly listed: ListedChamber;
  readonly book: MemoryBook;
  readonly forms: MemoryForms;
  readonly secrets = new Map<string, string>();
  readonly properties = new Map<string, string>();
  /** Accounts that have an hourly trigger; one that has left runs no more. */
  readonly hourly = new Set<string>();
  readonly left = new Set<string>();
  readonly mails: string[] = [];
  /** Fetches of the present day by account. */
  fetches = 0;
  mostFetches = 0;
  /** Calls that the agent made in all, and runs. */
  agentCalls = 0;
  agentRuns = 0;
  readonly weather: Weather;
  user: string;
  readonly #outside: Outside;
  readonly #random: Random;

  constructor(
    listed: ListedChamber,
    book: MemoryBook,
    forms: MemoryForms,
    user: string,
    weather: Weather,
    random: Random,
    outside: Outside,
  ) {
    this.listed = listed;
    this.book = book;
    this.forms = forms;
    this.user = user;
    this.weather = weather;
    this.#random = random;
    this.#outside = outside;
  }

  #fetch<T>(carryOut: () => T): T | null {
    this.fetches += 1;
    this.mostFetches = Math.max(this.mostFetches, this.fetches);
    try {
      return this.weather.call('UrlFetch.fetch', carryOut);
    } catch (error) {
      // The service gives null for whatever goes wrong on the way; the end of an execution is no error of the service.
      if (error instanceof Error && error.name === 'Stopped') throw error;
      return null;
    }
  }

  /** Services of an execution of this account. */
  services(user = this.user): Services {
    const { weather } = this;
    const store = (map: Map<string, string>) => ({
      get: (key: string): string | null => map.get(key) ?? null,
      set: (key: string, value: string): void => {
        map.set(key, value);
      },
    });
    return {
      workbook: weather.over('Workbook', this.book),
      forms: weather.over('Forms', this.forms),
      secrets: weather.over('Secrets', store(this.secrets)),
      properties: weather.over('Properties', store(this.properties)),
      releases: {
        read: (address) => this.#fetch(() => this.#outside.read(address)),
        post: (address, text) => this.#fetch(() => this.#outside.post(address, text)),
      },
      mail: {
        send: (mail) => weather.call('Mail.send', () => void this.mails.push(mail.subject)),
        remaining: () => 1500 - this.mails.length,
      },
      triggers: {
        ensure: (wanted: readonly WantedTrigger[]) =>
          weather.call('Triggers.ensure', () => {
            const hourly = wanted.filter(({ kind }) => kind === 'hourly');
            if (hourly.length > 0) this.hourly.add(user);
            return hourly.length;
          }),
      },
      random: () => Array.from({ length: 32 }, () => Math.floor(this.#random() * 16).toString(16)).join(''),
      clock: { now: () => this.#outside.now(), wait: () => undefined },
      session: { user: () => user },
      withLock: (work) => work(),
      log: () => undefined,
      responses: absent('Responses'),
      drive: absent('Drive'),
      letters: absent('Letters'),
      office: {
        ...absent<Services['office']>('Office'),
        triggers: () =>
          [...this.hourly]
            .filter((one) => one === user)
            .map((id) => ({ id, handler: 'hourlyCatchUp', formId: '' })),
        authorisation: () => ({ isMissing: false, url: '' }),
        scriptZone: () => 'Asia/Tokyo',
        bookZone: () => 'Asia/Tokyo',
        fileOwner: () => this.user,
        responseTimes: () => new Map(),
        linkedRows: () => null,
      },
      ruleFiles: absent('RuleFiles'),
      surveyOutput: absent('SurveyOutput'),
    };
  }
}

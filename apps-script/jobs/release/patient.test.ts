import { describe, expect, it } from 'vitest';
import { isPlatformTrouble } from '../platform-trouble.ts';
import type { Row, Services, Table, Workbook } from '../port.ts';
import { patient } from './patient.ts';

const serverError = "We're sorry, a server error occurred. Please wait a bit and try again.";

const errorOf = (message: string, name = 'Exception'): Error => Object.assign(new Error(message), { name });

const table: Table = { name: '見本', columns: [{ header: '項目', width: 100 }] };
const rows: readonly Row[] = [{ at: 2, cells: { 項目: '見本' } }];
const mail = { to: 'clerk@mihon-cci.example', subject: '', body: '', html: '', senderName: '', replyTo: '' };

/** Services of which every call breaks with these errors, one after another, before it goes well. */
function breaking(...errors: readonly Error[]) {
  const made: string[] = [];
  const waited: number[] = [];
  const call =
    (name: string, result?: unknown) =>
    (...given: readonly unknown[]): unknown => {
      const error = errors[made.length];
      made.push([name, ...given.filter((one) => typeof one === 'string')].join(' '));
      if (error !== undefined) throw error;
      return result;
    };
  const properties = { get: call('get', 'value'), set: call('set') };
  const given = {
    workbook: {
      read: call('read', rows),
      put: call('put'),
      update: call('update'),
      replace: call('replace'),
      append: call('append'),
      addRow: call('addRow'),
    },
    forms: { look: call('look', null), apply: call('apply'), create: call('create') },
    mail: { send: call('send') },
    office: { triggers: call('triggers', []), deleteResponses: call('deleteResponses') },
    properties,
    secrets: properties,
    clock: { now: () => 0, wait: (milliseconds: number) => waited.push(milliseconds) },
  };
  return { services: patient(given as unknown as Services), made, waited };
}

type Case = readonly [name: string, call: (services: Services) => unknown];

const twice = [errorOf(serverError), errorOf(serverError)];

describe('what may be asked twice', () => {
  const cases: readonly Case[] = [
    ['read', ({ workbook }) => workbook.read(table)],
    ['put', ({ workbook }) => workbook.put(table, new Map())],
    ['update', ({ workbook }) => workbook.update(table, rows, new Map())],
    ['replace', ({ workbook }) => workbook.replace(table, [])],
    ['look', ({ forms }) => forms.look('')],
    ['triggers', ({ office }) => office.triggers()],
    ['get', ({ properties }) => properties.get('')],
    ['set', ({ properties }) => properties.set('', '')],
    ['get', ({ secrets }) => secrets.get('')],
    ['set', ({ secrets }) => secrets.set('', '')],
  ];
  it.each(cases)('%s__broken_twice_by_the_platform__is_made_again_after_growing_waits', (name, call) => {
    const { services, made, waited } = breaking(...twice);
    call(services);
    expect(made.map((one) => one.trim())).toEqual([name, name, name]);
    expect(waited).toEqual([1000, 4000]);
  });

  it('broken_once__its_answer_is_given_after_one_wait', () => {
    const { services, waited } = breaking(errorOf(serverError));
    expect(services.workbook.read(table)).toBe(rows);
    expect(waited).toEqual([1000]);
  });

  it('made_again__is_given_the_same_once_more', () => {
    const { services, made } = breaking(errorOf(serverError));
    services.properties.set('key', 'value');
    expect(made).toEqual(['set key value', 'set key value']);
  });

  it('broken_three_times__is_thrown', () => {
    const last = errorOf(serverError);
    const { services, made, waited } = breaking(...twice, last);
    expect(() => services.workbook.read(table)).toThrow(last);
    expect(made).toHaveLength(3);
    expect(waited).toEqual([1000, 4000]);
  });

  it('refused_when_made_again__is_thrown_at_once', () => {
    const refusal = errorOf('Invalid argument: range');
    const { services, waited } = breaking(errorOf(serverError), refusal);
    expect(() => services.workbook.read(table)).toThrow(refusal);
    expect(waited).toEqual([1000]);
  });

  it('not_broken__waits_for_nothing', () => {
    const { services, made, waited } = breaking();
    expect(services.workbook.read(table)).toBe(rows);
    expect(made).toEqual(['read']);
    expect(waited).toEqual([]);
  });
});

describe('what may not be made twice', () => {
  const cases: readonly Case[] = [
    ['append', ({ workbook }) => workbook.append(table, [])],
    ['addRow', ({ workbook }) => workbook.addRow(table, {})],
    ['apply', ({ forms }) => forms.apply('', [])],
    ['create', ({ forms }) => forms.create('')],
    ['deleteResponses', ({ office }) => office.deleteResponses('', [])],
    ['send', ({ mail: post }) => post.send(mail)],
  ];
  it.each(cases)('%s__broken_by_the_platform__is_thrown_at_once', (name, call) => {
    const error = errorOf(serverError);
    const { services, made, waited } = breaking(error);
    expect(() => call(services)).toThrow(error);
    expect(made.map((one) => one.split(' ')[0])).toEqual([name]);
    expect(waited).toEqual([]);
  });
});

describe('trouble of the platform', () => {
  it.each([
    serverError,
    'Service Spreadsheets timed out while accessing document with id mihon.',
    'Service invoked too many times for one day: premium properties.',
    'Service unavailable: Forms',
    'An internal error has occurred.',
    'Exceeded maximum execution time',
  ])('%s', (message) => {
    expect(isPlatformTrouble(errorOf(message))).toBe(true);
  });

  const others = [
    ['another_message', errorOf('Invalid argument: item')],
    ['another_name', errorOf(serverError, 'TypeError')],
  ] as const;
  it.each(others)('%s__is_none__thrown_at_once', (_name, error) => {
    const { services, made, waited } = breaking(error);
    expect(() => services.workbook.read(table)).toThrow(error);
    expect(made).toEqual(['read']);
    expect(waited).toEqual([]);
  });

  it('no_error_at_all__is_none', () => {
    expect(isPlatformTrouble(serverError)).toBe(false);
  });
});

describe('the services themselves', () => {
  it('loaded_when_asked_for__not_before', () => {
    const loaded: string[] = [];
    const given = {
      workbook: {},
      forms: {},
      properties: {},
      secrets: {},
      get office() {
        loaded.push('office');
        return { scriptZone: () => 'Asia/Tokyo' };
      },
      get releases() {
        loaded.push('releases');
        return {};
      },
    };
    const services = patient(given as unknown as Services);
    expect(loaded).toEqual([]);
    expect(services.office.scriptZone()).toBe('Asia/Tokyo');
    expect(loaded).toEqual(['office']);
  });

  it('private_fields_and_methods_of_their_own__still_work', () => {
    class Book implements Pick<Workbook, 'id' | 'url' | 'title' | 'append' | 'read'> {
      #rows: readonly Row[] = [];
      readonly #id = 'mihon';
      get id(): string {
        return this.#id;
      }
      url(): string {
        return `https://mihon.example/${this.#id}`;
      }
      title(): string {
        return `見本 ${this.url()}`;
      }
      append(): void {
        this.#rows = [...this.#rows, ...rows];
      }
      read(): readonly Row[] {
        return this.#rows;
      }
    }
    const given = { workbook: new Book(), forms: {}, properties: {}, secrets: {} };
    const { workbook } = patient(given as unknown as Services);
    workbook.append(table, []);
    expect(workbook.read(table)).toEqual(rows);
    expect(workbook.title()).toBe('見本 https://mihon.example/mihon');
    expect(workbook.id).toBe('mihon');
  });
});

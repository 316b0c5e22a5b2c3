import { describe, expect, it } from 'vitest';
import { readEvent } from './event.ts';

describe('readEvent', () => {
  it('press__parameters_and_fields_are_read', () => {
    const event = readEvent({
      commonEventObject: {
        hostApp: 'SHEETS',
        parameters: { do: 'queue', page: '3' },
        formInputs: {
          reason: { stringInputs: { value: ['見本'] } },
          date: { dateInput: { msSinceEpoch: String(Date.UTC(2026, 10, 24)) } },
        },
      },
      sheets: { addonHasFileScopePermission: true, id: 'book', title: '見本' },
    });
    expect([event.host, event.sheetId, event.text('do'), event.number('page')]).toEqual([
      'SHEETS',
      'book',
      'queue',
      3,
    ]);
    expect([event.typed('reason'), event.day('date'), event.has('page'), event.has('id')]).toEqual([
      '見本',
      '2026-11-24',
      true,
      false,
    ]);
  });

  it('file_that_was_not_opened__has_no_id', () => {
    expect(readEvent({ sheets: { addonHasFileScopePermission: false, id: 'book' } }).sheetId).toBe('');
  });

  it.each([
    [null],
    [7],
    ['x'],
    [[]],
    [{ commonEventObject: 1, sheets: [], gmail: '' }],
    [{ commonEventObject: {} }],
  ])('anything_else__%j__counts_as_nothing', (given) => {
    const event = readEvent(given);
    expect([event.host, event.sheetId, event.message]).toEqual(['', '', null]);
    for (const name of ['do', '__proto__', 'constructor', 'toString']) {
      expect([event.text(name), event.typed(name), event.day(name), event.number(name)]).toEqual([
        '',
        '',
        '',
        0,
      ]);
    }
  });

  it.each([['-1'], ['1.5'], ['1e99'], ['NaN'], ['９']])('number__%s__is_0', (page) => {
    expect(readEvent({ commonEventObject: { parameters: { page } } }).number('page')).toBe(0);
  });
});

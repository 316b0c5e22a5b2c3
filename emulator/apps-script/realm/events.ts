/** Event objects that triggers receive (https://developers.google.com/apps-script/guides/triggers/events). */
import type { Rect } from '../../workspace/a1.ts';
import type { WebEvent } from '../../workspace/web.ts';
import type { ResponseInfo } from '../host/form-ops.ts';
import { call } from './bridge-client.ts';
import { expose } from './face.ts';
import { Form } from './form-app.ts';
import { FormResponse } from './form-responses.ts';
import { Range } from './range.ts';
import { AUTH_MODES } from './script-app.ts';
import { User } from './small-services.ts';
import { Spreadsheet } from './spreadsheet.ts';

/** An event as plain data; the objects in it are made in the realm. */
export type EventData =
  | { kind: 'form-submit'; formId: string; responseId: string; triggerUid: string }
  | {
      kind: 'sheet-submit';
      bookId: string;
      sheetId: number;
      rect: Rect;
      titles: string[];
      triggerUid: string;
    }
  | { kind: 'open'; type: 'spreadsheet' | 'form'; id: string; user: string; triggerUid: string }
  | {
      kind: 'edit';
      bookId: string;
      sheetId: number;
      rect: Rect;
      value: string | null;
      oldValue: string | null;
      user: string;
      triggerUid: string;
    }
  | { kind: 'clock'; at: number; triggerUid: string }
  | ({ kind: 'web'; triggerUid: string } & WebEvent);

const full = (): object => expose(AUTH_MODES.of_('FULL'));
const simple = (triggerUid: string): object => expose(AUTH_MODES.of_(triggerUid === '' ? 'LIMITED' : 'FULL'));

function source(type: 'spreadsheet' | 'form', id: string): object {
  return type === 'form' ? expose(new Form(id)) : expose(new Spreadsheet(id));
}

/** The event object for one run. */
export function makeEvent(data: EventData, response: ResponseInfo | null): object {
  const uid = data.triggerUid === '' ? {} : { triggerUid: data.triggerUid };
  switch (data.kind) {
    case 'form-submit':
      return {
        authMode: full(),
        source: source('form', data.formId),
        response: expose(new FormResponse(data.formId, response)),
        ...uid,
      };
    case 'sheet-submit': {
      const range = new Range(data.bookId, data.sheetId, data.rect);
      const values = call('Range.getDisplayValues', data.bookId, data.sheetId, data.rect)[0] ?? [];
      const namedValues: Record<string, string[]> = {};
      data.titles.forEach((title, index) => {
        namedValues[title] = [...(namedValues[title] ?? []), values[index] ?? ''];
      });
      return {
        authMode: full(),
        source: source('spreadsheet', data.bookId),
        range: expose(range),
        values,
        namedValues,
        ...uid,
      };
    }
    case 'open':
      return {
        authMode: simple(data.triggerUid),
        source: source(data.type, data.id),
        user: expose(new User(data.user)),
        ...uid,
      };
    case 'edit':
      return {
        authMode: simple(data.triggerUid),
        source: source('spreadsheet', data.bookId),
        range: expose(new Range(data.bookId, data.sheetId, data.rect)),
        user: expose(new User(data.user)),
        ...(data.value === null ? {} : { value: data.value }),
        ...(data.oldValue === null ? {} : { oldValue: data.oldValue }),
        ...uid,
      };
    case 'web': {
      const { kind: _kind, triggerUid: _uid, ...event } = data;
      return event;
    }
    case 'clock': {
      const at = new Date(data.at);
      return {
        authMode: full(),
        year: at.getUTCFullYear(),
        month: at.getUTCMonth() + 1,
        'day-of-month': at.getUTCDate(),
        'day-of-week': at.getUTCDay() || 7,
        'week-of-year': Math.ceil(
          ((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7,
        ),
        hour: at.getUTCHours(),
        minute: at.getUTCMinutes(),
        second: at.getUTCSeconds(),
        timezone: 'UTC',
        ...uid,
      };
    }
  }
}

/** Event objects of add-ons (https://developers.google.com/workspace/add-ons/concepts/event-objects). The old Gmail fields, which are deprecated, are left out. */
import { tokenOf } from '../../apps-script/host/mail-ops.ts';
import type { DriveFile, WorkspaceState } from '../../workspace/model.ts';
import type { Addon, HostName } from './manifest.ts';
import type { FormInputs, Parameter } from './model.ts';

/** Where the panel stands: the open sheet, the selected items of Drive, the open message. */
export interface Place {
  readonly host: HostName;
  readonly user: string;
  readonly file?: string;
  readonly items?: readonly string[];
  readonly message?: string;
}

export const isGranted = (state: WorkspaceState, user: string, file: string): boolean =>
  state.fileGrants?.[user]?.includes(file) === true;

function item(state: WorkspaceState, user: string, file: DriveFile): object {
  return {
    addonHasFileScopePermission: isGranted(state, user, file.id),
    iconUrl: `https://drive-thirdparty.googleusercontent.com/16/type/${file.mimeType}`,
    id: file.id,
    mimeType: file.mimeType,
    title: file.name,
  };
}

/** Id and title only once the file was opened to the add-on by this user. */
function sheets(state: WorkspaceState, { user, file }: Place): object {
  const found = file === undefined ? undefined : state.files[file];
  if (!found || !isGranted(state, user, found.id)) return { addonHasFileScopePermission: false };
  return { addonHasFileScopePermission: true, id: found.id, title: found.name };
}

function drive(state: WorkspaceState, { user, items }: Place): object {
  const chosen = (items ?? []).flatMap((id) => {
    const file = state.files[id];
    return file ? [item(state, user, file)] : [];
  });
  const last = chosen[chosen.length - 1];
  return { selectedItems: chosen, ...(last === undefined ? {} : { activeCursorItem: last }) };
}

function context(state: WorkspaceState, place: Place): object {
  if (place.host === 'sheets') return { sheets: sheets(state, place) };
  if (place.host === 'drive' && place.items) return { drive: drive(state, place) };
  if (place.host === 'gmail' && place.message !== undefined) {
    const id = place.message;
    // One message is one conversation here.
    return { gmail: { messageId: id, threadId: id, accessToken: tokenOf(id) } };
  }
  return place.host === 'calendar' ? { calendar: {} } : {};
}

/** What a pressed widget adds. */
export interface Pressed {
  readonly parameters: readonly Parameter[];
  readonly inputs: FormInputs;
}

/**
 * The event object. A homepage carries no context and no widgets, except what an editor says of its file; a pressed widget
 * carries both.
 */
export function eventOf(
  addon: Addon,
  state: WorkspaceState,
  place: Place,
  cause: 'homepage' | 'context' | Pressed,
): object {
  const locale = addon.locale
    ? { userLocale: 'ja-JP', timeZone: { id: 'Asia/Tokyo', offset: String(9 * 3_600_000) } }
    : {};
  const pressed =
    typeof cause === 'string'
      ? {}
      : {
          parameters: Object.fromEntries(cause.parameters.map(({ key, value }) => [key, value])),
          formInputs: cause.inputs,
        };
  const commonEventObject = {
    hostApp: place.host.toUpperCase(),
    platform: 'WEB',
    ...locale,
    ...pressed,
  };
  const withContext = cause !== 'homepage' || place.host === 'sheets';
  return { commonEventObject, ...(withContext ? context(state, place) : {}) };
}

/**
 * Files of JCCI and its collector, over UrlFetchApp (https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app), or a file
 * that was shared with the account, over DriveApp. Whatever goes wrong is `null`: the next hour comes. Loaded with its part.
 */
import type { Releases } from '../jobs/release/port.ts';

const drivePrefix = 'drive:';

function fetched(address: string, options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions): string | null {
  try {
    const response = UrlFetchApp.fetch(address, { ...options, muteHttpExceptions: true });
    return response.getResponseCode() === 200 ? response.getContentText('UTF-8') : null;
  } catch {
    return null;
  }
}

export const releases: Releases = {
  read(address) {
    if (!address.startsWith(drivePrefix)) return fetched(address, { method: 'get' });
    try {
      return DriveApp.getFileById(address.slice(drivePrefix.length)).getBlob().getDataAsString('UTF-8');
    } catch {
      return null;
    }
  },
  post: (address, text) =>
    fetched(address, { method: 'post', contentType: 'application/json', payload: text }),
};

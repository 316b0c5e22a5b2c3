/**
 * Small facts that outlive an execution. User properties: clock triggers run as the person who made them and know
 * no document, and script properties would be shared by all chambers
 * (https://developers.google.com/apps-script/guides/properties).
 */
import type { Properties } from '../jobs/port.ts';

export const properties: Properties = {
  get: (key) => PropertiesService.getUserProperties().getProperty(key),
  set: (key, value) => {
    PropertiesService.getUserProperties().setProperty(key, value);
  },
};

/**
 * Secrets of links: with the script, so that whichever member of staff runs it can check them. The keys name the
 * workbook, since one script may serve several chambers.
 */
export const secrets: Properties = {
  get: (key) => PropertiesService.getScriptProperties().getProperty(key),
  set: (key, value) => {
    PropertiesService.getScriptProperties().setProperty(key, value);
  },
};

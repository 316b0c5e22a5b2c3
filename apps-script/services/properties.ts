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

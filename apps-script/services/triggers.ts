/**
 * Wanted triggers, compared with those of this account; others' are invisible and other handlers are not ours to
 * touch (https://developers.google.com/apps-script/guides/triggers/installable).
 */
import type { Triggers, WantedTrigger } from '../jobs/port.ts';

function name(wanted: WantedTrigger): string {
  return wanted.kind === 'hourly' ? wanted.handler : `${wanted.handler} ${wanted.formId}`;
}

function nameOf(trigger: GoogleAppsScript.Script.Trigger): string {
  const handler = trigger.getHandlerFunction();
  return trigger.getEventType() === ScriptApp.EventType.CLOCK
    ? handler
    : `${handler} ${trigger.getTriggerSourceId()}`;
}

function make(wanted: WantedTrigger): void {
  const builder = ScriptApp.newTrigger(wanted.handler);
  if (wanted.kind === 'hourly') builder.timeBased().everyHours(1).create();
  else builder.forForm(wanted.formId).onFormSubmit().create();
}

export const triggers: Triggers = {
  ensure(wanted) {
    const present = new Set(ScriptApp.getProjectTriggers().map(nameOf));
    const missing = wanted.filter((w) => !present.has(name(w)));
    for (const one of missing) make(one);
    return missing.length;
  },
};

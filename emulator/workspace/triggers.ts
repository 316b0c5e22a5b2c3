/** Installable triggers: making, listing (own only), deleting, and when the clock ones are due (https://developers.google.com/apps-script/guides/triggers/installable). */
import type { Workspace } from '../api.ts';
import { mix } from './ids.ts';
import type { TriggerState } from './model.ts';
import { refuse } from './platform-error.ts';

/** Triggers of one user in one script. */
export const MAX_TRIGGERS = 20;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE_OFFSET = 9 * HOUR;

export type ClockPlan = Omit<NonNullable<TriggerState['clock']>, 'nextAt'>;

/** The next instant after `after`; daily triggers fire at a fixed but arbitrary minute of their hour. */
export function nextFiring(plan: ClockPlan, id: string, after: number): number {
  let hash = 7;
  for (let i = 0; i < id.length; i++) hash = mix(hash ^ id.charCodeAt(i));
  if (plan.at !== undefined) return plan.at;
  if (plan.everyMinutes !== undefined) return after + plan.everyMinutes * 60_000;
  if (plan.everyHours !== undefined) return after + plan.everyHours * HOUR;
  const minute = hash % 60;
  const localDay = Math.floor((after + ZONE_OFFSET) / DAY) * DAY;
  const at = localDay + (plan.atHour ?? hash % 24) * HOUR + minute * 60_000 - ZONE_OFFSET;
  return at > after ? at : at + DAY * (plan.everyDays ?? 1);
}

export interface NewTrigger {
  handler: string;
  owner: string;
  eventType: TriggerState['eventType'];
  source: TriggerState['source'];
  sourceId: string;
  clock?: ClockPlan;
}

export function addTrigger(workspace: Workspace, wanted: NewTrigger): TriggerState {
  if (ownTriggers(workspace, wanted.owner).length >= MAX_TRIGGERS) {
    refuse(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const { clock, ...rest } = wanted;
  const id = workspace.newId('trigger');
  const trigger: TriggerState = {
    id,
    ...rest,
    enabled: true,
    ...(clock === undefined ? {} : { clock: { ...clock, nextAt: nextFiring(clock, id, workspace.now()) } }),
  };
  workspace.state.triggers.push(trigger);
  workspace.touch();
  return trigger;
}

/** A user sees only the triggers that user made. */
export function ownTriggers(workspace: Workspace, owner: string): TriggerState[] {
  return workspace.state.triggers.filter((trigger) => trigger.owner === owner);
}

export function deleteTrigger(workspace: Workspace, id: string, owner: string): void {
  const { triggers } = workspace.state;
  const index = triggers.findIndex((trigger) => trigger.id === id && trigger.owner === owner);
  if (index < 0) refuse('The trigger could not be found.');
  triggers.splice(index, 1);
  workspace.touch();
}

/** Enabled triggers that listen to one event of one file. */
export function listeners(
  workspace: Workspace,
  eventType: TriggerState['eventType'],
  sourceId: string,
): TriggerState[] {
  return workspace.state.triggers.filter(
    (trigger) => trigger.enabled && trigger.eventType === eventType && trigger.sourceId === sourceId,
  );
}

/**
 * Clock triggers whose time has come, each once however many periods went by; moves them to their next time and
 * removes those of one time.
 */
export function takeDueTriggers(workspace: Workspace): TriggerState[] {
  const now = workspace.now();
  const due = workspace.state.triggers.filter(
    (t) => t.enabled && t.clock !== undefined && t.clock.nextAt <= now,
  );
  for (const trigger of due) {
    if (trigger.clock === undefined) continue;
    if (trigger.clock.at !== undefined) {
      workspace.state.triggers = workspace.state.triggers.filter((other) => other !== trigger);
    } else {
      trigger.clock.nextAt = nextFiring(trigger.clock, trigger.id, now);
    }
  }
  if (due.length > 0) workspace.touch();
  return due;
}

/** Reads the event objects that the platform hands to entries. */

/** Id of the form whose answer fired the trigger, null when the event is not one of a form. */
export function submittedForm(event: unknown): string | null {
  if (typeof event !== 'object' || event === null || !('source' in event)) return null;
  const source = event.source;
  if (typeof source !== 'object' || source === null || !('getId' in source)) return null;
  return typeof source.getId === 'function' ? String(source.getId()) : null;
}

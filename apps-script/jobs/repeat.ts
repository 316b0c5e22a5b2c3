/** The same request again: a run that died after it had stored its decision is asked once more by the person. */

/** What is stored of every decision. */
interface Made {
  readonly by: string;
  /** Version it was made on. */
  readonly version: number;
}

/**
 * True when the last thing done is this very request, by the same person on the same version.
 * @param last what was done last
 * @param version as it stands now
 * @param request what tells one request from another, under the names it is stored by
 */
export function isRepeat<Entry extends Made>(
  last: Entry | undefined,
  version: number,
  request: Partial<Entry> & Made,
): boolean {
  if (last === undefined || version !== request.version + 1) return false;
  const stored = new Map<string, unknown>(Object.entries(last));
  return Object.entries(request).every(
    ([name, value]) => JSON.stringify(stored.get(name)) === JSON.stringify(value),
  );
}

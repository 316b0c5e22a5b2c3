/**
 * Things made on first use and kept: what a script never asks for costs nothing when it loads. Schemas are made this
 * way, for the platform loads the whole script anew at every execution.
 */

/**
 * Wraps a maker; the returned function makes once: `const schema = lazy(() => z.…)`, then `schema().safeParse(…)`. A
 * maker that throws is asked again.
 */
/* @__NO_SIDE_EFFECTS__ */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

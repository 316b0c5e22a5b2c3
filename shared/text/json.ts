/** The value of a JSON text; null for what is none. Whoever needs to tell the two apart reads it with a schema. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

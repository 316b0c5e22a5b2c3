/** Errors the platform itself would raise; the Apps Script face turns them into errors of the script's realm. */
export class PlatformError extends Error {
  override readonly name: string;

  constructor(message: string, name = 'Exception') {
    super(message);
    this.name = name;
  }
}

/** Throws with the platform's name for its own refusals. */
export function refuse(message: string): never {
  throw new PlatformError(message);
}

/** The thing looked for, or the platform's refusal. */
export function present<T>(value: T | undefined | null, message: string): T {
  if (value === undefined || value === null) refuse(message);
  return value;
}

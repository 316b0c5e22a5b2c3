/** What was typed into a form, kept for this tab only, so that a reload or a way back loses nothing. */

export class Draft {
  private readonly key: string;
  private readonly fields: HTMLFormElement;

  constructor(id: string, fields: HTMLFormElement) {
    this.key = `draft:${id}`;
    this.fields = fields;
  }

  private pairs(): [string, string][] {
    const pairs: [string, string][] = [];
    for (const [name, value] of new FormData(this.fields))
      if (typeof value === 'string') pairs.push([name, value]);
    return pairs;
  }

  /** Everything typed, as it is sent. */
  params(): URLSearchParams {
    return new URLSearchParams(this.pairs());
  }

  save(): void {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.pairs()));
    } catch {
      // A browser that keeps nothing (private mode, full) still lets the form be sent.
    }
  }

  forget(): void {
    sessionStorage.removeItem(this.key);
  }

  /** Puts back what was typed; false when nothing is kept. */
  restore(): boolean {
    const kept = sessionStorage.getItem(this.key);
    if (kept === null) return false;
    const pairs = JSON.parse(kept) as [string, string][];
    for (const input of this.fields.elements) {
      if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox')) {
        input.checked = pairs.some(([name, value]) => name === input.name && value === input.value);
      } else if (
        input instanceof HTMLInputElement ||
        input instanceof HTMLTextAreaElement ||
        input instanceof HTMLSelectElement
      ) {
        const value = pairs.find(([name]) => name === input.name)?.[1];
        if (value !== undefined) input.value = value;
      }
    }
    return true;
  }

  /** True while something typed waits to be sent. */
  kept(): boolean {
    return sessionStorage.getItem(this.key) !== null;
  }
}

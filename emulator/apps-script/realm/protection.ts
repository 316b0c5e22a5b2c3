/** Protections of sheets and ranges: stored and listed; the emulator's editors do not enforce them. */
import { call } from './bridge-client.ts';
import { Face } from './face.ts';
import { User } from './small-services.ts';

interface Stored {
  id: string;
  a1: string;
  description: string;
  warningOnly: boolean;
  editors: string[];
}

export class Protection extends Face {
  private readonly book: string;
  private readonly sheetId: number;
  private stored: Stored;

  constructor(book: string, sheetId: number, stored: Stored) {
    super();
    this.book = book;
    this.sheetId = sheetId;
    this.stored = stored;
  }

  className_(): string {
    return 'Protection';
  }

  private keep(change: Partial<Stored>): Protection {
    this.stored = { ...this.stored, ...change };
    const all = call('Sheet.getProtections', this.book, this.sheetId);
    call('Sheet.setProtections', this.book, this.sheetId, [
      ...all.filter((other) => other.id !== this.stored.id),
      this.stored,
    ]);
    return this;
  }

  getDescription(): string {
    return this.stored.description;
  }

  setDescription(description: string): Protection {
    return this.keep({ description });
  }

  isWarningOnly(): boolean {
    return this.stored.warningOnly;
  }

  setWarningOnly(warningOnly: boolean): Protection {
    return this.keep({ warningOnly });
  }

  addEditor(email: unknown): Protection {
    return this.keep({ editors: [...this.stored.editors, String(email)] });
  }

  addEditors(emails: string[]): Protection {
    return this.keep({ editors: [...this.stored.editors, ...emails] });
  }

  removeEditors(emails: unknown[]): Protection {
    const gone = new Set(emails.map((email) => (email instanceof User ? email.getEmail() : String(email))));
    return this.keep({ editors: this.stored.editors.filter((email) => !gone.has(email)) });
  }

  getEditors(): User[] {
    return this.stored.editors.map((email) => new User(email));
  }

  setDomainEdit(_editable: boolean): Protection {
    return this;
  }

  canDomainEdit(): boolean {
    return false;
  }

  canEdit(): boolean {
    return true;
  }

  remove(): void {
    const all = call('Sheet.getProtections', this.book, this.sheetId);
    call(
      'Sheet.setProtections',
      this.book,
      this.sheetId,
      all.filter((other) => other.id !== this.stored.id),
    );
  }
}

/** Adds a protection; `a1` is '' for the whole sheet. */
export function protect(book: string, sheetId: number, a1: string): Protection {
  const all = call('Sheet.getProtections', book, sheetId);
  const stored: Stored = {
    id: call('Utilities.getUuid'),
    a1,
    description: '',
    warningOnly: false,
    editors: [],
  };
  call('Sheet.setProtections', book, sheetId, [...all, stored]);
  return new Protection(book, sheetId, stored);
}

export function protections(book: string, sheetId: number, kind: string): Protection[] {
  return call('Sheet.getProtections', book, sheetId)
    .filter((stored) => (kind === 'SHEET') === (stored.a1 === ''))
    .map((stored) => new Protection(book, sheetId, stored));
}

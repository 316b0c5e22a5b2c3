/** Remembers what became of the texts of one column, where the same few come again and again (業種, 同意, 月). */
import type { NormalisationChange } from './record.ts';

/** The outcome of a typed text about which nothing had to be reported. */
export interface Outcome {
  readonly typed: string;
  readonly value: string;
  /** Null when the value is the typed text, or differs from it without a rule (a label read as its code). */
  readonly change: NormalisationChange | null;
  /** From 1; no other outcome of the same checker has it. What is made of the outcome may be kept by this number. */
  readonly id: number;
}

/** Gives numbers to the outcomes of all columns of one checker. */
export class OutcomeIds {
  private last = 0;
  next(): number {
    this.last++;
    return this.last;
  }
}

/** Where an outcome is kept. */
export interface Keep {
  /** Returns the number of the outcome, 0 when it is not kept. What is kept already stays as it is. */
  keep(typed: string, value: string, change: NormalisationChange | null): number;
}

/** Texts kept at most. */
export const most = 4096;
/** After so many questions a column that knew less than half of the answers is given up. */
export const trial = 2048;
/** Units at each end of a text that its hash looks at. */
const looked = 8;

/**
 * A number for a text, well spread in its low bits. The platform's own maps would hash every new string outside of
 * compiled code, which costs more than checking most cells.
 */
function hashOf(text: string): number {
  const { length } = text;
  let hash = length;
  const first = length < looked ? length : looked;
  for (let i = 0; i < first; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const second = length - looked > first ? length - looked : first;
  for (let i = second; i < length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  hash = Math.imul(hash, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/** An open table: an outcome stands at its hash or in the next free place behind. At most half full. */
class Table {
  readonly outcomes: (Outcome | undefined)[];
  private readonly hashes: Int32Array;

  constructor(size: number) {
    this.outcomes = new Array<Outcome | undefined>(size).fill(undefined);
    this.hashes = new Int32Array(size);
  }

  /** Where the text stands, or would stand. */
  placeOf(typed: string): number {
    const { outcomes, hashes } = this;
    const hash = hashOf(typed);
    const mask = hashes.length - 1;
    let at = hash & mask;
    for (;;) {
      const held = outcomes[at];
      if (held === undefined || (hashes[at] === hash && held.typed === typed)) return at;
      at = (at + 1) & mask;
    }
  }

  put(outcome: Outcome): void {
    const at = this.placeOf(outcome.typed);
    this.outcomes[at] = outcome;
    this.hashes[at] = hashOf(outcome.typed);
  }

  doubled(): Table {
    const larger = new Table(this.hashes.length * 2);
    for (const held of this.outcomes) if (held !== undefined) larger.put(held);
    return larger;
  }
}

/** The memory of one column; a column of ever new texts soon stops remembering. */
export class ColumnMemory implements Keep {
  readonly ids: OutcomeIds;
  private table: Table | null = new Table(16);
  private room = 8;
  private size = 0;
  private asked = 0;
  private known = 0;
  /** What was recalled last: a column of one answer (同意する) needs no look-up. */
  private last: Outcome | undefined;

  constructor(ids: OutcomeIds) {
    this.ids = ids;
  }

  recall(typed: string): Outcome | undefined {
    const { table } = this;
    if (table === null) return undefined;
    const found = typed === this.last?.typed ? this.last : table.outcomes[table.placeOf(typed)];
    if (found !== undefined) this.last = found;
    if (this.asked < trial) {
      this.asked++;
      if (found !== undefined) this.known++;
      if (this.asked === trial && this.known * 2 < trial) {
        this.table = null;
        this.last = undefined;
      }
    }
    return found;
  }

  keep(typed: string, value: string, change: NormalisationChange | null): number {
    if (this.table === null) return 0;
    const held = this.table.outcomes[this.table.placeOf(typed)];
    if (held !== undefined) return held.id;
    if (this.size >= most) return 0;
    if (this.size === this.room) {
      this.table = this.table.doubled();
      this.room *= 2;
    }
    const id = this.ids.next();
    this.table.put({ typed, value, change, id });
    this.size++;
    return id;
  }
}

/** Remembers what became of the texts of one column, where the same few come again and again (業種, 同意, 月). */
import type { NormalisationChange } from './record.ts';

/** The outcome of a typed text about which nothing had to be reported. */
export interface Outcome {
  readonly value: string;
  /** Null when the value is the typed text, or differs from it without a rule (a label read as its code). */
  readonly change: NormalisationChange | null;
}

/** Texts kept at most. */
const most = 4096;
/** After so many questions a column that knew less than half of the answers is given up. */
const trial = 2048;

/** The memory of one column; a column of ever new texts soon stops remembering. */
export class ColumnMemory {
  private outcomes: Map<string, Outcome> | null = new Map();
  private asked = 0;
  private known = 0;
  /** The text recalled last, '' before the first: a column of one answer (同意する) needs no look-up. */
  private last = '';
  private lastOutcome: Outcome | undefined;

  recall(typed: string): Outcome | undefined {
    if (this.outcomes === null) return undefined;
    const found = typed === this.last ? this.lastOutcome : this.outcomes.get(typed);
    if (found !== undefined) {
      this.last = typed;
      this.lastOutcome = found;
    }
    if (this.asked < trial) {
      this.asked++;
      if (found !== undefined) this.known++;
      if (this.asked === trial && this.known * 2 < trial) this.outcomes = null;
    }
    return found;
  }

  keep(typed: string, value: string, change: NormalisationChange | null): void {
    if (this.outcomes !== null && this.outcomes.size < most) this.outcomes.set(typed, { value, change });
  }
}

/** Remembers what became of the cells of one column by their bytes, so that a cell known already never becomes a text. */
import { ByteBuffer } from '../bytes/buffer.ts';
import { wider } from '../bytes/wider.ts';
import { type Keep, most, type Outcome, type OutcomeIds, trial } from './memory.ts';
import type { NormalisationChange } from './record.ts';

/** An open table of numbers: the place of an outcome is its hash or the next free one behind. At most half full. */
export class ByteMemory implements Keep {
  private readonly ids: OutcomeIds;
  /** By place: the index of an outcome plus 1, 0 where there is none. */
  private table = new Int32Array(16);
  private hashes = new Int32Array(8);
  /** By index: where the bytes end in the store; they begin where the ones before end. */
  private ends = new Int32Array(8);
  private readonly outcomes: Outcome[] = [];
  private readonly store = new ByteBuffer(64);
  private isOpen = true;
  private asked = 0;
  private known = 0;
  /** What was recalled last: a column of one answer (同意する) needs no look-up. */
  private last = -1;
  /** The cell that was asked for last, which `keep` keeps. */
  private bytes: Uint8Array = this.store.bytes;
  private start = 0;
  private end = 0;
  private hash = 0;

  constructor(ids: OutcomeIds) {
    this.ids = ids;
  }

  /**
   * What became of a cell of these bytes.
   * @param hash a number for the bytes, well spread in its low bits
   */
  recall(bytes: Uint8Array, start: number, end: number, hash: number): Outcome | undefined {
    if (!this.isOpen) return undefined;
    let index = this.last;
    if (index < 0 || !this.holds(index, bytes, start, end, hash)) {
      const { table } = this;
      const mask = table.length - 1;
      let at = hash & mask;
      index = (table[at] as number) - 1;
      while (index >= 0 && !this.holds(index, bytes, start, end, hash)) {
        at = (at + 1) & mask;
        index = (table[at] as number) - 1;
      }
    }
    if (this.asked < trial) this.judge(index >= 0);
    if (index >= 0) {
      this.last = index;
      return this.outcomes[index];
    }
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.hash = hash;
    return undefined;
  }

  /** Keeps what became of the cell that was asked for last. */
  keep(typed: string, value: string, change: NormalisationChange | null): number {
    const index = this.outcomes.length;
    if (!this.isOpen || index >= most) return 0;
    if (index === this.hashes.length) this.grow();
    const id = this.ids.next();
    this.outcomes.push({ typed, value, change, id });
    this.hashes[index] = this.hash;
    this.store.append(this.bytes.subarray(this.start, this.end));
    this.ends[index] = this.store.length;
    this.place(index);
    return id;
  }

  /** A column of ever new texts soon stops remembering. */
  private judge(wasKnown: boolean): void {
    this.asked++;
    if (wasKnown) this.known++;
    if (this.asked === trial && this.known * 2 < trial) this.isOpen = false;
  }

  private holds(index: number, bytes: Uint8Array, start: number, end: number, hash: number): boolean {
    if (this.hashes[index] !== hash) return false;
    const from = index === 0 ? 0 : (this.ends[index - 1] as number);
    if ((this.ends[index] as number) - from !== end - start) return false;
    const kept = this.store.bytes;
    for (let at = start, i = from; at < end; at++, i++) if (bytes[at] !== kept[i]) return false;
    return true;
  }

  private place(index: number): void {
    const { table } = this;
    const mask = table.length - 1;
    let at = (this.hashes[index] as number) & mask;
    while (table[at] !== 0) at = (at + 1) & mask;
    table[at] = index + 1;
  }

  private grow(): void {
    this.hashes = wider(this.hashes);
    this.ends = wider(this.ends);
    this.table = new Int32Array(this.table.length * 2);
    for (let index = 0; index < this.outcomes.length; index++) this.place(index);
  }
}

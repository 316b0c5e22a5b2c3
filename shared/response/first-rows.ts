/** Which row had a response id first: one look at each id, for files of very many. */

/** A number for a text by all its units, well spread in its low bits. */
function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  hash = Math.imul(hash, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/**
 * The rows of the ids met so far. Numbers in an open table and ids in a list: a map of strings would hash each id
 * outside of compiled code and move all of them whenever it grows.
 */
export class FirstRows {
  private readonly ids: string[] = [];
  private readonly rows: number[] = [];
  private readonly hashes: number[] = [];
  /** Index of an id plus 1, at its hash or in the next free place behind; 0 is free. At most half full. */
  private table = new Int32Array(1024);

  /** The row that had the id first: `row` itself when it is new. */
  firstOf(id: string, row: number): number {
    const hash = hashOf(id);
    let mask = this.table.length - 1;
    let at = hash & mask;
    for (let held = this.table[at] as number; held !== 0; held = this.table[at] as number) {
      if (this.hashes[held - 1] === hash && this.ids[held - 1] === id) return this.rows[held - 1] ?? row;
      at = (at + 1) & mask;
    }
    this.ids.push(id);
    this.rows.push(row);
    this.hashes.push(hash);
    this.table[at] = this.ids.length;
    if (this.ids.length * 2 < this.table.length) return row;
    const larger = new Int32Array(this.table.length * 2);
    mask = larger.length - 1;
    for (let i = 0; i < this.hashes.length; i++) {
      at = (this.hashes[i] as number) & mask;
      while (larger[at] !== 0) at = (at + 1) & mask;
      larger[at] = i + 1;
    }
    this.table = larger;
    return row;
  }
}

/** Short runs of bytes kept by number: what was written once and comes again is copied, not made anew. */
import { ByteBuffer } from './buffer.ts';

/** Bytes of a run kept at most: longer ones rarely come again, and would fill memory. */
const longest = 256;

export class Pieces {
  private readonly store = new ByteBuffer(1 << 12);
  /** By number: where the run begins and ends in the store; both 0 where there is none. */
  private places = new Int32Array(512);

  /** Keeps what stands in `bytes` from `from` to `to` under a number (from 1, not too far apart). */
  keep(id: number, bytes: Uint8Array, from: number, to: number): void {
    if (to - from > longest) return;
    while (id * 2 + 1 >= this.places.length) {
      const larger = new Int32Array(this.places.length * 2);
      larger.set(this.places);
      this.places = larger;
    }
    const { store } = this;
    this.places[id * 2] = store.length;
    store.append(bytes.subarray(from, to));
    this.places[id * 2 + 1] = store.length;
  }

  /** Appends the run kept under a number; false, with nothing appended, when there is none. */
  again(id: number, buffer: ByteBuffer): boolean {
    const { places } = this;
    if (id * 2 + 1 >= places.length) return false;
    const end = places[id * 2 + 1] as number;
    if (end === 0) return false;
    const start = places[id * 2] as number;
    const kept = this.store.bytes;
    const bytes = buffer.reserve(end - start);
    let at = buffer.length;
    // A loop is faster than the platform's copy: the runs are short.
    for (let i = start; i < end; i++) bytes[at++] = kept[i] as number;
    buffer.length = at;
    return true;
  }
}

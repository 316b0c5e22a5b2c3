/** A growing byte buffer: what an encoder writes into, so that a file is never also built as one giant string. */

export class ByteBuffer {
  /** The storage; only the first `length` bytes count. Replaced when it grows: read it anew after `reserve`. */
  bytes: Uint8Array;
  /** Bytes written so far; may be set back to undo what was written last. */
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(Math.max(16, capacity));
  }

  /** Makes room for `count` more bytes and returns the storage. */
  reserve(count: number): Uint8Array {
    const needed = this.length + count;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    return this.bytes;
  }

  /** Appends one byte. */
  push(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Appends bytes. */
  append(more: Uint8Array): void {
    this.reserve(more.length).set(more, this.length);
    this.length += more.length;
  }

  /** What was written, exactly as long as needed: a view, so nothing may be written afterwards. */
  finish(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

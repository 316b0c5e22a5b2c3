/** Turns UTF-16 code units into a text, in pieces that fit one call, for the decoders. */

const pieceLength = 4096;

/** The text of the first `length` units. */
export function textOfUnits(units: Uint16Array, length: number): string {
  if (length <= pieceLength) return Reflect.apply(String.fromCharCode, null, units.subarray(0, length));
  const pieces: string[] = [];
  for (let at = 0; at < length; at += pieceLength) {
    const piece = units.subarray(at, Math.min(at + pieceLength, length));
    pieces.push(Reflect.apply(String.fromCharCode, null, piece));
  }
  return pieces.join('');
}

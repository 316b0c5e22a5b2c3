/** Lists of numbers that grow: without an object per number. */

/** The same numbers with as much room again behind them. */
export function wider(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/** One-to-one pairs of greatest worth: the assignment problem, solved by shortest augmenting paths (Hungarian method). */

/**
 * @param worth rows × columns, 0 for a pair that must not be
 * @returns of each row its column, or null. O(rows · size²), size the longer side
 */
export function bestPairs(worth: readonly (readonly number[])[]): readonly (number | null)[] {
  const columns = Math.max(0, ...worth.map((row) => row.length));
  const size = Math.max(worth.length, columns);
  const cost = (row: number, column: number): number => -(worth[row - 1]?.[column - 1] ?? 0);
  const get = (list: readonly number[], at: number): number => list[at] ?? 0;
  const zeros = (): number[] => Array.from({ length: size + 1 }, () => 0);
  const [ofRow, ofColumn, rowAt] = [zeros(), zeros(), zeros()];
  for (let row = 1; row <= size; row++) {
    const way = zeros();
    const slack = zeros().map(() => Number.POSITIVE_INFINITY);
    const seen = zeros().map(() => false);
    let column = 0;
    rowAt[0] = row;
    do {
      seen[column] = true;
      const from = get(rowAt, column);
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let to = 1; to <= size; to++) {
        if (seen[to]) continue;
        const rest = cost(from, to) - get(ofRow, from) - get(ofColumn, to);
        if (rest < get(slack, to)) {
          slack[to] = rest;
          way[to] = column;
        }
        if (get(slack, to) < step) {
          step = get(slack, to);
          next = to;
        }
      }
      for (let to = 0; to <= size; to++) {
        if (seen[to]) {
          ofRow[get(rowAt, to)] = get(ofRow, get(rowAt, to)) + step;
          ofColumn[to] = get(ofColumn, to) - step;
        } else slack[to] = get(slack, to) - step;
      }
      column = next;
    } while (rowAt[column] !== 0);
    while (column !== 0) {
      const before = get(way, column);
      rowAt[column] = get(rowAt, before);
      column = before;
    }
  }
  const pairs: (number | null)[] = worth.map(() => null);
  for (let column = 1; column <= columns; column++) {
    const row = get(rowAt, column) - 1;
    if ((worth[row]?.[column - 1] ?? 0) > 0) pairs[row] = column - 1;
  }
  return pairs;
}

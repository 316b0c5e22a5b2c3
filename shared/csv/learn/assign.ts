/** Gives each column at most one key and each key at most one column, so that the sum of the scores is greatest. */

/**
 * Best assignment (Hungarian method with potentials, Kuhn 1955 and Munkres 1957), in time rows × columns².
 * @param scores scores[row][column], 0 or more; 0 means that the two may not meet
 * @returns for each row its column, or −1
 */
export function assign(scores: readonly (readonly number[])[]): readonly number[] {
  const rows = scores.length;
  // Every row may also stay alone: one more column of score 0 for each.
  const columns = (scores[0]?.length ?? 0) + rows;
  const cost = (row: number, column: number): number => -(scores[row - 1]?.[column - 1] ?? 0);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  /** Row that holds each column; 0: none. Column 0 holds the row that is being placed. */
  const holder = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const cameFrom = new Int32Array(columns + 1);
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const isReached = new Uint8Array(columns + 1);
    holder[0] = row;
    let at = 0;
    do {
      isReached[at] = 1;
      const current = holder[at] ?? 0;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (isReached[column] === 1) continue;
        const reduced = cost(current, column) - (rowPotential[current] ?? 0) - (columnPotential[column] ?? 0);
        if (reduced < (slack[column] ?? 0)) {
          slack[column] = reduced;
          cameFrom[column] = at;
        }
        if ((slack[column] ?? 0) < least) {
          least = slack[column] ?? 0;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        const held = holder[column] ?? 0;
        if (isReached[column] === 1) {
          rowPotential[held] = (rowPotential[held] ?? 0) + least;
          columnPotential[column] = (columnPotential[column] ?? 0) - least;
        } else slack[column] = (slack[column] ?? 0) - least;
      }
      at = next;
    } while ((holder[at] ?? 0) !== 0);
    while (at !== 0) {
      const before = cameFrom[at] ?? 0;
      holder[at] = holder[before] ?? 0;
      at = before;
    }
  }
  const found = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = (holder[column] ?? 0) - 1;
    if (row >= 0 && (scores[row]?.[column - 1] ?? 0) > 0) found[row] = column - 1;
  }
  return found;
}

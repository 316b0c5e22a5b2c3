/** Options and rows have codes in the plan and labels alone in the form: finds the codes again. */
import type { PlannedOption, PlannedRow } from '../form/plan.ts';

/**
 * Codes for labels as they stand now, by those of the base: the same label keeps its code; labels that are new between the same two
 * neighbours, as many as were there, are the old ones reworded, in order; any other is the chamber's own, its code the label itself.
 */
export function codesFor(
  labels: readonly string[],
  base: readonly Pick<PlannedOption | PlannedRow, 'code' | 'label'>[],
): readonly string[] {
  const byLabel = new Map(base.map(({ code, label }) => [label, code]));
  const codes = new Map<number, string>();
  const used = new Set<string>();
  labels.forEach((label, at) => {
    const code = byLabel.get(label);
    if (code === undefined || used.has(code)) return;
    codes.set(at, code);
    used.add(code);
  });
  pairReworded(labels, base, codes, used);
  const known = new Set(base.map(({ code }) => code));
  return labels.map((label, at) => {
    const found = codes.get(at);
    if (found !== undefined) return found;
    let own = label;
    while (known.has(own) || used.has(own)) own = `own.${own}`;
    used.add(own);
    return own;
  });
}

/** Runs of unmatched entries by the matched ones on both sides of them. */
function runsOf(
  count: number,
  nameAt: (at: number) => string | undefined,
): ReadonlyMap<string, readonly number[]> {
  const runs = new Map<string, readonly number[]>();
  let run: number[] = [];
  let before = '';
  for (let at = 0; at <= count; at++) {
    const name = at < count ? nameAt(at) : '';
    if (name === undefined) run.push(at);
    else {
      if (run.length > 0) runs.set(`${before}\n${name}`, run);
      run = [];
      before = name;
    }
  }
  return runs;
}

function pairReworded(
  labels: readonly string[],
  base: readonly Pick<PlannedOption, 'code'>[],
  codes: Map<number, string>,
  used: Set<string>,
): void {
  const found = new Set(codes.values());
  const then = runsOf(base.length, (at) => {
    const code = base[at]?.code ?? '';
    return found.has(code) ? code : undefined;
  });
  for (const [between, run] of runsOf(labels.length, (at) => codes.get(at))) {
    const old = then.get(between) ?? [];
    if (old.length !== run.length) continue;
    run.forEach((at, index) => {
      const code = base[old[index] ?? -1]?.code;
      if (code === undefined) return;
      codes.set(at, code);
      used.add(code);
    });
  }
}

/** What crosses the bridge between a script's realm and the workspace: named operations with JSON arguments and results. */
import type { Execution } from './execution.ts';
import type { OpKind } from './op-kind.ts';

export interface Op<Args extends unknown[], Result> {
  service: string;
  kind: OpKind;
  run: (execution: Execution, ...args: Args) => Result;
  /** Cells or responses moved, for the latency model. */
  size: (execution: Execution, ...args: Args) => number;
}

const none = (): number => 0;

/** Declares an operation of a service. */
export function op<Args extends unknown[], Result>(
  service: string,
  kind: OpKind,
  run: (execution: Execution, ...args: Args) => Result,
  size: (execution: Execution, ...args: Args) => number = none,
): Op<Args, Result> {
  return { service, kind, run, size };
}

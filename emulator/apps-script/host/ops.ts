/** All operations of the bridge, and their types as the realm sees them. */
import { bookOps } from './book-ops.ts';
import { chartOps } from './chart-ops.ts';
import { documentOps } from './document-ops.ts';
import { driveOps } from './drive-ops.ts';
import type { Execution } from './execution.ts';
import { formOps } from './form-ops.ts';
import { mailOps } from './mail-ops.ts';
import type { Op } from './op.ts';
import type { OpKind } from './op-kind.ts';
import { serviceOps } from './service-ops.ts';
import { sheetOps } from './sheet-ops.ts';
import { webOps } from './web-ops.ts';

export const ops = {
  ...bookOps,
  ...sheetOps,
  ...chartOps,
  ...formOps,
  ...driveOps,
  ...documentOps,
  ...mailOps,
  ...serviceOps,
  ...webOps,
};

export type Ops = typeof ops;
export type OpName = keyof Ops;
type Tail<T> = T extends [unknown, ...infer Rest] ? Rest : [];
export type OpArgs<K extends OpName> = Tail<Parameters<Ops[K]['run']>>;
export type OpResult<K extends OpName> = ReturnType<Ops[K]['run']>;

/** An operation whose arguments came as JSON and are trusted to be what the typed client sent. */
export interface LooseOp {
  service: string;
  kind: OpKind;
  run: (execution: Execution, ...args: unknown[]) => unknown;
  size: (execution: Execution, ...args: unknown[]) => number;
}

/** The operation of this name, with its argument types forgotten at this one place. */
export function looseOp(name: string): LooseOp | undefined {
  const table: Record<string, Op<never[], unknown>> = ops;
  return table[name] as LooseOp | undefined;
}

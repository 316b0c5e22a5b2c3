/** The realm's side of the bridge: typed calls that throw errors of this realm. */
import type { OpArgs, OpName, OpResult } from '../host/ops.ts';

type Host = (name: string, json: string) => string;
interface Reply {
  v?: unknown;
  e?: [string, string];
  x?: string;
}

let host: Host = () => '{"x":"bridge not connected"}';

export function connect(bridge: Host): void {
  host = bridge;
}

/** Calls an operation of the workspace. Throws an Error made here, named as the platform names it. */
export function call<K extends OpName>(name: K, ...args: OpArgs<K>): OpResult<K> {
  const reply = JSON.parse(host(name, JSON.stringify(args))) as Reply;
  if (reply.x !== undefined) throw new Error(reply.x);
  if (reply.e !== undefined) {
    const error = new Error(reply.e[1]);
    error.name = reply.e[0];
    throw error;
  }
  return reply.v as OpResult<K>;
}

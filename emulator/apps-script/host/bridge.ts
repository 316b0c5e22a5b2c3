/** The narrow host side of the bridge: text in, text out; every error becomes data. */
import { PlatformError } from '../../workspace/platform-error.ts';
import { Death, type Execution } from './execution.ts';
import { looseOp } from './ops.ts';

export type Bridge = (name: string, json: string) => string;

/** Makes the one host function a realm gets. Answers: `{"v": result}`, `{"e": [name, message]}` or `{"x": message}` (dead). */
export function makeBridge(execution: Execution): Bridge {
  return (name, json) => {
    try {
      if (execution.dead !== null) throw execution.dead;
      const found = looseOp(name);
      if (found === undefined) throw new PlatformError(`橋に操作 ${name} がありません。`, 'NotImplemented');
      const args: unknown[] = JSON.parse(json);
      execution.begin(
        name,
        found.service,
        found.kind,
        found.kind === 'free' ? 0 : found.size(execution, ...args),
      );
      return JSON.stringify({ v: found.run(execution, ...args) ?? null });
    } catch (error) {
      if (error instanceof Death) return JSON.stringify({ x: error.message });
      if (error instanceof PlatformError) return JSON.stringify({ e: [error.name, error.message] });
      throw error;
    }
  };
}

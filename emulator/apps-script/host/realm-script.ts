/** Builds the realm's face once per process and makes a fresh realm for every execution. */
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { buildSync } from 'esbuild';
import type { Bridge } from './bridge.ts';

/** The realm's handles as the host sees them; everything behind them lives in the realm. */
export interface RealmHandles {
  /** Leaves a function `__start` in the realm that calls `fn` and reports once. */
  prepare(
    fn: unknown,
    argsJson: string,
    eventJson: string,
    mode: string,
    done: (outcome: string) => void,
  ): void;
}

export interface Realm {
  context: vm.Context;
  handles: RealmHandles;
}

let face: vm.Script | null = null;

/** The compiled face: bundled from `realm/entry.ts` at first use. */
function faceScript(): vm.Script {
  if (face !== null) return face;
  const result = buildSync({
    entryPoints: [fileURLToPath(new URL('../realm/entry.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2022',
    platform: 'neutral',
    logLevel: 'silent',
  });
  const text = result.outputFiles[0]?.text ?? '';
  face = new vm.Script(
    `(function(){const module={exports:{}};const exports=module.exports;${text}\nreturn module.exports;})()`,
    {
      filename: 'apps-script-face.js',
    },
  );
  return face;
}

/** A fresh global scope with the services of Apps Script connected to this bridge. */
export function makeRealm(bridge: Bridge): Realm {
  const context = vm.createContext(Object.create(null), { microtaskMode: 'afterEvaluate' });
  const exports: { start(bridge: Bridge): RealmHandles } = faceScript().runInContext(context);
  return { context, handles: exports.start(bridge) };
}

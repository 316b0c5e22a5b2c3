/** Runs every contract case on the emulator: one test a case, named with its source. */
import { describe, expect, it } from 'vitest';
import { createRuntime, openWorkspace } from '../../emulator/index.ts';
import { bundleSuite } from '../../scripts/live/bundle-suite.ts';

interface CaseResult {
  name: string;
  source: string;
  failure: string;
}

const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-04-01T09:00:00+09:00', seed: 7 });
workspace.addUser({ email: 'staff@cci.example.jp', name: '職員', role: 'staff' });
const runtime = createRuntime(workspace, {
  code: bundleSuite(),
  html: {},
  manifest: { timeZone: 'Asia/Tokyo' },
});

function run<T>(fn: string, args: unknown[]): T {
  const result = runtime.run({ fn, args, user: 'staff@cci.example.jp', kind: 'manual' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value as T;
}

const names = run<string[]>('contractNames', []);

describe('contract', () => {
  it('has at least 60 cases with different names', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  it.each(names.map((name, index) => ({ name, index })))('$name', ({ index }) => {
    const { results } = run<{ results: CaseResult[] }>('contractRun', [index, 1]);
    expect(results.map(({ name, failure }) => ({ name, failure }))).toEqual([
      { name: names[index], failure: '' },
    ]);
  });
});

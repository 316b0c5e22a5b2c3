/** Runs a plain `.gs` or `.js` script on a workspace: what the command `cci emulate` does. */
import type { EmulateRequest, RunResult } from '../api.ts';
import { compile, runProgram } from './host/run.ts';

/** Runs one function as the workspace's first user; with a single workbook or none it stands outside any document. */
export function emulateScript(request: EmulateRequest): RunResult {
  const { workspace, source, fileName, functionName, args } = request;
  if (process.env.TZ !== 'Asia/Tokyo') process.env.TZ = 'Asia/Tokyo';
  const owner = Object.keys(workspace.state.users)[0] ?? 'owner@example.jp';
  if (workspace.state.users[owner] === undefined) workspace.addUser({ email: owner, name: owner, role: '' });
  const bundle = { code: source, html: {}, manifest: {}, owner };
  const program = { workspace, bundle, owner, script: compile(source, fileName) };
  return runProgram(program, { fn: functionName, args, user: owner, kind: 'manual' });
}

/** Command line of `npm start`: `--reset`, `--port N` (or PORT), and the workspace's folder from CCI_WORKSPACE. */

export interface StartOptions {
  readonly reset: boolean;
  readonly port: number;
  /** Where the workspace is kept; null: the usual folder. */
  readonly folder: string | null;
}

export type ReadOptions =
  | { readonly ok: true; readonly options: StartOptions }
  | { readonly ok: false; readonly message: string };

export const usualPort = 8080;

/** Options from the arguments; an option that is not known, or a port that is none, is refused in one sentence. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ReadOptions {
  let reset = false;
  let port = environment.PORT || String(usualPort);
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '--reset') reset = true;
    else if (arg === '--port') {
      i += 1;
      port = args[i] ?? '';
    } else if (arg.startsWith('--port=')) port = arg.slice('--port='.length);
    else return { ok: false, message: `「${arg}」は分かりません。使えるのは --reset と --port 番号 です。` };
  }
  const number = Number(port);
  if (!/^\d{1,5}$/.test(port) || number > 65535) {
    return { ok: false, message: `ポート番号「${port}」は使えません。0〜65535 の数字にしてください。` };
  }
  return { ok: true, options: { reset, port: number, folder: environment.CCI_WORKSPACE || null } };
}

/** Calls from script-made pages and from menus, and the frames that show those pages. */
import type { ActiveFile, RunResult, UiRecord } from '../../api.ts';
import { respondJson } from '../core/respond.ts';
import { scriptFrameHeaders } from '../core/security.ts';
import { type Answered, type Asked, accountOf, type Face, type Handler } from '../face.ts';
import { carry, refusedName } from './serialise.ts';

/** What a run did that the page around has to show. */
export interface Effects {
  readonly alerts: readonly string[];
  readonly toasts: readonly string[];
  readonly sidebar: { readonly title: string } | null;
  readonly dialog: {
    readonly title: string;
    readonly width: number | null;
    readonly height: number | null;
    readonly modal: boolean;
  } | null;
  readonly select: { readonly sheetId: number; readonly a1: string } | null;
}

export function effectsOf(ui: UiRecord): Effects {
  return {
    alerts: ui.alerts,
    toasts: ui.toasts,
    sidebar: ui.sidebar ? { title: ui.sidebar.title } : null,
    dialog: ui.dialog
      ? {
          title: ui.dialog.title,
          width: ui.dialog.width,
          height: ui.dialog.height,
          modal: ui.dialog.modal,
        }
      : null,
    select: ui.redirect ? { sheetId: ui.redirect.sheetId, a1: ui.redirect.a1 } : null,
  };
}

/** The effects of several runs, in order; the last sidebar, dialog and selection stand. */
export function effectsOfAll(runs: readonly RunResult[]): Effects {
  const all = runs.map((run) => effectsOf(run.ui));
  const failed = runs.flatMap((run) => (run.ok ? [] : [run.error.message]));
  return {
    alerts: [...all.flatMap((one) => one.alerts), ...failed],
    toasts: all.flatMap((one) => one.toasts),
    sidebar: all.reduce<Effects['sidebar']>((last, one) => one.sidebar ?? last, null),
    dialog: all.reduce<Effects['dialog']>((last, one) => one.dialog ?? last, null),
    select: all.reduce<Effects['select']>((last, one) => one.select ?? last, null),
  };
}

interface Call {
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly file: string;
}

function readCall(json: unknown): Call | null {
  if (typeof json !== 'object' || json === null) return null;
  const { fn, args, file } = json as Record<string, unknown>;
  if (typeof fn !== 'string' || !Array.isArray(args) || typeof file !== 'string') return null;
  return { fn, args, file };
}

function active(face: Face, file: string): { activeFile?: ActiveFile } {
  const { state } = face.runtime.workspace;
  if (state.spreadsheets[file]) return { activeFile: { id: file, type: 'spreadsheet' } };
  if (state.forms[file]) return { activeFile: { id: file, type: 'form' } };
  return {};
}

function answer(result: RunResult): Answered {
  const effects = effectsOf(result.ui);
  if (!result.ok) {
    return respondJson({ ok: false, name: result.error.name, message: result.error.message, effects });
  }
  const carried = carry(result.value);
  if (!carried.ok) {
    const message = `戻り値を渡せません（${carried.path}: ${carried.reason}）。`;
    return respondJson({ ok: false, name: 'TypeError', message, effects });
  }
  return respondJson({ ok: true, value: carried.value, effects });
}

/** `google.script.run` arrives here. */
export const callFunction: Handler = (face, asked) => {
  const call = readCall(asked.json);
  if (!call) return respondJson({ ok: false, name: 'TypeError', message: '呼び出しの形が違います。' }, 400);
  const refused = refusedName(call.fn);
  if (refused !== '') return respondJson({ ok: false, name: 'ReferenceError', message: refused });
  const user = accountOf(face, asked.person);
  return answer(
    face.runtime.run({ fn: call.fn, args: call.args, user, kind: 'rpc', ...active(face, call.file) }),
  );
};

/** A menu item was chosen: only functions that the opened file's menus name are run. */
export const runMenu: Handler = (face, asked) => {
  const call = readCall(asked.json);
  const file = call ? active(face, call.file).activeFile : undefined;
  if (!call || !file)
    return respondJson({ ok: false, name: 'TypeError', message: '呼び出しの形が違います。' }, 400);
  const user = accountOf(face, asked.person);
  const menus = face.runtime.openFile(file, user).flatMap((run) => run.ui.menus);
  if (!menus.some((menu) => menu.items.some((item) => item.fn !== '' && item.fn === call.fn))) {
    return respondJson(
      { ok: false, name: 'ReferenceError', message: `メニューに「${call.fn}」はありません。` },
      403,
    );
  }
  return answer(face.runtime.run({ fn: call.fn, args: [], user, kind: 'menu', activeFile: file }));
};

export const closeFrame: Handler = (face, asked) => {
  face.runtime.closeHtml(
    accountOf(face, asked.person),
    asked.params.kind === 'dialog' ? 'dialog' : 'sidebar',
  );
  return respondJson({ ok: true });
};

/** Puts the runner script before everything else of a script-made page. */
export function withRunner(page: string, runner: string): string {
  const script = `<script>${runner.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--')}</script><base target="_blank">`;
  const head = /<head(?:\s[^>]*)?>/i.exec(page);
  if (head) {
    const at = head.index + head[0].length;
    return page.slice(0, at) + script + page.slice(at);
  }
  const doctype = /^\s*<!doctype[^>]*>/i.exec(page);
  const at = doctype ? doctype[0].length : 0;
  return `${page.slice(0, at) || '<!doctype html>'}${script}${page.slice(at)}`;
}

/** The page that a script opened as sidebar or dialog, for its sandboxed frame. */
export function frameHandler(runner: string): Handler {
  return (face: Face, asked: Asked): Answered => {
    const kind = asked.params.kind === 'dialog' ? 'dialog' : 'sidebar';
    const shown = face.runtime.openHtml(accountOf(face, asked.person), kind);
    const body = shown ? withRunner(shown.html, runner) : '<!doctype html><title>閉じています</title>';
    return {
      status: shown ? 200 : 404,
      headers: { ...scriptFrameHeaders, 'content-type': 'text/html; charset=utf-8' },
      body,
    };
  };
}

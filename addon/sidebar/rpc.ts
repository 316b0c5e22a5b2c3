/**
 * The only way out of the sidebar: one typed call to the server's `rpc` function, with both handlers always
 * set, as a promise that never rejects
 * (https://developers.google.com/apps-script/guides/html/reference/run).
 */
import type { Input, IssueView, MethodName, Outputs } from '../view/protocol.ts';

/** A call on its way to the server. */
export interface CallRun {
  withSuccessHandler(handler: (reply: unknown) => void): CallRun;
  withFailureHandler(handler: (error: unknown) => void): CallRun;
  rpc(method: string, input: object): void;
}

/** What `google.script.run` is to this client; the server has one function for calls, and one for each page that it opens. */
export interface ScriptRun extends CallRun {
  withSuccessHandler(handler: (reply: unknown) => void): ScriptRun;
  withFailureHandler(handler: (error: unknown) => void): ScriptRun;
  showForms(): void;
  /** `screen`: a name of `addon/view/office-screens.ts`, '' for the first. */
  showOffice(screen: string): void;
  showRules(): void;
}

/** Opens another page beside the sidebar; what went wrong is told as an issue. */
function opened(run: () => ScriptRun, open: (runner: ScriptRun) => void): Promise<IssueView | null> {
  return new Promise((resolve) => {
    open(
      run()
        .withSuccessHandler(() => resolve(null))
        .withFailureHandler((error) => resolve(failure(error))),
    );
  });
}

export const openForms = (run: () => ScriptRun): Promise<IssueView | null> =>
  opened(run, (runner) => runner.showForms());

export const openRules = (run: () => ScriptRun): Promise<IssueView | null> =>
  opened(run, (runner) => runner.showRules());

export const openOffice = (run: () => ScriptRun, screen: string): Promise<IssueView | null> =>
  opened(run, (runner) => runner.showOffice(screen));

/** What a call comes to: a result, or issues in words. */
export type Answer<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly issues: readonly IssueView[] };

export type Call = <M extends MethodName>(method: M, input: Input<M>) => Promise<Answer<Outputs[M]>>;

/** Makes the sidebar's call function over a way to get a fresh runner (each call needs its own handlers). */
export function createCall(run: () => ScriptRun): Call {
  return <M extends MethodName>(method: M, input: Input<M>) => callServer<Outputs[M]>(run, method, input);
}

/** Calls a method of a protocol that says what comes back: the server answers with nothing else. */
export function callServer<T>(run: () => CallRun, method: string, input: object): Promise<Answer<T>> {
  return new Promise<Answer<T>>((resolve) => {
    const fail = (error: unknown): void => resolve({ ok: false, issues: [failure(error)] });
    try {
      run()
        .withSuccessHandler((reply) => {
          if (isAnswer<T>(reply)) resolve(reply);
          else fail(null);
        })
        .withFailureHandler(fail)
        .rpc(method, input);
    } catch (error) {
      fail(error);
    }
  });
}

function isAnswer<T>(reply: unknown): reply is Answer<T> {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false;
  return reply.ok === true ? 'result' in reply : 'issues' in reply && Array.isArray(reply.issues);
}

/** What a broken call looks like from outside, by what the platform writes in its exceptions. */
const failures: readonly {
  readonly pattern: RegExp;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}[] = [
  {
    pattern: /authoriz|permission|権限|承認/i,
    code: 'client.permission',
    message: 'Google が、この操作の許可を確かめられませんでした。',
    remedy:
      'シートを開き直し、メニュー「会議所キット」からもう一度開いてください。続くときは、シートの持ち主に編集の権限を確かめてください。',
  },
  {
    pattern: /maximum execution time|timed? ?out|制限時間|時間切れ/i,
    code: 'client.time-limit',
    message: '処理が Google の制限時間までに終わりませんでした。',
    remedy: 'もう一度同じボタンを押してください。途中までの分は残っており、二重にはなりません。',
  },
  {
    pattern: /too many times|quota|rate limit|回数|上限/i,
    code: 'client.quota',
    message: '今日 Google で使える回数の上限に達しました。',
    remedy: '上限は24時間ほどで戻ります。明日もう一度お試しください。集まった回答は失われません。',
  },
];

/** An issue in words for an exception; the exception's own text is not shown (it may quote an answer). */
export function failure(error: unknown): IssueView {
  const text = error instanceof Error ? error.message : String(error);
  const known = failures.find((row) => row.pattern.test(text));
  return {
    code: known?.code ?? 'client.no-answer',
    severity: 'error',
    severityLabel: '中断',
    key: '',
    label: '',
    message: known?.message ?? 'サーバーから返事がありませんでした。',
    remedy:
      known?.remedy ??
      '通信を確かめて、もう一度お試しください。続くときはシートを開き直してください。入力した内容はこの画面に残っています。',
    value: '',
    suggestion: '',
  };
}

/** What every action works with: the state, the server, a clock for delays, and where the keyboard focus goes. */
import type { ScreenName as OfficeScreen } from '../view/office-screens.ts';
import type { Input, IssueView, MethodName, Outputs } from '../view/protocol.ts';
import type { Call } from './rpc.ts';
import type { State } from './state.ts';
import { fail, type Workplace, workWith } from './work.ts';

export { done, fail, headingId, noticeId } from './work.ts';

export interface App extends Workplace<State> {
  readonly call: Call;
  /** Opens the page フォームの作成と更新; null when it is open. */
  readonly openForms: () => Promise<IssueView | null>;
  /** Opens the page 点検と設定 at a screen. */
  readonly openOffice: (screen: OfficeScreen) => Promise<IssueView | null>;
  /** Opens the page 規程を調べる. */
  readonly openRules: () => Promise<IssueView | null>;
  /** Puts text on the clipboard from the element with this id; false when the browser refuses. */
  readonly copy: (text: string, fromId: string) => Promise<boolean>;
  /** The bytes of a file of this computer as base64; null when it cannot be read. */
  readonly readBase64: (file: File) => Promise<string | null>;
}

/** Calls a method that changes something (`workWith`); its problems are shown as a notice. */
export async function work<M extends MethodName>(
  app: App,
  id: string,
  method: M,
  input: Input<M>,
  reloadOnFailure = false,
): Promise<Outputs[M] | null> {
  const reply = await workWith(app, id, () => app.call(method, input));
  if (reply === null || reply.ok) return reply?.result ?? null;
  fail(app, reply.issues, reloadOnFailure);
  return null;
}

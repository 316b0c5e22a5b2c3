/** What every action of the page 点検と設定 works with, and the two ways to ask the server something. */
import type { Answer } from '../sidebar/rpc.ts';
import { failed, type Loaded, loaded, loading } from '../sidebar/store.ts';
import { fail, type Workplace, workWith } from '../sidebar/work.ts';
import type { AccessOutputs } from '../view/access-protocol.ts';
import type { HealthOutputs } from '../view/health-protocol.ts';
import type { MeetingOutputs } from '../view/meeting-protocol.ts';
import type { OfficeOutputs } from '../view/office-protocol.ts';
import type { Input } from '../view/protocol.ts';
import type { ReleaseOutputs } from '../view/release-protocol.ts';
import type { RetentionOutputs } from '../view/retention-protocol.ts';
import type { State } from './state.ts';

export interface PageOutputs
  extends AccessOutputs,
    HealthOutputs,
    MeetingOutputs,
    OfficeOutputs,
    ReleaseOutputs,
    RetentionOutputs {}
export type PageMethod = keyof PageOutputs;

export type PageCall = <M extends PageMethod>(method: M, input: Input<M>) => Promise<Answer<PageOutputs[M]>>;

export interface App extends Workplace<State> {
  readonly call: PageCall;
  /** Opens the page フォームの作成と更新 in the place of this one. */
  readonly openForms: () => Promise<void>;
}

/** Calls a method that changes something; its problems are shown as a notice. Null when it failed. */
export async function work<M extends PageMethod>(
  app: App,
  id: string,
  method: M,
  input: Input<M>,
): Promise<PageOutputs[M] | null> {
  const reply = await workWith(app, id, () => app.call(method, input));
  if (reply === null || reply.ok) return reply?.result ?? null;
  fail(app, reply.issues, true);
  return null;
}

type PartName = { [K in keyof State]: State[K] extends object ? K : never }[keyof State];

/** Changes one part of the state: what most actions do. */
export function change<K extends PartName>(app: App, name: K, part: Partial<State[K]>): void {
  app.store.update((state) => ({ ...state, [name]: { ...state[name], ...part } }));
}

/** Asks for something to show; `read` and `put` say where it stands in the state. */
export async function fetchInto<M extends PageMethod>(
  app: App,
  method: M,
  input: Input<M>,
  read: (state: State) => Loaded<PageOutputs[M]>,
  put: (value: Loaded<PageOutputs[M]>) => void,
): Promise<void> {
  put(loading(read(app.store.get())));
  const reply = await app.call(method, input);
  put(reply.ok ? loaded(reply.result) : failed(read(app.store.get()), reply.issues));
}

/** Actions of 代理入力: finding a business, typing in what it said, saving; finding one for 要確認 too. */
import type { AnswerView } from '../../view/register-protocol.ts';
import { type App, done, headingId, work } from '../app.ts';
import { entryFaults, groundOf, typedAnswer } from '../entry-check.ts';
import { type EnterState, emptyEnter, emptyFind } from '../register-state.ts';
import { failed, loaded, loading, notLoaded } from '../store.ts';
import { typingPause } from './long-list.ts';
import { changer } from './part.ts';

export interface EnterActions {
  /** Sends the search once typing has settled. */
  findBusinesses(text: string, settled: boolean): void;
  openEnter(): void;
  openBusiness(businessNumber: string): Promise<void>;
  leaveBusiness(): void;
  changeEnter(part: Partial<Pick<EnterState, 'ground' | 'otherGround' | 'status' | 'respondent'>>): void;
  /** Opens a field with what the ledger holds. */
  openField(key: string): void;
  typeField(key: string, text: string): void;
  closeField(key: string): void;
  saveEntry(): Promise<void>;
}

export function enterActions(
  app: App,
  showAnswer: (view: AnswerView) => void,
  reloadRegister: () => Promise<void>,
): EnterActions {
  const { store } = app;
  const change = changer(app, 'enter');
  const changeFind = changer(app, 'find');
  let asked = 0;
  let callOff: () => void = () => undefined;

  async function find(search: string): Promise<void> {
    const mine = ++asked;
    changeFind((part) => ({ found: loading(part.found) }));
    const reply = await app.call('findBusinesses', { search });
    if (mine !== asked) return;
    changeFind((part) => ({ found: reply.ok ? loaded(reply.result) : failed(part.found, reply.issues) }));
  }

  return {
    findBusinesses(text, settled) {
      changeFind(() => ({ search: text }));
      callOff();
      if (!settled) return;
      if (text.trim() === '') {
        asked += 1;
        changeFind(() => ({ found: notLoaded() }));
      } else callOff = app.later(typingPause, () => void find(text.trim()));
    },

    openEnter() {
      store.update((state) => ({
        ...state,
        screen: 'enter',
        notice: null,
        enter: emptyEnter,
        find: emptyFind,
      }));
      app.focus(headingId);
    },

    async openBusiness(businessNumber) {
      const business = await work(app, `business-${businessNumber}`, 'business', { businessNumber });
      if (business === null) return;
      store.update((state) => ({ ...state, enter: { ...emptyEnter, business: loaded(business) } }));
      app.focus(headingId);
    },

    leaveBusiness() {
      store.update((state) => ({ ...state, enter: emptyEnter, notice: null }));
      app.focus('find-business');
    },

    changeEnter(part) {
      change(() => ({ ...part, faults: {} }));
    },

    openField(key) {
      const one = store.get().enter.business.value?.fields.find((field) => field.key === key);
      change((part) => ({ typed: { ...part.typed, [key]: one?.typed ?? '' }, faults: {} }));
      app.focus(`enter-${key}`);
    },

    typeField(key, text) {
      change((part) => ({ typed: { ...part.typed, [key]: text }, faults: {} }));
    },

    closeField(key) {
      change((part) => {
        const { [key]: _closed, ...typed } = part.typed;
        return { typed };
      });
      app.focus(`open-${key}`);
    },

    async saveEntry() {
      const { enter } = store.get();
      const business = enter.business.value;
      if (business === null) return;
      const faults = entryFaults(business, enter);
      change(() => ({ faults }));
      const [first] = Object.keys(faults);
      if (first !== undefined) {
        app.focus(`entry-${first}`);
        return;
      }
      const view = await work(app, 'enter', 'enterAnswer', {
        businessNumber: business.businessNumber,
        ground: groundOf(enter),
        typed: { ...typedAnswer(business, enter) },
      });
      if (view === null) return;
      showAnswer(view);
      done(app, `代理入力を受け付けました（${view.receiptNumber}）。内容を確かめて承認してください。`);
      await reloadRegister();
    },
  };
}

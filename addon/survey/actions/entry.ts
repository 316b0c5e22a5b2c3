/** Actions of typing in an answer that came on paper or by telephone. */
import { loaded } from '../../sidebar/store.ts';
import { done, fail, workWith } from '../../sidebar/work.ts';
import type { SurveyPersonView } from '../../view/survey-protocol.ts';
import { type App, work } from '../app.ts';
import { type EntryState, emptyEntry } from '../state.ts';

export interface EntryActions {
  openEntry(): void;
  closeEntry(): void;
  changeEntry(part: Partial<EntryState>): void;
  type(key: string, text: string): void;
  findPeople(): Promise<void>;
  choosePerson(person: SurveyPersonView): void;
  saveEntry(): Promise<void>;
}

export const entryHeadingId = 'entry-heading';
export const searchId = 'entry-search';
export const questionId = (key: string): string => `entry-${key}`;

const channels = ['紙・郵送', 'FAX', '電話', '窓口・訪問'] as const;

export function entryActions(app: App): EntryActions {
  const { store } = app;
  const change = (part: Partial<EntryState>): void =>
    store.update((state) => ({ ...state, entry: { ...(state.entry ?? emptyEntry), ...part } }));
  const roundId = (): string => store.get().round.value?.roundId ?? '';

  return {
    openEntry() {
      change({ ...emptyEntry, channel: channels[0] });
      app.focus(searchId);
    },
    closeEntry() {
      store.update((state) => ({ ...state, entry: null }));
      app.focus('entering');
    },
    changeEntry: change,
    type(key, text) {
      const typed = { ...(store.get().entry?.typed ?? {}), [key]: text };
      change({ typed, faults: {} });
    },
    async findPeople() {
      const search = store.get().entry?.search.trim() ?? '';
      if (search === '') {
        app.focus(searchId);
        return;
      }
      const found = await work(app, 'find', 'findSurveyPeople', { roundId: roundId(), search });
      if (found === null) return;
      change({ found, person: null });
      app.focus(found.length === 0 ? searchId : 'found-0');
    },
    choosePerson(person) {
      change({ person, found: null, typed: {}, faults: {} });
      app.focus(entryHeadingId);
    },
    async saveEntry() {
      const { entry } = store.get();
      const channel = channels.find((one) => one === entry?.channel);
      if (entry?.person == null || channel === undefined) return;
      const { number, name } = entry.person;
      const reply = await workWith(app, 'save-entry', () =>
        app.call('enterSurvey', { roundId: roundId(), number, channel, typed: { ...entry.typed } }),
      );
      if (reply === null) return;
      if (!reply.ok) {
        const faults = Object.fromEntries(
          reply.issues.filter(({ key }) => key !== '').map((one) => [one.key, `${one.message}${one.remedy}`]),
        );
        change({ faults });
        const [first] = Object.keys(faults);
        if (first === undefined) fail(app, reply.issues, false);
        else app.focus(questionId(first));
        return;
      }
      store.update((state) => ({ ...state, round: loaded(reply.result) }));
      change({ ...emptyEntry, channel });
      done(app, `${name}の回答を記録しました。続けて入力できます。`);
      app.focus(searchId);
    },
  };
}

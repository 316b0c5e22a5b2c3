/** Actions of さがす: ask, choose a document, read in context, copy. */
import type { Hit } from '../../../shared/corpus/lookup.ts';
import { groupAt } from '../../../shared/corpus/lookup-reading.ts';
import { done, fail, headingId } from '../../sidebar/work.ts';
import { type App, change } from '../app.ts';
import { citationOf, citedText, versionOf } from '../cited.ts';
import { hitsAtOnce } from '../state.ts';

export interface Place {
  readonly document: string;
  readonly address: string;
}

export interface SearchActions {
  /** Typing: searched a moment later, since nobody else is asked. */
  changeQuestion(question: string): void;
  changeDocument(title: string): void;
  search(): void;
  showMore(): void;
  /** Reads a place in its surroundings. `fromId`: what opened it. */
  read(place: Place, fromId: string): void;
  /** One article more before (-1) or behind. */
  widen(step: 1 | -1): void;
  /** The article before or after, in the place of this one. */
  turn(step: 1 | -1): void;
  closeReading(): void;
  copyRule(of: Pick<Hit, 'document' | 'address' | 'text'> & { readonly heading: string }): Promise<void>;
}

export const questionId = 'question';

export function searchActions(app: App): SearchActions {
  const { store } = app;
  let callOff: () => void = () => undefined;

  const actions: SearchActions = {
    changeQuestion(question) {
      change(app, 'search', { question });
      callOff();
      callOff = app.later(250, () => actions.search());
    },
    changeDocument(document) {
      change(app, 'search', { document });
      actions.search();
    },
    search() {
      callOff();
      const { lookup, search } = store.get();
      if (lookup === null) return;
      const { question, document } = search;
      const found = question.trim() === '' ? null : lookup.search(question, document, 100);
      store.update((state) => ({
        ...state,
        notice: null,
        search: { ...state.search, found, most: hitsAtOnce },
      }));
    },
    showMore() {
      const { most } = store.get().search;
      change(app, 'search', { most: most + hitsAtOnce });
      app.focus(`hit-${most}`);
    },
    read({ document, address }, fromId) {
      store.update((state) => ({
        ...state,
        notice: null,
        reading: {
          document,
          address,
          before: 0,
          after: 1,
          fromId: state.reading?.fromId ?? `${state.screen}:${fromId}`,
        },
      }));
      app.focus(headingId);
    },
    widen(step) {
      store.update((state) =>
        state.reading === null
          ? state
          : {
              ...state,
              reading: {
                ...state.reading,
                before: state.reading.before + (step < 0 ? 1 : 0),
                after: state.reading.after + (step > 0 ? 3 : 0),
              },
            },
      );
    },
    turn(step) {
      const { lookup, reading } = store.get();
      if (lookup === null || reading === null) return;
      const groups = lookup.groups(reading.document);
      const next = groups[groupAt(groups, reading.address) + step];
      if (next === undefined) return;
      const address = next.blocks[0]?.address ?? next.address;
      store.update((state) => ({ ...state, reading: { ...reading, address, before: 0, after: 1 } }));
      app.focus(headingId);
    },
    closeReading() {
      const { reading } = store.get();
      if (reading === null) return;
      store.update((state) => ({ ...state, reading: null }));
      const [, id = ''] = reading.fromId.split(':');
      app.focus(id === '' ? headingId : id);
    },
    async copyRule({ document, address, heading, text }) {
      const { lookup, view } = store.get();
      const known = lookup?.documents.find(({ title }) => title === document);
      const version = versionOf(known, view.value?.bundle?.at ?? '');
      if (await app.copy(citedText({ document, address, heading, text }, version))) {
        done(app, `${citationOf(document, address)}を写しました。貼り付けると、番地と版も付きます。`);
        return;
      }
      fail(
        app,
        [
          {
            code: 'client.copy',
            severity: 'info',
            severityLabel: '情報',
            key: '',
            label: '',
            message: 'ブラウザーがコピーを許しませんでした。',
            remedy: '本文を選び、Ctrl+C（Mac は ⌘+C）でコピーしてください。',
            value: '',
            suggestion: '',
          },
        ],
        false,
      );
    },
  };
  return actions;
}

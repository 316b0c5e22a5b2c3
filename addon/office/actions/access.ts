/** Actions of 権限: change the list, add a person, save it. */
import type { Role } from '../../../shared/settings/roles.ts';
import { loaded } from '../../sidebar/store.ts';
import { done, headingId } from '../../sidebar/work.ts';
import { type App, change, fetchInto, work } from '../app.ts';
import { addFault, samePeople, withPerson, withRole } from '../people.ts';
import type { AccessState, PersonDraft } from '../state.ts';

export interface AccessActions {
  loadAccess(): Promise<void>;
  setRole(person: string, role: Role, on: boolean): void;
  changeAdded(address: string): void;
  addPerson(): void;
  removePerson(person: string): void;
  dropPeople(): void;
  savePeople(): Promise<void>;
}

export const addedId = 'added-person';

/** The list on screen: as it is to be, else as it is. */
export const peopleOf = ({ draft, view }: AccessState): readonly PersonDraft[] =>
  draft ?? view.value?.people ?? [];

export function accessActions(app: App): AccessActions {
  const part = (): AccessState => app.store.get().access;

  function put(list: readonly PersonDraft[]): void {
    const same = samePeople(part().view.value?.people ?? [], list);
    change(app, 'access', { draft: same ? null : list });
  }

  const loadLog = (): Promise<void> =>
    fetchInto(
      app,
      'operations',
      {},
      (state) => state.access.log,
      (log) => change(app, 'access', { log }),
    );

  return {
    async loadAccess() {
      await fetchInto(
        app,
        'access',
        {},
        (state) => state.access.view,
        (view) => change(app, 'access', { view }),
      );
      await loadLog();
    },
    setRole: (person, role, on) => put(withRole(peopleOf(part()), person, role, on)),
    changeAdded: (added) => change(app, 'access', { added, fault: '' }),
    addPerson() {
      const { view, added } = part();
      if (view.value === null) return;
      const list = peopleOf(part());
      const fault = addFault(list, added);
      if (fault === '') {
        put(withPerson(list, added, view.value));
        change(app, 'access', { added: '' });
      } else change(app, 'access', { fault });
      app.focus(addedId);
    },
    removePerson(person) {
      put(peopleOf(part()).filter((one) => one.person !== person));
      app.focus(addedId);
    },
    dropPeople() {
      change(app, 'access', { draft: null, fault: '' });
      app.focus(headingId);
    },
    async savePeople() {
      const people = peopleOf(part()).map(({ person, roles }) => ({ person, roles: [...roles] }));
      const view = await work(app, 'save-access', 'saveAccess', { people });
      if (view === null) return;
      change(app, 'access', { view: loaded(view), draft: null, fault: '' });
      done(app, '役割を保存しました。次の操作から効きます。');
      app.focus(headingId);
      await loadLog();
    },
  };
}

/** 権限: people and their roles, a person to add, and who did what. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { dd, div, dl, dt, p, span } from '../../sidebar/dom/tags.ts';
import { count, shortTime } from '../../sidebar/format.ts';
import { heading } from '../../sidebar/parts/button.ts';
import { card } from '../../sidebar/parts/page.ts';
import { couldNotLoad, skeleton } from '../../sidebar/parts/waiting.ts';
import type { AccessView } from '../../view/access-protocol.ts';
import { addedId, peopleOf } from '../actions/access.ts';
import type { Actions } from '../actions/index.ts';
import { saveWarnings } from '../people.ts';
import type { PersonDraft, State } from '../state.ts';
import { saveBar, shown } from './shown.ts';

export function accessScreen(state: State, actions: Actions): VNode {
  const { view } = state.access;
  return shown(
    state,
    '権限',
    view,
    () => void actions.loadAccess(),
    (access) => {
      const people = peopleOf(state.access);
      return [
        heading('権限'),
        p(access.people.length === 0 ? 'note note-warning' : 'lead', access.words),
        !access.mayChange && p('note note-warning', 'この表を変えるには「設定」の役割が必要です。'),
        card(
          'だれが何をできるか',
          people.length > 0 && table(access, people, actions),
          access.mayChange && addLine(state, actions),
          meanings(access),
        ),
        logCard(state, actions),
        state.access.draft !== null &&
          saveBar(state, {
            words: '役割の表を変えました。まだ保存していません。',
            warnings: saveWarnings(access.people, people, access.me),
            work: 'save-access',
            save: () => void actions.savePeople(),
            drop: () => actions.dropPeople(),
          }),
      ];
    },
  );
}

/** A table that narrow windows show as a card a person; its roles are said outright, since cards lose those of a table. */
function table(access: AccessView, people: readonly PersonDraft[], actions: Actions): VNode {
  const head = (text: string): VNode => h('th', { role: 'columnheader', scope: 'col' }, text);
  return h(
    'table',
    { class: 'people', role: 'table', 'aria-label': '役割の表' },
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        head('担当者'),
        access.roles.map(({ label }) => head(label)),
        access.mayChange && h('th', { role: 'columnheader', scope: 'col' }, span('spoken', '外す')),
      ),
    ),
    h(
      'tbody',
      { role: 'rowgroup' },
      people.map((one) =>
        h(
          'tr',
          { role: 'row', key: one.person, class: 'person' },
          h(
            'th',
            { role: 'rowheader', scope: 'row', class: 'data' },
            one.person,
            one.person === access.me && span('mark mark-info', 'あなた'),
          ),
          access.roles.map(({ id, label }) => roleCell(access, one, id, label, actions)),
          access.mayChange &&
            h(
              'td',
              { role: 'cell', class: 'person-off' },
              h(
                'button',
                {
                  type: 'button',
                  class: 'button button-quiet',
                  'aria-label': `${one.person} を外す`,
                  on: { click: () => actions.removePerson(one.person) },
                },
                span('button-label', '外す'),
              ),
            ),
        ),
      ),
    ),
  );
}

function roleCell(
  access: AccessView,
  one: PersonDraft,
  role: PersonDraft['roles'][number],
  label: string,
  actions: Actions,
): VNode {
  /** Whoever has any role may look. */
  const isImplied = role === 'view' && one.roles.some((each) => each !== 'view');
  return h(
    'td',
    { role: 'cell' },
    h(
      'label',
      { class: 'role' },
      h('input', {
        type: 'checkbox',
        checked: one.roles.includes(role) || isImplied,
        disabled: !access.mayChange || isImplied,
        'aria-label': `${one.person}：${label}`,
        on: {
          change: (event) =>
            actions.setRole(
              one.person,
              role,
              event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked,
            ),
        },
      }),
      h('span', { class: 'role-name', 'aria-hidden': 'true' }, label),
    ),
  );
}

function addLine(state: State, actions: Actions): VNode {
  const { added, fault } = state.access;
  return h(
    'form',
    {
      class: 'add-line',
      novalidate: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          actions.addPerson();
        },
      },
    },
    div(
      'field',
      h('label', { for: addedId }, '担当者を加える'),
      h('input', {
        id: addedId,
        class: 'input',
        type: 'email',
        value: added,
        placeholder: 'Google にログインするときのアドレス',
        autocomplete: 'off',
        maxlength: 200,
        'aria-invalid': fault === '' ? undefined : 'true',
        'aria-describedby': fault === '' ? undefined : 'added-fault',
        on: { input: (event) => actions.changeAdded(inputValue(event)) },
      }),
      fault !== '' && h('p', { class: 'fault', id: 'added-fault' }, fault),
    ),
    h('button', { type: 'submit', class: 'button button-plain' }, span('button-label', '加える')),
  );
}

function meanings(access: AccessView): VNode {
  return h(
    'details',
    { class: 'more', key: 'meanings' },
    h('summary', {}, '役割の意味'),
    dl(
      'meanings',
      access.roles.map(({ label, what }) => div('', dt('strong', label), dd('', what))),
    ),
    p(
      'hint',
      'ブックのオーナーは、表になくても「設定」の役割を持ちます。表から全員が締め出されることはありません。',
    ),
  );
}

const tones: Readonly<Record<string, string>> = { 実行: 'good', 権限なし: 'error' };

function logCard(state: State, actions: Actions): VNode {
  const { value, issues } = state.access.log;
  if (value === null) {
    return card(
      '最近の操作',
      issues.length > 0 ? couldNotLoad(state, issues, () => void actions.loadAccess()) : skeleton([100, 80]),
    );
  }
  return card(
    '最近の操作',
    value.rows.length === 0
      ? p('blank', 'まだ何も記録されていません。')
      : h(
          'div',
          { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': '最近の操作の表' },
          h(
            'table',
            { class: 'log' },
            h(
              'thead',
              {},
              h(
                'tr',
                {},
                ['日時', '担当者', '操作', '結果'].map((text) => h('th', { scope: 'col' }, text)),
              ),
            ),
            h(
              'tbody',
              {},
              value.rows.map((row) =>
                h(
                  'tr',
                  {},
                  h('td', { class: 'nowrap' }, shortTime(row.at, state.today)),
                  h('td', { class: 'data' }, row.by),
                  h('td', { class: 'data' }, row.what),
                  h('td', {}, span(`mark mark-${tones[row.result] ?? 'warning'}`, row.result)),
                ),
              ),
            ),
          ),
        ),
    p(
      'hint',
      `シート「${value.sheet}」に、すべて（${count(value.total)}件）残っています。入力した内容は記録しません。`,
    ),
  );
}

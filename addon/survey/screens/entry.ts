/** 代理入力: an answer that came on paper or by telephone. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { div, li, p, span, ul } from '../../sidebar/dom/tags.ts';
import { button } from '../../sidebar/parts/button.ts';
import { checks, radios } from '../../sidebar/parts/choice.ts';
import { field } from '../../sidebar/parts/field.ts';
import type { SurveyQuestionView, SurveyView } from '../../view/survey-protocol.ts';
import { entryHeadingId, questionId, searchId } from '../actions/entry.ts';
import type { Actions } from '../actions/index.ts';
import type { EntryState, State } from '../state.ts';
import { focusCard } from './card.ts';

export function entryCard(state: State, survey: SurveyView, actions: Actions): VNode | null {
  if (survey.state !== 'open' || !survey.mayEnter) return null;
  const { entry } = state;
  return focusCard(
    'entering',
    '紙・電話の回答',
    entry === null &&
      div(
        'acts',
        button(state, { label: '回答を入力する', onPress: () => actions.openEntry() }),
        p('hint', '前に届いた回答は消えません。数えるのは新しいほうで、入力した人と経路が残ります。'),
      ),
    entry !== null && entry.person === null && searchForm(state, entry, actions),
    entry !== null && entry.person !== null && answerForm(state, survey, entry, actions),
  );
}

function searchForm(state: State, entry: EntryState, actions: Actions): VNode {
  return div(
    'stack',
    h(
      'form',
      {
        class: 'ask',
        novalidate: true,
        on: {
          submit: (event) => {
            event.preventDefault();
            void actions.findPeople();
          },
        },
      },
      div(
        'field',
        h('label', { for: searchId }, '事業所をさがす'),
        h('input', {
          id: searchId,
          class: 'input',
          value: entry.search,
          autocomplete: 'off',
          placeholder: '名前の一部か、番号',
          on: { input: (event) => actions.changeEntry({ search: inputValue(event) }) },
        }),
      ),
      h('button', { type: 'submit', class: 'button button-plain' }, span('button-label', 'さがす')),
      button(state, { label: '閉じる', look: 'quiet', onPress: () => actions.closeEntry() }),
    ),
    entry.found !== null &&
      entry.found.length === 0 &&
      p('hint', '見つかりません。名前の一部で試してください。'),
    entry.found !== null &&
      ul(
        'found',
        entry.found.map((person, at) =>
          li(
            '',
            h(
              'button',
              {
                type: 'button',
                id: `found-${at}`,
                class: 'found-person',
                on: { click: () => actions.choosePerson(person) },
              },
              span('strong data', person.name),
              span(
                'hint data',
                [person.number, person.chamber, person.industry].filter((one) => one !== '').join('・'),
              ),
              person.answer === '回答済み' && span('mark mark-good', person.answer),
            ),
          ),
        ),
      ),
  );
}

function answerForm(state: State, survey: SurveyView, entry: EntryState, actions: Actions): VNode {
  const { person } = entry;
  return div(
    'stack',
    h('h3', { id: entryHeadingId, tabindex: -1, class: 'data' }, `${person?.name ?? ''}の回答`),
    person?.answer === '回答済み' &&
      p('note', '回答済みの事業所です。ここに入れると、こちらが新しい回答になります。'),
    field({
      id: 'entry-channel',
      label: '経路',
      value: entry.channel,
      options: survey.channelWords.map((label) => ({ value: label, label })),
      onInput: (channel) => actions.changeEntry({ channel }),
    }),
    survey.questions.map((question) => questionField(question, entry, actions)),
    div(
      'bar-row',
      button(state, { label: 'ほかの事業所', look: 'quiet', onPress: () => actions.openEntry() }),
      button(state, {
        label: 'この回答を記録する',
        look: 'primary',
        work: 'save-entry',
        working: '記録しています…',
        onPress: () => void actions.saveEntry(),
      }),
    ),
  );
}

/** Options in a row where they are few and short; a list where they are many. */
function questionField(question: SurveyQuestionView, entry: EntryState, actions: Actions): VNode {
  const { key, title, options, several, unit } = question;
  const id = questionId(key);
  const value = entry.typed[key] ?? '';
  const fault = entry.faults[key];
  const list = options.map((label) => ({ value: label, label }));
  if (several)
    return checks({
      id,
      legend: title,
      options: list,
      values: value === '' ? [] : value.split(';'),
      fault,
      className: 'choices choices-row',
      onChange: (values) => actions.type(key, values.join(';')),
    });
  if (options.length > 7)
    return field({
      id,
      label: title,
      value,
      fault,
      options: [{ value: '', label: '（無回答）' }, ...list],
      onInput: (text) => actions.type(key, text),
    });
  if (options.length > 0)
    return radios({
      id,
      legend: title,
      options: [...list, { value: '', label: '無回答' }],
      value,
      fault,
      className: 'choices choices-row',
      onPick: (text) => actions.type(key, text),
    });
  return field({
    id,
    label: unit === '' ? title : `${title}（${unit}）`,
    value,
    fault,
    lines: question.lines,
    onInput: (text) => actions.type(key, text),
  });
}

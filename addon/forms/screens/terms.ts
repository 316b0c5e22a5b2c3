/** 締切と定員 of a form, in its card: what stands, what is typed, and what would happen, before it does. */
import { type Child, h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p, span, ul } from '../../sidebar/dom/tags.ts';
import { cases, count } from '../../sidebar/format.ts';
import { field } from '../../sidebar/parts/field.ts';
import { issueList } from '../../sidebar/parts/issues.ts';
import { panel } from '../../sidebar/parts/panel.ts';
import { skeleton } from '../../sidebar/parts/waiting.ts';
import type { FormCardView, TermsView } from '../../view/forms-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { termsFieldId, termsPanelId, termsResultId } from '../actions/terms.ts';
import type { State } from '../state.ts';

export const termsName = ({ places }: Pick<FormCardView, 'places'>): string =>
  places === null ? '締切' : '締切と定員';

export function termsPanel(state: State, form: FormCardView, actions: Actions): VNode {
  const { view, closesOn, places, isFresh, isAsked } = state.terms;
  const seen = view.value;
  const faultOf = (key: string): string | undefined => {
    const found = isFresh && isAsked ? seen?.issues.find((one) => one.key === key) : undefined;
    return found === undefined ? undefined : `${found.message}${found.remedy}`;
  };
  const isReady = isFresh && isAsked && seen !== null && seen.changes && seen.issues.length === 0;
  return panel(
    state,
    {
      title: `「${form.title}」の${termsName(form)}`,
      headingId: termsPanelId,
      cancel: () => actions.hideTerms(),
      confirm: isReady
        ? {
            label: 'この内容に変える',
            work: 'terms',
            working: '変えています…',
            onPress: () => void actions.changeTerms(),
          }
        : { label: '変わることを確かめる', onPress: () => void actions.lookAtTerms() },
    },
    form.places !== null && seats(seen),
    div(
      'terms-fields',
      field({
        id: termsFieldId.closesOn,
        label: '締切の日',
        type: 'date',
        value: closesOn,
        hint: 'この日の終わりまで受け付けます。空にすると締切なし。',
        fault: faultOf('closesOn'),
        onInput: (value) => actions.changeDraft({ closesOn: value }),
      }),
      form.places !== null &&
        field({
          id: termsFieldId.places,
          label: '定員',
          value: places,
          hint: '数だけ。回を分けたときは1回あたり。空にすると定員なし。',
          fault: faultOf('places'),
          onInput: (value) => actions.changeDraft({ places: value }),
        }),
    ),
    form.state.id !== 'open' && openChoice(state, actions),
    isAsked && result(state, seen),
  );
}

function seats(view: TermsView | null): Child {
  if (view === null) return skeleton([60]);
  if (view.seats.length === 0) return p('hint', 'まだ申込はありません。');
  return ul(
    'terms-seats',
    view.seats.map(({ label, taken, waiting }) =>
      h(
        'li',
        { key: label },
        label !== '' && span('data', `${label}　`),
        `受付 ${count(taken)}`,
        waiting > 0 && `・キャンセル待ち ${count(waiting)}`,
      ),
    ),
  );
}

function openChoice(state: State, actions: Actions): VNode {
  return h(
    'label',
    { class: 'choice' },
    h('input', {
      id: 'terms-open',
      type: 'checkbox',
      checked: state.terms.open,
      on: {
        change: (event) =>
          actions.changeDraft({
            open: event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked,
          }),
      },
    }),
    span('choice-words', span('choice-label', '受付を再開する')),
  );
}

/** What the server says would happen. */
function result(state: State, view: TermsView | null): Child {
  const { isFresh } = state.terms;
  if (view === null || !isFresh) return p('hint', '確かめています…');
  const others = view.issues.filter(({ key }) => key === '');
  // What is wrong with a field is said beside it.
  if (others.length === 0 && view.issues.length > 0) return null;
  return h(
    'div',
    { class: 'terms-result', id: termsResultId, tabindex: -1, role: 'group', 'aria-label': '変わること' },
    others.length > 0 && issueList(others),
    view.issues.length === 0 &&
      (view.changes
        ? ul(
            'done-lines plan-lines',
            view.lines.map((line) => h('li', { key: line }, line)),
          )
        : p('', '今と同じです。変わるところはありません。')),
    view.promoted.length > 0 && promoted(view),
  );
}

function promoted(view: TermsView): VNode {
  return h(
    'section',
    { 'aria-label': '繰り上がる申込' },
    p('terms-label', `繰り上がる申込（${cases(view.promoted.length)}）`),
    ul(
      'terms-people',
      view.promoted.map(({ receiptNumber, who, count: people, hasMail }) =>
        h(
          'li',
          { key: receiptNumber },
          span('number', receiptNumber),
          span('data', who),
          span('hint', `申込数 ${count(people)}`),
          !hasMail && span('mark mark-warning', '電話で知らせる'),
        ),
      ),
    ),
  );
}

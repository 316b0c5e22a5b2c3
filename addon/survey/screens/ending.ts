/** 締切と廃棄: ends the round, then takes away what says who answered. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button } from '../../sidebar/parts/button.ts';
import { panel } from '../../sidebar/parts/panel.ts';
import type { SurveyDestructionView, SurveyView } from '../../view/survey-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { destructionId } from '../actions/round.ts';
import type { State } from '../state.ts';
import { focusCard } from './card.ts';

export function endingCard(state: State, survey: SurveyView, actions: Actions): VNode {
  return focusCard(
    'ending',
    '締切と廃棄',
    survey.destroyed !== '' &&
      p(
        '',
        `識別情報は廃棄しました（廃棄記録 ${survey.destroyed}）。誰の回答か分からない形で、表のもとだけが残っています。`,
      ),
    survey.state === 'open' && state.asking === '' && openWords(state, survey, actions),
    survey.state === 'open' && state.asking === 'close' && closePanel(state, survey, actions),
    survey.state === 'closed' && survey.destroyed === '' && closedWords(state, survey, actions),
    state.destruction !== null && destructionPanel(state, survey, state.destruction, actions),
  );
}

function openWords(state: State, survey: SurveyView, actions: Actions): VNode {
  return div(
    'stack',
    p('', `締切日（${survey.deadline}）が過ぎるとフォームは閉じます。調査は、ここで締め切るまで続きます。`),
    survey.maySend &&
      div('acts', button(state, { label: '締め切る', onPress: () => actions.askToClose(true) })),
  );
}

function closePanel(state: State, survey: SurveyView, actions: Actions): VNode {
  return panel(
    state,
    {
      title: '調査を締め切りますか',
      headingId: 'close-heading',
      cancel: () => actions.askToClose(false),
      confirm: {
        label: '締め切る',
        work: 'close',
        working: '締め切っています…',
        onPress: () => void actions.closeRound(),
      },
    },
    p('', `今の回答は ${count(survey.answered)}件（依頼 ${count(survey.asked)}件）です。`),
    p('', 'フォームを閉じ、送信待ちのメールを止めます。締め切ったあとは、回答を加えられません。'),
  );
}

function closedWords(state: State, survey: SurveyView, actions: Actions): VNode {
  return div(
    'stack',
    p(
      '',
      `締め切りました。識別情報（事業所名・アドレスなど）は、締切から ${survey.keepDays}日 で廃棄できます。`,
    ),
    survey.mayDestroy
      ? state.destruction === null &&
          div(
            'acts',
            button(state, {
              label: '廃棄する内容を確かめる',
              work: 'look-destroy',
              working: '確かめています…',
              onPress: () => void actions.lookAtDestruction(),
            }),
          )
      : p('hint', '廃棄するには「設定」の役割が必要です。'),
  );
}

function destructionPanel(
  state: State,
  survey: SurveyView,
  plan: SurveyDestructionView,
  actions: Actions,
): VNode {
  return panel(
    state,
    {
      title: '識別情報の廃棄',
      headingId: destructionId,
      danger: true,
      cancel: () => actions.closeDestruction(),
      confirm: {
        label: '廃棄する',
        work: 'destroy',
        working: '廃棄しています…',
        disabled: !plan.isDue || plan.waiting > 0,
        onPress: () => void actions.destroy(),
      },
    },
    !plan.isDue && p('note note-warning', `廃棄できるのは ${plan.dueOn} からです。`),
    plan.isDue &&
      survey.report?.url === '' &&
      p('note note-warning', '報告がまだ書き終わっていません。先に集計し直してください。'),
    plan.isDue &&
      survey.report === null &&
      p('note note-warning', 'まだ集計していません。廃棄のあとも集計できますが、自由記述は残りません。'),
    h(
      'dl',
      { class: 'pair' },
      h('dt', {}, '調査先'),
      h('dd', {}, `${count(plan.people)}事業所`),
      h('dt', {}, '回答'),
      h('dd', {}, `${count(plan.answers)}件（うち数える回答 ${count(plan.kept)}件）`),
      h('dt', {}, 'なくなるもの'),
      h('dd', {}, plan.going),
      h('dt', {}, '残るもの'),
      h('dd', {}, plan.staying),
    ),
    p('hint', 'もとに戻せません。廃棄記録に、日時と担当者が残ります。'),
  );
}

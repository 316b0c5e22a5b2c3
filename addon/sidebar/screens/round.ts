/** 照会を始める: deadline, whom to ask, what may stand in the link. */
import type { Actions } from '../actions/index.ts';
import type { VNode } from '../dom/h.ts';
import { div, p } from '../dom/tags.ts';
import { day } from '../format.ts';
import { button, heading } from '../parts/button.ts';
import { checks } from '../parts/choice.ts';
import { field } from '../parts/field.ts';
import { card, page, section } from '../parts/page.ts';
import { recipients } from '../parts/recipients.ts';
import { couldNotLoad, skeleton } from '../parts/waiting.ts';
import { walkLine } from '../parts/walk.ts';
import type { State } from '../state.ts';

export function roundScreen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.register.view;
  const { round } = state;
  return page(
    loading,
    walkLine(state, '台帳に戻る', () => actions.back()),
    heading('照会を始める'),
    p(
      'lead',
      '事業所ごとのリンクを作り、登録内容に変わりがないかをたずねます。ここではまだ、メールは送られません。',
    ),
    issues.length > 0 && couldNotLoad(state, issues, () => void actions.loadRegister()),
    value === null
      ? loading && skeleton([100, 80, 100])
      : [
          section(
            'card',
            'いつまでに',
            field({
              id: 'round-deadline',
              label: '回答の締切',
              type: 'date',
              value: round.deadline,
              hint: `法律の期限（商工会議所法10条5項）は ${day(value.deadline.date)} です。`,
              fault: round.fault === '' ? undefined : round.fault,
              onInput: (deadline) => actions.changeRound({ deadline }),
            }),
          ),
          card(
            'たずねる相手',
            recipients('round', round.filter, value.divisions, (filter) => actions.changeRound({ filter })),
          ),
          section(
            'card',
            'フォームに入れておく項目',
            checks({
              id: 'round-prefill',
              legend: 'フォームに入れておく項目',
              hint: 'いまの登録内容が入った状態でフォームが開きます。リンクを知る人に見えるため、知られて困る項目は入れないでください。',
              options: value.prefillFields.map((one) => ({ value: one.key, label: one.label })),
              values: round.prefill,
              onChange: (prefill) => actions.changeRound({ prefill }),
            }),
          ),
          div(
            'bar-bottom',
            button(state, {
              label: 'この内容で照会を始める',
              work: 'round',
              working: '照会を用意しています…',
              look: 'primary',
              wide: true,
              onPress: () => void actions.startRound(),
            }),
          ),
        ],
  );
}

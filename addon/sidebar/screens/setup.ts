/** 準備: the form a chamber fills in once, before anything else. */
import type { Overview } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, p } from '../dom/tags.ts';
import { profileLabel, provisionalNote } from '../parts/badge.ts';
import { button, heading } from '../parts/button.ts';
import { field } from '../parts/field.ts';
import type { SetupDraft, State } from '../state.ts';

interface Question {
  readonly field: keyof SetupDraft;
  readonly label: string;
  readonly type?: 'tel' | 'email' | 'url';
  readonly lines?: number;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly autocomplete?: string;
}

const groups: readonly { readonly title: string; readonly questions: readonly Question[] }[] = [
  {
    title: '会議所',
    questions: [
      {
        field: 'chamberName',
        label: '会議所の名前',
        placeholder: '見本商工会議所',
        required: true,
        autocomplete: 'organization',
      },
      {
        field: 'phone',
        label: '電話番号',
        type: 'tel',
        placeholder: '03-1234-5678',
        hint: 'フォームとメールに、問い合わせ先として載ります。',
        required: true,
        autocomplete: 'tel',
      },
      {
        field: 'email',
        label: '問い合わせ先メール',
        type: 'email',
        placeholder: 'kaiin@example.or.jp',
        hint: 'フォームとメールに、問い合わせ先として載ります。',
        required: true,
        autocomplete: 'email',
      },
      { field: 'address', label: '所在地', lines: 2, autocomplete: 'street-address' },
    ],
  },
  {
    title: '申込者に示す文書',
    questions: [
      {
        field: 'privacyUrl',
        label: '個人情報の取扱いのページ',
        type: 'url',
        placeholder: 'https://',
        hint: 'フォームの同意欄から開きます。',
      },
      {
        field: 'articlesUrl',
        label: '定款のページ',
        type: 'url',
        placeholder: 'https://',
        hint: 'まだ公開していないときは空のままで構いません。',
      },
    ],
  },
  {
    title: '選択肢',
    questions: [
      {
        field: 'divisions',
        label: '部会',
        lines: 4,
        placeholder: '商業部会\n工業部会\nサービス業部会',
        hint: '1行に1つ。フォームの「希望部会」になります。',
      },
      {
        field: 'districts',
        label: '地区',
        lines: 3,
        placeholder: '中央地区\n北地区',
        hint: '1行に1つ。分けていなければ空のままで構いません。',
      },
    ],
  },
];

export function setupScreen(state: State, overview: Overview, actions: Actions): VNode {
  const { draft, faults } = state.setup;
  const profile = overview.profiles.find((one) => one.id === draft.profileId);
  const question = (asked: Question): VNode => {
    const { field: name, ...shape } = asked;
    return field({
      ...shape,
      id: `setup-${name}`,
      value: draft[name],
      fault: faults[name],
      onInput: (value) => actions.changeSetup(name, value),
    });
  };
  return h(
    'form',
    {
      class: 'screen',
      novalidate: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          void actions.submitSetup();
        },
      },
    },
    heading('準備'),
    p(
      'lead',
      '最初に一度だけ、会議所のことを教えてください。5分ほどで終わります。あとからシート「設定」で直せます。',
    ),
    groups.map((group) =>
      h('fieldset', { class: 'card' }, h('legend', {}, group.title), group.questions.map(question)),
    ),
    h(
      'fieldset',
      { class: 'card' },
      h('legend', {}, '基幹システム'),
      field({
        id: 'setup-profileId',
        label: 'CSVの配置',
        value: draft.profileId,
        options: overview.profiles.map((one) => ({
          value: one.id,
          label: profileLabel(one),
        })),
        hint: 'お使いの会員管理システムに合わせて、CSVの列の並びが決まります。',
        fault: faults.profileId,
        onInput: (value) => actions.changeSetup('profileId', value),
      }),
      profile !== undefined && !profile.verified && provisionalNote(),
    ),
    div(
      'bar-bottom',
      button(state, {
        label: 'この内容で始める',
        work: 'setup',
        working: 'シートを整えています…',
        look: 'primary',
        wide: true,
        onPress: () => void actions.submitSetup(),
      }),
    ),
  );
}

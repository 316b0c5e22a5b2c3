/** 設定: the chamber's values, as 準備 asked them and what came later. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p } from '../../sidebar/dom/tags.ts';
import { cases, count } from '../../sidebar/format.ts';
import { profileLabel, provisionalNote } from '../../sidebar/parts/badge.ts';
import { heading } from '../../sidebar/parts/button.ts';
import { type FieldShape, field } from '../../sidebar/parts/field.ts';
import type { Actions } from '../actions/index.ts';
import { settingId } from '../actions/settings.ts';
import { type SettingsDraft, settingsDraft } from '../settings-draft.ts';
import type { State } from '../state.ts';
import { saveBar, shown } from './shown.ts';

type Question = { readonly name: keyof SettingsDraft } & Pick<
  FieldShape,
  'label' | 'type' | 'lines' | 'hint' | 'placeholder' | 'required' | 'autocomplete'
>;

interface Group {
  readonly title: string;
  readonly questions: readonly Question[];
}

const groups: readonly Group[] = [
  {
    title: '会議所',
    questions: [
      { name: 'chamberName', label: '会議所の名前', required: true, autocomplete: 'organization' },
      { name: 'phone', label: '電話番号', type: 'tel', required: true, autocomplete: 'tel' },
      { name: 'email', label: '問い合わせ先メール', type: 'email', required: true, autocomplete: 'email' },
      { name: 'address', label: '所在地', lines: 2, autocomplete: 'street-address' },
    ],
  },
  {
    title: '申込者に示す文書',
    questions: [
      { name: 'privacyUrl', label: '個人情報の取扱いのページ', type: 'url', placeholder: 'https://' },
      { name: 'articlesUrl', label: '定款のページ', type: 'url', placeholder: 'https://' },
    ],
  },
  {
    title: 'フォームの選択肢',
    questions: [
      { name: 'divisions', label: '部会', lines: 5, hint: '1行に1つ書きます。' },
      {
        name: 'districts',
        label: '地区',
        lines: 3,
        hint: '1行に1つ書きます。分けていなければ空で構いません。',
      },
      {
        name: 'feeTable',
        label: '会費の表',
        lines: 4,
        placeholder: '法人　年額 12,000 円\n個人　年額 6,000 円',
        hint: '1行に1つ書きます。会費をたずねるフォームの選択肢になります。',
      },
    ],
  },
];

export function settingsScreen(state: State, actions: Actions): VNode {
  const { view, draft, faults } = state.settings;
  return shown(
    state,
    '設定',
    view,
    () => void actions.loadSettings(),
    (settings) => {
      const shownDraft = draft ?? settingsDraft(settings.values);
      const question = ({ name, ...shape }: Question): VNode =>
        field({
          ...shape,
          id: settingId(name),
          value: shownDraft[name],
          fault: faults[name],
          onInput: (value) => actions.changeSetting(name, value),
        });
      const profile = settings.profiles.find(({ id }) => id === shownDraft.profileId);
      return [
        heading('設定'),
        p(
          settings.mayChange ? 'lead' : 'note note-warning',
          settings.mayChange
            ? 'フォーム、メール、CSVに使う会議所の値です。シート「設定」と同じものです。'
            : '設定を見ることはできますが、保存するには「設定」の役割が必要です。',
        ),
        div(
          'setting-groups',
          groups.map((group) =>
            h(
              'fieldset',
              { class: 'card', key: group.title },
              h('legend', {}, group.title),
              group.questions.map(question),
            ),
          ),
          h(
            'fieldset',
            { class: 'card', key: 'csv' },
            h('legend', {}, '基幹システムへのCSV'),
            field({
              id: settingId('profileId'),
              label: 'CSVの配置',
              value: shownDraft.profileId,
              options: settings.profiles.map((one) => ({ value: one.id, label: profileLabel(one) })),
              fault: faults.profileId,
              onInput: (value) => actions.changeSetting('profileId', value),
            }),
            profile !== undefined && !profile.verified && provisionalNote(),
            question({
              name: 'substitutes',
              label: '代わりの文字',
              lines: 4,
              placeholder: '鷗=鴎',
              hint: '基幹システムが扱えない文字の置きかえです。1行に1つ「鷗=鴎」のように書きます。CSVだけに使い、台帳は変わりません。',
            }),
          ),
          h(
            'fieldset',
            { class: 'card', key: 'mail' },
            h('legend', {}, 'メール'),
            question({
              name: 'mailsPerDay',
              label: '1日に送る照会のメール（1アカウント）',
              hint: `${count(settings.mostMails)}通までです。ほかのメールにも使うアカウントでは、減らしてください。`,
            }),
            p('hint', `このアカウントで今日あと送れるのは${cases(settings.mailsLeft)}です。`),
          ),
        ),
        draft !== null &&
          saveBar(state, {
            words: '設定を変えました。まだ保存していません。',
            work: 'save-settings',
            save: () => void actions.saveSettings(),
            drop: () => actions.dropSettings(),
          }),
      ];
    },
  );
}

/** フォーム: those that stand, one of them, and making one from a template. */
import type {
  FillInView,
  FormCardView,
  FormsView,
  GalleryView,
  TemplateCardView,
} from '../../view/forms-protocol.ts';
import type { Card, Icon, Widget } from '../model.ts';
import { act, button, buttons, firstOf, section, text } from './parts.ts';

const mostForms = 60;

const icons: Readonly<Record<FormCardView['state']['id'], Icon>> = {
  open: 'done',
  closed: 'look',
  unpublished: 'mend',
  making: 'wait',
  missing: 'mend',
};

function lineOf(form: FormCardView): string {
  return [
    form.state.label,
    form.update.id === 'newest' ? '' : form.update.label,
    form.closesOn === '' ? '' : `${form.closesOn} まで`,
  ]
    .filter((one) => one !== '')
    .join('・');
}

export function formsCard({ forms, ready }: FormsView): Card {
  return {
    name: 'forms',
    title: 'フォーム',
    subtitle: `${forms.length} つ`,
    sections: [
      {
        widgets: [
          buttons(button('ひな型から作る', act('gallery'), { isMain: true })),
          ...(ready
            ? []
            : [text('準備がまだ済んでいません。サイドバーの「準備」をしてください。', 'warning')]),
          ...(forms.length === 0 ? [text('まだフォームがありません。')] : []),
          ...firstOf(
            forms.map((form) => ({
              kind: 'row',
              top: form.templateTitle,
              text: form.title,
              bottom: lineOf(form),
              icon: icons[form.state.id],
              ...(form.state.id === 'making' ? {} : { press: act('form', { id: form.formId }) }),
            })),
            mostForms,
          ),
        ],
      },
    ],
  };
}

export function formCard(form: FormCardView): Card {
  const { id } = form.state;
  const given = { id: form.formId };
  return {
    name: 'form',
    title: form.title,
    subtitle: lineOf(form),
    sections: [
      {
        widgets: [
          { kind: 'row', top: '状態', text: form.state.label, icon: icons[id] },
          {
            kind: 'row',
            top: 'ひな型',
            text: `${form.templateTitle} ${form.version}`,
            bottom: form.update.label,
            ...(form.update.id === 'available' || form.update.id === 'in-progress'
              ? {
                  button: button(
                    form.update.id === 'available' ? '更新を見る' : '続きを見る',
                    act('plan', { id: form.formId }),
                  ),
                }
              : {}),
          },
          ...(form.closesOn === ''
            ? []
            : [{ kind: 'row', top: '締切', text: form.closesOn } satisfies Widget]),
          ...(form.places === null || form.places === ''
            ? []
            : [{ kind: 'row', top: '定員', text: form.places } satisfies Widget]),
          buttons(
            form.publishedUrl === '' ? null : button('回答ページ', { open: form.publishedUrl }),
            form.editUrl === '' ? null : button('編集画面', { open: form.editUrl }),
          ),
          buttons(
            id === 'open' ? button('受付を止める', act('askClose', given)) : null,
            id === 'closed' || id === 'unpublished'
              ? button('受付を始める', act('openForm', given), { isMain: true })
              : null,
          ),
        ],
      },
    ],
  };
}

export const closeFormCard = (form: FormCardView): Card => ({
  name: 'close-form',
  title: '受付を止める',
  subtitle: form.title,
  sections: [
    {
      widgets: [
        text(
          '回答ページを開いた人には、受付を終えたことが表示されます。それまでの回答はなくなりません。あとから、また始められます。',
        ),
      ],
    },
  ],
  footer: {
    primary: button('受付を止める', act('closeForm', { id: form.formId })),
    secondary: button('やめる', act('back')),
  },
});

export const galleryCard = ({ shelves }: GalleryView): Card => ({
  name: 'gallery',
  title: 'ひな型から作る',
  subtitle: '選ぶと、書き込むことを確かめてから作ります',
  sections: shelves.map((shelf) =>
    section(
      shelf.label,
      shelf.templates.map((one) => ({
        kind: 'row',
        text: one.title,
        bottom: `${one.summary}（${one.questions}問${one.made > 0 ? `・作成済み ${one.made}` : ''}）`,
        press: act('fillIn', { id: one.id }),
      })),
    ),
  ),
});

export const fillInField = (key: string): string => `fill-${key}`;

function fieldOf({ key, label, hint, type, required, initial }: FillInView): Widget {
  const words = required ? `${label}（必ず）` : label;
  if (type === 'date') return { kind: 'date', name: fillInField(key), label: words, value: initial };
  return {
    kind: 'input',
    name: fillInField(key),
    label: words,
    hint,
    value: initial,
    isLong: type === 'paragraph' || type === 'lines',
  };
}

/** `draft`: the same press again goes on with the same form. */
export function fillInCard(template: TemplateCardView, draft: string): Card {
  const { fillIns, chamber } = template;
  const lacking = chamber.filter(({ value }) => value === '').map(({ label }) => label);
  const isMade = template.made > 0 && !template.several;
  return {
    name: 'fill-in',
    title: template.title,
    subtitle: template.audience,
    sections: [
      {
        widgets: [
          text(template.summary),
          ...(isMade
            ? [
                text(
                  'このフォームはもう作られています。押しても二つにはならず、今のフォームが出ます。',
                  'soft',
                ),
              ]
            : []),
          ...(lacking.length === 0
            ? []
            : [
                text(
                  `まだ入っていないもの：${lacking.join('・')}。サイドバーの「準備」で入れられます。`,
                  'warning',
                ),
              ]),
        ],
      },
      ...(fillIns.length === 0 ? [] : [section('フォームに入れること', fillIns.map(fieldOf))]),
      ...(chamber.length === 0
        ? []
        : [
            section(
              '商工会議所の情報（準備から）',
              chamber
                .filter(({ value }) => value !== '')
                .map(({ label, value }) => ({ kind: 'row', top: label, text: value })),
              2,
            ),
          ]),
    ],
    footer: {
      primary: button('作って公開する', act('makeForm', { id: template.id, draft }), {
        needs: fillIns.filter(({ required }) => required).map(({ key }) => fillInField(key)),
      }),
      secondary: button('やめる', act('back')),
    },
  };
}

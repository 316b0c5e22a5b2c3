/** ひな型から作る: every template by its shelf, with a picture and who it is for. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h2, h3, p, span, ul } from '../../sidebar/dom/tags.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, skeleton } from '../../sidebar/parts/waiting.ts';
import type { TemplateCardView } from '../../view/forms-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { formPicture } from '../form-picture.ts';
import type { State } from '../state.ts';

export function galleryScreen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.gallery;
  return page(
    loading,
    heading('ひな型から作る'),
    p('lead', '使いたいひな型を選んでください。作ったあとで、設問や選択肢を自由に直せます。'),
    issues.length > 0 && couldNotLoad(state, issues, () => void actions.loadGallery()),
    value === null && issues.length === 0 && skeleton([100, 100, 100]),
    div(
      'shelves',
      value?.shelves.map((shelf) =>
        h(
          'section',
          {
            class: shelf.templates.length > 1 ? 'shelf shelf-wide' : 'shelf',
            key: shelf.id,
            'aria-label': shelf.label,
          },
          h2('', shelf.label),
          ul(
            'templates',
            shelf.templates.map((one) => templateCard(state, one, actions)),
          ),
        ),
      ),
    ),
  );
}

function templateCard(state: State, one: TemplateCardView, actions: Actions): VNode {
  const standing = one.made > 0 && !one.several;
  const again = one.made > 0 && one.several;
  return h(
    'li',
    { class: 'card template', key: one.id },
    formPicture(one.picture),
    div(
      'template-words',
      h3('data', one.title),
      p('data', one.summary),
      one.audience !== '' && p('hint data', `使う人：${one.audience}`),
      one.source !== '' && p('hint data', one.source),
      p(
        'marks',
        span('mark mark-neutral', `${one.questions}問・${one.pages}ページ`),
        one.made > 0 && span('mark mark-good', one.several ? `作成済み ${one.made}件` : '作成済み'),
      ),
      button(state, {
        label: standing ? '一覧で見る' : again ? 'もう1つ作る' : '作る',
        look: standing ? 'plain' : 'primary',
        // What is read aloud has the words on the button in it, so that they can be said to press it (WCAG 2.2, 2.5.3).
        spoken: standing
          ? `「${one.title}」を一覧で見る`
          : `「${one.title}」で作る${again ? '：もう1つ作る' : ''}`,
        onPress: () => (standing ? actions.go('list') : actions.chooseTemplate(one.id)),
      }),
    ),
  );
}

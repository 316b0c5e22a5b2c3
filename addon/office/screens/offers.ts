/** ほかの会議所への提供: what this chamber could offer, and what exactly would go out. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p, span, ul } from '../../sidebar/dom/tags.ts';
import { button } from '../../sidebar/parts/button.ts';
import { checks } from '../../sidebar/parts/choice.ts';
import { field } from '../../sidebar/parts/field.ts';
import { card, fold } from '../../sidebar/parts/page.ts';
import type { OfferLine, OfferPreviewView, OffersView } from '../../view/offers-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { offerAgreedId, offerHeadingId, offerTitleId } from '../actions/offers.ts';
import type { State } from '../state.ts';

/** Below the state of releases, on the same screen: asked for when somebody wants it. */
export function offersCard(state: State, actions: Actions): VNode {
  const { view, preview } = state.offers;
  const { value, loading } = view;
  return card(
    'ほかの会議所への提供',
    p(
      '',
      '自所で作ったフォームや、覚えさせたCSVの配置を、ほかの会議所のひな形として提供できます。日商が内容を確かめ、会議所の名前を添えて載せます。あとで直したものを、もう一度提供することもできます。',
    ),
    p('hint', '送るのは設問や列の並びだけです。回答、会員の情報、職員の名前は送りません。'),
    preview !== null && value !== null
      ? previewPart(state, value, preview, actions)
      : value === null
        ? button(state, {
            label: loading ? '読み込んでいます…' : '提供できるものを見る',
            disabled: loading,
            onPress: () => void actions.loadOffers(),
          })
        : linesPart(state, value, actions),
  );
}

function linesPart(state: State, { lines, mayChange }: OffersView, actions: Actions): VNode {
  if (lines.length === 0)
    return p('note', '公開したフォームか、覚えさせたCSVの配置があると、ここに並びます。');
  return ul(
    'plain-list offer-lines',
    lines.map((line) => lineRow(state, line, mayChange, actions)),
  );
}

function lineRow(state: State, line: OfferLine, mayChange: boolean, actions: Actions): VNode {
  return h(
    'li',
    { class: 'offer-line', key: `${line.kind} ${line.subject}` },
    div(
      'offer-words',
      p('data', line.title),
      p(
        'hint',
        line.label,
        line.sentAt !== '' && span('', `・${line.sentAt} に送りました（番号 ${line.sentId}）`),
      ),
    ),
    button(state, {
      label: line.sentAt === '' ? '内容を見る' : '直したものを送る',
      spoken: `${line.sentAt === '' ? '内容を見る' : '直したものを送る'}：${line.title}`,
      work: `offer-${line.subject}`,
      working: '読んでいます…',
      disabled: !mayChange,
      onPress: () => void actions.previewOffer(line),
    }),
  );
}

function warnings({ reach, left }: OfferPreviewView): VNode | false {
  if (reach.length === 0 && left.length === 0) return false;
  return h(
    'div',
    { class: 'note note-warning', role: 'note' },
    reach.length > 0 &&
      div(
        '',
        p('note-title', '連絡先が残っています。ほかの会議所にも見えてよいか、確かめてください。'),
        ul(
          'plain-list',
          reach.map((one) => h('li', { key: one, class: 'data' }, one)),
        ),
      ),
    left.length > 0 && p('', `次の設問は、ひな形にできないため含みません：${left.join('、')}`),
  );
}

function previewPart(
  state: State,
  { chamber }: OffersView,
  preview: OfferPreviewView,
  actions: Actions,
): VNode {
  const { title, about, isAgreed, fault } = state.offers;
  return div(
    'offer-preview',
    h('h3', { id: offerHeadingId, tabindex: -1, class: 'data' }, `「${preview.title}」を提供する`),
    p(
      'hint',
      '自所の名前・電話・メール・所在地は、受け取った会議所のものに替わる印（{{chamber.name}} など）に置き換えてあります。',
    ),
    warnings(preview),
    field({
      id: offerTitleId,
      label: '載せるときの題',
      value: title,
      required: true,
      fault: fault === 'title' ? '題を入れてください。' : undefined,
      onInput: (value) => actions.describeOffer({ title: value }),
    }),
    field({
      id: 'offer-about',
      label: 'どんなときに使うか',
      lines: 3,
      value: about,
      hint: 'ほかの会議所の職員が読む文です（200文字まで）。',
      onInput: (value) => actions.describeOffer({ about: value }),
    }),
    fold(
      { key: 'offer-text', title: '送る内容をすべて見る' },
      h('pre', { class: 'offer-text data', tabindex: 0, 'aria-label': '送る内容' }, preview.text),
    ),
    checks({
      id: offerAgreedId,
      legend: '送る前の確認',
      options: [
        {
          value: 'agreed',
          label: `個人の名前や連絡先、他人の著作物が入っていないことを確かめました。「${chamber} 提供」として載せることに同意します。`,
        },
      ],
      values: isAgreed ? ['agreed'] : [],
      fault: fault === 'agreed' ? '確かめてから、印を付けてください。' : undefined,
      onChange: (values) => actions.describeOffer({ isAgreed: values.length > 0 }),
    }),
    div(
      'bar-row',
      button(state, {
        label: '日商に送る',
        look: 'primary',
        work: 'send-offer',
        working: '送っています…',
        onPress: () => void actions.sendOffer(),
      }),
      button(state, { label: 'やめる', look: 'quiet', onPress: () => actions.dropOffer() }),
    ),
  );
}

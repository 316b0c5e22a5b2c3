/** A form as those who answer will see it; nothing in it can be pressed. */
import { type Child, h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h3, li, p, span, ul } from '../../sidebar/dom/tags.ts';
import type { FormPreview, PreviewItem } from '../../view/forms-protocol.ts';

export function formPreview(form: FormPreview): VNode {
  const many = form.pages.length > 1;
  return div(
    'preview',
    div('preview-title', p('preview-name data', form.title), p('data preview-text', form.description)),
    form.pages.map((page, index) =>
      h(
        'section',
        { class: 'preview-page', key: String(index), 'aria-label': page.title },
        (many || page.title !== '') &&
          div(
            'preview-section',
            many && span('preview-number', `${index + 1} / ${form.pages.length} ページ`),
            h3('data', page.title),
            page.help !== '' && p('hint data preview-text', page.help),
          ),
        page.items.map(previewItem),
      ),
    ),
    form.confirmation !== '' &&
      div(
        'preview-item preview-end',
        p('hint', '送ったあとに出る文'),
        p('data preview-text', form.confirmation),
      ),
    form.settings.length > 0 &&
      ul(
        'preview-settings',
        form.settings.map((text) => li('', text)),
      ),
  );
}

function previewItem(item: PreviewItem): VNode {
  return h(
    'div',
    { class: 'preview-item', key: item.key },
    p('preview-question data', item.title, item.required && span('mark mark-error', '必須')),
    item.help !== '' && p('hint data preview-text', item.help),
    answerPlace(item),
    item.check !== '' && p('hint data', `確かめること：${item.check}`),
  );
}

const line = (className: string): VNode => h('span', { class: className, 'aria-hidden': 'true' });

function marked(item: PreviewItem, shape: string): VNode {
  const all = [...item.options, ...(item.other ? [{ label: 'その他：', goTo: '' }] : [])];
  return ul(
    'preview-options',
    all.map(({ label, goTo }) =>
      li('', line(`box ${shape}`), span('data', label), goTo !== '' && span('hint', `→「${goTo}」へ`)),
    ),
  );
}

function steps(item: PreviewItem): VNode {
  const [low, high] = item.ends;
  return div(
    'preview-scale',
    low !== '' && span('hint data', low),
    item.options.map(({ label }) => span('preview-step', span('', label), line('box box-round'))),
    high !== '' && span('hint data', high),
  );
}

function table(item: PreviewItem, shape: string): VNode {
  return div(
    'table-scroll',
    h(
      'table',
      { class: 'preview-grid' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('td', {}),
          item.options.map(({ label }) => h('th', { scope: 'col' }, label)),
        ),
      ),
      h(
        'tbody',
        {},
        item.rows.map((row) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, row),
            item.options.map(() => h('td', {}, line(`box ${shape}`))),
          ),
        ),
      ),
    ),
  );
}

const written = (words: string, className = 'answer-line'): VNode => span(className, words);

/** Where the answer goes, by kind. */
const places: Readonly<Record<PreviewItem['type'], (item: PreviewItem) => Child>> = {
  short: () => written('1行の文字'),
  paragraph: () => written('複数行の文字', 'answer-area'),
  choice: (item) => marked(item, 'box-round'),
  checkbox: (item) => marked(item, ''),
  list: (item) => [span('answer-list', '選択してください'), marked(item, 'box-dash')],
  scale: steps,
  rating: steps,
  grid: (item) => table(item, 'box-round'),
  'checkbox-grid': (item) => table(item, ''),
  date: () => written('年 / 月 / 日'),
  datetime: () => written('年 / 月 / 日　時 : 分'),
  time: () => written('時 : 分'),
  duration: () => written('時間 : 分 : 秒'),
  description: () => null,
  image: () => written('（画像）', 'answer-area'),
  video: () => written('（動画）', 'answer-area'),
};

function answerPlace(item: PreviewItem): Child {
  return places[item.type](item);
}

/** The look before a sending: how many, on which days, who is left out and why, what the mail says. */
import type { SendPreview } from '../../view/register-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { cases, count, day } from '../format.ts';
import { groupLeftOut } from '../left-out.ts';
import { button } from '../parts/button.ts';
import { figures } from '../parts/figures.ts';
import type { State } from '../state.ts';

/** Names shown of each reason; the rest stands in the sheet 送付. */
const namesShown = 20;

export function sendPreview(state: State, preview: SendPreview, actions: Actions): VNode {
  const words = preview.purpose === 'reminder' ? '督促' : '依頼';
  return h(
    'section',
    { class: 'stack', 'aria-label': '送る前の確認', key: 'preview' },
    h('h2', { id: 'preview-heading', tabindex: -1 }, '送る前の確認'),
    figures([
      { label: 'メール', amount: preview.mails, tone: 'good' },
      { label: '手紙', amount: preview.letters, tone: 'new' },
      { label: '送らない', amount: preview.leftOut.length, tone: 'warning' },
    ]),
    preview.mails > 0 && days(preview),
    leftOut(preview),
    preview.sample !== null && sample(preview.sample),
    preview.mails > 0
      ? button(state, {
          label: `${words}のメールを送る（${cases(preview.mails)}）`,
          work: 'send',
          working: '送っています…',
          look: 'primary',
          wide: true,
          onPress: () => void actions.send(),
        })
      : h('p', { class: 'blank' }, 'メールを送る相手はいません。'),
  );
}

function days(preview: SendPreview): VNode {
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, preview.days.length > 1 ? `${preview.days.length}日に分けて送ります` : '今日すべて送れます'),
    h(
      'dl',
      { class: 'legend' },
      preview.days.map((one, index) =>
        h(
          'div',
          {},
          h('dt', {}, `${day(one.date)}${index === 0 ? '（今日）' : ''}`),
          h('dd', {}, count(one.count), h('span', { class: 'unit' }, '件')),
        ),
      ),
    ),
    preview.days.length > 1 &&
      h('p', { class: 'hint' }, '2日目からは自動で送ります。その間に届いた回答の事業所には送りません。'),
  );
}

function leftOut(preview: SendPreview): readonly VNode[] {
  return groupLeftOut(preview.leftOut).map(({ reason, rows }) =>
    h(
      'details',
      { class: 'fields', key: `left-${reason}` },
      h('summary', {}, h('h3', { class: 'data' }, reason), h('span', { class: 'hint' }, cases(rows.length))),
      h(
        'ul',
        { class: 'columns' },
        rows
          .slice(0, namesShown)
          .map((row) =>
            h('li', { class: 'data' }, row.name, h('span', { class: 'hint' }, ` ${row.businessNumber}`)),
          ),
      ),
      rows.length > namesShown && h('p', { class: 'hint' }, `ほか${cases(rows.length - namesShown)}`),
    ),
  );
}

function sample(mail: NonNullable<SendPreview['sample']>): VNode {
  const line = (name: string, text: string): VNode =>
    h(
      'p',
      { class: 'mail-line' },
      h('span', { class: 'mail-name' }, name),
      h('span', { class: 'data' }, text),
    );
  return h(
    'details',
    { class: 'fields', key: 'sample' },
    h('summary', {}, h('h3', {}, 'メールの見本')),
    h(
      'div',
      { class: 'mail' },
      line('宛先', mail.to),
      line('件名', mail.subject),
      h('p', { class: 'mail-body data lines-kept' }, mail.body),
    ),
  );
}

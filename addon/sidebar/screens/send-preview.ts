/** The look before a sending: how many, on which days, who is left out and why, what the mail says. */
import type { SendPreview } from '../../view/register-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { dd, div, dl, dt, h3, li, p, span, ul } from '../dom/tags.ts';
import { cases, count, day } from '../format.ts';
import { groupLeftOut } from '../left-out.ts';
import { button } from '../parts/button.ts';
import { figures } from '../parts/figures.ts';
import { fold } from '../parts/page.ts';
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
      : p('blank', 'メールを送る相手はいません。'),
  );
}

function days(preview: SendPreview): VNode {
  return div(
    'card',
    h3('', preview.days.length > 1 ? `${preview.days.length}日に分けて送ります` : '今日すべて送れます'),
    dl(
      'legend',
      preview.days.map((one, index) =>
        div(
          '',
          dt('', `${day(one.date)}${index === 0 ? '（今日）' : ''}`),
          dd('', count(one.count), span('unit', '件')),
        ),
      ),
    ),
    preview.days.length > 1 &&
      p('hint', '2日目からは自動で送ります。その間に届いた回答の事業所には送りません。'),
  );
}

function leftOut(preview: SendPreview): readonly VNode[] {
  return groupLeftOut(preview.leftOut).map(({ reason, rows }) =>
    fold(
      { key: `left-${reason}`, title: reason, beside: cases(rows.length) },
      ul(
        'columns',
        rows.slice(0, namesShown).map((row) => li('data', row.name, span('hint', ` ${row.businessNumber}`))),
      ),
      rows.length > namesShown && p('hint', `ほか${cases(rows.length - namesShown)}`),
    ),
  );
}

function sample(mail: NonNullable<SendPreview['sample']>): VNode {
  const line = (name: string, text: string): VNode =>
    p('mail-line', span('mail-name', name), span('data', text));
  return fold(
    { key: 'sample', title: 'メールの見本' },
    div('mail', line('宛先', mail.to), line('件名', mail.subject), p('mail-body data lines-kept', mail.body)),
  );
}

/** Beside a message: who sent it, by the ledger and by the applications that are under way. */
import type { SenderView } from '../../view/sender-protocol.ts';
import type { Card, Widget } from '../model.ts';
import { act, button, buttons, firstOf, section, text } from './parts.ts';

const most = 5;

const businessRows = (one: SenderView['businesses'][number]): readonly Widget[] => [
  {
    kind: 'row',
    top: `事業所番号 ${one.businessNumber}`,
    text: one.name,
    bottom: [one.memberLabel, ...one.divisions].join('・'),
  },
  ...(one.address === '' ? [] : [{ kind: 'row', top: '送り先の住所', text: one.address } satisfies Widget]),
];

export function senderCard(
  view: SenderView,
  head: { readonly address: string; readonly subject: string },
): Card {
  const isKnown = view.businesses.length + view.applications.length > 0;
  return {
    name: 'sender',
    title: isKnown ? (view.businesses[0]?.name ?? view.applications[0]?.name ?? '') : '登録がありません',
    subtitle: head.address,
    sections: [
      { widgets: [{ kind: 'row', top: '件名', text: head.subject === '' ? '（件名なし）' : head.subject }] },
      ...(isKnown
        ? []
        : [
            {
              widgets: [
                text(
                  'このメールアドレスは、台帳にも、進んでいる申込にもありません。別のアドレスで登録されていることがあります。',
                ),
              ],
            },
          ]),
      ...(view.businesses.length === 0
        ? []
        : [section('台帳', firstOf(view.businesses.flatMap(businessRows), most * 2))]),
      ...(view.applications.length === 0
        ? []
        : [
            section(
              '進んでいる申込',
              firstOf(
                view.applications.map((row) => ({
                  kind: 'row',
                  top: `${row.receiptNumber}　${row.receivedAt}`,
                  text: row.name,
                  bottom: [row.state.label, row.errors > 0 ? `直す ${row.errors} 件` : '']
                    .filter((one) => one !== '')
                    .join('・'),
                  icon: row.errors > 0 ? 'mend' : 'wait',
                  press: act('case', { id: row.applicationId }),
                })),
                most,
              ),
            ),
          ]),
      {
        widgets: [
          text('差出人と件名だけを見ています。本文は読みません。', 'soft'),
          buttons(button('今日を開く', act('home')), button('受付', act('queue'))),
        ],
      },
    ],
  };
}

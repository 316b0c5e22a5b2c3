/** 今日: what waits, in numbers that lead on; which workbook this is. */
import { hasErrors, type Overview } from '../../view/protocol.ts';
import type { Card, Press, Widget } from '../model.ts';
import type { Work } from '../work.ts';
import { act, button, buttons, section, text } from './parts.ts';
import { workRow } from './work.ts';

function waiting(amount: number, top: string, bottom: string, press: Press): Widget {
  return { kind: 'row', top, text: `${amount} 件`, bottom, icon: amount === 0 ? 'done' : 'wait', press };
}

export function todayCard(overview: Overview, works: readonly Work[], book: { readonly url: string }): Card {
  const { waiting: counts, forms } = overview;
  const closed = forms.filter((form) => !form.published || !form.accepting).length;
  return {
    name: 'home',
    title: '今日',
    subtitle: overview.chamberName,
    sections: [
      section('待っている仕事', [
        waiting(counts.newAnswers, '新着', 'まだ確認を始めていない申込', act('queue', { state: 'received' })),
        waiting(counts.withErrors, '要確認', '直すところがある申込', act('queue', { state: hasErrors })),
        waiting(counts.toExport, '出力待ち', '承認が済み、CSVに出す申込', act('csv')),
        waiting(counts.toConfirm, '取込確認待ち', '取込の結果をサイドバーで記録するCSV', act('csv')),
      ]),
      ...(works.length === 0 ? [] : [section('進めている作業', works.map(workRow))]),
      section('すること', [
        ...(forms.length === 0
          ? [text('まだフォームがありません。「フォーム」から作れます。')]
          : closed > 0
            ? [text(`受付を止めているフォームが ${closed} つあります。`, 'soft')]
            : []),
        buttons(
          button('受付', act('queue'), { isMain: true }),
          button('フォーム', act('forms')),
          button('CSV出力', act('csv')),
          button('点検', act('health')),
        ),
        buttons(button('回答を取り込む', act('collect')), button('台帳の取込み', act('inbox'))),
      ]),
      {
        widgets: [
          buttons(button('ブックを開く', { open: book.url }), button('ほかのブック', act('chooseBook'))),
        ],
      },
    ],
  };
}

/** The workbook is open to the add-on but was never set up. */
export const unreadyCard = (title: string): Card => ({
  name: 'home',
  title: '準備がまだです',
  subtitle: title,
  sections: [
    {
      widgets: [
        text(
          'このブックは、会員データ管理の準備が済んでいません。スプレッドシートのメニュー「拡張機能」から会議所キットを開き、「準備」をしてください。',
        ),
        buttons(button('ほかのブックを使う', act('chooseBook'))),
      ],
    },
  ],
});

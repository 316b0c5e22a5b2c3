/** 今日: what waits, in numbers that lead on; which workbook this is. */
import type { AttentionView } from '../../view/office-protocol.ts';
import { hasErrors, type Overview } from '../../view/protocol.ts';
import type { Card, Icon, Press, Section, Widget } from '../model.ts';
import type { Work } from '../work.ts';
import { act, button, buttons, section, text } from './parts.ts';
import { workRow } from './work.ts';

function waiting(amount: number, top: string, bottom: string, press: Press): Widget {
  return { kind: 'row', top, text: `${amount} 件`, bottom, icon: amount === 0 ? 'done' : 'wait', press };
}

/** One line each, only where there is something; what a card cannot do leads to where it stands in 点検 or フォーム. */
function news(attention: AttentionView | null): readonly Section[] {
  if (attention === null) return [];
  const { toMend, sendingPaused, updates, retentionDue } = attention;
  const lines: readonly (readonly [number, string, Icon, Press])[] = [
    [toMend, `点検：直すところ ${toMend} 件`, 'mend', act('health')],
    [sendingPaused, `送付が止まっています：待ち ${sendingPaused} 件`, 'mend', act('health')],
    [updates, `ひな型の更新：フォーム ${updates} 件`, 'look', act('forms')],
    [retentionDue, `保存期間を過ぎた回答 ${retentionDue} 件`, 'look', act('health')],
  ];
  const widgets = lines
    .filter(([amount]) => amount > 0)
    .map(([, words, icon, press]): Widget => ({ kind: 'row', text: words, icon, press }));
  return widgets.length === 0 ? [] : [section('お知らせ', widgets)];
}

export interface Today {
  readonly overview: Overview;
  /** Null where it could not be seen. */
  readonly attention: AttentionView | null;
  readonly works: readonly Work[];
  /** Who looks. */
  readonly user: string;
  readonly url: string;
}

export function todayCard({ overview, attention, works, user, url }: Today): Card {
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
        waiting(counts.toConfirm, '取込確認待ち', '取込の結果をまだ記録していないCSV', act('csv')),
      ]),
      ...news(attention),
      ...(works.length === 0
        ? []
        : [
            section(
              '進めている作業',
              works.map((one) => workRow(one, user)),
            ),
          ]),
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
        widgets: [buttons(button('ブックを開く', { open: url }), button('ほかのブック', act('chooseBook')))],
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

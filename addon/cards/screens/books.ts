/** Which workbook: the question for access in Sheets, and the choice among those known. */
import type { NamedBook } from '../books.ts';
import type { Card } from '../model.ts';
import { act, button, buttons, text } from './parts.ts';

/** In Sheets, before the person has opened the file to the add-on. */
export const askFileCard = (others: boolean): Card => ({
  name: 'home',
  title: 'このファイルで使う',
  sections: [
    {
      widgets: [
        text(
          '会議所キットは、許可したファイルだけを開きます。このスプレッドシートが会員データ管理のブックなら、許可してください。',
        ),
        buttons(
          button('このファイルを許可する', act('askFile'), { isMain: true }),
          others ? button('ほかのブックを使う', act('chooseBook')) : null,
        ),
      ],
    },
  ],
});

export const chooseBookCard = (books: readonly NamedBook[]): Card => ({
  name: 'home',
  title: 'ブックを選ぶ',
  subtitle: '会員データ管理のスプレッドシート',
  sections: [
    {
      widgets: [
        ...(books.length === 0
          ? [
              text(
                'まだ使ったブックがありません。会員データ管理のスプレッドシートを開き、右の会議所キットのボタンから一度許可してください。',
              ),
            ]
          : []),
        ...books.map(
          ({ id, title }) => ({ kind: 'row', text: title, press: act('useBook', { use: id }) }) as const,
        ),
      ],
    },
  ],
});

export const helpCard = (): Card => ({
  name: 'help',
  title: 'ヘルプ',
  sections: [
    {
      widgets: [
        {
          kind: 'row',
          top: '申込を承認する',
          text: '「受付」で申込を選び、「承認」を押します。足りない段階は、日付と根拠を入れるとまとめて記録されます。',
        },
        {
          kind: 'row',
          top: '値を直す',
          text: '申込を開き、直す行を押します。候補があるときは、「…にする」を押すだけで直ります。',
        },
        {
          kind: 'row',
          top: 'CSVを出す',
          text: '「CSV出力」で行数と保留を見てから「出力する」を押します。ファイルはフォルダー「会員データ出力」にできます。',
        },
        {
          kind: 'row',
          top: '画面の数字が古いとき',
          text: 'メニュー（⋮）の「更新」を押します。',
        },
        {
          kind: 'row',
          top: '時間のかかる作業',
          text: '裏で続きます。「今日」の「進めている作業」で進み具合を見られます。',
        },
        {
          kind: 'row',
          top: 'ここでできないこと',
          text: '照会を送る、役割を決める、更新の「要判断」を選ぶなどは、スプレッドシートの会議所キットでできます。',
        },
        buttons(button('今日を開く', act('home'), { isMain: true })),
      ],
    },
  ],
});

/** 集計: the figures of the register for people, each with what it means; written only where something changed. */
import type { Book } from '../book/book.ts';
import { figuresTable } from '../book/register-tables.ts';
import type { Cells, Services } from '../port.ts';
import { type RegisterStanding, registerStanding } from './dashboard.ts';
import { consentWords, levyWords, rateWords, roundLabel } from './standing-words.ts';

const figure = (項目: string, 値: string | number, 説明: string): Cells => ({ 項目, 値: String(値), 説明 });

function roundFigures({ round, summary, mails }: RegisterStanding): readonly Cells[] {
  if (round === null) return [];
  const { states } = summary;
  return [
    figure(
      roundLabel(round.roundId),
      `期限 ${round.deadline}`,
      '下の「未回答」から「廃業・移転」までを足すと、照会した数になります。',
    ),
    figure('照会した事業所', summary.asked, '「照会」シートの、この回の行の数です。'),
    figure('未回答', states.unanswered, 'まだ回答がありません。'),
    figure(
      '宛先不明',
      states.undeliverable,
      'メールも郵便も届かない事業所です（台帳の「送付の可否」と住所から数えます）。',
    ),
    figure('変更なし', states.unchanged, ''),
    figure('変更あり', states.changed, ''),
    figure('要確認', states.held, 'リンクを確かめられなかった回答などです。まだ取り入れていません。'),
    figure('廃業・移転', states.gone, ''),
    figure(
      '回答率',
      rateWords(summary),
      '照会した事業所のうち、回答のあった割合です（要確認・廃業・移転も回答に数えます）。',
    ),
    figure('送ったメール', mails.sent, ''),
    figure('送る順番待ちのメール', mails.waiting, '1日に送れる数まで、毎日自動で送ります。'),
    figure(
      '送れなかったメール',
      mails.failed,
      '「送付」のメモを見て、台帳のメールアドレスを確かめてください。',
    ),
  ];
}

function figuresOf(standing: RegisterStanding): readonly Cells[] {
  const { tokusho, summary, levy, consent } = standing;
  const { lastDay } = summary.deadline;
  return [
    figure('台帳の事業所', standing.ledgerRows, `最後の取込み: ${standing.lastImport || 'まだありません'}`),
    figure('特定商工業者', tokusho.yes, '商工会議所法7条2項。職員の判定があれば、それを優先します。'),
    figure('特定商工業者でない', tokusho.no, ''),
    figure('判定できない', tokusho.unknown, '足りない項目は、台帳の右のほうの列にあります。'),
    figure('台帳を改める期限', lastDay, '商工会議所法10条5項: 毎事業年度開始の日から6か月以内。'),
    ...roundFigures(standing),
    ...(levy === null
      ? []
      : [figure('負担金の額', levyWords(levy).ok ? '範囲内' : '要確認', levyWords(levy).words)]),
    ...(consent === null
      ? []
      : [figure('負担金の同意', `${consent.explicit}＋${consent.tacit}`, consentWords(consent))]),
  ];
}

/** Brings 集計 in line with how the register stands. Days that pass are the sidebar's: here nothing changes overnight. */
export function writeFigures(services: Services, book: Book): void {
  const wanted = figuresOf(registerStanding(services, book));
  const standing = book.rows(figuresTable).map((row) => row.cells);
  const isSame =
    standing.length === wanted.length &&
    wanted.every((cells, index) =>
      Object.entries(cells).every(([name, text]) => standing[index]?.[name] === text),
    );
  if (!isSame) services.workbook.replace(figuresTable, wanted);
}

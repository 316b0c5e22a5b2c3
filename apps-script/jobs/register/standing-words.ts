/** How the register stands, in words: the same in the sidebar and in 集計. */
import type {
  ConsentShare,
  LevyCheck,
  RegisterDeadline,
  RegisterSummary,
} from '../../../shared/register/dashboard.ts';
import { writtenDay } from '../../../shared/text/days.ts';

/** `令和8年度の確認`, `令和8年度の確認（2回目）`. */
export function roundLabel(roundId: string): string {
  const [year = '', turn] = roundId.split('-');
  const label = year.replace(/^R(\d+)$/, '令和$1');
  return `${label}年度の確認${turn === undefined ? '' : `（${turn}回目）`}`;
}

/** `62.5%`; `–` when nobody was asked. */
export function rateWords({ answeredPerMille }: Pick<RegisterSummary, 'answeredPerMille'>): string {
  return answeredPerMille === null ? '–' : `${Math.floor(answeredPerMille / 10)}.${answeredPerMille % 10}%`;
}

export function deadlineWords({ lastDay, daysLeft, daysOver, nextLastDay }: RegisterDeadline): string {
  const day = writtenDay(lastDay);
  if (daysOver > 0)
    return `台帳を改める期限（${day}）を${daysOver}日過ぎています（商工会議所法10条5項）。次の期限は${writtenDay(nextLastDay)}です。`;
  return daysLeft === 0
    ? `今日（${day}）が、台帳を改める期限です（商工会議所法10条5項）。`
    : `台帳を改める期限（${day}）まで、あと${daysLeft}日です（商工会議所法10条5項）。`;
}

const yen = (amount: number): string => `${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}円`;
const named = (rows: LevyCheck['missing']): string =>
  `${rows
    .slice(0, 3)
    .map((row) => row.name)
    .join('、')}${rows.length > 3 ? ` ほか${rows.length - 3}件` : ''}`;

export function levyWords(check: LevyCheck): { readonly ok: boolean; readonly words: string } {
  const { tooHigh, tooLow, missing, lowest, highest } = check;
  const ok = tooHigh.length + tooLow.length + missing.length === 0;
  const parts = [
    `平均は${yen(Math.round(check.average))}、許される範囲は${yen(lowest)}以上${yen(highest)}以下です（商工会議所法施行令4条3号）。`,
    ...(tooHigh.length > 0 ? [`高すぎる: ${named(tooHigh)}。`] : []),
    ...(tooLow.length > 0 ? [`低すぎる: ${named(tooLow)}。`] : []),
    ...(missing.length > 0
      ? [`額のない特定商工業者が${missing.length}件あり、平均はまだ確かではありません。`]
      : []),
  ];
  return { ok, words: parts.join('') };
}

/** Says nothing about whether an online consent is enough: that is not settled. */
export function consentWords(share: ConsentShare): string {
  const { explicit, tacit, total, needed, short } = share;
  const majority =
    short > 0
      ? `過半数（${needed}件）まで、あと${short}件です。`
      : share.isMajorityExplicitly
        ? '明示の同意だけで過半数です。'
        : '明示の同意だけでは過半数になりません。期限までに異議がなかったものを同意とみなせるかどうかは、許可を出す行政庁に確かめてください。';
  return `特定商工業者 ${total}件のうち、明示の同意 ${explicit}件、期限までに異議のなかったもの ${tacit}件。${majority}フォームでの同意で足りるかどうかも、行政庁に確かめてください（商工会議所法12条2項）。`;
}

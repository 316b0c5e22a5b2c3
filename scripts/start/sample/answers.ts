/**
 * The sample answers to the membership form: as businesses really write. Most are clean, the rest carry the slips that a
 * clerk meets every week; each slip is one row of the table below.
 */
import { type Business, businessOf } from './business.ts';
import { randomOf } from './random.ts';

/** Typed text by question title; several choices are a list. */
export type SampleAnswer = Readonly<Record<string, string | readonly string[]>>;

const full = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000');

const without = (business: Business, labels: readonly string[]): Business =>
  Object.fromEntries(Object.entries(business).filter(([label]) => !labels.includes(label)));

interface Slip {
  /** What is odd about it, for whoever reads this table. */
  readonly note: string;
  readonly legal?: '法人' | '個人事業主';
  readonly change: (business: Business, earlier: readonly Business[]) => Business;
}

/** Which answer (from 0) carries which slip. */
export const slips: Readonly<Record<number, Slip>> = {
  1: {
    note: '数字と記号が全角',
    change: (b) => ({
      ...b,
      電話番号: full(b.電話番号 ?? ''),
      郵便番号: `〒${full(b.郵便番号 ?? '')}`,
      従業員数: '１２人',
    }),
  },
  3: {
    note: '和暦と万円',
    legal: '法人',
    change: (b) => ({ ...b, 設立年月日: '平成10年4月1日', 事業開始年月: 'H10.4', 資本金: '1,000万円' }),
  },
  5: {
    note: '髙（CP932 にある異体字）',
    change: (b) => ({ ...b, 代表者氏名: '髙橋 花子', 代表者氏名カナ: 'タカハシ ハナコ' }),
  },
  7: {
    note: '𠮷（CP932 にない）',
    legal: '個人事業主',
    change: (b) => ({ ...b, 事業所名: '𠮷田屋', 事業所名カナ: 'ヨシダヤ', 代表者氏名: '吉田 次郎' }),
  },
  9: {
    note: '法人番号の検査用数字が合わない',
    legal: '法人',
    change: (b) => ({
      ...b,
      法人番号: `${(Number((b.法人番号 ?? '0').charAt(0)) % 9) + 1}${(b.法人番号 ?? '').slice(1)}`,
    }),
  },
  11: {
    note: '必須のほかは空欄',
    change: (b) =>
      without(b, [
        '事業所名カナ',
        '郵便番号',
        '住所',
        '電話番号',
        '業種',
        '従業員数',
        '事業内容',
        '事業開始年月',
      ]),
  },
  13: { note: '法人番号が前の回答と同じ', legal: '法人', change: (b, earlier) => again(b, earlier) },
  15: {
    note: '式に見える文字列',
    change: (b) => ({ ...b, 事業内容: '=HYPERLINK("https://example.com","詳しくはこちら")' }),
  },
  17: {
    note: '正社員とパートの和が従業員数を超える',
    change: (b) => ({ ...b, 従業員数: '3', うち正社員数: '4', 'うちパート・アルバイト数': '2' }),
  },
  19: {
    note: 'ひらがなと半角カナ',
    change: (b) => ({ ...b, 代表者氏名カナ: 'みほん たろう', 事業所名カナ: 'ﾐﾎﾝｼｮｳﾃﾝ' }),
  },
  21: { note: '電話番号に内線と括弧', change: (b) => ({ ...b, 電話番号: '（03）0000-4567 内線12' }) },
  23: { note: '読めない日付', legal: '法人', change: (b) => ({ ...b, 設立年月日: '昭和の終わりごろ' }) },
  25: {
    note: '億と万の混じった売上高、約のついた人数',
    change: (b) => ({ ...b, 直近売上高: '1億2千万円', 従業員数: '約15名' }),
  },
  27: {
    note: '登録番号が法人番号と違う',
    legal: '法人',
    change: (b) => ({ ...b, 適格請求書発行事業者登録番号: 'T7123456789012' }),
  },
  29: { note: '同じ会社がもう一度送った', change: (b, earlier) => ({ ...(earlier[2] ?? b) }) },
  31: {
    note: '改行のある取扱品、機種依存文字',
    change: (b) => ({
      ...b,
      主な取扱品: 'パン\n焼菓子\n①季節の菓子',
      事業所名: `㈱${b.事業所名?.replace(/(株式|有限)会社/, '')}`,
    }),
  },
};

function again(business: Business, earlier: readonly Business[]): Business {
  const first = earlier.find((one) => one.法人番号 !== undefined);
  return first?.法人番号 === undefined ? business : { ...business, 法人番号: first.法人番号 };
}

function businessFor(random: ReturnType<typeof randomOf>, index: number, legal: Slip['legal']): Business {
  let business = businessOf(random, 400 + index);
  while (legal !== undefined && business.組織区分 !== legal) business = businessOf(random, 400 + index);
  return business;
}

const consents: SampleAnswer = {
  個人情報の取扱いへの同意: ['同意する'],
  反社会的勢力でないことの誓約: ['誓約する'],
  定款への同意: ['同意する'],
};

/** `count` answers in the order in which they came; the same on every run. */
export function sampleAnswers(count: number): SampleAnswer[] {
  const random = randomOf(1954);
  const sent: Business[] = [];
  for (let index = 0; index < count; index += 1) {
    const slip = slips[index];
    const business = businessFor(random, index, slip?.legal);
    sent.push(slip ? slip.change(business, sent) : business);
  }
  return sent.map((business) => ({ ...business, ...consents }));
}

/** One invented business, whole and without faults: the ledger's rows and the sample answers are cut from it. */
import type { Random } from './random.ts';
import { families, givens, stems, towns, trades } from './words.ts';

/** By field label (the headers of the ledger and the questions of the form); absent where there is nothing to say. */
export type Business = Readonly<Record<string, string>>;

/**
 * A corporate number with its check digit before a 12-digit base
 * (https://www.houjin-bangou.nta.go.jp/documents/checkdigit.pdf).
 */
export function corporateNumber(base: string): string {
  let sum = 0;
  [...base].reverse().forEach((digit, index) => {
    sum += Number(digit) * (index % 2 === 0 ? 1 : 2);
  });
  return `${9 - (sum % 9)}${base}`;
}

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

/**
 * Business number `index` of the sample. Registry code 9999 of the corporate number and the exchange 0000 of the telephone
 * number are not in use, so that no sample points at a real firm.
 */
export function businessOf(random: Random, index: number): Business {
  const trade = random.pick(trades);
  const [stem, stemKana, stemSlug] = stems[index % stems.length] ?? stems[0];
  const [family, familyKana] = random.pick(families);
  const [given, givenKana] = random.pick(givens);
  const corporate = random.chance(68);
  const limited = random.chance(30);
  const core = `${stem}${trade.suffix}`;
  const form = limited ? '有限会社' : '株式会社';
  const formKana = limited ? 'ユウゲンガイシャ' : 'カブシキガイシャ';
  const before = random.chance(50);
  const number = corporateNumber(`9999${digits(10_000_000 + index * 37, 8)}`);
  const regular = 1 + random.below(corporate ? 28 : 4);
  const part = random.below(corporate ? 12 : 4);
  const founded = 1950 + random.below(74);
  const month = 1 + random.below(12);
  const domain = `${stemSlug}-${trade.slug}${index}.example.jp`;
  const line = digits(1000 + ((index * 7) % 9000), 4);
  const common = {
    事業所名カナ: `${stemKana}${trade.suffixKana}`,
    代表者氏名: `${family} ${given}`,
    代表者氏名カナ: `${familyKana} ${givenKana}`,
    郵便番号: `100-${digits(1 + (index % 90), 4)}`,
    住所: `東京都見本市${random.pick(towns)}${1 + random.below(5)}-${1 + random.below(20)}-${1 + random.below(30)}`,
    建物名等: random.chance(18) ? `見本ビル${1 + random.below(8)}階` : '',
    電話番号: `03-0000-${line}`,
    FAX番号: random.chance(45) ? `03-0001-${line}` : '',
    メールアドレス: `info@${domain}`,
    ウェブサイト: random.chance(40) ? `https://www.${domain}/` : '',
    業種: trade.industry,
    事業内容: trade.description,
    主な取扱品: trade.products,
    事業開始年月: `${founded}-${digits(month, 2)}`,
    決算月: `${1 + random.below(12)}月`,
    従業員数: String(regular + part),
    うち正社員数: String(regular),
    'うちパート・アルバイト数': String(part),
    直近売上高: String((3 + random.below(90)) * 1_000_000 * (corporate ? 3 : 1)),
    会費口数: String(1 + random.below(corporate ? 6 : 2)),
    会費の支払方法: random.chance(75) ? '口座振替' : '振込',
    会員名簿への掲載: random.chance(85) ? '掲載する' : '掲載しない',
  };
  if (!corporate) {
    return {
      ...common,
      組織区分: '個人事業主',
      事業所名: core,
      代表者役職: '代表',
      '通称・屋号': random.chance(30) ? `${stem}屋` : '',
    };
  }
  return {
    ...common,
    組織区分: '法人',
    法人番号: number,
    適格請求書発行事業者登録番号: random.chance(80) ? `T${number}` : '',
    法人種別: form,
    法人格の位置: before ? '前' : '後',
    事業所名: before ? `${form}${core}` : `${core}${form}`,
    事業所名カナ: before ? `${formKana}${common.事業所名カナ}` : `${common.事業所名カナ}${formKana}`,
    代表者役職: '代表取締役',
    設立年月日: `${founded}-${digits(month, 2)}-${digits(1 + random.below(28), 2)}`,
    資本金: String([1, 3, 5, 10, 20, 30][random.below(6)] ?? 3).concat('000000'),
  };
}

/** Invented membership answers for benches: as a real file would be, mostly tidy, partly messy, a few wrong. */

/** A small deterministic generator (Lehmer, modulus 2^31 − 1). */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const header = [
  'タイムスタンプ',
  'responseId',
  '組織区分',
  '事業所名',
  '事業所名カナ',
  '郵便番号',
  '住所',
  '建物名等',
  '法人番号',
  '法人種別',
  '法人格の位置',
  '資本金',
  '設立年月日',
  '代表者役職',
  '代表者氏名',
  '代表者氏名カナ',
  'メールアドレス',
  '電話番号',
  'FAX番号',
  'ウェブサイト',
  '担当者氏名',
  '担当部署',
  '業種',
  '事業内容',
  '主な取扱品',
  '事業開始年月',
  '決算月',
  '従業員数',
  'うち正社員数',
  'うちパート・アルバイト数',
  '直近売上高',
  '適格請求書発行事業者登録番号',
  '会費口数',
  '会費の支払方法',
  '紹介者',
  '関心のある支援',
  '会員名簿への掲載',
  '個人情報の取扱いへの同意',
  '反社会的勢力でないことの誓約',
  '定款への同意',
];

const families = ['見本', '山川', '髙橋', '田中', '海野', '森下', '石橋', '大空'];
const givens = ['太郎', '花子', '一郎', '桜', '健', '恵'];
const trades = ['製作所', '商店', '工務店', '食品', '運輸', '電気', '印刷', '企画'];
const kana = ['ミホン', 'ヤマカワ', 'タカハシ', 'タナカ', 'ウミノ', 'モリシタ', 'イシバシ', 'オオゾラ'];
const towns = ['丸の内', '中央', '本町', '駅前通り', '港'];
const industries = [
  '製造業',
  '建設業',
  '卸売業、小売業',
  '宿泊業、飲食サービス業',
  '運輸業、郵便業',
  '情報通信業',
];
const interests = ['経営相談', '事業承継', '補助金', 'デジタル化'];

const wide = (text: string) => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
const pad = (n: number, length: number) => String(n).padStart(length, '0');

/** A 法人番号 with its check digit (商業登記規則・法人番号省令). */
export function corporateNumber(body: number): string {
  const digits = pad(body, 12);
  let sum = 0;
  for (let n = 1; n <= 12; n++) sum += Number(digits[12 - n]) * (n % 2 === 1 ? 1 : 2);
  return `${9 - (sum % 9)}${digits}`;
}

/** Two ticked boxes as Forms writes them: in the order of the list, never one twice. */
const twoInterests = (first: number): string => `"${interests[first]}, ${interests[first + 1]}"`;

/** When the n-th answer came: one after another, as Forms exports them, all in one month of office hours. */
function sentAt(n: number): string {
  const second = n % (24 * 9 * 3600);
  const [day, rest] = [Math.floor(second / (9 * 3600)), second % (9 * 3600)];
  return `2026/11/${pad(1 + day, 2)} ${9 + Math.floor(rest / 3600)}:${pad(Math.floor(rest / 60) % 60, 2)}:${pad(rest % 60, 2)}`;
}

/**
 * A CSV of answers as Forms exports it: UTF-8, CRLF, question titles as header. About one row in four is typed
 * with full-width digits, eras and 万円; about one in fifty holds an error.
 */
export function answersCsv(rows: number, seed = 7): string {
  const pick = random(seed);
  const lines = [header.join(',')];
  for (let n = 1; n <= rows; n++) {
    const family = pick(families.length);
    const corporation = pick(3) > 0;
    const messy = pick(4) === 0;
    const wrong = pick(50) === 0;
    const number = corporation ? corporateNumber(100_000_000_000 + n * 7) : '';
    const phone = `03-${3000 + pick(6999)}-${pad(pick(10_000), 4)}`;
    const year = 1970 + pick(50);
    const month = 1 + pick(12);
    const staff = 1 + pick(60);
    const part = pick(staff);
    const name = `${families[family]}${trades[pick(trades.length)]}${n}`;
    const cells = [
      sentAt(n * 7),
      `r${n}`,
      corporation ? '法人' : '個人事業主',
      corporation ? `株式会社${name}` : name,
      `${corporation ? 'カブシキガイシャ' : ''}${kana[family]}${messy ? 'しょうてん' : 'ショウテン'}`,
      messy ? `〒${wide(`100000${pick(9)}`)}` : `100-000${pick(9)}`,
      `東京都千代田区${towns[pick(towns.length)]}${messy ? wide(`${1 + pick(9)}－${1 + pick(20)}`) : `${1 + pick(9)}-${1 + pick(20)}-${1 + pick(9)}`}`,
      pick(3) === 0 ? `見本ビル${1 + pick(20)}階` : '',
      wrong ? number.replace(/\d$/, (d) => String((Number(d) + 1) % 10)) : messy ? wide(number) : number,
      corporation ? '株式会社' : '',
      corporation ? '前' : '',
      corporation ? (messy ? `${1 + pick(90)}00万円` : String((1 + pick(90)) * 1_000_000)) : '',
      corporation ? (messy ? `平成${1 + pick(30)}年${month}月1日` : `${year}/${pad(month, 2)}/01`) : '',
      corporation ? '代表取締役' : '代表',
      `${families[family]} ${givens[pick(givens.length)]}`,
      `${kana[family]} タロウ`,
      wrong && pick(2) === 0 ? `info${n}@example` : `info${n}@kaiin.example.jp`,
      messy ? wide(phone).replace(/-/g, 'ー') : phone,
      pick(2) === 0 ? phone.replace(/^03-3/, '03-4') : '',
      pick(3) === 0 ? `https://www.kaiin${n}.example.jp/` : '',
      pick(3) === 0 ? `${families[pick(families.length)]} ${givens[pick(givens.length)]}` : '',
      pick(4) === 0 ? '総務部' : '',
      industries[pick(industries.length)] ?? '',
      pick(20) === 0 ? '"金属部品の加工\n出張修理, 点検"' : '金属部品の加工と販売',
      pick(3) === 0 ? '部品' : '',
      messy ? `昭和${40 + pick(20)}年${month}月` : `${year}/${pad(month, 2)}`,
      `${month}月`,
      messy ? `${wide(String(staff))}名` : String(staff),
      String(staff - part),
      String(part),
      messy ? `${1 + pick(9)}億${1 + pick(9)}千万円` : String((1 + pick(900)) * 1_000_000),
      corporation ? `T${number}` : '',
      String(1 + pick(9)),
      pick(2) === 0 ? '口座振替' : '振込',
      '',
      pick(2) === 0 ? twoInterests(pick(3)) : (interests[pick(4)] ?? ''),
      '掲載する',
      '同意する',
      '誓約する',
      '同意する',
    ];
    lines.push(cells.join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Words that sample businesses are made of. All firms, people and places are invented; 見本市 does not exist. */

export interface Trade {
  /** 大分類 of the industry list, as the form offers it. */
  readonly industry: string;
  /** End of the firm's name and its reading. */
  readonly suffix: string;
  readonly suffixKana: string;
  readonly description: string;
  readonly products: string;
  /** Domain part. */
  readonly slug: string;
}

const trade = (
  industry: string,
  suffix: string,
  suffixKana: string,
  description: string,
  products: string,
  slug: string,
): Trade => ({ industry, suffix, suffixKana, description, products, slug });

export const trades: readonly [Trade, ...Trade[]] = [
  trade('製造業', '製作所', 'セイサクショ', '金属部品の切削加工', 'ねじ、シャフト', 'seisakusho'),
  trade('製造業', '食品工業', 'ショクヒンコウギョウ', '漬物と惣菜の製造', '漬物、煮豆', 'foods'),
  trade('製造業', '木工所', 'モッコウジョ', '家具と建具の製造', '椅子、障子', 'mokko'),
  trade('製造業', '印刷', 'インサツ', '商業印刷と製本', 'チラシ、冊子', 'print'),
  trade('建設業', '建設', 'ケンセツ', '住宅と店舗の新築、改修', '木造住宅', 'kensetsu'),
  trade('建設業', '設備工業', 'セツビコウギョウ', '給排水と空調の設備工事', '給湯器', 'setsubi'),
  trade('建設業', '塗装店', 'トソウテン', '外壁と屋根の塗装', '塗装工事', 'toso'),
  trade('情報通信業', 'システムズ', 'システムズ', '業務システムの受託開発', '販売管理システム', 'systems'),
  trade('運輸業、郵便業', '運送', 'ウンソウ', '一般貨物の運送', '県内配送', 'unso'),
  trade('卸売業、小売業', '商店', 'ショウテン', '青果と日用品の小売', '野菜、果物', 'shoten'),
  trade('卸売業、小売業', '薬局', 'ヤッキョク', '医薬品と化粧品の小売', '医薬品', 'pharmacy'),
  trade('卸売業、小売業', '酒店', 'サケテン', '酒類の小売と配達', '地酒、みりん', 'sake'),
  trade('卸売業、小売業', '電器', 'デンキ', '家庭用電化製品の販売と修理', '冷蔵庫、照明', 'denki'),
  trade('卸売業、小売業', '書店', 'ショテン', '書籍と文具の小売', '書籍、文具', 'books'),
  trade('不動産業、物品賃貸業', '不動産', 'フドウサン', '住宅の売買と賃貸の仲介', '賃貸住宅', 'fudosan'),
  trade(
    '学術研究、専門・技術サービス業',
    '設計事務所',
    'セッケイジムショ',
    '建築の設計と監理',
    '設計図書',
    'sekkei',
  ),
  trade(
    '学術研究、専門・技術サービス業',
    '税理士事務所',
    'ゼイリシジムショ',
    '税務と会計の相談',
    '記帳代行',
    'zeirishi',
  ),
  trade('宿泊業、飲食サービス業', '食堂', 'ショクドウ', '定食と弁当の提供', '日替わり定食', 'shokudo'),
  trade('宿泊業、飲食サービス業', '旅館', 'リョカン', '宿泊と宴会', '会席料理', 'ryokan'),
  trade('宿泊業、飲食サービス業', '珈琲店', 'コーヒーテン', '自家焙煎の喫茶', '焙煎豆', 'coffee'),
  trade('生活関連サービス業、娯楽業', '美容室', 'ビヨウシツ', '美容と着付け', 'カット、着付け', 'hair'),
  trade(
    '生活関連サービス業、娯楽業',
    'クリーニング',
    'クリーニング',
    '衣類の洗濯と仕上げ',
    'ワイシャツ',
    'cleaning',
  ),
  trade('教育、学習支援業', '学習塾', 'ガクシュウジュク', '小中学生の学習指導', '個別指導', 'juku'),
  trade('医療、福祉', '介護サービス', 'カイゴサービス', '通所介護と訪問介護', 'デイサービス', 'care'),
  trade(
    'サービス業（他に分類されないもの）',
    '自動車整備',
    'ジドウシャセイビ',
    '自動車の整備と車検',
    '車検',
    'auto',
  ),
];

/** Names that firms begin with: writing, reading, domain part. */
export const stems: readonly [readonly [string, string, string], ...(readonly [string, string, string])[]] = [
  ['青葉', 'アオバ', 'aoba'],
  ['朝日町', 'アサヒマチ', 'asahimachi'],
  ['千鳥', 'チドリ', 'chidori'],
  ['若松', 'ワカマツ', 'wakamatsu'],
  ['花岡', 'ハナオカ', 'hanaoka'],
  ['水野', 'ミズノ', 'mizuno'],
  ['三好', 'ミヨシ', 'miyoshi'],
  ['大和田', 'オオワダ', 'owada'],
  ['白鷺', 'シラサギ', 'shirasagi'],
  ['港南', 'コウナン', 'konan'],
  ['北斗', 'ホクト', 'hokuto'],
  ['富士見', 'フジミ', 'fujimi'],
  ['桜木', 'サクラギ', 'sakuragi'],
  ['松風', 'マツカゼ', 'matsukaze'],
  ['小川', 'オガワ', 'ogawa'],
  ['村田', 'ムラタ', 'murata'],
  ['岩瀬', 'イワセ', 'iwase'],
  ['高砂', 'タカサゴ', 'takasago'],
  ['柏屋', 'カシワヤ', 'kashiwaya'],
  ['鶴見', 'ツルミ', 'tsurumi'],
  ['清水町', 'シミズチョウ', 'shimizucho'],
  ['南条', 'ナンジョウ', 'nanjo'],
  ['藤巻', 'フジマキ', 'fujimaki'],
  ['八千代', 'ヤチヨ', 'yachiyo'],
  ['若草', 'ワカクサ', 'wakakusa'],
  ['日の出', 'ヒノデ', 'hinode'],
];

/** Family names: writing, reading. */
export const families: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['見本', 'ミホン'],
  ['佐倉', 'サクラ'],
  ['戸田', 'トダ'],
  ['石橋', 'イシバシ'],
  ['宮下', 'ミヤシタ'],
  ['長谷', 'ナガタニ'],
  ['古川', 'フルカワ'],
  ['相沢', 'アイザワ'],
  ['野村', 'ノムラ'],
  ['片岡', 'カタオカ'],
  ['浜口', 'ハマグチ'],
  ['沢田', 'サワダ'],
];

/** Given names: writing, reading. */
export const givens: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['太郎', 'タロウ'],
  ['花子', 'ハナコ'],
  ['一郎', 'イチロウ'],
  ['美咲', 'ミサキ'],
  ['健', 'ケン'],
  ['陽子', 'ヨウコ'],
  ['直樹', 'ナオキ'],
  ['真理', 'マリ'],
  ['誠', 'マコト'],
  ['由美', 'ユミ'],
  ['洋', 'ヒロシ'],
  ['千春', 'チハル'],
];

export const towns: readonly [string, ...string[]] = [
  '中央',
  '本町',
  '港町',
  '緑が丘',
  '東',
  '西',
  '南',
  '栄町',
  '旭町',
  '大手町',
];

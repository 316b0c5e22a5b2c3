/**
 * Characters that Windows-31J lacks and what people write in their place: proposals, never applied by themselves. A
 * person decides, since a name may not be changed without its bearer (and the chamber's choice is remembered).
 *
 * Kanji: the forms of JIS X 0213:2004 beside those of JIS X 0208, old forms beside the 常用漢字表 (2010), and
 * variants of names found in 戸籍統一文字. A test proves that no left side is in Windows-31J and every right side is.
 */

/** Pairs of one kanji each: what is lacking, what is proposed. */
const kanjiPairs =
  '鷗鴎 俱倶 剝剥 頰頬 塡填 𠮷吉 𠮟叱 吞呑 噓嘘 姸妍 屛屏 幷并 瘦痩 繫繋 顚顛 麴麹 醬醤 蠟蝋 攢攅 瀆涜 蟬蝉 ' +
  '驒騨 簞箪 嚙噛 囊嚢 禱祷 俠侠 摑掴 搔掻 繡繍 蔣蒋 鹼鹸 萊莱 焰焔 啞唖 軀躯 麵麺 潑溌 醱醗 㐂喜 𡈽土 圡土 ' +
  '𣘺橋 槗橋 桺柳 𥔎碕 㟢崎 𦚰脇 𠀋丈 柗松 𫝆今 𫝑勢 㔟勢 𠩤原 徵徴 銳鋭 淚涙 尙尚 晚晩 卽即 旣既 黃黄 步歩 ' +
  '每毎 巢巣 曆暦 歷歴 戶戸 說説 稅税 閱閲 脫脱 溫温 產産 虛虚 彥彦 絕絶 錄録 緣縁 狀状 內内 吳呉 吴呉 娛娯 ' +
  '硏研 涉渉 揷挿 查査 吿告 姬姫 㑹会 㓛功 㟁岸 㵎澗 㳒法 㸃点 㽵荘 㞍尻 仐傘 閞関 叓事 兾冀 团団 堦階 处処 ' +
  '帒袋 惪徳 扵於 旹時 桼漆 槀槁 櫔栃 欵款 炁気 琹琴 畱留 盌碗 眀明 莭節 虵蛇 覌観 鄊郷 鉃鉄 𣗄椎 𣳾泰 𤋮熙 ' +
  '𥱋簗 𦍌羊 𧃴藤 𪚲亀 輭軟 鬭闘';

/** Signs, kana and abbreviations; the texts may be longer than one character. */
const signs: Readonly<Record<string, string>> = {
  '\u00a5': '￥',
  '\u203e': '￣',
  '\u00a0': ' ',
  '\u2012': '-',
  '\u2013': '-',
  '\u2011': '-',
  '\u2022': '・',
  '\u00b7': '・',
  '\u00b5': 'μ',
  '\u2113': 'l',
  '\u223c': '～',
  '\u00ab': '《',
  '\u00bb': '》',
  '\u00a9': '(C)',
  '\u00ae': '(R)',
  '\u2122': '(TM)',
  '\u00bc': '1/4',
  '\u00bd': '1/2',
  '\u00be': '3/4',
  '\u24ea': '(0)',
  '\u260e': 'TEL',
  '\u2715': '×',
  '\u2716': '×',
  '\u27a1': '→',
  '㋿': '令和',
  '㍿': '株式会社',
  ゔ: 'ヴ',
  ゕ: 'ヵ',
  ゖ: 'ヶ',
  ヷ: 'ヴァ',
  ヸ: 'ヴィ',
  ヹ: 'ヴェ',
  ヺ: 'ヴォ',
  〼: 'ます',
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ß: 'ss',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
};

let table: ReadonlyMap<string, string> | undefined;

/** The whole table, by the character that is lacking. */
export function builtInSubstitutes(): ReadonlyMap<string, string> {
  if (table === undefined) {
    const all = new Map(Object.entries(signs));
    for (const pair of kanjiPairs.split(' ')) {
      const [lacking = '', proposed = ''] = Array.from(pair);
      all.set(lacking, proposed);
    }
    // ㉑–㊿: the circled numbers above ⑳.
    for (let n = 21; n <= 50; n++) {
      all.set(String.fromCharCode(n <= 35 ? 0x3251 + n - 21 : 0x32b1 + n - 36), `(${n})`);
    }
    table = all;
  }
  return table;
}

const marks = /[\u0300-\u036f]/g;

/**
 * What could stand for a character, '' when nothing is known: the table, else the unified form of a compatibility
 * ideograph (社 U+FA4C → 社), the letters of an abbreviation (㎥ → m3), or the bare letter (é → e). Never a text
 * that `isWritable` refuses.
 */
export function proposeSubstitute(character: string, isWritable: (text: string) => boolean): string {
  const candidates = [
    builtInSubstitutes().get(character),
    character.normalize('NFC'),
    character.normalize('NFKC'),
    character.normalize('NFD').replace(marks, ''),
  ];
  for (const candidate of candidates) {
    if (candidate !== undefined && candidate !== '' && candidate !== character && isWritable(candidate)) {
      return candidate;
    }
  }
  return '';
}

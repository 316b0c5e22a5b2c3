/** Radicals (⼈ U+2F08, ⻑ U+2ED1) that PDF writers put in the place of the characters they look like: a search for 人 would miss them. */

/** Radicals of the supplement have no mapping in Unicode; these are the ones that stand for whole characters. */
const supplement: Readonly<Record<string, string>> = {
  '⺟': '母',
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '見',
  '⻆': '角',
  '⻑': '長',
  '⻘': '青',
  '⻝': '食',
  '⻣': '骨',
  '⻤': '鬼',
  '⻨': '麦',
  '⻩': '黄',
  '⻫': '斉',
  '⻭': '歯',
  '⻯': '竜',
  '⻲': '亀',
  '⻳': '亀',
};

/** The text with characters for radicals, and how many there were. */
export function mendRadicals(text: string): { text: string; count: number } {
  let count = 0;
  const mended = text.replace(/[\u2e80-\u2fdf]/g, (sign) => {
    const whole = supplement[sign] ?? sign.normalize('NFKC');
    if (whole !== sign) count++;
    return whole;
  });
  return { text: mended, count };
}

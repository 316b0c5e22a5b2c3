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

/** The text with characters for radicals and letters for ligatures, level signs for those of vertical writing, and how many radicals there were. */
export function mendSigns(text: string): { text: string; count: number } {
  let count = 0;
  const spelt = text.replace(/[\ufb00-\ufb06\ufe10-\ufe19\ufe31-\ufe44\ufe47\ufe48]/g, (sign) =>
    sign.normalize('NFKC'),
  );
  const mended = spelt.replace(/[\u2e80-\u2fdf]/g, (sign) => {
    const whole = supplement[sign] ?? sign.normalize('NFKC');
    if (whole !== sign) count++;
    return whole;
  });
  return { text: mended, count };
}

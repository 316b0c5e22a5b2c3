/** Words by which free answers are grouped. Ours, and a start only: what is not found goes to そのほか, nothing is lost. */

export interface Keyword {
  readonly label: string;
  readonly words: readonly string[];
}

export const keywords: readonly Keyword[] = [
  { label: '価格転嫁・販売価格', words: ['転嫁', '値上げ', '販売価格', '販売単価', '価格交渉', '値下げ'] },
  {
    label: '仕入・原材料・燃料',
    words: [
      '仕入',
      '原材料',
      '資材',
      '燃料',
      '電気代',
      '電気料金',
      '光熱',
      'エネルギー',
      '物価',
      '輸送費',
      '運賃',
    ],
  },
  { label: '人手・採用', words: ['人手', '人材', '採用', '求人', '応募', '退職', '離職', '高齢化', '後継'] },
  { label: '賃金・最低賃金', words: ['賃上げ', '賃金', '人件費', '賞与', '初任給', '給与', '社会保険'] },
  {
    label: '需要・売上・客数',
    words: ['需要', '受注', '売上', '客数', '客足', '来店', '消費', '引き合い', '引合い'],
  },
  { label: '観光・催し', words: ['観光', 'インバウンド', '宿泊', 'イベント', '祭'] },
  { label: '資金繰り・金利', words: ['資金', '金利', '融資', '借入', '返済'] },
  { label: '為替・海外', words: ['円安', '円高', '為替', '関税', '輸出', '輸入', '海外'] },
  { label: '設備・デジタル', words: ['設備', '投資', 'デジタル', 'システム', 'DX', 'IT', '省力'] },
  { label: '税・制度・手続', words: ['税', 'インボイス', '制度', '規制', '補助金', '助成', '手続'] },
  { label: '天候・災害', words: ['天候', '猛暑', '大雪', '豪雨', '地震', '台風', '災害'] },
];

export const otherKeyword = 'そのほか';

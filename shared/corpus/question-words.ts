/** What a question is about, without its asking, and what kind of answer it wants. */

/** Words that ask, or are courtesy: no rule is found by them. Old small kana are folded, as everywhere in a search. */
const asking = new RegExp(
  [
    '(?:どうす|どうし)(?:れば|たら)(?:よい|いい)?',
    'どう(?:する|なる|やつて|いう|か)?',
    'ど(?:の|ん)(?:よう|な)[にな]?',
    '(?:どの|どれ)(?:くらい|ぐらい|だけ|ほど)',
    'どこ(?:に|で|から|まで)?',
    'いつ(?:まで|から|ごろ)?に?',
    'いくら(?:まで|から|以上|くらい)?',
    '(?:だれ|誰)[がにのへと]?',
    '(?:なに|何)[かがをにので]?(?![一-龠人日年回社円分期割歳])',
    'に(?:ついて|関して|関する|対して)',
    '(?:教え|おしえ)て',
    '(?:知り|しり)たい',
    '(?:くだ|下)さい',
    'て(?:も)?(?:よい|いい)',
    'ば(?:よい|いい)',
    'こと[がは](?:できる|でき|ある)',
    'でき(?:る|ます|ない)',
    'なければなら(?:ない)?|ないと(?:いけない|だめ)|なくて(?:も)?(?:よい|いい)',
    '(?:する|した|の)?とき[はのに]?',
    '場合[はのに]?',
    '(?:で|ま)す(?:か|が)|でしようか?|ましよう',
    'のは|もの|のか|るか|ないか|たいか?',
    '(?:決|き)まり|規定|定め',
    'と?(?:言|い)[わつ]れ?(?:たら|て)?(?:きた)?ら?',
  ].join('|'),
  'g',
);

/** The question without the words that ask; the whole where nothing else would be left. */
export function subjectOf(question: string): string {
  const left = question
    .normalize('NFKC')
    .replace(/[っゃゅょ]/g, (kana) => ({ っ: 'つ', ゃ: 'や', ゅ: 'ゆ', ょ: 'よ' })[kana] ?? kana)
    .replace(asking, ' ');
  return /[^\s？?。、]/.test(left) ? left : question;
}

interface AnswerKind {
  readonly asks: RegExp;
  /** In a text whose numbers are digits. */
  readonly answers: RegExp;
}

const answerKinds: readonly AnswerKind[] = [
  {
    asks: /いつ|何日|何[か箇ヶ]?月|何週|期限|締め?切|しめきり/,
    answers:
      /[0-9]+(?:日|箇月|か月|ヶ月|月|週間)|(?:以内|までに|前まで|遅滞なく|速やかに|すみやかに|直ちに|翌日|月末)/,
  },
  { asks: /何年|何期|任期/, answers: /[0-9]+(?:年|期|回)/ },
  {
    asks: /いくら|金額|料金|何円|何万|上限|限度|の額/,
    answers: /[0-9]+(?:円|万円|千円)|(?:別表|金額|限度)/,
  },
  {
    asks: /何人|何名|何社|何回|何分の|何割|定足数|定数/,
    answers: /[0-9]+(?:人|名|社|回|分の|割|者|期)|過半数|半数/,
  },
  {
    asks: /誰|だれ|どなた/,
    answers: /(?:会頭|局長|部長|課長|理事|監事|議長|責任者|担当者|職員|委員|役員|大臣)[がはにの]/,
  },
  {
    asks: /(?:てよい|ていい|てもよい|てもいい|できる|できま|なれ[るま]|られる|認められ|もらえる|使える)[^。]{0,4}か?[？?。]?$/,
    answers: /ことができ|てはなら(?:ない|ず)|妨げない|拒んではならない|することができない|有しない/,
  },
  { asks: /(?:とは|って何|定義|意味)[^。]{0,4}[？?。]?$/, answers: /とは|をいう/ },
];

/** Patterns of which a text that answers the question has one. */
export const answersWanted = (question: string): readonly RegExp[] =>
  answerKinds.filter(({ asks }) => asks.test(question)).map(({ answers }) => answers);

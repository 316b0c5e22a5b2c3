/** What a message about the attendance of a meeting means. */
export const attendanceMeanings: Readonly<Record<string, string>> = {
  'attendance.not-meeting': 'フォームが一覧から外れたか、出欠をたずねるフォームではありません。',
  'attendance.member-unknown': '名簿の人と結び付かない回答は、定足数に数えられません。',
  'attendance.name-missing': 'だれの回答か分からないので、まだ何も書いていません。',
  'attendance.attendance-missing': '出欠が決まらないので、まだ何も書いていません。',
  'attendance.holder-missing': 'だれに委任したか分からない委任は、確かな出席に数えません。',
  'attendance.holder-unknown': '代理人になれるのは出席する議員です。名簿で1人に決まる必要があります。',
  'attendance.holder-self': '委任した人が自分の代理人になることはできません。',
  'attendance.holder-absent': '代理人が出席しないと、その委任で議決できません。',
  'attendance.holder-open': '代理人が出席するまで、その委任は確かな出席に数えません。',
  'attendance.paper-missing':
    '委任には代理権を示す書面が要ります（商工会議所法17条4項）。届くまで確かな出席に数えません。',
  'attendance.unread': '出席にも欠席にも数えていません。',
  'attendance.unknown': 'フォームに書かれた氏名が、名簿のどの行とも合いません。',
  'attendance.ambiguous': '同じ氏名の人が名簿に2人以上いて、事業所名でも決まりません。',
  'attendance.roll-empty': '全員の数が分からないと、定足数を計算できません。',
  'attendance.roll-twice': '同じ氏名と事業所名の行が2つあります。',
};

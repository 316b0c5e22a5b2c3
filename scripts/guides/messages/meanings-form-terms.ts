/** What a message means for those who change the closing day or the places of a form. */
export const formTermsMeanings: Readonly<Record<string, string>> = {
  'form.terms-day-past': '過ぎた日を締切にすると、すぐに受付が止まるためです。',
  'form.terms-number': '定員を数として読めません。まだ何も変えていません。',
  'form.terms-no-places': '先着順に数える質問が、このひな型にありません。',
  'form.terms-below-taken': '受付と知らせた人を、キャンセル待ちに戻すことはありません。',
  'form.terms-updating': '更新の途中で変えると、どちらの内容にするか決まらないためです。',
  'form.terms-changed-since': '見た内容と違う繰上げをしないように、止めました。',
};

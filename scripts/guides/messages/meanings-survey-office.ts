/** What a message about a survey that an office carries out means. */
export const surveyOfficeMeanings: Readonly<Record<string, string>> = {
  'surveys.definition-unknown': '配られた調査の定義の中に、その名前がありません。',
  'surveys.wave':
    '回は、比べる相手（前月・前年）を決めるための名前です。読めないので、まだ何も作っていません。',
  'surveys.deadline': '締切日が決まらないので、まだ何も作っていません。',
  'surveys.deadline-past': '過ぎた日を締切にすると、リンクが届いたときにはもう答えられません。',
  'surveys.running':
    '一つの回には、フォームもリンクも一組です。二度始めると、どちらの回答か分からなくなります。',
  'surveys.link': 'リンクに入れる番号の置き場がないので、誰の回答かを確かめられません。',
  'surveys.people-header':
    '見出しの名前で列を見分けます。どの列が名前とアドレスか分からないので、何も取り込んでいません。',
  'surveys.people-many': '多すぎる一覧は、貼り間違いのことが多いので止めました。',
  'surveys.people-empty': '送る相手がいないので、まだ何も作っていません。',
  'surveys.people-blank': '誰かが決まらない行には、リンクを作れません。',
  'surveys.people-twice': '一つの番号に回答は一つです。二つ目の行は、依頼も集計もしません。',
  'surveys.people-option': '回答率の表では「分からない」に入ります。回答の集計には影響しません。',
  'surveys.round-unknown': '「調査」シートに、その行がありません。',
  'surveys.closed': '締め切った調査には、新しい依頼も回答も加えません。',
  'surveys.over': '締切日を過ぎた依頼は送りません。',
  'surveys.changed': '回答や送付が進むと、送る相手が変わります。見たものと違う相手には送りません。',
  'surveys.person-unknown': '調査先にない事業所の回答は、回答率にも集計にも入れられません。',
  'surveys.answer-empty': '空の回答は、回答したことになりません。',
  'surveys.answer-option': '選択肢にない答えは数えられないので、まだ保存していません。',
  'surveys.no-answers': '番号で確かめられた回答がありません。番号の合わない回答は、集計に入れません。',
  'surveys.not-closed': '実施中の調査の情報をなくすと、誰が回答したか分からなくなります。',
  'surveys.not-due': '締切から決めた日数がたつまでは、回答を確かめるために残します。',
  'surveys.mails-waiting': '送る前に宛先をなくすと、届かない人が出ます。',
  'surveys.destruction-changed': '見たものと違う内容は廃棄しません。まだ何も消していません。',
};

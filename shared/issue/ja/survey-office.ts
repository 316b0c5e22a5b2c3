/** Words for surveys as an office carries them out: lists of those asked, sending, entering, counting, destroying. */
import type { Words } from './words.ts';

export const surveyOfficeWords: Readonly<Record<string, Words>> = {
  'surveys.definition-unknown': {
    message: '調査「{name}」の定義がありません。',
    remedy: '調査の一覧から選び直してください。',
  },
  'surveys.wave': {
    message: '調査の回「{name}」を読めません。',
    remedy: '毎月の調査は 2026-10、毎年の調査は 2026 のように書いてください。',
  },
  'surveys.deadline': {
    message: '締切日を読めません。',
    remedy: '2026-10-25 のように書いてください。',
  },
  'surveys.deadline-past': {
    message: '締切日が今日（{today}）より前です。',
    remedy: '今日からあとの日にしてください。',
  },
  'surveys.running': {
    message: 'この回の調査は、もう始まっています（{name}）。',
    remedy: '一覧からその調査を開いてください。同じ回を二度始めることはできません。',
  },
  'surveys.link': {
    message: 'フォームに「回答番号」の質問がないため、事業所ごとのリンクを作れません。',
    remedy: 'フォームから「回答番号」を外していたら、戻してください。',
  },
  'surveys.people-header': {
    message: '一覧の見出しに「事業所名」と「メールアドレス」がありません（読めた見出し：{header}）。',
    remedy: '1行目を見出しにし、「事業所名」と「メールアドレス」の列を入れてください。',
  },
  'surveys.people-many': {
    message: '一覧の行が {limit} を超えています。',
    remedy: '一度に調査できるのは {limit} 事業所までです。一覧を分けてください。',
  },
  'surveys.people-empty': {
    message: '調査先が一つもありません。',
    remedy: '一覧に行があるか、台帳に事業所があるかを確かめてください。',
  },
  'surveys.people-blank': {
    message: '{row} 行目：番号か事業所名が空なので、調査先に入れません。',
    remedy: '元の一覧で埋めて、貼り直してください。',
  },
  'surveys.people-twice': {
    message: '{row} 行目：番号「{number}」は {other} 行目にもあるので、調査先に入れません。',
    remedy: '別の事業所なら番号を分けてください。',
  },
  'surveys.people-option': {
    message: '{row} 行目：{label}「{value}」は、この調査の区分にありません。',
    remedy: 'このままでも調査はできます。{label}別の表には、回答で選んだ区分で入ります。',
  },
  'surveys.round-unknown': {
    message: '調査「{name}」が見つかりません。',
    remedy: '画面を読み直して、一覧から選び直してください。',
  },
  'surveys.closed': {
    message: '調査「{name}」は、実施中ではありません。',
    remedy: '締め切ったあとは、送付も入力もできません。',
  },
  'surveys.over': {
    message: '締切日（{deadline}）を過ぎたため、送れません。',
    remedy: '集計に進んでください。',
  },
  'surveys.changed': {
    message: '確かめたあとで、送り先が変わりました。',
    remedy: '送付の内容をもう一度確かめてから送ってください。',
  },
  'surveys.person-unknown': {
    message: '番号「{number}」の事業所は、この調査の調査先にありません。',
    remedy: '事業所を探し直してください。',
  },
  'surveys.answer-empty': {
    message: '回答が一つも入っていません。',
    remedy: '少なくとも一つの質問に答えを入れてください。',
  },
  'surveys.answer-option': {
    message: '{label}の「{value}」は、選択肢にありません。',
    remedy: '選択肢から選んでください。',
  },
  'surveys.no-answers': {
    message: '調査「{name}」には、集計できる回答がまだありません。',
    remedy: '回答が届いてから、もう一度集計してください。',
  },
  'surveys.not-closed': {
    message: '調査を締め切っていないため、廃棄できません。',
    remedy: '先に調査を締め切ってください。',
  },
  'surveys.not-due': {
    message: '廃棄できるのは {day} からです。',
    remedy: 'その日まで、回答の確かめに使えます。',
  },
  'surveys.mails-waiting': {
    message: '送付を待っているメールが {count} 通あるため、廃棄できません。',
    remedy: '「送付」で状態を確かめてください。締め切ると、待っているメールは止まります。',
  },
  'surveys.destruction-changed': {
    message: '確かめたあとで、廃棄する内容が変わりました。',
    remedy: '廃棄する内容をもう一度確かめてください。',
  },
};

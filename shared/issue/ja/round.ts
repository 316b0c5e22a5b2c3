/** Words for the yearly round of the register: starting, sending, letters. */
import type { Words } from './words.ts';

export const roundWords: Readonly<Record<string, Words>> = {
  'round.deadline': {
    message: '回答の締切「{deadline}」が、暦にない日です。',
    remedy: '締切の日付を選び直してください。',
  },
  'round.deadline-past': {
    message: '回答の締切（{deadline}）が、今日（{today}）より前です。',
    remedy: '今日より後の日付にしてください。回答には2週間ほどあると安心です。',
  },
  'round.prefill': {
    message: '「{name}」は、リンクに入れられない項目です。',
    remedy: '代表者や連絡先などは、リンクが人に渡ったときのために入れません。選び直してください。',
  },
  'round.running': {
    message: '照会「{round}」が続いています。',
    remedy: '新しい照会は、いまの照会を締め切ってから始めてください。',
  },
  'round.nobody': {
    message: '条件に合う事業所が、台帳にありません。',
    remedy: '会員や部会の条件を広げるか、台帳の取込みを確かめてください。',
  },
  'round.nobody-judged': {
    message: '特定商工業者と判定した事業所のうち、条件に合うものがありません。',
    remedy: '先に「判定する」を押すか、「台帳のすべての事業所」を選んでください。',
  },
  'round.link': {
    message: '確認フォームから、事業所ごとのリンクを作れませんでした。',
    remedy:
      'フォームの編集画面で、「照会番号」の質問を消していないか確かめてください。消したばかりなら「元に戻す」で戻せます。',
  },
  'round.not-found': {
    message: '照会「{round}」が見つかりません。',
    remedy: '台帳の画面を読み込み直してください。',
  },
  'round.none': {
    message: '続いている照会がありません。',
    remedy: '先に「照会を始める」で、締切と相手を決めてください。',
  },
  'round.over': {
    message: '照会の締切（{deadline}）を過ぎています。',
    remedy: '締切を過ぎたリンクは使えません。続けるときは「次の照会を始める」を押してください。',
  },
  'send.changed': {
    message: '確かめたあとに、送る相手が変わりました（回答が届いたか、台帳が変わりました）。',
    remedy: 'もう一度「送る相手を確かめる」を押し、新しい内容を見てから送ってください。',
  },
  'letters.nobody': {
    message: '手紙を送る相手がいません。',
    remedy: 'メールを送れる事業所と、すでに手紙を作った事業所は除いています。条件を確かめてください。',
  },
};

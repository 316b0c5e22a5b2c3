/** Words for the closing day and the places of a form, changed after it was made. */
import type { Words } from './words.ts';

export const formTermsWords: Readonly<Record<string, Words>> = {
  'form.terms-day-past': {
    message: '締切の日「{day}」は、もう過ぎています。',
    remedy: '今日以降の日にするか、空にしてください。すぐに止めるときは「受付を止める」を押してください。',
  },
  'form.terms-number': {
    message: '定員の「{places}」が、1 から 99999 までの数ではありません。',
    remedy: '「30」のように数だけを入れてください。定員をなくすときは空にしてください。',
  },
  'form.terms-no-places': {
    message: 'このフォームのひな型には、定員がありません。',
    remedy: '定員のあるひな型（参加申込、あっせんの申込）でお使いください。',
  },
  'form.terms-below-taken': {
    message: '{group}受付の済んだ分が {taken} あるので、定員を {places} にはできません。',
    remedy:
      '{taken} 以上にしてください。減らすときは、先にシート「申込・回答」で取り消す申込を決めて取り消してください。',
  },
  'form.terms-updating': {
    message: 'このフォームは、ひな型の更新が途中です。',
    remedy: '「続きを見る」で更新を終えるか取り消してから、もう一度変えてください。',
  },
  'form.terms-changed-since': {
    message: '確かめたあとに、このフォームの締切・定員か申込が変わりました。何も変えていません。',
    remedy: '新しい内容を確かめてから、もう一度「この内容に変える」を押してください。',
  },
};

/** Words for answers about the register while staff decide on them. */
import type { Words } from './words.ts';

export const answerWords: Readonly<Record<string, Words>> = {
  'decision.conflict/answer': {
    message: 'この回答は、画面を開いたあとに{by}が扱いを決めました（{at}）。',
    remedy: '最新の内容を読み込み、確かめてからもう一度操作してください。',
  },
  'decision.not-allowed/answer': {
    message: '状態が「{state}」の回答には、この操作はできません。',
    remedy: '最新の内容を読み込んでください。',
  },
  'answer.not-found': {
    message: 'その回答が見つかりません。',
    remedy: '台帳の回答の一覧を読み込み直してください。',
  },
  'answer.undecided': {
    message: '「{label}」をどの値にするかが決まっていません。',
    remedy: '回答の値か台帳の値を選んでください。読み取れない値は採用できません。',
  },
  'answer.reason-missing': {
    message: '見送る理由が入力されていません。',
    remedy: '理由を書いてください。履歴に残ります。',
  },
  'answer.business-unknown': {
    message: '事業所番号「{number}」の事業所が台帳にありません。',
    remedy: '台帳から事業所を探して選んでください。新しい事業所なら、先に台帳を取り込んでください。',
  },
  'answer.exported': {
    message: 'この回答は、すでに CSV に出しています（{batch}）。',
    remedy: '取り込めなかったときは「取込失敗」を記録すると戻せます。',
  },
  'answer.applied': {
    message: 'この回答は、すでに台帳に反映されています（{batch}）。',
    remedy: '違う内容にするときは、代理入力で新しい内容を入れてください。',
  },
  'answer.unchanged-moved': {
    message: '画面を開いたあとに、まとめて承認できる回答が変わりました。',
    remedy: '新しい件数を確かめてから、もう一度「まとめて承認」を押してください。',
  },
  'answer.consent': {
    message: '「{label}」は、職員が代わりに入れられません。同意は本人だけができます。',
    remedy: 'その項目を除いてください。',
  },
  'answer.field': {
    message: '「{name}」は、代理入力では入れられない項目です。',
    remedy: '画面を読み込み直してください。',
  },
  'answer.rivals': {
    message: '同じ事業所について、違う内容の回答がほかに {count} 件あります。',
    remedy: '項目ごとに、どの値にするかを選んでください。',
  },
  'answer.contradiction': {
    message: '「変更なし」という回答ですが、台帳と違う値が入っています。',
    remedy: '値を確かめて、採用するか台帳のままにするかを選んでください。',
  },
  'answer.nothing-new': {
    message: '「変更あり」という回答ですが、台帳と違う値がありません。',
    remedy: '台帳のままでよければ、そのまま承認してください。',
  },
};

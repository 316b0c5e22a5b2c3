/** Words about what a chamber offers the others (便利ツール共有). */
import type { Words } from './words.ts';

export const offerWords: Readonly<Record<string, Words>> = {
  'offer.not-linked': {
    message: '日商とつながっていないため、提供できません。何も送っていません。',
    remedy: '「点検と設定」の「配信」で、日商から届いた接続コードを入れてください。',
  },
  'offer.title': {
    message: '載せるときの題がありません。何も送っていません。',
    remedy: 'ほかの会議所の職員が見て分かる題を入れてください。',
  },
  'offer.changed': {
    message: '確かめたあとで、フォームか配置が変わりました。何も送っていません。',
    remedy: 'もう一度「内容を見る」を押し、いまの内容を確かめてから送ってください。',
  },
  'offer.too-long': {
    message: '大きすぎるため、提供できません（{count} 文字、上限 {most} 文字）。何も送っていません。',
    remedy: '設問や選択肢を分けて、小さなフォームにしてください。',
  },
  'offer.too-many': {
    message: 'この会議所の申し出が、日商の確認を20件待っています。これは受け取られませんでした。',
    remedy: '日商の確認が進んでから、もう一度送ってください。',
  },
  'offer.not-sent': {
    message: '日商に届きませんでした（{reason}）。',
    remedy: 'しばらく待って、もう一度「日商に送る」を押してください。同じ内容なら、二重にはなりません。',
  },
  'offer.unknown': {
    message: '番号「{name}」の申し出はありません。',
    remedy: 'cci release offers で、番号を確かめてください。',
  },
  'offer.name': {
    message: '名前「{name}」は使えません。',
    remedy: '英小文字で始まる、英小文字・数字・ハイフンの名前にしてください。',
  },
  'offer.name-taken': {
    message: '名前「{name}」には、ほかのひな形か配置がもうあります。何も書いていません。',
    remedy: 'ほかの名前を --as に書いてください。同じ会議所の同じものの直しなら、前と同じ名前を使えます。',
  },
  'offer.unreadable': {
    message: '申し出「{name}」の中身を読めません。',
    remedy: '会議所に、もう一度送ってもらってください。',
  },
};

/** Words about roles, hand-over and destruction. */
import type { Words } from './words.ts';

export const officeWords: Readonly<Record<string, Words>> = {
  'access.denied': {
    message: 'この操作には「{role}」の役割が必要です。',
    remedy: '役割を付けられるのは {known} です（「設定」の画面）。',
  },
  'access.address': {
    message: '「{person}」はメールアドレスとして読めません。',
    remedy: 'その人が Google にログインするときのアドレスを書いてください。',
  },
  'access.twice': {
    message: '「{person}」が2回書かれています。',
    remedy: '1人につき1行にしてください。',
  },
  'access.last-settings': {
    message: '「設定」の役割を持つ人がいなくなるため、保存しませんでした。',
    remedy: '自分の「設定」を残すか、先にほかの人に「設定」を付けて保存してから外してください。',
  },
  'health.unknown': {
    message: '点検の項目「{id}」は、いまはありません。',
    remedy: '点検を開き直してください。',
  },
  'health.by-hand': {
    message: '点検の項目「{id}」は、会議所キットでは直せません。',
    remedy: '点検に書いてある方法で直してください。',
  },
  'hand-over.triggers': {
    message: 'このアカウントで作れるトリガーは、あと {free} 個です（必要な数は {wanted} 個）。',
    remedy: '使っていないフォームの受付を終えるか、別のアカウントで引き継いでください。',
  },
  'retention.line': {
    message: '保存期間の {line} 行目「{value}」が読めません。',
    remedy: '「seminar-registration 締切から180日」のように書いてください。',
  },
  'retention.twice': {
    message: '保存期間の {line} 行目「{value}」は、同じ起点の規則が2つあります。',
    remedy: 'どちらか1つにしてください。',
  },
  'retention.template': {
    message: '保存期間の「{name}」に、起点「{start}」は使えません。',
    remedy: '保存期間の画面で、ひな型と起点を選び直してください。',
  },
  'retention.changed': {
    message: '確認の画面を開いたあとに、廃棄する回答が変わりました。何も廃棄していません。',
    remedy: '新しい内容を確かめてから、もう一度「廃棄する」を押してください。',
  },
  'retention.form-closed': {
    message: 'フォーム「{title}」を開けないため、廃棄できません。',
    remedy: 'フォームの編集者のアカウントで行うか、フォームの共有に編集者として加えてもらってください。',
  },
};

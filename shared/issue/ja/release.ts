/** Words about releases, their roll-out, and what a chamber does with them. */
import type { Words } from './words.ts';

export const releaseWords: Readonly<Record<string, Words>> = {
  'release.file-name': {
    message: '配信に入れるファイルの名前「{name}」が使えません。',
    remedy: 'template.＜ID＞、profile.＜ID＞、survey.＜ID＞、catalogue、messages のどれかにしてください。',
  },
  'release.file-text': {
    message: '配信に入れるファイル「{name}」が JSON でないか、長すぎます。',
    remedy: '1つのファイルは 40 万字までです。内容を確かめてください。',
  },
  'release.draft': {
    message: '配信を作れませんでした。',
    remedy:
      '版（数字3つ。例 1.2.0）、お知らせ（1行以上）、アドオンの版、ファイル（1つ以上300まで）を確かめてください。',
  },
  'release.unreadable': {
    message: '日商の配信を読めませんでした。いまの版のまま使い続けています。',
    remedy: '続くときは、日商の担当者に知らせてください。',
  },
  'release.hash': {
    message: '日商の配信の「{name}」が、作られたときと違っています。受け取りませんでした。',
    remedy: 'いまの版のまま使えます。続くときは、日商の担当者に知らせてください。',
  },
  'release.other': {
    message: '届いた配信は、案内された版（{wanted}）ではありませんでした。受け取りませんでした。',
    remedy: 'いまの版のまま使えます。続くときは、日商の担当者に知らせてください。',
  },
  'release.addon-older': {
    message: '日商の配信（{version}）には、会議所キットの版 {leastAddon} 以上が必要です（いまは {addon}）。',
    remedy: '会議所キットが新しくなると、ひとりでに受け取ります。',
  },
  'release.version-taken': {
    message: '版 {version} は、別の内容でもう配られています。',
    remedy: '版を上げてください。配った版の内容は変えられません。',
  },
  'release.version-lower': {
    message: '版 {version} は、もう配られた版（{newest}）より前です。',
    remedy: '{newest} より後の版にしてください。',
  },
  'release.unreachable': {
    message: '日商の配信を、いま見に行けませんでした。',
    remedy: '1時間後に、ひとりでにもう一度見に行きます。何もしなくて構いません。',
  },
  'release.content': {
    message: '日商の配信の「{name}」は、この会議所キットでは読めません。受け取りませんでした。',
    remedy: 'いまの版のまま使えます。日商には、この会議所で受け取れなかったことが伝わります。',
  },
  'release.undo-left': {
    message: 'あとからの更新があるため、{count} 枚のフォームでは配信を取り消せませんでした。',
    remedy: '「フォームの作成と更新」で、新しい更新から順に戻してください。回答は消えません。',
  },
  'release.exception': {
    message: '日商の配信を反映している途中で、予期しない失敗がありました。',
    remedy: '1時間後に、続きから行います。3回続くと、日商に伝わります。',
  },
  'release.not-reported': {
    message: 'この会議所の状態が、日商に届いていません。',
    remedy: '1時間後に、もう一度送ります。2日たっても届かないときは、接続コードを日商に確かめてください。',
  },
  'release.link': {
    message: '接続コードとして読めませんでした。',
    remedy: '日商から届いた「cci1」で始まる1行を、初めから終わりまで貼り付けてください。',
  },
  'release.deferral-day': {
    message: '見送る日が、今日より前か、日付として読めません。',
    remedy: '今日より後の日を選んでください。見送りをやめるときは、空欄にしてください。',
  },
  'release.deferral-long': {
    message: '見送りは 90 日までです。',
    remedy: '90 日より近い日を選んでください。あとで延ばせます。',
  },
  'rollout.ring-twice': {
    message: '配る順番の「{ring}」が2回あります。',
    remedy: '順番の名前（id）を、それぞれ別にしてください。',
  },
  'rollout.ring-order': {
    message: '配る順番の「{ring}」が、前の順番より早く始まります。',
    remedy: '始まりの日時を、前の順番と同じかあとにしてください。',
  },
  'rollout.chamber-twice': {
    message: '会議所 {chamber} が、配る順番に2回入っています（「{ring}」）。',
    remedy: 'どちらか一方にしてください。',
  },
  'rollout.chamber-unknown': {
    message: '会議所 {chamber} が、一覧にありません（「{ring}」）。',
    remedy: '一覧に加えるか、コードを直してください。',
  },
  'rollout.back-same': {
    message: '取り消したときに戻る版が、配る版（{version}）と同じです。',
    remedy: '戻る版には、前に配った版を選んでください。',
  },
  'rollout.plan': {
    message: '配る計画を読めませんでした。',
    remedy: '順番の数（60 まで）と名前、はじめに配る数（5 まで）を確かめてください。',
  },
  'rollout.not-paused': {
    message: '配布は止まっていません。',
    remedy: '再開は、止めてから行います。いまの状態を確かめてください。',
  },
  'rollout.paused-already': {
    message: '配布は、もう止まっています。',
    remedy: 'いまの状態と、止めた理由を確かめてください。',
  },
  'rollout.undoing': {
    message: '取り消している順番があるため、再開できません。',
    remedy: '直した内容は、新しい版として配ってください。',
  },
  'rollout.ring-unknown': {
    message: '配る順番に「{ring}」はありません。',
    remedy: '順番の id を確かめてください。',
  },
  'rollout.nothing-to-undo': {
    message: '取り消す相手がありません。この版は、まだどの会議所にも案内していません。',
    remedy: '止めるだけなら「一時停止」を使ってください。',
  },
  'rollout.unreadable': {
    message: '日商の配布の案内を読めませんでした。',
    remedy: '前の案内のまま続けています。続くときは、日商の担当者に知らせてください。',
  },
  'rollout.seal': {
    message: '配布の案内に、この会議所あての印がありません。従いませんでした。',
    remedy: '接続コードが古いかもしれません。日商に、新しい接続コードを頼んでください。',
  },
  'rollout.older': {
    message: '届いた配布の案内（{seq}）は、前に見たもの（{last}）より古いものです。従いませんでした。',
    remedy: '何もしなくて構いません。続くときは、日商の担当者に知らせてください。',
  },
  'rollout.fork': {
    message: '届いた配布の案内（{seq}）は、前に見たものの続きではありません。従いませんでした。',
    remedy: '日商の担当者に知らせてください。新しい接続コードで、つなぎ直せます。',
  },
};

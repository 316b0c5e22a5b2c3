/** What a message of `cci release` means for those who run it. */
export const releaseToolMeanings: Readonly<Record<string, string>> = {
  'release.secret': '会議所が本物と見分けるための印を、作れません。',
  'release.chambers': '一覧のその行が足りないか、同じ番号が二度あります。',
  'release.chamber-unknown': '一覧にない会議所が、順番に入っています。',
  'release.chamber-not-listed': '番号の書き間違いか、一覧に加えていません。',
  'release.busy': '二人が同時に変えると、どちらかが消えるため、一人ずつにしています。',
  'release.lease-lost': '途中でほかの人が始められるようになったので、上書きを避けました。',
  'release.office': 'どこまで配ったかの記録が、手で変えられたか、こわれています。',
  'release.version': '版の書き方が違います。',
  'release.notes': '会議所に、何が変わったかを伝えられません。',
  'release.start': '日時の書き方が違います。',
  'release.reason': 'あとで、なぜ止めたかが分からなくなります。',
  'release.none': '配ったものが、まだありません。',
};

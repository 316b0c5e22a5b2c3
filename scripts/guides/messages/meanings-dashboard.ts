/** What a message of the page 調査の結果 means. */
export const dashboardMeanings: Readonly<Record<string, string>> = {
  'dashboard.closed': '調査のブックがどれかが決まっていないので、誰にも何も見せません。',
  'dashboard.pass': '誰が見ているか確かめられないときは、何も見せません。アドレスには期限があります。',
  'dashboard.person': '役割の一覧を作ったあとは、そこに名前のある人だけが見られます。',
  'dashboard.name':
    '自分の会議所が分からないと、よその少ない回答を引き算で知らせてしまうおそれがあるので、何も見せません。',
  'dashboard.until': '期限のないアドレスは作りません。まだ何も出していません。',
  'dashboard.none': '実施中の回は、回答が一件増えるたびに引き算ができてしまうので、締め切るまで見せません。',
};

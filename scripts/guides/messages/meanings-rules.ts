/** What a message means for those who make and use the bundle of regulations in Drive. */
export const rulesMeanings: Readonly<Record<string, string>> = {
  'rules.no-folder': 'まだ束がありません。フォルダーを決めると作れます。',
  'rules.folder-address': 'フォルダーではないもののアドレスか、開けないフォルダーです。何も変えていません。',
  'rules.folder-closed': 'フォルダーが消されたか、共有が外れています。前に作った束はそのままです。',
  'rules.folder-empty':
    'フォルダーはありますが、規程として読めるものがありません。前に作った束はそのままです。',
  'rules.too-many': '規程のフォルダーではないものを選んだのかもしれません。何も読んでいません。',
  'rules.open-as-doc': 'Word と PDF は、Google の中では文字として読めません。ほかの規程は束に入ります。',
  'rules.being-built': '二人が同時に作ると、同じドキュメントが二つできてしまうためです。何も変えていません。',
  'rules.bundle-incomplete': '束の一部だけを入れると、規程が抜けたまま答えてしまいます。何も変えていません。',
  'rules.bundle-manifest': '束の目録がこわれています。何も変えていません。',
  'rules.bundle-only': 'お知らせです。束とドキュメントを混ぜて読むことはありません。',
  'rules.changed': '別の人が作り直しました。古い束を見たままにしないためです。',
  'rules.closed': '束の控えがないので、調べられません。元の規程はなくなっていません。',
  'corpus.doc.list-numbers': '番号は目で確かめてください。番号が違うと、引用の番地も違ってしまいます。',
  'corpus.doc.tabs': 'お知らせです。タブの中も読み落としていません。',
};

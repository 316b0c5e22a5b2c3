/** What a message about weights of a survey, or about the store of its waves, means. */
export const surveyCountMeanings: Readonly<Record<string, string>> = {
  'survey.weight.no-population': 'お知らせです。値は回答をそのまま数えたものです。',
  'survey.weight.empty':
    '回答のない区分は、ほかの区分の回答では代えられません。値は回答をそのまま数えたものです。',
  'survey.weight.thin':
    '数件の回答に多くの事業者の分の重みが付くと、一社の答えで結果が動いてしまいます。値は回答をそのまま数えたものです。',
  'survey.weight.no-businesses': '事業者数の表に、回答した事業者の区分がありません。',
  'survey.weight.totals-differ': '業種別と規模別などの表が、別の時点か別の範囲のもののようです。',
  'survey.weight.no-fit': '二つ以上の表を同時に満たす重みが、回答のある組合せだけでは作れません。',
  'survey.store.wave': '調査の種類と回の書き方が合いません。まだ何も入れていません。',
  'survey.store.not-a-store': '空のフォルダーか、別のフォルダーです。',
  'survey.store.damaged': '記録のファイルが手で直されたか、途中で切れています。ほかの回は使えます。',
  'survey.store.file-missing': '保管庫のファイルが移されたか、消されています。ほかの回は使えます。',
  'survey.store.table': '表の名前が違います。',
  'survey.store.sql-or-table': '両方を指定したか、どちらも指定していません。',
  'survey.store.sql': '文の誤りか、ない表・列を使っています。保管庫は変わっていません。',
  'survey.store.beyond-sheets': 'お知らせです。保管庫には入りました。',
  'survey.store.waves-beyond-sheets': 'お知らせです。保管庫には入りました。',
  'survey.store.target': 'まだ何も送っていません。',
  'survey.store.job': '送る途中で止まりました。もう一度実行すると、済んだところは同じ結果になります。',
};

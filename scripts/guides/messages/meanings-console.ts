/** What a message of JCCI's console means for those who open it. */
export const consoleMeanings: Readonly<Record<string, string>> = {
  'viewer.closed': '集計するブックとフォルダーが、まだ決められていません。',
  'viewer.key': 'アドレスの写し間違いか、日商の秘密の値が替わったあとの古いアドレスです。',
  'viewer.person': '見る人の一覧を決めているときは、一覧にある人だけが見られます。',
};

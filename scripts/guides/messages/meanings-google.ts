/** What a message means for those at JCCI who publish releases. */
export const googleMeanings: Readonly<Record<string, string>> = {
  'google.no-credentials': 'だれとして Google につなぐかが分かりません。',
  'google.credentials': '鍵のファイルではないか、こわれています。',
  'google.endpoint': '鍵がよそへ送られないように、手元の機械のほかは断ります。',
  'google.denied': 'つながりましたが、そのアカウントには許されていません。',
  'google.failed': '何度か間を置いて試しましたが、返事がありません。',
};

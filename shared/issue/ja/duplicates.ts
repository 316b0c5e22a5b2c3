/** Words for the reasons of a likely duplicate, short enough for a list beside its score. */

/** By reason code (shared/record/duplicate-weights.ts). */
export const duplicateReasonWords: Readonly<Record<string, string>> = {
  'corporate-number.same': '法人番号が同じ',
  'corporate-number.different': '法人番号が違う',
  'phone.same': '電話番号が同じ',
  'name.same': '名前が同じ',
  'name.folded': '名前が同じ（書き方の違いだけ）',
  'name.near': '名前が似ている',
  'name.different': '名前が違う',
  'name.form-position': '前株と後株が違う',
  'name.form-different': '会社の種類が違う',
  'name.form-missing': '会社の種類が片方だけにある',
  'kana.same': '書き方は違うが読みが同じ',
  'kana.different': '読みが違う',
  'address.same': '住所が同じ',
  'address.same-block': '番地まで同じ（建物名が違うか、片方だけ）',
  'postal-code.same': '郵便番号が同じ',
  'address.different': '住所が違う',
  'representative.same': '代表者が同じ',
  'representative.different': '代表者が違う',
};

/** How much each likeness and each difference of two businesses counts. Data: what people can read and argue about. */

/**
 * Points by reason; a pair's score is their sum between 0 and 100. Set so that two independent likenesses of a full
 * kind (name and telephone, name and address) reach `likelyDuplicate`, one alone does not, and neighbours in a shared
 * office, with everything alike but the name, stay below it. The case table beside the test shows what follows.
 */
export const duplicateWeights = {
  /** The same 法人番号: decisive. */
  'corporate-number.same': 100,
  /** Two different 法人番号: two corporations, however alike they look. */
  'corporate-number.different': -70,
  'phone.same': 35,
  /** Letter for letter. */
  'name.same': 40,
  /** After folding ㈱・(株)・株式会社, old shapes of characters, width, spaces and marks. */
  'name.folded': 38,
  /** One letter in five or fewer differs, and no numeral (第1 and 第2 are two shops). */
  'name.near': 25,
  'name.different': -25,
  /** The legal form stands before the one name and after the other (前株・後株): by law two names. */
  'name.form-position': -8,
  /** 株式会社 and 有限会社: reorganised, or a sister company. */
  'name.form-different': -10,
  /** Only one has a legal form: left out in speech, or incorporated since. */
  'name.form-missing': -5,
  /** Names differ in writing and are read alike; stands in for `name.different`. */
  'kana.same': 25,
  /** One writing, two readings. */
  'kana.different': -5,
  /** Same address and building, or neither has a building. */
  'address.same': 30,
  /** Same up to 番地; only one names a building, or the buildings are written differently. */
  'address.same-block': 22,
  /** No likeness but the postal code. */
  'postal-code.same': 8,
  'address.different': -10,
  'representative.same': 15,
  'representative.different': -5,
} as const;

export type DuplicateReasonCode = keyof typeof duplicateWeights;

/** From this score on a pair is worth a person's look. */
export const likelyDuplicate = 60;

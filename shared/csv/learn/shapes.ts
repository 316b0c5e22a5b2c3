/** How strongly the look of values alone speaks for a kind, one row a kind; the kind's own reader is asked besides. */
import type { KindId } from '../../fields/catalogue.ts';

export interface Shape {
  /** What values of this kind look like where nothing else is known; the text has been folded to half width. */
  readonly looks: RegExp;
  /** Confidence, 0–1, where all values look so and the kind reads them. Below one half it is a hint, no more. */
  readonly strength: number;
}

export const shapes: Partial<Readonly<Record<KindId, Shape>>> = {
  'corporate-number': { looks: /^[1-9]\d{12}$/, strength: 0.9 },
  'invoice-number': { looks: /^T\d{13}$/i, strength: 0.9 },
  email: { looks: /^[^@\s]+@[^@\s]+$/, strength: 0.85 },
  url: { looks: /^(?:https?:\/\/|www\.)/i, strength: 0.85 },
  'postal-code': { looks: /^〒?\d{3}-\d{4}$/, strength: 0.7 },
  phone: { looks: /^\(?0\d{1,4}[-)]\d{1,4}-\d{3,4}$/, strength: 0.65 },
  choice: { looks: /[^\d]/, strength: 0.6 },
  industry: { looks: /^[A-T](?:\d{2,4})?(?![A-Za-z])|業/, strength: 0.55 },
  kana: { looks: /^[ァ-ヶーｦ-ﾟ・ 　]+$/, strength: 0.45 },
  yen: { looks: /[万億円]|^\d{1,3}(?:,\d{3})+$/, strength: 0.35 },
  date: {
    looks: /^(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|(?:明治|大正|昭和|平成|令和|[MTSHR])[\d元]+)/,
    strength: 0.35,
  },
  month: { looks: /^(?:\d{4}[-/年.]\d{1,2}月?)$/, strength: 0.35 },
};

/** Taken off where a kind has several fields and the column may be any of them. */
export const doubtOfSeveral = 0.25;

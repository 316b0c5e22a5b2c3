/** What the part ほかの会議所への提供 of 配信 asks. The same rules as `protocol.ts`. */
import * as z from 'zod/mini';
import type { OfferKind } from '../../shared/release/offer.ts';

/** Written out here: what stands beside them there is the part's. */
const kinds = ['template', 'profile'] as const satisfies readonly OfferKind[];

export interface OfferLine {
  readonly kind: OfferKind;
  readonly subject: string;
  readonly title: string;
  /** 「フォームのひな形」 or 「CSVの配置」. */
  readonly label: string;
  /** When it was last sent, '' for never. */
  readonly sentAt: string;
  /** Under which number, '' for never. */
  readonly sentId: string;
}

export interface OffersView {
  /** Named in the gallery. */
  readonly chamber: string;
  readonly lines: readonly OfferLine[];
  readonly mayChange: boolean;
}

export interface OfferPreviewView {
  readonly kind: OfferKind;
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  readonly reach: readonly string[];
  readonly left: readonly string[];
  readonly hash: string;
}

const which = () => ({ kind: z.enum(kinds), subject: z.string().check(z.minLength(1), z.maxLength(200)) });

export const offersInputs = {
  offers: () => z.strictObject({}),
  previewOffer: () => z.strictObject(which()),
  sendOffer: () =>
    z.strictObject({
      ...which(),
      title: z.string().check(z.maxLength(100)),
      about: z.string().check(z.maxLength(200)),
      hash: z.string().check(z.maxLength(64)),
    }),
} as const;

export interface OffersOutputs {
  offers: OffersView;
  previewOffer: OfferPreviewView;
  sendOffer: OffersView;
}

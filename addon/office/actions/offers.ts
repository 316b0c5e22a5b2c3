/** Actions of ほかの会議所への提供: choose, look at what would go out, send. */
import { loaded } from '../../sidebar/store.ts';
import { done, headingId } from '../../sidebar/work.ts';
import type { OfferLine } from '../../view/offers-protocol.ts';
import { type App, change, fetchInto, work } from '../app.ts';

export interface OffersActions {
  loadOffers(): Promise<void>;
  previewOffer(line: OfferLine): Promise<void>;
  describeOffer(part: {
    readonly title?: string;
    readonly about?: string;
    readonly isAgreed?: boolean;
  }): void;
  dropOffer(): void;
  sendOffer(): Promise<void>;
}

export const offerTitleId = 'offer-title';
export const offerAgreedId = 'offer-agreed';
export const offerHeadingId = 'offer-heading';

export function offersActions(app: App): OffersActions {
  const { store } = app;
  return {
    loadOffers: () =>
      fetchInto(
        app,
        'offers',
        {},
        (state) => state.offers.view,
        (view) => change(app, 'offers', { view }),
      ),
    async previewOffer({ kind, subject }) {
      const preview = await work(app, `offer-${subject}`, 'previewOffer', { kind, subject });
      if (preview === null) return;
      const { title } = preview;
      change(app, 'offers', { preview, title, about: '', isAgreed: false, fault: null });
      app.focus(offerHeadingId);
    },
    describeOffer: (part) => change(app, 'offers', { ...part, fault: null }),
    dropOffer() {
      change(app, 'offers', { preview: null, fault: null });
      app.focus(headingId);
    },
    async sendOffer() {
      const { preview, title, about, isAgreed } = store.get().offers;
      if (preview === null) return;
      if (title.trim() === '' || !isAgreed) {
        const fault = title.trim() === '' ? 'title' : 'agreed';
        change(app, 'offers', { fault });
        app.focus(fault === 'title' ? offerTitleId : offerAgreedId);
        return;
      }
      const { kind, subject, hash } = preview;
      const view = await work(app, 'send-offer', 'sendOffer', { kind, subject, hash, title, about });
      if (view === null) return;
      change(app, 'offers', { view: loaded(view), preview: null });
      done(
        app,
        `「${title.trim()}」を日商に送りました。日商が確かめてから、ほかの会議所のひな形に載ります。`,
      );
      app.focus(headingId);
    },
  };
}

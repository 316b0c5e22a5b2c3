/** View model of ほかの会議所への提供. */
import { refusalOf } from '../../apps-script/jobs/access/check.ts';
import { openBook } from '../../apps-script/jobs/book/book.ts';
import { chamberValues } from '../../apps-script/jobs/book/settings.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { offerable } from '../../apps-script/jobs/release/offers.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import { offerKindLabels } from '../../shared/release/offer.ts';
import type { OffersView } from './offers-protocol.ts';

export const offersView = (services: Services): OffersView => ({
  chamber: chamberValues(openBook(services.workbook).settings()).chamber.name,
  lines: offerable(services).map(({ kind, subject, title, sent }) => ({
    kind,
    subject,
    title,
    label: offerKindLabels[kind],
    sentAt: sent === null ? '' : shownTime(sent.at),
    sentId: sent?.id ?? '',
  })),
  mayChange: refusalOf(services, 'settings') === null,
});

/** Methods of the screen 配信: a part of its own (`scripts/build/parts.ts`). */
import { connect } from '../../apps-script/jobs/release/link.ts';
import { previewOffer, sendOffer } from '../../apps-script/jobs/release/offers.ts';
import { saveReleaseSettings } from '../../apps-script/jobs/release/settings.ts';
import { offersView } from '../view/offers.ts';
import { releaseView } from '../view/release.ts';
import type { ReleaseOutputs } from '../view/release-protocol.ts';
import type { MethodsOf } from './types.ts';

export const releaseMethods: MethodsOf<keyof ReleaseOutputs> = {
  release: (services) => releaseView(services),
  saveRelease(services, input) {
    saveReleaseSettings(services, input);
    return releaseView(services);
  },
  connectRelease(services, { code }) {
    connect(services, code);
    return releaseView(services);
  },
  offers: (services) => offersView(services),
  previewOffer: (services, input) => previewOffer(services, input),
  sendOffer(services, input) {
    sendOffer(services, input);
    return offersView(services);
  },
};

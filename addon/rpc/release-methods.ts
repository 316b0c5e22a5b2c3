/** Methods of the screen 配信: a part of its own (`scripts/build/parts.ts`). */
import { connect } from '../../apps-script/jobs/release/link.ts';
import { saveReleaseSettings } from '../../apps-script/jobs/release/settings.ts';
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
};

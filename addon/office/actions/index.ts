/** All actions of the page 点検と設定, and how one screen leads to another. */
import { headingId } from '../../sidebar/work.ts';
import type { ScreenName } from '../../view/office-screens.ts';
import type { App } from '../app.ts';
import { type AccessActions, accessActions } from './access.ts';
import { type AttendanceActions, attendanceActions } from './attendance.ts';
import { type HandOverActions, handOverActions } from './hand-over.ts';
import { type HealthActions, healthActions } from './health.ts';
import { type OffersActions, offersActions } from './offers.ts';
import { type ReleaseActions, releaseActions } from './release.ts';
import { type RetentionActions, retentionActions } from './retention.ts';
import { type SettingsActions, settingsActions } from './settings.ts';

export interface Navigation {
  go(screen: ScreenName): void;
  /** Out of a question or a preview; nothing where none is open. */
  back(): void;
  closeNotice(): void;
  /** Fetches the present screen's data again. */
  reload(): void;
}

export type Actions = Navigation &
  HealthActions &
  HandOverActions &
  AccessActions &
  RetentionActions &
  ReleaseActions &
  OffersActions &
  SettingsActions &
  AttendanceActions;

export function createActions(app: App): Actions {
  const { store } = app;
  const health = healthActions(app);
  const handOver = handOverActions(app);
  const access = accessActions(app);
  const retention = retentionActions(app);
  const release = releaseActions(app);
  const offers = offersActions(app);
  const settings = settingsActions(app);
  const attendance = attendanceActions(app);

  const reloads: Readonly<Record<ScreenName, () => Promise<void>>> = {
    health: health.loadHealth,
    'hand-over': handOver.loadHandOver,
    access: access.loadAccess,
    retention: retention.loadRetention,
    release: release.loadRelease,
    settings: settings.loadSettings,
    attendance: attendance.loadAttendance,
  };

  const navigation: Navigation = {
    go(screen) {
      store.update((state) => ({ ...state, screen, notice: null }));
      app.focus(headingId);
      void reloads[screen]();
    },
    back() {
      const { screen, handOver: hand, retention: kept, busy } = store.get();
      if (busy !== null) return;
      if (screen === 'hand-over' && hand.isLeaving) handOver.askLetGo(false);
      if (screen === 'release') {
        release.askDisconnect(false);
        if (store.get().offers.preview !== null) offers.dropOffer();
      }
      if (screen === 'attendance' && store.get().attendance.entry !== null) attendance.closeEntry();
      if (screen === 'retention' && kept.preview.value !== null) retention.leavePreview();
    },
    closeNotice() {
      store.update((state) => ({ ...state, notice: null }));
      app.focus(headingId);
    },
    reload() {
      store.update((state) => (state.notice?.kind === 'failed' ? { ...state, notice: null } : state));
      void reloads[store.get().screen]();
    },
  };
  return {
    ...navigation,
    ...health,
    ...handOver,
    ...access,
    ...retention,
    ...release,
    ...offers,
    ...settings,
    ...attendance,
  };
}

/** Actions of 点検: look, and mend one line. */
import { loaded } from '../../sidebar/store.ts';
import { done } from '../../sidebar/work.ts';
import type { HealthRow } from '../../view/health-protocol.ts';
import { type App, change, fetchInto, work } from '../app.ts';

export interface HealthActions {
  loadHealth(): Promise<void>;
  mend(row: HealthRow): Promise<void>;
  openForms(): void;
}

export const rowId = (id: string): string => `row-${id}`;

export function healthActions(app: App): HealthActions {
  return {
    loadHealth: () =>
      fetchInto(
        app,
        'health',
        {},
        (state) => state.health.view,
        (view) => change(app, 'health', { view }),
      ),
    async mend(row) {
      const health = await work(app, `mend:${row.id}`, 'mend', { id: row.id });
      if (health === null) return;
      change(app, 'health', { view: loaded(health) });
      const now = health.rows.find(({ id }) => id === row.id);
      const isWell = now === undefined || now.state === 'ok' || now.state === 'info';
      done(
        app,
        isWell ? `「${row.label}」を直しました。` : `「${row.label}」は、まだ${now.stateLabel}です。`,
      );
      app.focus('heading');
    },
    openForms: () => void app.openForms(),
  };
}

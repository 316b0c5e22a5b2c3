/** Exporting changes of the register and what becomes of their batch may die before any service call and be run again. */
import { beforeAll, describe, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber } from '../support/chamber.ts';
import { killedAtEveryCall } from '../support/kill.ts';
import { approveChange, registerChamber } from '../support/register.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const kind = { profileId: 'plain-utf8', kind: 'updates' } as const;

function approved(): Chamber {
  const chamber = registerChamber(built);
  approveChange(chamber, '000101', { phone: '03-1111-0001' });
  approveChange(chamber, '000102', { address: '見本県見本市東9-9' });
  return chamber;
}

const ids = /staff\/[0-9a-f-]{36}/g;
const masked = (text: string): string => text.replace(ids, '<entry>');

describe('killed at every call', () => {
  it('exportCsv: updates', { timeout: 300_000 }, () => {
    const origin = approved();
    const { hash } = ask(origin, 'exportPreview', kind);
    killedAtEveryCall(built, origin, ['exportCsv', { ...kind, hash }], masked);
  });

  it('markBatch: imported, with its rows of 台帳', { timeout: 300_000 }, () => {
    const origin = approved();
    const { hash } = ask(origin, 'exportPreview', kind);
    const { batchId } = ask(origin, 'exportCsv', { ...kind, hash });
    killedAtEveryCall(built, origin, ['markBatch', { batchId, result: 'imported', note: '' }], masked);
  });
});

/** The sample chamber's ledger: invented members as a core system would hold them. */
import { type Business, businessOf } from './business.ts';
import { randomOf } from './random.ts';

/** `count` members, numbered from 000001; every row is the same on every run. */
export function sampleLedger(count: number): Business[] {
  const random = randomOf(515);
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(6, '0');
    return {
      事業所番号: number,
      会員番号: `0${number}`,
      ...businessOf(random, index),
      営業状況: random.chance(96) ? '営業中' : '休業',
    };
  });
}

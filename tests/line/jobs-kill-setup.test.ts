/** Setting a chamber up may die before any service call and be run again; apart from the other jobs, since this makes most calls. */
import { beforeAll, describe, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { newChamber, setupInput } from '../support/chamber.ts';
import { killedAtEveryCall } from '../support/kill.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

describe('killed at every call', () => {
  it('setup: killed before each call, same end state', { timeout: 900_000 }, () => {
    killedAtEveryCall(built, newChamber(built), ['setup', setupInput], undefined, undefined, 7);
  });
});

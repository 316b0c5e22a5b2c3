/** Making a form may die before any service call and be run again; apart from the other jobs, since this makes most calls. */
import { beforeAll, describe, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, newChamber, setupInput } from '../support/chamber.ts';
import { killedAtEveryCall } from '../support/kill.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

describe('killed at every call', () => {
  it('createForm: killed before each call, same end state', { timeout: 900_000 }, () => {
    const origin = newChamber(built);
    ask(origin, 'setup', setupInput);
    killedAtEveryCall(
      built,
      origin,
      ['createForm', { templateId: 'membership-application' }],
      undefined,
      undefined,
      4,
    );
  });
});

/** Laws of the merge, for random templates, random edits of a chamber and random new versions. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperations } from './apply.ts';
import { mergeForms } from './merge.ts';
import { chamber, edited, edits, forms, released } from './testing/random.ts';

const runs = { seed: 20261128, numRuns: 400 };

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('merging', () => {
  it('applying the operations gives exactly the planned form', () => {
    fc.assert(
      fc.property(forms, edits, edits, (base, theirsEdits, oursEdits) => {
        const ours = edited(base, chamber, oursEdits);
        const theirs = released(base, theirsEdits);
        const { plan, planned } = mergeForms(base, theirs, ours, []);
        expect(plain(applyOperations(ours, plan.operations))).toEqual(plain(planned));
      }),
      runs,
    );
  });
  it('nothing new from JCCI: nothing to do', () => {
    fc.assert(
      fc.property(forms, edits, (base, oursEdits) => {
        const ours = edited(base, chamber, oursEdits);
        const { plan, planned } = mergeForms(base, base, ours, []);
        const mandated = JSON.stringify(base).includes('mandated');
        if (!mandated) {
          expect(plan.operations).toEqual([]);
          expect(planned).toEqual(ours);
        }
      }),
      runs,
    );
  });
});

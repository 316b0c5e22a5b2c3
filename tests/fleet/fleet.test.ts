/** A small fleet in every test run; the whole one is `npm run simulate:fleet`. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSimulation, type Simulation } from './bundle.ts';
import { timelineSvg, toldLines, toldOf } from './report.ts';

let sim: Simulation;
beforeAll(async () => {
  sim = await loadSimulation();
}, 60_000);

const templates = ['membership-application', 'consultation-booking', 'seminar-registration'];

describe('fleet', () => {
  it('16 chambers, one call in twenty failing__everything_that_must_hold_does', async () => {
    const result = sim.run({
      seed: 11,
      chambers: 16,
      templates,
      releases: sim.simulatedReleases(),
      faults: 0.05,
    });
    expect(sim.faultsOf(result)).toEqual([]);
    const found = sim.corrections(result);
    expect(found.reached).toBeGreaterThan(15);
    expect(result.bad?.touched.length).toBeGreaterThan(0);
    expect(result.attacks).toBeGreaterThan(50);
    expect(result.members.reduce((sum, { edits }) => sum + edits.length, 0)).toBeGreaterThan(2);
    const told = toldOf(result, found, [], 1);
    expect(toldLines(told).join('\n')).toContain('すべて守られました');
    expect(await timelineSvg(told)).toContain('<svg');
  });

  it('checks__see_what_went_wrong', () => {
    const [good, bad, repaired] = sim.simulatedReleases();
    if (good === undefined || bad === undefined || repaired === undefined) throw new Error('three releases');
    const result = sim.run({ seed: 3, chambers: 12, templates, releases: [good], faults: 0 });
    expect(sim.faultsOf(result)).toEqual([]);
    const first = result.members.find(
      (member) =>
        member.policy === 'mandated' &&
        member.edits.length === 0 &&
        member.unreachable.length === 0 &&
        !member.deferred,
    );
    const form = first?.chamber.forms.all[0];
    if (first === undefined || form === undefined) throw new Error('a chamber with a form');
    // A column that was answered and is gone, an item twice, a change that somebody made and nobody sees.
    const [item] = form.items.splice(2, 1);
    form.items.push({ ...(form.items[0] ?? item ?? form.items[1]) } as (typeof form.items)[number]);
    first.edits.push({
      kind: 'renamed',
      formId: form.id,
      itemId: form.items[1]?.itemId ?? '',
      title: '自所の題',
    });
    first.required.set('1.1.0', 250);
    const faults = sim.faultsOf(result).join('\n');
    for (const word of ['column lost', 'applied twice', 'own change lost', 'late'])
      expect(faults).toContain(word);
  });
});

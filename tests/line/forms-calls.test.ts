/** What an update costs in calls of the platform. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Built } from '../support/built.ts';
import { run } from '../support/chamber.ts';
import { chamberWithForm, onlyForm, preview, release, upgraded } from '../support/forms.ts';
import { sample, sampleId } from '../support/forms-samples.ts';

const count = 60;

const questions = (changed: number) =>
  sample((template) => {
    template.version = changed === 0 ? '1.0.0' : `1.${changed}.0`;
    template.sections = [
      {
        key: 'all',
        title: '質問',
        items: Array.from({ length: count }, (_unused, at) => ({
          key: `local.q${at}`,
          type: 'short',
          title: `質問${at}`,
          help: at < changed ? `説明を改めました${at}。` : `説明${at}`,
        })),
      },
    ];
  });

let first: Built;
let ten: Built;
let sixty: Built;
beforeAll(async () => {
  first = await release(undefined, [questions(0)]);
  ten = await release(undefined, [questions(10)]);
  sixty = await release(undefined, [questions(60)]);
}, 240_000);

describe('calls of an update', () => {
  it('10_and_60_changed_items__at_most_three_each_and_a_constant', { timeout: 120_000 }, () => {
    const made = chamberWithForm(first, sampleId);
    const callsOf = (built: Built): number => {
      const chamber = upgraded(built, made);
      const { hash, plan } = preview(chamber);
      const result = run(chamber, 'rpc', [
        'applyUpdate',
        { formId: onlyForm(chamber).id, hash, decisions: [] },
      ]);
      expect(result.ok && result.value).toMatchObject({ ok: true, result: { finished: true } });
      expect(plan.operations).toHaveLength(built === ten ? 10 : 60);
      return result.calls.total;
    };
    const [few, many] = [callsOf(ten), callsOf(sixty)];
    expect((many - few) / 50).toBeLessThanOrEqual(3);
    expect(few - 10 * 3).toBeLessThan(80);
  });

  it('nothing_changed__no_write', () => {
    const chamber = chamberWithForm(first, sampleId);
    const { hash } = preview(chamber);
    const result = run(chamber, 'rpc', [
      'applyUpdate',
      { formId: onlyForm(chamber).id, hash, decisions: [] },
    ]);
    const { write } = result.calls.services.FormApp ?? { write: 0 };
    expect([write, result.calls.services.SpreadsheetApp?.write ?? 0]).toEqual([0, 0]);
  });
});

/** Taking an update back: what stood before stands again, answers stay, and what was edited since is left alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormItemState } from '../../emulator/workspace/model.ts';
import type { Built } from '../support/built.ts';
import { type Chamber, records } from '../support/chamber.ts';
import {
  addByHand,
  apply,
  baseOf,
  chamberWithForm,
  formRow,
  idOf,
  job,
  linkedSheet,
  onlyForm,
  preview,
  release,
  stateOf,
  tried,
  upgraded,
} from '../support/forms.ts';
import { sample, sampleId, sampleNext } from '../support/forms-samples.ts';

let first: Built;
let next: Built;
beforeAll(async () => {
  first = await release(undefined, [sample()]);
  next = await release(undefined, [sampleNext()]);
}, 240_000);

function customised(): Chamber {
  const chamber = chamberWithForm(first, sampleId);
  stateOf(chamber, 'local.memo').title = 'ご質問・ご意見';
  stateOf(chamber, 'local.lunch').choices.push({ value: 'のり弁' });
  addByHand(chamber, 'TEXT', '紹介してくださった方', 'local.mail');
  return chamber;
}

/** A person answers. */
function answered(chamber: Chamber): void {
  const result = chamber.runtime.submitAnswer(onlyForm(chamber).id, {
    [idOf(chamber, 'local.who')]: '見本　太郎',
    [idOf(chamber, 'local.way')]: '会場',
    [idOf(chamber, 'local.seat')]: '中',
  });
  expect(result).toMatchObject({ refused: '', errors: [] });
}

const plain = (chamber: Chamber) => {
  const { revision: _stamp, nextItemId: _next, ...form } = onlyForm(chamber);
  return form;
};
const bases = (chamber: Chamber) => records(chamber, '_items').filter((row) => row.key !== '');

describe('rollBack', () => {
  it('form_without_answers__is_what_it_was_to_the_last_item__bases_and_version_too', () => {
    const before = customised();
    const chamber = upgraded(next, before);
    const { update } = apply(chamber);
    expect(formRow(chamber).templateVersion).toBe('1.1.0');
    const input = { formId: onlyForm(chamber).id, updateId: update.id };
    expect(job(chamber, 'rollBack', input)).toMatchObject({ finished: true });
    // A text that the update took out comes back as a new item; every question is the one that it was.
    const byTitle = ({ items, ...form }: ReturnType<typeof plain>) => ({
      ...form,
      items: items.map(({ id, goTo, ...item }) => ({
        ...item,
        id: item.title === '会場の案内' ? 0 : id,
        goTo: goTo ?? { kind: 'continue' },
      })),
    });
    expect(byTitle(plain(chamber))).toEqual(byTitle(plain(before)));
    const recorded = (one: Chamber) =>
      bases(one)
        .map(
          (row): Record<string, string> => ({
            ...row,
            itemId: row.base?.includes('会場の案内') ? '' : (row.itemId ?? ''),
          }),
        )
        .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
    expect(recorded(chamber)).toEqual(recorded(before));
    expect(formRow(chamber)).toMatchObject({ templateVersion: '1.0.0', updating: '' });
    expect(records(chamber, '_updates').map((row) => row.state)).toEqual(['取消', '適用済']);
    // The same again changes nothing; an earlier one cannot be taken back.
    const state = JSON.stringify(chamber.workspace.state.forms);
    expect(job(chamber, 'rollBack', input)).toMatchObject({ finished: true });
    expect(JSON.stringify(chamber.workspace.state.forms)).toBe(state);
    // The update is offered anew and can be applied anew.
    expect(preview(chamber).plan).toMatchObject({ from: '1.0.0', to: '1.1.0' });
    expect(apply(chamber)).toMatchObject({ finished: true });
    expect(formRow(chamber).templateVersion).toBe('1.1.0');
  });

  it('form_with_answers__questions_that_were_added_are_closed__answers_and_columns_stay', () => {
    const before = customised();
    answered(before);
    const chamber = upgraded(next, before);
    const { update } = apply(chamber);
    const asked = structuredClone(onlyForm(chamber).responses);
    job(chamber, 'rollBack', { formId: onlyForm(chamber).id, updateId: update.id });
    const form = onlyForm(chamber);
    expect(form.responses).toEqual(asked);
    expect(linkedSheet(chamber)).toMatchObject(linkedSheet(before) as object);
    const page = form.items.findIndex((item) => item.title === '受付を終えた質問');
    expect(form.items[page]?.goTo).toEqual({ kind: 'submit' });
    expect(form.items.slice(page + 1).map((item) => [item.title, item.required])).toEqual([
      ['食べられないもの', false],
      ['使う機器', false],
    ]);
    const bare = (items: readonly FormItemState[]) =>
      items.map(({ goTo: _lead, id, ...item }) => ({ ...item, id: item.title === '会場の案内' ? 0 : id }));
    expect(bare(form.items.slice(0, page))).toEqual(bare(plain(before).items));
    expect(baseOf(chamber, 'local.who').title).toBe('お名前');
    expect(apply(chamber)).toMatchObject({ finished: true });
    expect(stateOf(chamber, 'local.who').title).toBe('お名前（漢字）');
  });

  it('edited_since__refused_by_name__with_force_the_rest_goes_back', () => {
    const chamber = upgraded(next, customised());
    const { update } = apply(chamber);
    stateOf(chamber, 'local.who').title = 'お名前（自所）';
    const input = { formId: onlyForm(chamber).id, updateId: update.id };
    const state = JSON.stringify(chamber.workspace.state.forms);
    expect(tried(chamber, 'rollBack', input)).toMatchObject({
      ok: false,
      issues: [{ code: 'update.edited-since', params: { titles: 'お名前（自所）' } }],
    });
    expect(JSON.stringify(chamber.workspace.state.forms)).toBe(state);
    job(chamber, 'rollBack', { ...input, force: true });
    expect(stateOf(chamber, 'local.who').title).toBe('お名前（自所）');
    expect(stateOf(chamber, 'local.mail').required).toBe(false);
    expect(onlyForm(chamber).items.map((item) => item.title)).not.toContain('使う機器');
    expect(formRow(chamber).templateVersion).toBe('1.0.0');
  });
});

/**
 * Updates of many forms, drawn at random from a fixed seed: pages and questions come, go and move on both sides. Each update
 * ends, a second one is empty, and taking it back brings the form back.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { deleteItem, moveItem } from '../../emulator/workspace/forms.ts';
import type { FormState } from '../../emulator/workspace/model.ts';
import type { Built } from '../support/built.ts';
import { type Chamber, run } from '../support/chamber.ts';
import {
  addByHand,
  chamberWithForm,
  job,
  onlyForm,
  type Preview,
  preview,
  release,
  type TemplateDraft,
  upgraded,
} from '../support/forms.ts';
import { sample } from '../support/forms-samples.ts';

const cases = 12;
const firstPage = '申し込む方';

/** Park–Miller: the same numbers on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

type Draw = ReturnType<typeof numbers>;

function swap<T>(list: T[], draw: Draw): void {
  if (list.length < 2) return;
  const [taken] = list.splice(draw(list.length), 1);
  if (taken !== undefined) list.splice(draw(list.length + 1), 0, taken);
}

const named = (id: string, edit: (template: TemplateDraft) => void = () => undefined): TemplateDraft =>
  sample((template) => {
    template.id = id;
    edit(template);
  });

/** A later version: some of its questions are new, closed, reworded, moved; so are its pages. */
function changed(id: string, draw: Draw): TemplateDraft {
  return named(id, (template) => {
    template.version = '1.1.0';
    template.retired = [];
    const { sections } = template;
    const page = () => sections[draw(sections.length)];
    for (let n = 0; n < 3; n++) {
      const from = page()?.items;
      const [item] = from?.splice(draw(from.length), 1) ?? [];
      const to = page()?.items;
      if (item !== undefined) to?.splice(draw(to.length + 1), 0, item);
    }
    for (const section of sections) {
      swap(section.items, draw);
      for (const item of section.items) {
        if (draw(4) === 0) item.help = `日商の説明${draw(100)}`;
        if (draw(5) === 0 && item.options?.every(({ goTo }) => goTo === undefined)) swap(item.options, draw);
      }
    }
    for (let n = draw(3); n > 0; n--) {
      const items = page()?.items;
      const at = items?.findIndex(({ key, options }) => key !== undefined && options === undefined) ?? -1;
      const [gone] = at < 0 ? [] : (items?.splice(at, 1) ?? []);
      if (gone?.key !== undefined) template.retired.push({ key: gone.key, since: '1.1.0' });
    }
    if (draw(2) === 0) {
      const items = [{ key: `local.new${draw(9)}`, type: 'short', title: '新しい質問' }];
      sections.splice(1 + draw(sections.length), 0, { key: 'added', title: '新しいページ', items });
    }
    page()?.items.push({
      key: 'local.extra',
      type: 'checkbox',
      title: '追加の質問',
      options: [{ code: 'a', label: 'あ' }],
    });
    if (draw(2) === 0) {
      const [first, ...others] = sections;
      swap(others, draw);
      if (first !== undefined) template.sections = [first, ...others];
    }
  });
}

/** What a chamber did to its form. */
function edited(chamber: Chamber, draw: Draw): void {
  const form = onlyForm(chamber);
  const isPage = (at: number): boolean => form.items[at]?.type === 'PAGE_BREAK';
  for (let n = 0; n < 3; n++) {
    const from = draw(form.items.length);
    if (!isPage(from)) moveItem(chamber.workspace, form, from, draw(form.items.length));
  }
  const gone = form.items[draw(form.items.length)];
  if (gone !== undefined && gone.type !== 'PAGE_BREAK') deleteItem(chamber.workspace, form, gone.id);
  const own = addByHand(chamber, 'TEXT', '自所の質問');
  moveItem(chamber.workspace, form, form.items.indexOf(own), draw(form.items.length));
  for (const item of form.items) if (draw(6) === 0) item.help = `自所の説明${draw(100)}`;
  if (draw(2) === 0) {
    const page = addByHand(chamber, 'PAGE_BREAK', '自所のページ');
    moveItem(chamber.workspace, form, form.items.indexOf(page), draw(form.items.length));
  }
}

/** The form but for ids of items that can be made anew, ways that say the same, and the place of the text that heads the first page. */
function shown({ items, ...form }: FormState) {
  const titleOf = new Map(items.map(({ id, title }) => [id, title]));
  return {
    title: form.title,
    description: form.description,
    progressBar: form.progressBar,
    head: items.find(({ title }) => title === firstPage)?.help,
    items: items
      .filter(({ title }) => title !== firstPage)
      .map(({ id: _id, goTo, ...item }) => ({
        ...item,
        choices: item.choices.map(({ value, navigation }) => [
          value,
          navigation?.kind === 'page' ? titleOf.get(navigation.itemId) : navigation?.kind,
        ]),
        goTo: goTo?.kind === 'page' ? titleOf.get(goTo.itemId) : (goTo?.kind ?? 'continue'),
      })),
  };
}

const seeds = Array.from({ length: cases }, (_unused, at) => ({ id: `many-${at}`, seed: 7919 * (at + 1) }));

let first: Built;
let next: Built;
beforeAll(async () => {
  first = await release(
    undefined,
    seeds.map(({ id }) => named(id)),
  );
  next = await release(
    undefined,
    seeds.map(({ id, seed }) => changed(id, numbers(seed))),
  );
}, 240_000);

describe('many updates', () => {
  it.each(seeds)('$id: ends, is empty afterwards, can be taken back', ({ id, seed }) => {
    const draw = numbers(seed + 1);
    const before = chamberWithForm(first, id);
    edited(before, draw);
    const chamber = upgraded(next, before);
    const { hash, plan }: Preview = preview(chamber);
    const decisions = plan.conflicts.map(({ element, property }) => ({
      element,
      property,
      choice: draw(2) === 0 ? 'ours' : 'theirs',
    }));
    const { id: formId } = onlyForm(chamber);
    const done = job<{ finished: boolean; update: { id: string } }>(chamber, 'applyUpdate', {
      formId,
      hash,
      decisions,
    });
    expect(done.finished).toBe(true);
    expect(preview(chamber).plan.operations).toEqual([]);
    // A form that was updated takes answers on every page.
    expect(run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' }).ok).toBe(true);
    job(chamber, 'rollBack', { formId, updateId: done.update.id });
    expect(shown(onlyForm(chamber))).toEqual(shown(onlyForm(before)));
  });
});

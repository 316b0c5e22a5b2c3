/** What the page of forms is told by the server: list, gallery, preview, plan, history, taking over. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createRuntime } from '../../emulator/index.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, clerk, newChamber, setupInput } from '../support/chamber.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

function ready(): Chamber {
  const chamber = newChamber(built);
  ask(chamber, 'setup', setupInput);
  return chamber;
}

const made = (chamber: Chamber): string =>
  ask(chamber, 'createForm', { templateId: 'membership-application' }).formId;

/** A title of a question changed by hand in the editor. */
function rename(chamber: Chamber, formId: string, from: string, to: string): void {
  const item = chamber.workspace.state.forms[formId]?.items.find(({ title }) => title === from);
  if (item === undefined) throw new Error(`no question ${from}`);
  item.title = to;
}

const fillIns = { eventName: '見本セミナー', eventDate: '12月10日', place: '商工会館' };

describe('forms', () => {
  it('before_the_set_up__says_that_it_comes_first', () => {
    expect(ask(newChamber(built), 'forms', {})).toMatchObject({ ready: false, forms: [] });
  });

  it('list__each_form_newest_first_with_its_state_and_its_own_changes_when_looked_at', () => {
    const chamber = ready();
    const formId = made(chamber);
    const values = { ...fillIns, closesOn: '2026-12-05' };
    ask(chamber, 'createForm', { templateId: 'seminar-registration', values, draft: 'one' });
    const { forms } = ask(chamber, 'forms', {});
    expect(forms).toMatchObject([
      { templateTitle: '参加申込', state: { label: '受付中' }, closesOn: '2026-12-05', ownChanges: null },
      { formId, update: { id: 'newest', label: '最新' }, canRollBack: false },
    ]);
    expect(ask(chamber, 'formCard', { formId }).ownChanges).toBe(0);
    rename(chamber, formId, '電話番号', '代表電話');
    expect(ask(chamber, 'formCard', { formId }).ownChanges).toBe(1);
  });

  it('closed_and_opened__the_card_says_so', () => {
    const chamber = ready();
    const formId = made(chamber);
    expect(ask(chamber, 'closeForm', { formId }).state.label).toBe('停止中');
    expect(ask(chamber, 'openForm', { formId }).state.label).toBe('受付中');
  });

  it('form_that_answers_here_and_was_made_by_hand__can_be_taken_over', () => {
    const chamber = ready();
    const source = `function make(book) {
      const form = FormApp.create('昔の入会申込').setTitle('昔の入会申込');
      form.addTextItem().setTitle('事業所名').setRequired(true);
      form.addTextItem().setTitle('紹介してくれた方');
      form.setDestination(FormApp.DestinationType.SPREADSHEET, book);
      return form.getId();
    }`;
    const id = makeByHand(chamber, source);
    const { strangers } = ask(chamber, 'forms', {});
    expect(strangers).toMatchObject([{ title: '昔の入会申込' }]);
    const address = strangers[0]?.address ?? '';
    const preview = ask(chamber, 'adoptPreview', { address, templateId: 'membership-application' });
    expect(preview.matches).toMatchObject([
      { title: '事業所名', key: 'name', confidenceLabel: '高' },
      { title: '紹介してくれた方', typeLabel: '1行の文字' },
    ]);
    const matches = preview.matches.map(({ itemId, title }) => ({
      itemId,
      key: title === '事業所名' ? 'name' : '',
    }));
    const { formId, templateId, hash } = preview;
    expect(ask(chamber, 'adopt', { formId, templateId, hash, matches })).toMatchObject({ formId: id });
    expect(ask(chamber, 'forms', {}).strangers).toEqual([]);
  });
});

function makeByHand(chamber: Chamber, source: string): string {
  const runtime = createRuntime(chamber.workspace, { code: source, html: {}, manifest: built.manifest });
  const result = runtime.run({ fn: 'make', args: [chamber.bookId], user: clerk, kind: 'manual' });
  if (!result.ok) throw new Error(result.error.message);
  return String(result.value);
}

describe('gallery and preview', () => {
  it('gallery__every_template_but_that_of_the_register_with_picture_and_fill_ins', () => {
    const chamber = ready();
    const all = ask(chamber, 'gallery', {}).shelves.flatMap(({ templates }) => templates);
    expect(all.length).toBeGreaterThan(10);
    expect(all.map(({ id }) => id)).not.toContain('register-update');
    for (const one of all) {
      expect(one.picture.length, one.id).toBeGreaterThan(2);
      expect(one.title, one.id).not.toMatch(/[{}]|（）|^\s|\s$/);
      expect(one.summary, one.id).not.toBe('');
      expect(one.questions, one.id).toBeGreaterThan(0);
    }
    const member = all.find(({ id }) => id === 'membership-application');
    expect(member).toMatchObject({ several: false, made: 0 });
    expect(member?.chamber).toContainEqual({ label: '部会', value: '商業部会、工業部会' });
    expect(all.find(({ id }) => id === 'seminar-registration')?.fillIns[0]).toMatchObject({
      key: 'eventName',
      required: true,
    });
  });

  it('preview__the_form_with_what_was_typed_and_what_is_missing', () => {
    const chamber = ready();
    const templateId = 'seminar-registration';
    const blank = ask(chamber, 'formPreview', { templateId, values: {} });
    expect(blank.issues.map(({ key, label }) => [key, label])).toContainEqual(['eventName', '行事の名前']);
    const values = { ...fillIns, ways: '会場\nオンライン' };
    const typed = ask(chamber, 'formPreview', { templateId, values });
    expect(typed.issues).toEqual([]);
    expect(typed.title).toBe('見本セミナー　参加申込（見本商工会議所）');
    const ways = typed.pages[0]?.items.find(({ title }) => title === '参加の方法');
    expect(ways?.options.map(({ label }) => label)).toEqual(['会場', 'オンライン']);
  });
});

describe('plan', () => {
  it('nothing_new__says_so_and_lists_what_is_the_chambers_own', () => {
    const chamber = ready();
    const formId = made(chamber);
    rename(chamber, formId, '電話番号', '代表電話');
    const plan = ask(chamber, 'updatePlan', { formId });
    expect(plan).toMatchObject({ from: plan.to, conflicts: [], stopped: null, issues: [] });
    expect(plan.headline).toContain('自動で変わるところはありません。');
    const kept = plan.groups.find(({ id }) => id === 'kept');
    expect(kept).toMatchObject({
      label: '残す',
      entries: [{ title: '代表電話', part: '設問文', what: expect.stringContaining('電話番号') }],
    });
    expect(ask(chamber, 'updateHistory', { formId })).toMatchObject({ entries: [], decisions: [] });
  });

  it('hash_of_another_form_state__is_refused_in_words', () => {
    const chamber = ready();
    const formId = made(chamber);
    const { hash } = ask(chamber, 'updatePlan', { formId });
    rename(chamber, formId, '電話番号', '代表電話');
    const { reply } = call(chamber, 'applyUpdate', { formId, hash, decisions: [] });
    expect(reply).toMatchObject({ ok: false, issues: [{ code: 'update.changed-since' }] });
  });
});

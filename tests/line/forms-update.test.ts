/** Three-way updates of customised forms: scenarios S2, S3 and J1, as a clerk meets them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormItemState } from '../../emulator/workspace/model.ts';
import type { Built } from '../support/built.ts';
import { answer, type Chamber, records, run, soundAnswers } from '../support/chamber.ts';
import {
  addByHand,
  apply,
  baseOf,
  chamberWithForm,
  formRow,
  idOf,
  itemOf,
  job,
  linkedSheet,
  moveByHand,
  onlyForm,
  preview,
  release,
  removeByHand,
  stateOf,
  type TemplateDraft,
  titles,
  tried,
  upgraded,
} from '../support/forms.ts';
import { sample, sampleId, sampleNext } from '../support/forms-samples.ts';

const id = 'membership-application';
const membership = (templates: ReadonlyMap<string, TemplateDraft>): TemplateDraft => {
  const found = templates.get(id);
  if (found === undefined) throw new Error('no membership');
  return found;
};

/** The release that every chamber of these tests begins with: without a question that a later one adds. */
function first(template: TemplateDraft): void {
  template.version = '1.0.0';
  for (const section of template.sections) {
    section.items = section.items.filter((item) => item.key !== 'invoiceNumber');
  }
  itemOf(template, 'antisocialPledge').ownership = 'mandated';
}

const invoice = {
  key: 'invoiceNumber',
  type: 'short',
  title: '適格請求書発行事業者登録番号',
  help: 'T と 13 けたの数字です。',
};

function second(template: TemplateDraft): void {
  first(template);
  template.version = '1.1.0';
  const business = template.sections.find(({ key }) => key === 'business');
  business?.items.push(invoice);
  itemOf(template, 'industry').options?.push(
    { code: 'S', label: '公務' },
    { code: 'T', label: '分類不能の産業' },
  );
  itemOf(template, 'antisocialPledge').help = '誓約の文を改めました。';
}

let v10: Built;
let v11: Built;
beforeAll(async () => {
  v10 = await release((templates) => first(membership(templates)));
  v11 = await release((templates) => second(membership(templates)));
}, 240_000);

/** What the clerk of S2 did to the form. */
function customised(): Chamber {
  const chamber = chamberWithForm(v10);
  stateOf(chamber, 'phone').title = '代表電話';
  removeByHand(chamber, 'fax');
  const own = addByHand(chamber, 'TEXT', '紹介してくださった方', 'referrer');
  expect(own.id).toBeGreaterThan(0);
  const industry = stateOf(chamber, 'industry');
  industry.choices.push({ value: '青年部' });
  moveByHand(chamber, idOf(chamber, 'website'), 'email');
  return chamber;
}

describe('S2: an update of a customised form', () => {
  it('preview__lists_exactly_what_changes_and_writes_nothing', () => {
    const before = customised();
    const chamber = upgraded(v11, before);
    const { plan } = preview(chamber);
    expect(plan).toMatchObject({ from: '1.0.0', to: '1.1.0', conflicts: [], refused: [] });
    expect(plan.operations.map(({ op, element, property }) => [op, element, property ?? ''])).toEqual([
      ['add-item', 'invoiceNumber', ''],
      ['set', 'antisocialPledge', 'help'],
      ['set', 'industry', 'options'],
    ]);
    expect(plan.kept.map(({ element, property, reason }) => [element, property, reason])).toEqual(
      expect.arrayContaining([
        ['fax', 'presence', 'chamber-removed'],
        ['phone', 'title', 'chamber-changed'],
      ]),
    );
    expect(plan.own).toHaveLength(1);
    expect(chamber.workspace.state.forms).toEqual(before.workspace.state.forms);
    expect(chamber.workspace.state.spreadsheets).toEqual(before.workspace.state.spreadsheets);
  });

  it('apply__keeps_the_chambers_changes_answers_columns_and_keys__says_the_version', () => {
    const before = customised();
    answer(before, { ...soundAnswers(1), industry: '製造業', website: 'https://mihon.example/' });
    const chamber = upgraded(v11, before);
    const was = onlyForm(before);
    const columns = linkedSheet(before);
    const keys = new Map(records(before, '_items').map((row) => [row.key, row.itemId]));
    expect(apply(chamber)).toMatchObject({ finished: true });

    const form = onlyForm(chamber);
    expect(form.responses).toEqual(was.responses);
    // The new question adds a column; those that were there stand as they were.
    expect(linkedSheet(chamber)).toMatchObject(columns as object);
    const order = form.items
      .map((item) => item.id)
      .filter((itemId) => was.items.some((one) => one.id === itemId));
    expect(order).toEqual(was.items.map((item) => item.id));
    expect(titles(chamber)).toContain('代表電話');
    expect(titles(chamber)).toContain('紹介してくださった方');
    expect(titles(chamber)).not.toContain('FAX番号');
    expect(stateOf(chamber, 'antisocialPledge').help).toBe('誓約の文を改めました。');
    const industry = stateOf(chamber, 'industry').choices.map((choice) => choice.value);
    expect(industry).toEqual(expect.arrayContaining(['公務', '分類不能の産業', '青年部', '製造業']));
    expect(industry).toHaveLength(21);
    expect(stateOf(chamber, 'invoiceNumber')).toMatchObject({ title: invoice.title, help: invoice.help });
    for (const [key, itemId] of keys) {
      if (key === 'fax' || key === 'form') continue;
      expect([key, String(idOf(chamber, key ?? ''))]).toEqual([key, itemId]);
    }
    expect(formRow(chamber)).toMatchObject({ templateVersion: '1.1.0', updating: '', state: 'open' });
    expect(records(chamber, '_updates').map((row) => row.state)).toEqual(['適用済']);
    expect(records(chamber, '変更履歴').filter((row) => row.区分 === 'フォーム')[0]).toMatchObject({
      変更前: '1.0.0',
      変更後: '1.1.0',
    });
    expect(preview(chamber).plan.operations).toEqual([]);
    // What comes in afterwards is understood as before.
    answer(chamber, { ...soundAnswers(2), industry: '公務', invoiceNumber: 'T1234567890123' });
    expect(records(chamber, '受付').map((row) => row.事業所名)).toEqual(['見本商店1', '見本商店2']);
  });

  it('apply__nothing_to_do__writes_nothing', () => {
    const chamber = upgraded(v10, customised());
    const before = JSON.stringify(chamber.workspace.state.spreadsheets);
    const forms = JSON.stringify(chamber.workspace.state.forms);
    expect(apply(chamber)).toMatchObject({ done: 0, total: 0, finished: true });
    expect(JSON.stringify(chamber.workspace.state.spreadsheets)).toBe(before);
    expect(JSON.stringify(chamber.workspace.state.forms)).toBe(forms);
  });
});

describe('S3: both sides changed the same text', () => {
  const withHelp = (help: string, version: string) =>
    release((templates) => {
      const template = membership(templates);
      first(template);
      template.version = version;
      itemOf(template, 'capital').help = help;
    });

  it('conflict__shown_side_by_side__kept_as_decided__asked_again_only_when_jcci_changes_it', async () => {
    const [v12, v13, v14] = await Promise.all([
      withHelp('日商の新しい説明', '1.2.0'),
      release((templates) => {
        const template = membership(templates);
        first(template);
        template.version = '1.3.0';
        itemOf(template, 'capital').help = '日商の新しい説明';
        itemOf(template, 'products').help = '別の設問の説明';
      }),
      withHelp('日商のもっと新しい説明', '1.4.0'),
    ]);
    const made = chamberWithForm(v10);
    const was = stateOf(made, 'capital').help;
    stateOf(made, 'capital').help = '自所の説明';
    const chamber = upgraded(v12, made);
    const { plan, hash } = preview(chamber);
    expect(plan.conflicts).toEqual([
      expect.objectContaining({
        element: 'capital',
        property: 'help',
        base: was,
        theirs: '日商の新しい説明',
        ours: '自所の説明',
      }),
    ]);
    const formId = onlyForm(chamber).id;
    expect(tried(chamber, 'applyUpdate', { formId, hash, decisions: [] })).toMatchObject({
      ok: false,
      issues: [{ code: 'update.undecided', params: { count: 1 } }],
    });
    expect(formRow(chamber)).toMatchObject({ templateVersion: '1.0.0', updating: '' });
    apply(chamber, [{ element: 'capital', property: 'help', choice: 'ours' }]);
    expect(stateOf(chamber, 'capital').help).toBe('自所の説明');
    const row = records(chamber, '_items').find((one) => one.key === 'capital');
    expect(JSON.parse(row?.decisions ?? '[]')).toEqual([
      {
        element: 'capital',
        property: 'help',
        choice: 'ours',
        theirs: '日商の新しい説明',
        at: expect.stringMatching(/^2026-11-24T/),
        by: 'clerk@mihon-cci.example',
      },
    ]);

    const next = upgraded(v13, chamber);
    expect(preview(next).plan.conflicts).toEqual([]);
    apply(next);
    expect(stateOf(next, 'capital').help).toBe('自所の説明');
    expect(stateOf(next, 'products').help).toBe('別の設問の説明');

    const last = upgraded(v14, next);
    expect(preview(last).plan.conflicts).toHaveLength(1);
    apply(last, [{ element: 'capital', property: 'help', choice: 'theirs' }]);
    expect(stateOf(last, 'capital').help).toBe('日商のもっと新しい説明');
    expect(baseOf(last, 'capital').help).toBe('日商のもっと新しい説明');
  });
});

describe('S5: somebody edits the form between preview and apply', () => {
  it('apply__refused_with_the_time__nothing_changed__a_fresh_preview_works', () => {
    const chamber = upgraded(v11, customised());
    const { hash } = preview(chamber);
    stateOf(chamber, 'phone').title = '代表電話番号';
    const before = JSON.stringify([chamber.workspace.state.forms, chamber.workspace.state.spreadsheets]);
    const formId = onlyForm(chamber).id;
    expect(tried(chamber, 'applyUpdate', { formId, hash, decisions: [] })).toMatchObject({
      ok: false,
      issues: [{ code: 'update.changed-since', params: { at: expect.stringMatching(/^2026-11-24 10:/) } }],
    });
    expect(JSON.stringify([chamber.workspace.state.forms, chamber.workspace.state.spreadsheets])).toBe(
      before,
    );
    apply(chamber);
    expect(stateOf(chamber, 'phone').title).toBe('代表電話番号');
    expect(formRow(chamber).templateVersion).toBe('1.1.0');
  });
});

describe('an update of every kind of change', () => {
  interface Shown {
    readonly type: string;
    readonly title: string;
  }
  const closedPage = '受付を終えた質問';

  /** Items without ids and the page of closed questions; ways by title. */
  function shown(chamber: Chamber): readonly Shown[] {
    const { items } = onlyForm(chamber);
    const titleOf = new Map(items.map((item) => [item.id, item.title]));
    const way = (to: FormItemState['goTo']): string =>
      to?.kind === 'page' ? (titleOf.get(to.itemId) ?? '') : (to?.kind ?? 'continue');
    const end = items.findIndex((item) => item.title === closedPage);
    return items.slice(0, end < 0 ? items.length : end).map(({ id: _id, goTo, choices, ...item }) => ({
      ...item,
      choices: choices.map(({ value, navigation }) => [value, way(navigation)]),
      goTo: way(goTo),
    }));
  }

  it('unchanged_form__becomes_what_a_new_form_of_that_version_is__the_closed_question_stays', async () => {
    const [old, new_] = await Promise.all([
      release(undefined, [sample()]),
      release(undefined, [sampleNext()]),
    ]);
    const chamber = upgraded(new_, chamberWithForm(old, sampleId));
    const seat = idOf(chamber, 'local.seat');
    apply(chamber);
    const fresh = chamberWithForm(new_, sampleId);
    expect(shown(chamber)).toEqual(shown(fresh));
    const { items, responses: _none, ...form } = onlyForm(chamber);
    const made = onlyForm(fresh);
    expect(form).toMatchObject({
      title: made.title,
      description: made.description,
      progressBar: true,
      confirmationMessage: made.confirmationMessage,
    });
    expect(items.slice(-2).map((item) => [item.id === seat, item.title, item.required])).toEqual([
      [false, closedPage, false],
      [true, '座席', false],
    ]);
    expect(items[items.length - 2]?.goTo).toEqual({ kind: 'submit' });
  });

  it('six_minutes_are_not_enough__stops_in_time_and_goes_on_where_it_stood', async () => {
    const [old, new_] = await Promise.all([
      release(undefined, [sample()]),
      release(undefined, [sampleNext()]),
    ]);
    const chamber = upgraded(new_, chamberWithForm(old, sampleId));
    const whole = upgraded(new_, chamber);
    const input = { formId: onlyForm(chamber).id, hash: preview(chamber).hash, decisions: [] };
    const slow = run(chamber, 'rpc', ['applyUpdate', input], {
      limitMs: 3_600_000,
      onCall: () => chamber.workspace.advance(5000),
    });
    expect(slow.ok && slow.value).toMatchObject({ ok: true, result: { finished: false } });
    expect(formRow(chamber).updating).not.toBe('');
    expect(job(chamber, 'applyUpdate', input)).toMatchObject({ finished: true });
    apply(whole);
    expect(onlyForm(chamber).items).toEqual(onlyForm(whole).items);
  });
});

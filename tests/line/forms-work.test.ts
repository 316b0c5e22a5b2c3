/** Work around forms: several forms of a template, closing days, taking a form over, reworded options, a changed type (J1). */
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createForm as makeForm } from '../../emulator/workspace/forms.ts';
import type { FormState } from '../../emulator/workspace/model.ts';
import type { Built } from '../support/built.ts';
import {
  answer,
  ask,
  type Chamber,
  clerk,
  newChamber,
  records,
  run,
  setupInput,
  soundAnswers,
} from '../support/chamber.ts';
import {
  apply,
  chamberWithForm,
  formRow,
  idOf,
  itemOf,
  job,
  linkedSheet,
  onlyForm,
  preview,
  release,
  stateOf,
  type TemplateDraft,
  tried,
  upgraded,
} from '../support/forms.ts';
import { sample, sampleId, sampleNext } from '../support/forms-samples.ts';

const membership = 'membership-application';

let first: Built;
let next: Built;
beforeAll(async () => {
  first = await release(undefined, [sample()]);
  next = await release(undefined, [sampleNext()]);
}, 240_000);

function chamber(): Chamber {
  const made = newChamber(first);
  ask(made, 'setup', setupInput);
  return made;
}

const seminar = (made: Chamber, draft: string, name: string, closesOn = '') =>
  job<{ formId: string; title: string }>(made, 'createForm', {
    templateId: sampleId,
    draft,
    values: { name, closesOn },
  });

describe('createForm', () => {
  it('drafts__each_its_own_form__the_same_draft_again_is_the_same_form', () => {
    const made = chamber();
    const spring = seminar(made, 'a1', '春のセミナー');
    const autumn = seminar(made, 'a2', '秋のセミナー');
    expect(seminar(made, 'a1', '春のセミナー').formId).toBe(spring.formId);
    expect([spring.title, autumn.title]).toEqual(['春のセミナーのお申込み', '秋のセミナーのお申込み']);
    expect(Object.keys(made.workspace.state.forms)).toHaveLength(2);
    const one = job<{ formId: string }>(made, 'createForm', { templateId: membership, draft: 'x' });
    expect(job<{ formId: string }>(made, 'createForm', { templateId: membership, draft: 'y' })).toMatchObject(
      one,
    );
  });

  it('fill_ins__missing_or_no_day__refused_before_anything_is_made', () => {
    const made = chamber();
    const wanted = (values: Record<string, string>) =>
      tried(made, 'createForm', { templateId: sampleId, draft: 'a', values });
    expect(wanted({ name: ' ' })).toMatchObject({ issues: [{ code: 'form.fill-in-missing', key: 'name' }] });
    expect(wanted({ name: 'あ', closesOn: '2026-02-30' })).toMatchObject({
      issues: [{ code: 'form.fill-in-date', key: 'closesOn' }],
    });
    expect(made.workspace.state.forms).toEqual({});
    expect(job(made, 'previewForm', { templateId: sampleId })).toMatchObject({
      plan: { title: '見本セミナーのお申込み' },
      issues: [],
    });
  });
});

describe('closing', () => {
  const hourly = (made: Chamber): void => {
    const result = run(made, 'hourlyCatchUp', [], { kind: 'trigger' });
    expect(result.ok).toBe(true);
  };
  const day = 86_400_000;

  it('closing_day__closed_by_the_hourly_run_after_that_day_has_ended_in_japan', () => {
    const made = chamber();
    const { formId } = seminar(made, 'a', '秋のセミナー', '2026-11-25');
    const form = (): FormState | undefined => made.workspace.state.forms[formId];
    made.workspace.advance(1.5 * day);
    hourly(made);
    expect(form()?.acceptingResponses).toBe(true);
    // 2026-11-26 00:30 in Japan.
    made.workspace.advance(2.5 * 3_600_000);
    hourly(made);
    expect(form()?.acceptingResponses).toBe(false);
    expect(formRow(made).state).toBe('closed');
    expect(job(made, 'openForm', { formId })).toMatchObject({ state: 'open', closesOn: '' });
    hourly(made);
    expect(form()?.acceptingResponses).toBe(true);
    job(made, 'closeForm', { formId });
    expect([form()?.acceptingResponses, form()?.published]).toEqual([false, true]);
  });
});

describe('taking a form over', () => {
  interface Proposal {
    readonly hash: string;
    readonly templateId: string;
    readonly copy: { readonly formId: string };
    readonly matches: readonly { itemId: string | null; key: string | null; confidence: number }[];
  }

  /** A form like that of the membership template, copied by hand: other ids, no record of it. */
  function copied(): { readonly made: Chamber; readonly formId: string } {
    const source = chamberWithForm(first, membership);
    const made = chamber();
    const form = makeForm(made.workspace, '入会申込（コピー）', clerk, true);
    const from = onlyForm(source);
    Object.assign(form, {
      title: '入会のお申込み',
      description: from.description,
      items: structuredClone(from.items),
      progressBar: from.progressBar,
      confirmationMessage: from.confirmationMessage,
      closedMessage: from.closedMessage,
    });
    const phone = form.items.find((item) => item.title === '電話番号');
    if (phone !== undefined) phone.title = '電話番号（日中）';
    form.items = form.items.filter((item) => item.title !== 'FAX番号');
    return { made, formId: form.id };
  }

  it('matches_are_proposed__confirmed__and_differences_are_the_chambers_own', () => {
    const { made, formId } = copied();
    const proposal = job<Proposal>(made, 'previewAdoption', {
      address: `https://docs.google.com/forms/d/${formId}/edit`,
      templateId: '',
    });
    expect(proposal).toMatchObject({ templateId: membership, copy: { formId } });
    const matched = proposal.matches.filter(({ itemId, key }) => itemId !== null && key !== null);
    expect(matched.every(({ confidence }) => confidence > 0.6)).toBe(true);
    const matches = matched.map(({ itemId, key }) => ({ itemId, key }));
    const input = { formId, templateId: membership, hash: proposal.hash, matches };
    job(made, 'adoptForm', input);
    expect(idOf(made, 'phone')).toBe(
      onlyForm(made).items.find(({ title }) => title === '電話番号（日中）')?.id,
    );
    expect(formRow(made)).toMatchObject({ formId, state: 'open', triggerOwner: clerk });
    expect(onlyForm(made).destination?.spreadsheetId).toBe(made.bookId);
    const { plan } = preview(made);
    expect([plan.operations, plan.conflicts]).toEqual([[], []]);
    expect(plan.kept.map(({ element, property }) => [element, property])).toEqual(
      expect.arrayContaining([
        ['form', 'title'],
        ['phone', 'title'],
        ['fax', 'presence'],
      ]),
    );
    answer(made, soundAnswers(3));
    expect(records(made, '受付').map((row) => row.事業所名)).toEqual(['見本商店3']);
    // Again: nothing more.
    job(made, 'adoptForm', input);
    expect([records(made, '_forms').length, made.workspace.state.triggers.length]).toEqual([1, 2]);
  });

  it('changed_since_or_key_twice__refused', () => {
    const { made, formId } = copied();
    const { hash } = job<Proposal>(made, 'previewAdoption', { address: formId, templateId: membership });
    const [one, two] = onlyForm(made).items;
    const twice = [one, two].map((item) => ({ itemId: String(item?.id), key: 'name' }));
    const adopt = (matches: unknown, given = hash) =>
      tried(made, 'adoptForm', { formId, templateId: membership, hash: given, matches });
    expect(adopt(twice)).toMatchObject({ issues: [{ code: 'adopt.key-twice' }] });
    expect(adopt([{ itemId: String(one?.id), key: 'nothing' }])).toMatchObject({
      issues: [{ code: 'adopt.key-unknown' }],
    });
    if (one !== undefined) one.title = '別の題';
    expect(adopt([])).toMatchObject({ issues: [{ code: 'adopt.changed-since' }] });
    expect(records(made, '_forms')).toEqual([]);
  });
});

describe('answers after changes of the chamber', () => {
  it('a_reworded_option__is_understood_by_its_code', () => {
    const made = chamberWithForm(first, membership);
    const industry = stateOf(made, 'industry').choices.find(({ value }) => value === '製造業');
    if (industry === undefined) throw new Error('no option');
    industry.value = 'ものづくり（製造）';
    answer(made, { ...soundAnswers(1), industry: 'ものづくり（製造）' });
    const stored = records(made, '_records')[0]?.データ1 ?? '';
    expect(JSON.parse(stored.slice(1)).values.industry).toBe('E');
  });
});

describe('J1: a question changes its type', () => {
  const typed = (merge: string) =>
    release((templates) => {
      const template = templates.get(membership);
      if (template === undefined) throw new Error('no membership');
      template.version = '9.0.0';
      const business = template.sections.find(({ key }) => key === 'business');
      if (business === undefined) throw new Error('no page');
      business.items = business.items.map((item) =>
        item.key === 'employees'
          ? {
              key: 'local.employeesRange',
              field: 'employees',
              type: 'list',
              title: '従業員数（人）',
              options: [
                { code: '3', label: '3' },
                { code: '12', label: '12' },
              ],
              replaces: { key: 'employees', merge },
            }
          : item,
      );
      template.retired = [...(template.retired ?? []), { key: 'employees', since: '9.0.0' }];
    });

  it('old_question_is_closed_with_its_answers__new_one_asked__both_are_read', async () => {
    const before = chamberWithForm(first, membership);
    answer(before, { ...soundAnswers(1), employees: '7' });
    const made = upgraded(await typed('new-else-old'), before);
    apply(made);
    const form = onlyForm(made);
    const closed = form.items.findIndex(({ title }) => title === '受付を終えた質問');
    expect(form.items.findIndex(({ id }) => id === idOf(made, 'employees'))).toBe(closed + 1);
    expect(linkedSheet(made)).toMatchObject(linkedSheet(before) as object);
    expect(form.responses).toEqual(onlyForm(before).responses);
    answer(made, { ...soundAnswers(2), 'local.employeesRange': '12' });
    const values = records(made, '_records').map((row) => {
      const stored = JSON.parse((row.データ1 ?? '').slice(1)) as { values: { employees?: string } };
      return stored.values.employees;
    });
    expect(values).toEqual(['7', '12']);
  });

  it('type_changed_under_its_key__left_as_it_is_and_named', async () => {
    const wrong = await release((templates) => {
      const template = templates.get(membership);
      if (template === undefined) throw new Error('no membership');
      template.version = '9.0.0';
      const employees = itemOf(template, 'employees');
      employees.type = 'list';
      employees.options = [{ code: '1', label: '1' }];
      itemOf(template, 'products').help = '例：和菓子';
    });
    const made = upgraded(wrong, chamberWithForm(first, membership));
    expect(preview(made).plan.refused).toEqual([
      expect.objectContaining({ element: 'employees', reason: 'type-changed' }),
    ]);
    const before = structuredClone(stateOf(made, 'employees'));
    apply(made);
    expect(stateOf(made, 'employees')).toEqual(before);
    expect(stateOf(made, 'products').help).toBe('例：和菓子');
  });
});

describe('health of forms', () => {
  it('an_updated_form__says_what_is_closed_and_who_takes_answers_in', () => {
    const made = upgraded(next, chamberWithForm(first, sampleId));
    apply(made);
    expect(job(made, 'formHealth', {})).toEqual([
      expect.objectContaining({
        version: '1.1.0',
        newest: '1.1.0',
        updating: false,
        linked: true,
        published: true,
        accepting: true,
        triggerOwner: clerk,
        questions: { retired: ['座席'], missing: [], own: 0, conflicts: 0 },
      }),
    ]);
  });
});

describe('captureForm', () => {
  it('form_of_every_kind__captured_and_made_again__is_the_same_form', async () => {
    const made = chamberWithForm(first, sampleId);
    const form = onlyForm(made);
    // Checks cannot be read; that a page leads to the next one is written or not.
    for (const item of form.items) delete item.validation;
    const captured = job<{ text: string; questions: number; fileName: string }>(made, 'captureForm', {
      address: form.id,
      title: '見本/セミナー',
    });
    expect(captured.fileName).toMatch(/^ひな型の下書き_見本_セミナー_20261124-\d{4}\.yaml$/);
    expect(captured.questions).toBe(form.items.filter(({ type }) => type !== 'PAGE_BREAK').length);
    expect(Object.values(made.workspace.state.files).some(({ name }) => name === captured.fileName)).toBe(
      true,
    );
    const draft = parse(captured.text) as TemplateDraft;
    const again = chamberWithForm(await release(undefined, [draft]), draft.id);
    const shown = (state: FormState) => {
      const titleOf = new Map(state.items.map(({ id, title }) => [id, title]));
      const lead = (to: FormState['items'][number]['goTo']) =>
        to?.kind === 'page' ? titleOf.get(to.itemId) : (to?.kind ?? 'continue');
      return {
        title: state.title,
        description: state.description,
        confirmation: state.confirmationMessage,
        closed: state.closedMessage,
        progressBar: state.progressBar,
        items: state.items.map(({ id: _id, goTo, choices, ...item }) => ({
          ...item,
          goTo: lead(goTo),
          choices: choices.map(({ value, navigation }) => [value, lead(navigation)]),
        })),
      };
    };
    expect(shown(onlyForm(again))).toEqual(shown(form));
  });
});

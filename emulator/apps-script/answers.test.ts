import { describe, expect, it } from 'vitest';
import type { Answers, ScriptRuntime, Workspace } from '../api.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { createRuntime } from './runtime.ts';

const STAFF = 'staff@cci.example.jp';
const CODE = `
  function make() {
    const form = FormApp.create('申込', true).setTitle('入会申込');
    const type = form.addMultipleChoiceItem().setTitle('区分').setRequired(true);
    const corporate = form.addPageBreakItem().setTitle('法人');
    const number = form.addTextItem().setTitle('法人番号').setRequired(true)
      .setValidation(FormApp.createTextValidation().setHelpText('13桁の数字').requireTextMatchesPattern('[0-9]{13}').build());
    const sole = form.addPageBreakItem().setTitle('個人').setGoToPage(FormApp.PageNavigationType.SUBMIT);
    const trade = form.addTextItem().setTitle('屋号').setRequired(true);
    type.setChoices([type.createChoice('法人', corporate), type.createChoice('個人', sole)]);
    const book = SpreadsheetApp.create('回答');
    form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
    ScriptApp.newTrigger('onForm').forForm(form).onFormSubmit().create();
    ScriptApp.newTrigger('onSheet').forSpreadsheet(book).onFormSubmit().create();
    return { form: form.getId(), book: book.getId(), type: type.getId(), number: number.getId(), trade: trade.getId() };
  }
  function onForm(e) {
    Logger.log(JSON.stringify([Session.getEffectiveUser().getEmail(), e.source.getTitle(), typeof e.triggerUid, e.response.getItemResponses().map((r) => [r.getItem().getTitle(), r.getResponse()])]));
  }
  function onSheet(e) { Logger.log(JSON.stringify([e.range.getA1Notation(), e.namedValues['法人番号'], e.values.length])); }
  function submitByScript(id, item) {
    const form = FormApp.openById(id);
    form.createResponse().withItemResponse(form.getItemById(item).asTextItem().createResponse('1234567890123')).submit();
    return form.getResponses().length;
  }
  function row(id) { return SpreadsheetApp.openById(id).getSheets()[0].getDataRange().getValues()[1].slice(1); }
`;

interface Made {
  form: string;
  book: string;
  type: number;
  number: number;
  trade: number;
}

function open(): { workspace: Workspace; runtime: ScriptRuntime; made: Made } {
  const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-04-01T00:00:00Z', seed: 9 });
  workspace.addUser({ email: STAFF, name: '職員', role: 'staff' });
  const runtime = createRuntime(workspace, { code: CODE, html: {}, manifest: {} });
  const result = runtime.run({ fn: 'make', user: STAFF, kind: 'manual' });
  if (!result.ok) throw new Error(result.error.message);
  return { workspace, runtime, made: result.value as Made };
}

describe('submitAnswer', () => {
  it('corporate_page__walked__stores_only_walked_answers_and_fires_both_triggers', () => {
    const { workspace, runtime, made } = open();
    const answers: Answers = {
      [made.type]: '法人',
      [made.number]: '0000012345678',
      [made.trade]: '見えないはず',
    };
    const result = runtime.submitAnswer(made.form, answers);
    expect(result).toMatchObject({ errors: [], refused: '' });
    expect(result.runs.map((each) => each.logs.map((line) => JSON.parse(line)))).toEqual([
      [
        [
          STAFF,
          '入会申込',
          'string',
          [
            ['区分', '法人'],
            ['法人番号', '0000012345678'],
          ],
        ],
      ],
      [['A2:D2', ['12345678'], 4]],
    ]);
    expect(workspace.state.forms[made.form]?.responses[0]?.answers).toEqual({
      [made.type]: '法人',
      [made.number]: '0000012345678',
    });
    const row = runtime.run({ fn: 'row', args: [made.book], user: STAFF, kind: 'manual' });
    expect(row.ok && row.value).toEqual(['法人', 12345678, '']);
  });

  it('page_of_the_branch__not_walked__does_not_count', () => {
    const { runtime, made } = open();
    expect(runtime.submitAnswer(made.form, { [made.type]: '個人', [made.trade]: '見本堂' }).errors).toEqual(
      [],
    );
    expect(runtime.submitAnswer(made.form, { [made.type]: '法人', [made.number]: '123' }).errors).toEqual([
      { itemId: made.number, message: '13桁の数字' },
    ]);
    expect(runtime.submitAnswer(made.form, {}).errors).toContainEqual({
      itemId: made.type,
      message: 'この質問は必須です',
    });
    expect(runtime.submitAnswer(made.form, { [made.type]: '団体' }).errors).toContainEqual({
      itemId: made.type,
      message: '選択肢から選んでください',
    });
  });

  it('script_response__fires_no_trigger', () => {
    const { workspace, runtime, made } = open();
    const before = workspace.state.executions.length;
    const result = runtime.run({
      fn: 'submitByScript',
      args: [made.form, made.number],
      user: STAFF,
      kind: 'manual',
    });
    expect(result.ok && result.value).toBe(1);
    expect(workspace.state.executions.length).toBe(before + 1);
  });

  it('form__unpublished_or_closed__refuses', () => {
    const { workspace, runtime, made } = open();
    const form = workspace.state.forms[made.form];
    if (form === undefined) throw new Error('no form');
    form.acceptingResponses = false;
    expect(runtime.submitAnswer(made.form, { [made.type]: '個人', [made.trade]: 'x' }).refused).toBe(
      'closed',
    );
    form.published = false;
    expect(runtime.submitAnswer(made.form, {}).refused).toBe('unpublished');
    Object.assign(form, { published: true, acceptingResponses: true, collectEmail: true });
    expect(runtime.submitAnswer(made.form, { [made.type]: '個人', [made.trade]: 'x' }).refused).toBe('email');
    const kept = runtime.submitAnswer(
      made.form,
      { [made.type]: '個人', [made.trade]: '=1+1' },
      { email: 'a@example.jp' },
    );
    expect(kept.refused).toBe('');
    const row = runtime.run({ fn: 'row', args: [made.book], user: STAFF, kind: 'manual' });
    expect(row.ok && row.value).toEqual(['個人', '', '=1+1', 'a@example.jp']);
  });

  it('ten_thousand_responses__are_read_with_one_call', () => {
    const { workspace, made } = open();
    const form = workspace.state.forms[made.form];
    if (form === undefined) throw new Error('no form');
    for (let i = 0; i < 10_000; i++) {
      form.responses.push({
        id: `r${i}`,
        createdAt: i,
        updatedAt: i,
        email: '',
        answers: { [made.trade]: `${i}` },
      });
    }
    const reader = createRuntime(workspace, {
      code: `function all(id) { let n = 0; for (const r of FormApp.openById(id).getResponses()) for (const i of r.getItemResponses()) n += i.getItem().getId() === ${made.trade} ? 1 : 0; return n; }`,
      html: {},
      manifest: {},
    });
    const result = reader.run({ fn: 'all', args: [made.form], user: STAFF, kind: 'manual' });
    expect(result.ok && result.value).toBe(10_000);
    expect(result.calls.list).toEqual(['FormApp.openById', 'Form.getResponses']);
  });
});

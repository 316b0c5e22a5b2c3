import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRuntime, openWorkspace } from '../../../index.ts';
import type { FormItemState, FormState } from '../../../workspace/model.ts';
import type { Product } from '../../face.ts';
import { startWeb, type WebFace } from '../../server.ts';
import { everyKind } from '../every-kind.ts';

const clerk = 'clerk@example.jp';
const product: Product = {
  name: '見本',
  place: '見本の場所',
  welcome: '',
  people: [{ id: 'clerk', roleLabel: '係', name: '係', email: clerk }],
  further: [],
  steps: () => [],
};
const code = `${everyKind}
function link(id) {
  const book = SpreadsheetApp.create('回答');
  FormApp.openById(id).setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
  return book.getId();
}
function headers(id) { return SpreadsheetApp.openById(id).getSheets()[0].getRange(1, 2, 1, 5).getDisplayValues()[0]; }
function titles(id) { return FormApp.openById(id).getItems().map((item) => item.getTitle()); }
`;

const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-04-01T00:00:00Z' });
workspace.addUser({ email: clerk, name: '係', role: 'staff' });
const runtime = createRuntime(workspace, { code, html: {}, manifest: {}, owner: clerk });
let web: WebFace;
let form: FormState;

function call<T>(fn: string, ...args: unknown[]): T {
  const result = runtime.run({ fn, args, user: clerk, kind: 'manual' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value as T;
}

beforeAll(async () => {
  const found = workspace.state.forms[call<string>('makeEveryKind')];
  if (found === undefined) throw new Error('no form');
  form = found;
  web = await startWeb({ runtime, product }, 0);
});
afterAll(() => web.close());

function item(title: string): FormItemState {
  const found = form.items.find((one) => one.title === title);
  if (found === undefined) throw new Error(`no item ${title}`);
  return found;
}
type Fields = readonly (readonly [name: string, value: string])[];
function send(on: FormItemState | string, action: string, fields: Fields, json: boolean): Promise<Response> {
  const body = new URLSearchParams([['item', String(typeof on === 'string' ? on : on.id)]]);
  for (const [name, value] of fields) body.append(name, value);
  body.append('do', action);
  const headers = { origin: web.address, ...(json ? { accept: 'application/json' } : {}) };
  return fetch(`${web.address}/forms/${form.id}/edit`, { method: 'POST', body, headers, redirect: 'manual' });
}
/** As the page's script saves: '' when it was done, else what the person reads. */
async function save(on: FormItemState | string, ...fields: Fields): Promise<string> {
  const said = (await (await send(on, 'save', fields, true)).json()) as { ok: boolean; message: string };
  return said.ok ? '' : said.message;
}
/** As a button of the page; the address it leads to. */
async function press(on: FormItemState | string, action: string, ...fields: Fields): Promise<string> {
  return (await send(on, action, fields, false)).headers.get('location') ?? '';
}
const get = async (query = ''): Promise<string> =>
  (await fetch(`${web.address}/forms/${form.id}/edit${query}`)).text();

describe('the page', () => {
  it('every_item__has_a_card_of_its_name__with_its_own_inputs', async () => {
    const out = await get();
    for (const one of form.items.filter(({ type }) => type !== 'PAGE_BREAK')) {
      expect(out).toContain(`aria-label="${one.title}"`);
    }
    expect(out).toContain('ページ 3 / 3');
    expect(out).toMatch(/name="row" value="火曜" aria-label="行 1"/);
    expect(out).toContain('法人 → ページ 2「法人の方へ」に移動');
  });
  it('tabs__show_answers_and_settings', async () => {
    expect(await get('?tab=responses')).toContain('まだ回答はありません');
    expect(await get('?tab=settings')).toMatch(/name="progressBar" value="1"[^>]* checked/);
  });
  it('hostile_words__stay_words', async () => {
    await save(item('ご意見'), ['title', '"><script>x</script>'], ['help', '</textarea><b>']);
    const out = await get();
    expect(out).not.toContain('<script>x');
    expect(out).not.toContain('</textarea><b>');
    await save(item('"><script>x</script>'), ['title', 'ご意見'], ['help', '']);
  });
});

describe('saving a card', () => {
  it('sent_properties_change__those_not_sent_stay', async () => {
    const { id, help } = item('従業員数');
    expect(await save(item('従業員数'), ['title', '従業員の数'])).toBe('');
    expect(await save(item('従業員の数'), ['required', '0'], ['required', '1'])).toBe('');
    expect(item('従業員の数')).toMatchObject({ id, help, required: true });
    expect(call<string[]>('titles', form.id)).toContain('従業員の数');
  });
  it('choices__renamed_added_and_emptied__keep_their_ways', async () => {
    const type = item('事業の形');
    const way = type.choices[0]?.navigation;
    expect(await save(type, ['choice', '法人'], ['choice', '個人'], ['choice', ''], ['choice', '団体'])).toBe(
      '',
    );
    expect(item('事業の形').choices).toEqual([
      { value: '法人', navigation: way },
      { value: '個人', navigation: { kind: 'continue' } },
      { value: '団体', navigation: { kind: 'continue' } },
    ]);
  });
  it('choice_twice__is_refused_in_words__and_nothing_changes', async () => {
    const before = structuredClone(item('所在地の地区'));
    expect(await save(before, ['title', '地区'], ['choice', '東'], ['choice', '東'])).toBe(
      '「東」という選択肢が2つあります。',
    );
    expect(item('所在地の地区')).toEqual(before);
    expect(await save(before, ['choice', ''])).toContain('1つ以上');
  });
  it('branching__turned_on_and_off__gives_every_choice_a_way_or_none', async () => {
    const list = item('所在地の地区');
    await save(list, ['branching', '0'], ['branching', '1']);
    expect(item('所在地の地区').choices.every((choice) => choice.navigation?.kind === 'continue')).toBe(true);
    const page = item('日時について').id;
    const values = list.choices.map((choice): [string, string] => ['choice', choice.value]);
    await save(list, ...values, ['target', `page:${page}`], ['target', 'submit']);
    expect(
      item('所在地の地区')
        .choices.slice(0, 3)
        .map((choice) => choice.navigation),
    ).toEqual([{ kind: 'page', itemId: page }, { kind: 'submit' }, { kind: 'continue' }]);
    await save(item('所在地の地区'), ['branching', '0']);
    expect(item('所在地の地区').choices.some((choice) => choice.navigation !== undefined)).toBe(false);
  });
  const rules: [string, Fields, string][] = [
    [
      'a number that is none',
      [
        ['rule', 'requireNumberGreaterThan'],
        ['rule1', '多い'],
      ],
      '条件の値は数で',
    ],
    [
      'a value left out',
      [
        ['rule', 'requireNumberBetween'],
        ['rule1', '1'],
      ],
      '条件の値を入力',
    ],
    [
      'a rule of another kind',
      [
        ['rule', 'requireSelectAtLeast'],
        ['rule1', '1'],
      ],
      '条件の値が正しく',
    ],
    [
      'look-ahead',
      [
        ['rule', 'requireTextMatchesPattern'],
        ['rule1', '(?=a)'],
      ],
      '正規表現は使えません',
    ],
  ];
  it.each(rules)('rule_with__%s__is_refused', async (_note, fields, words) => {
    const before = structuredClone(item('事業所名'));
    expect(await save(before, ...fields)).toContain(words);
    expect(item('事業所名')).toEqual(before);
  });
  it('rule__is_set_with_full_width_digits__and_taken_away', async () => {
    const fields: Fields = [
      ['rule', 'requireNumberBetween'],
      ['rule1', '１'],
      ['rule2', '20'],
      ['ruleText', '1〜20'],
    ];
    expect(await save(item('事業所名'), ...fields)).toBe('');
    expect(item('事業所名').validation).toEqual({
      method: 'requireNumberBetween',
      args: [1, 20],
      helpText: '1〜20',
    });
    await save(item('事業所名'), ['rule', '']);
    expect(item('事業所名').validation).toBeUndefined();
  });
  it('scale_and_video__keep_the_platforms_limits', async () => {
    expect(await save(item('窓口の対応'), ['upper', '11'])).toContain('3〜10');
    expect(await save(item('窓口の対応'), ['lower', '1'], ['upper', '7'])).toBe('');
    expect(await save(item('会館の紹介'), ['mediaUrl', 'https://video.example.jp/'])).toContain('YouTube');
    expect(await save(item('会館の紹介'), ['mediaUrl', 'https://youtu.be/ABCDEFGHIJK'])).toBe('');
    expect(item('会館の紹介').mediaUrl).toBe('https://www.youtube.com/watch?v=ABCDEFGHIJK');
  });
  it('item_that_somebody_deleted__is_told', async () => {
    expect(await save('999', ['title', 'x'])).toContain('ほかの人が削除');
    const refused = await send('999', 'save', [['title', 'x']], false);
    expect(refused.status).toBe(422);
  });
});

describe('buttons', () => {
  it('lines__are_moved_removed_and_added__as_they_stand_in_the_card', async () => {
    const boxes = item('利用したことのある相談');
    const lines: Fields = [
      ['choice', 'い'],
      ['choice', 'ろ'],
      ['choice', 'は'],
    ];
    await press(boxes, 'choice-up:2', ...lines);
    expect(item(boxes.title).choices.map((choice) => choice.value)).toEqual(['い', 'は', 'ろ']);
    await press(boxes, 'choice-delete:0');
    expect(await press(boxes, 'choice-add')).toContain('focus=choice%3A2');
    expect(item(boxes.title).choices.map((choice) => choice.value)).toEqual(['は', 'ろ', '選択肢 3']);
    await press(item('参加できる時間帯'), 'column-delete:1');
    await press(item('参加できる時間帯'), 'row-add');
    expect(item('参加できる時間帯')).toMatchObject({
      rows: ['火曜', '木曜', '行 3'],
      columns: ['午前', '夜'],
    });
  });
  it('kind__changed__keeps_what_both_kinds_have', async () => {
    const { id } = item('所在地の地区');
    await press(item('所在地の地区'), 'kind', ['kind', 'CHECKBOX']);
    expect(item('所在地の地区')).toMatchObject({ id, type: 'CHECKBOX' });
    expect(item('所在地の地区').choices).toHaveLength(4);
    await press(item('所在地の地区'), 'kind', ['kind', 'DATE']);
    expect(item('所在地の地区')).toMatchObject({ id, type: 'DATE', choices: [] });
    await press(item('所在地の地区'), 'kind', ['kind', 'IMAGE']);
    await press(item('会館の地図'), 'kind', ['kind', 'TEXT']);
    expect([item('所在地の地区').type, item('会館の地図').type]).toEqual(['DATE', 'IMAGE']);
  });
  it('copy__stands_below__moves__and_goes', async () => {
    const source = item('ご意見');
    const at = form.items.indexOf(source);
    const to = await press(source, 'duplicate');
    const copy = form.items[at + 1];
    expect(copy).toMatchObject({ title: 'ご意見', type: 'PARAGRAPH_TEXT', validation: source.validation });
    expect(to).toContain(`open=${copy?.id}`);
    await press(String(copy?.id), 'up');
    expect(form.items[at]?.id).toBe(copy?.id);
    await press(String(copy?.id), 'delete');
    expect(form.items.filter(({ title }) => title === 'ご意見')).toHaveLength(1);
  });
  it('item_of_any_kind__is_added_at_the_end_of_its_page', async () => {
    for (const [kind, type] of [
      ['LIST', 'LIST'],
      ['GRID', 'GRID'],
      ['FILE_UPLOAD', 'FILE_UPLOAD'],
      ['PAGE_BREAK', 'TEXT'],
    ]) {
      await press('0', 'add', ['kind', kind ?? '']);
      const next = form.items.findIndex((one) => one.type === 'PAGE_BREAK');
      expect(form.items[next - 1]?.type).toBe(type);
      await press(String(form.items[next - 1]?.id), 'delete');
    }
  });
});

describe('pages', () => {
  it('way_on__goes_with_its_page__when_pages_change_places', async () => {
    const [two, three] = [item('法人の方へ'), item('日時について')];
    await save(two, ['after', 'submit']);
    expect(three.goTo).toEqual({ kind: 'submit' });
    await press(three, 'page-up');
    expect(form.items.indexOf(three)).toBeLessThan(form.items.indexOf(two));
    expect([two.goTo, three.goTo]).toEqual([undefined, undefined]);
    await press(three, 'page-down');
    await save(two, ['after', 'continue']);
  });
  it('page__added_and_removed__ways_that_led_to_it_lead_on', async () => {
    const three = item('日時について');
    await press(String(three.id), 'page-add');
    const page = form.items[form.items.length - 1];
    await save(String(page?.id), ['title', '最後']);
    const list = item('事業の形');
    const values = list.choices.map((choice): [string, string] => ['choice', choice.value]);
    await save(list, ...values, ['target', `page:${page?.id}`], ['target', 'submit'], ['target', 'submit']);
    await press(String(page?.id), 'page-delete');
    expect(item('事業の形').choices[0]?.navigation).toEqual({ kind: 'continue' });
    const count = form.items.length;
    await press(three, 'page-merge');
    expect(form.items).toHaveLength(count - 1);
  });
});

describe('the whole form', () => {
  it('settings_and_state__change_by_small_requests', async () => {
    await save('', ['progressBar', '0'], ['closedMessage', '締め切りました。']);
    expect(form).toMatchObject({
      progressBar: false,
      allowResponseEdits: true,
      closedMessage: '締め切りました。',
    });
    expect(await press('', 'stop', ['tab', 'settings'])).toContain('tab=settings&said=stopped');
    const answer = (): Promise<string> =>
      fetch(`${web.address}/forms/${form.publicId}/viewform`).then((reply) => reply.text());
    expect(await answer()).toContain('締め切りました。');
    await press('', 'unpublish');
    expect(await answer()).toContain('公開されていません');
    expect(await press('', 'accept')).toBe('');
    await press('', 'publish');
    expect(form).toMatchObject({ published: true, acceptingResponses: true });
  });
  it('linked_sheet__follows_the_editor', async () => {
    const book = call<string>('link', form.id);
    await save(item('事業所名'), ['title', '会社名']);
    const { id } = item('会社名');
    await press('0', 'add', ['kind', 'TEXT'], ['title', '']);
    const headers = call<string[]>('headers', book);
    expect(headers[0]).toBe('会社名');
    await press(String(id), 'delete');
    expect(call<string[]>('headers', book)[0]).toBe('会社名');
  });
});

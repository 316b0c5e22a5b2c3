import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers, SubmitResult } from '../../api.ts';
import { createRuntime, openWorkspace } from '../../index.ts';
import type { FormState } from '../../workspace/model.ts';
import { startWeb, type WebFace } from '../server.ts';
import { everyKind } from './every-kind.ts';

const clerk = 'clerk@example.jp';
const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-04-01T00:00:00Z' });
workspace.addUser({ email: clerk, name: '係', role: 'staff' });
const code = `${everyKind}
function editUrl(id) {
  const book = SpreadsheetApp.create('回答');
  const form = FormApp.openById(id).setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
  return [form.getResponses()[0].getEditResponseUrl(), book.getId()];
}
function rows(id) { return SpreadsheetApp.openById(id).getSheets()[0].getRange(1, 2, 3, 1).getDisplayValues().map((row) => row[0]); }
`;
const runtime = createRuntime(workspace, { code, html: {}, manifest: {}, owner: clerk });
const product = { name: '見本', place: '', welcome: '', people: [], further: [], steps: () => [] };
let web: WebFace;
let form: FormState;

function call<T>(fn: string, ...args: unknown[]): T {
  const result = runtime.run({ fn, args, user: clerk, kind: 'manual' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value as T;
}
const idOf = (title: string): number => form.items.find((one) => one.title === title)?.id ?? 0;
const get = (path: string): Promise<Response> => fetch(web.address + path, { redirect: 'manual' });
const page = async (path: string): Promise<string> => (await get(path)).text();
const view = (query = ''): string => `/forms/${form.publicId}/viewform${query}`;

/** Answers of the way 個人事業, with changes. */
function submit(over: Record<string, Answers[number]>): SubmitResult {
  const answers: Answers = {};
  for (const [title, answer] of Object.entries({ 事業所名: '見本商店', 事業の形: '個人事業', ...over })) {
    answers[idOf(title)] = answer;
  }
  return runtime.submitAnswer(form.id, answers);
}
const faults = (over: Record<string, Answers[number]>): string[] =>
  submit(over).errors.map(({ message }) => message);

beforeAll(async () => {
  const found = workspace.state.forms[call<string>('makeEveryKind')];
  if (found === undefined) throw new Error('no form');
  form = found;
  web = await startWeb({ runtime, product }, 0);
});
afterAll(() => web.close());

describe('every kind on the page', () => {
  it('pictures_come_as_their_bytes__and_videos_only_as_a_way_there', async () => {
    const out = await page(view());
    const source =
      /<img src="([^"]+)" alt="会館の地図" width="320">/.exec(out)?.[1]?.replace(/&amp;/g, '&') ?? '';
    const image = await get(source);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await image.arrayBuffer()).slice(1, 4)).toEqual(new TextEncoder().encode('PNG'));
    expect(out).toContain('href="https://www.youtube.com/watch?v=abcdefghijk"');
    expect((await get(`/forms/${form.publicId}/images/1`)).status).toBe(404);
  });
  it('grid__names_every_input_by_row_and_column', async () => {
    const out = await page(view());
    expect(out).toMatch(
      /<th scope="row">セミナー<\/th><td><label[^>]*><input type="radio"[^>]*aria-label="セミナー：満足"/,
    );
    expect(out).toMatch(/<input type="checkbox"[^>]*aria-label="木曜：夜"/);
  });
  it('one_choice_of_several__tells_its_duty_at_the_group', async () => {
    expect(await page(view())).toMatch(
      /role="radiogroup" aria-required="true"[^>]*><legend[^>]*>.*?窓口の対応/,
    );
  });
});

describe('faults', () => {
  const cases: [string, Record<string, Answers[number]>, string][] = [
    [
      'number out of its span, no words of its own',
      { 従業員数: '301' },
      '0 から 300 までの数を入力してください',
    ],
    [
      'too many choices',
      { 利用したことのある相談: ['経営相談', '税務相談', '創業相談', 'ほか'] },
      '選べるのは 3 個までです',
    ],
    ['too long a text', { ご意見: '長'.repeat(401) }, '400 文字以内で入力してください'],
    ['a day that is none', { 次の決算日: '2026-02-30' }, '日付が正しくありません'],
    ['more than 72 hours', { '1回の相談に使える時間': '73:00:00' }, '所要時間が正しくありません'],
  ];
  it.each(cases)('%s', (_note, answers, message) => {
    expect(faults(answers)).toEqual([message]);
  });
  it('grid__required_row_left_out__and_a_column_twice', () => {
    const corporate = { 事業の形: '法人', 窓口の対応: '8' };
    expect(faults({ ...corporate, サービスごとの満足度: ['満足', null, '満足'] })).toEqual([
      'すべての行に答えてください',
    ]);
    const full = { ...corporate, サービスごとの満足度: ['満足', 'ふつう', '満足'] };
    expect(faults({ ...full, 参加できる時間帯: [['午前'], ['午前', '夜']] })).toEqual([
      '同じ時間帯は1つの曜日だけ選べます',
    ]);
    expect(form.responses).toHaveLength(0);
  });
});

describe('a sent answer', () => {
  it('is_changed_by_its_link__in_place__and_in_its_row', async () => {
    const first = submit({ ご意見: '一' });
    submit({ 事業所名: '別の店' });
    const [url = '', book = ''] = call<string[]>('editUrl', form.id);
    const path = `/forms/${form.publicId}/viewform${new URL(url).search}`;
    const out = await page(path);
    expect(out).toContain('送信済みの回答を変更しています');
    expect(out).toContain('value="見本商店"');
    const body = new URLSearchParams();
    for (const [, name = '', value = ''] of out.matchAll(
      /name="(entry\.\d+)"[^>]*?value="(見本商店|個人事業)"/g,
    )) {
      body.append(name, value === '見本商店' ? '見本商会' : value);
    }
    const sent = await fetch(web.address + path, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { origin: web.address },
    });
    expect(sent.headers.get('location')).toBe(view(`?done=1&edit2=${first.responseId}`));
    expect(form.responses.map((response) => response.answers[idOf('事業所名')])).toEqual([
      '見本商会',
      '別の店',
    ]);
    expect(form.responses[0]?.answers[idOf('ご意見')]).toBeUndefined();
    expect(call('rows', book)).toEqual(['事業所名', '見本商会', '別の店']);
    expect(await page(view(`?done=1&edit2=${first.responseId}`))).toContain('回答を編集する');
  });
  it('link_after_editing_was_forbidden__or_of_no_answer__only_tells_so', async () => {
    expect(await page(view('?edit2=none'))).toContain('この回答は編集できません');
    form.allowResponseEdits = false;
    const id = form.responses[0]?.id ?? '';
    expect(await page(view(`?edit2=${id}`))).toContain('この回答は編集できません');
    expect(runtime.submitAnswer(form.id, {}, { edit: id }).refused).toBe('edit');
    expect(await page(view('?done=1'))).not.toContain('回答を編集する');
  });
});

describe('a form that takes no answers', () => {
  it('closed__shows_its_own_words__unpublished__never_does', async () => {
    Object.assign(form, { acceptingResponses: false, closedMessage: '四月に締め切りました。' });
    expect(await page(view())).toContain('四月に締め切りました。');
    form.published = false;
    const out = await page(view());
    expect(out).toContain('公開されていません');
    expect(out).not.toContain('四月に');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRuntime, openWorkspace } from '../../index.ts';
import type { Product } from '../face.ts';
import { startWeb, type WebFace } from '../server.ts';
import { clerk, code, manifest } from './fixture.ts';

const product: Product = {
  name: '見本',
  place: '見本の場所',
  welcome: '',
  people: [{ id: 'clerk', roleLabel: '係', name: '係', email: clerk }],
  further: [],
  steps: () => [],
};

const addOns = {
  ...manifest.addOns,
  sheets: { ...manifest.addOns.sheets, homepageTrigger: { runFunction: 'everyWidget' } },
};

let web: WebFace;
let book = '';

beforeAll(async () => {
  const workspace = openWorkspace({ clock: 'virtual' });
  workspace.addUser({ email: clerk, name: '係', role: 'staff' });
  const runtime = createRuntime(workspace, {
    code: `${code}function makeBook() { return SpreadsheetApp.create('受付簿').getId(); }`,
    html: {},
    manifest: { ...manifest, addOns },
    owner: clerk,
  });
  const made = runtime.run({ fn: 'makeBook', user: clerk, kind: 'manual' });
  book = made.ok ? String(made.value) : '';
  delete workspace.state.fileGrants;
  web = await startWeb({ runtime, product }, 0);
});
afterAll(() => web.close());

const page = async (path: string): Promise<{ status: number; text: string }> => {
  const reply = await fetch(web.address + path);
  return { status: reply.status, text: await reply.text() };
};

interface Reply {
  readonly ok: boolean;
  readonly panel?: string;
  readonly html?: string | null;
  readonly toast?: string;
  readonly gone?: boolean;
}

async function step(body: object): Promise<Reply> {
  const reply = await fetch(`${web.address}/addon`, {
    method: 'POST',
    headers: { origin: web.address, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await reply.json()) as Reply;
}

/** Number of the action of the first button with this text. */
function actOf(html: string, text: string): number {
  const found = new RegExp(`data-act="(\\d+)"[^>]*>${text}<`).exec(html);
  if (!found) throw new Error(`ボタン「${text}」がない`);
  return Number(found[1]);
}

describe('pages', () => {
  it('hosts_of_the_manifest__have_the_add_on__others_do_not', async () => {
    for (const path of [`/sheets/${book}`, '/mail', `/addon?host=sheets&file=${book}`]) {
      expect((await page(path)).text, path).toContain('data-addon="');
    }
    expect((await page('/addon?host=calendar')).status).toBe(404);
    expect((await page('/addon?host=nowhere')).status).toBe(404);
  });
});

describe('panel', () => {
  it('every_widget__is_drawn_with_its_name_and_no_markup_of_the_script', async () => {
    const { html } = await step({ step: 'open', host: 'sheets', file: book });
    for (const words of [
      '今日の受付',
      '開催日',
      'あと2件を表示',
      'aria-label="メールを書く"',
      '台帳を開く',
      '設定',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).toContain('value="2026-04-01"');
    expect(html).toContain('value="09:30"');
    expect(html).toContain('value="2026-04-01T09:00"');
    expect(html).not.toContain('<script');
  });

  it('fields__reach_the_function_as_form_inputs', async () => {
    const open = await step({ step: 'open', host: 'sheets', file: book });
    const sent = [
      { name: 'title', kind: 'text', values: ['春の<b>講習会'], offset: 0 },
      { name: 'note', kind: 'text', values: [''], offset: 0 },
      { name: 'mail', kind: 'choice', values: ['copy', 'day'], offset: 0 },
      { name: 'date', kind: 'date', values: ['2026-04-01'], offset: 0 },
      { name: 'time', kind: 'time', values: ['09:30'], offset: 0 },
      { name: 'until', kind: 'datetime', values: ['2026-04-01T09:00'], offset: 540 },
      { name: '__proto__', kind: 'constructor', values: ['x'], offset: 0 },
    ];
    const index = actOf(open.html ?? '', '作る');
    const { html } = await step({ step: 'act', panel: open.panel, index, fields: sent });
    const shown = (html ?? '').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    expect(shown).toContain('"title":{"stringInputs":{"value":["春の<b>講習会"]}}');
    expect(shown).toContain('"mail":{"stringInputs":{"value":["copy","day"]}}');
    expect(shown).toContain('"date":{"dateInput":{"msSinceEpoch":"1775001600000"}}');
    expect(shown).toContain('"time":{"timeInput":{"hours":9,"minutes":30}}');
    expect(shown).toContain('"until":{"dateTimeInput":{"msSinceEpoch":"1775001600000"');
    expect(shown).not.toContain('"note"');
  });

  it('notification__leaves_the_card_and_a_second_press_still_works', async () => {
    const open = await step({ step: 'open', host: 'sheets', file: book });
    const index = actOf(open.html ?? '', '下見');
    for (let turn = 0; turn < 2; turn++) {
      expect(await step({ step: 'act', panel: open.panel, index })).toMatchObject({
        html: null,
        toast: '<b>しました</b>',
      });
    }
  });

  it('grid_item__sends_its_identifier', async () => {
    const open = await step({ step: 'open', host: 'sheets', file: book });
    const found = /data-act="(\d+)"><span class="gcell__texts"><b>セミナー/.exec(open.html ?? '');
    const reply = await step({ step: 'act', panel: open.panel, index: Number(found?.[1]) });
    expect(reply.toast).toBe('seminar');
  });

  it('unknown_panel_and_step__are_refused', async () => {
    expect(await step({ step: 'act', panel: 'p999', index: 0 })).toMatchObject({ ok: false, gone: true });
    const open = await step({ step: 'open', host: 'sheets', file: book });
    expect(await step({ step: 'toString', panel: open.panel })).toMatchObject({ ok: false });
    expect(await step({ step: 'act', panel: open.panel, index: 9999 })).toMatchObject({
      ok: true,
      html: null,
    });
  });
});

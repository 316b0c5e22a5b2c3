/** What the scenarios of daily work share: one clerk at the desk, the product as served, the state put in place by its own calls. */
import { readFileSync } from 'node:fs';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Input, MethodName, Outputs, Reply } from '../../addon/view/protocol.ts';
import { displayValue } from '../../emulator/index.ts';
import type { FormState, SheetState } from '../../emulator/workspace/model.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { type Sidebar, sidebarOf } from './clerk.ts';
import { type Kit, type Seat, startKit, takeSeat } from './kit.ts';

export const sato = 'sato@mihon-cci.example.jp';
export const suzuki = 'suzuki@mihon-cci.example.jp';

export type SheetRow = Readonly<Record<string, string>>;

export interface Desk {
  readonly kit: Kit;
  readonly page: Page;
  readonly side: Sidebar;
  readonly browser: Browser;
  readonly seat: Seat;
  /** One call of the product, where the scenario does not concern it. */
  ask<M extends MethodName>(method: M, input: Input<M>, user?: string): Outputs[M];
  /** Rows of a sheet by header, as people see them. */
  rows(sheet: string): readonly SheetRow[];
  /** Writes rows in the place of all that stand in a sheet, as text. */
  put(sheet: string, rows: readonly SheetRow[]): void;
  /** Types into a cell, as a person at the sheet would: the row that says `words`, the column of this header. */
  type(sheet: string, words: string, header: string, text: string): void;
  form(formId: string): FormState;
  /** Somebody answers a form; answers by key. */
  answer(formId: string, given: Readonly<Record<string, string | readonly string[]>>): void;
  /** Opens the workbook with an entry of the menu, as it stands under 拡張機能. */
  menu(entry: string): Promise<void>;
}

/** Serves the product for the scenarios of a file; `desk()` is there once they run. */
export function atDesk(): () => Desk {
  let browser: Browser | undefined;
  let kit: Kit | undefined;
  let desk: Desk | undefined;
  beforeAll(async () => {
    [browser, kit] = await Promise.all([launchChromium(), startKit()]);
    const seat = await takeSeat(browser, kit, 1280, 800);
    seat.context.setDefaultTimeout(45_000);
    desk = makeDesk(browser, kit, seat);
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    await kit?.close();
  });
  return () => {
    if (desk === undefined) throw new Error('nobody serves');
    return desk;
  };
}

function makeDesk(browser: Browser, kit: Kit, seat: Seat): Desk {
  const { workspace } = kit.runtime;
  const { bookId } = kit.baseline;
  const { page } = seat;
  const sheetOf = (name: string): SheetState => {
    const sheet = workspace.state.spreadsheets[bookId]?.sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  const headers = (sheet: SheetState): readonly string[] =>
    Object.keys(sheet.cells[0] ?? {}).map((at) => displayValue(sheet, 0, Number(at)));
  const rows = (name: string): readonly SheetRow[] => {
    const sheet = sheetOf(name);
    const columns = Object.keys(sheet.cells[0] ?? {}).map(Number);
    return Object.keys(sheet.cells)
      .map(Number)
      .filter((row) => row > 0)
      .sort((a, b) => a - b)
      .map((row) =>
        Object.fromEntries(columns.map((at) => [displayValue(sheet, 0, at), displayValue(sheet, row, at)])),
      );
  };
  const form = (formId: string): FormState => {
    const found = workspace.state.forms[formId];
    if (found === undefined) throw new Error(`no form ${formId}`);
    return found;
  };
  return {
    kit,
    page,
    seat,
    browser,
    side: sidebarOf(page),
    rows,
    form,
    put(name, all) {
      const sheet = sheetOf(name);
      const labels = headers(sheet);
      for (const row of Object.keys(sheet.cells)) if (row !== '0') Reflect.deleteProperty(sheet.cells, row);
      sheet.rows = Math.max(sheet.rows, all.length + 1);
      all.forEach((row, index) => {
        for (const label of Object.keys(row)) if (!labels.includes(label)) throw new Error(`no ${label}`);
        sheet.cells[index + 1] = Object.fromEntries(
          labels.flatMap((label, at) => {
            const v = row[label] ?? '';
            return v === '' ? [] : [[at, { t: 'text' as const, v }]];
          }),
        );
      });
    },
    type(name, words, header, text) {
      const sheet = sheetOf(name);
      const at = headers(sheet).indexOf(header);
      const row = Object.values(sheet.cells).find((cells) =>
        Object.values(cells).some((cell) => cell.t === 'text' && cell.v === words),
      );
      if (row === undefined || at < 0) throw new Error(`no cell ${words} ${header}`);
      row[at] = { t: 'text', v: text };
    },
    ask(method, input, user = sato) {
      const activeFile = { id: bookId, type: 'spreadsheet' } as const;
      const result = kit.runtime.run({ fn: 'rpc', args: [method, input], user, kind: 'rpc', activeFile });
      if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
      const reply = JSON.parse(JSON.stringify(result.value)) as Reply<typeof method>;
      if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.issues)}`);
      return reply.result;
    },
    answer(formId, given) {
      const items = rows('_items').filter((row) => row.formId === formId && row.itemId !== '');
      const answers: Record<number, string | string[]> = {};
      for (const [key, value] of Object.entries(given)) {
        const row = items.find((one) => one.key === key);
        if (row === undefined) throw new Error(`no question ${key}`);
        answers[Number(row.itemId)] = typeof value === 'string' ? value : [...value];
      }
      const result = kit.runtime.submitAnswer(formId, answers);
      expect({ refused: result.refused, errors: result.errors }).toEqual({ refused: '', errors: [] });
      for (const one of result.runs) if (!one.ok) throw new Error(one.error.message);
    },
    async menu(entry) {
      await page.goto(`${kit.address}/sheets/${bookId}`);
      await page.getByText('拡張機能').click();
      await page.getByRole('button', { name: entry, exact: true }).click();
    },
  };
}

/** A scenario: what is not as it should be on any page fails it too. */
export function scenario(name: string, desk: () => Desk, run: (desk: Desk) => Promise<void>): void {
  it(name, { timeout: 300_000 }, async () => {
    const { seat } = desk();
    await run(desk());
    expect(seat.troubles.splice(0)).toEqual([]);
  });
}

export const dialogOf = (page: Page): FrameLocator => page.frameLocator('[data-dialog-frame]');

/** Shows a sheet by its tab, as a clerk would. */
export async function showSheet(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'シート' }).getByRole('link', { name, exact: true }).click();
}

/** A row of the sheet that is shown, by what it says. */
export function sheetRow(page: Page, ...words: readonly string[]): Locator {
  return words.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row')).first();
}

/** Opens the file of the newest batch from the sidebar and gives its bytes, as they are downloaded. */
export async function downloaded({ side, seat }: Desk): Promise<Buffer> {
  const [opened] = await Promise.all([
    seat.context.waitForEvent('page'),
    side.getByRole('link', { name: 'ファイルを開く・保存する' }).first().click(),
  ]);
  const [download] = await Promise.all([
    opened.waitForEvent('download'),
    opened.getByRole('link', { name: 'ダウンロード' }).click(),
  ]);
  const bytes = readFileSync(await download.path());
  await opened.close();
  return bytes;
}

/** Lines of a file as Windows reads it. */
export const lines = (bytes: Buffer): readonly string[] =>
  new TextDecoder('shift_jis', { fatal: true })
    .decode(bytes)
    .split('\r\n')
    .filter((line) => line !== '');

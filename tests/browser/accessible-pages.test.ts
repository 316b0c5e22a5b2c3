/** The pages that `npm start` serves, for people who cannot see them, use no mouse, or enlarge them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emulateScript } from '../../emulator/index.ts';
import { everyKind } from '../../emulator/web/form/every-kind.ts';
import type { FormState } from '../../emulator/workspace/model.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { hasNoViolation, isForEveryone } from './accessible-checks.ts';
import { choose, formReady, nextTo, pressNext, pressSend, type } from './applicant.ts';
import { type Kit, type Seat, startKit, takeSeat } from './kit.ts';

let browser: Browser;
let kit: Kit;
let seat: Seat;
let form: FormState;

beforeAll(async () => {
  [browser, kit] = await Promise.all([launchChromium(), startKit()]);
  seat = await takeSeat(browser, kit, 390, 844);
  seat.context.setDefaultTimeout(15_000);
  const { workspace } = kit.runtime;
  const made = emulateScript({
    source: everyKind,
    fileName: 'every-kind.gs',
    functionName: 'makeEveryKind',
    args: [],
    workspace,
  });
  if (!made.ok) throw new Error(made.error.message);
  const found = workspace.state.forms[String(made.value)];
  if (found === undefined) throw new Error('no form');
  form = found;
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await kit?.close();
});

const answerPage = (): string => `/forms/${form.publicId}/viewform`;

async function toLastPage(page: Page): Promise<void> {
  await formReady(page);
  await type(page, { 事業所名: '見本商店' });
  await choose(page, '事業の形', '個人事業');
  await nextTo(page, '日時について');
}

/** The page with every fold open; menus open over what is below them. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('main details'))
      if (one.querySelector('.menu__item') === null) one.setAttribute('open', '');
  });
}

const stay = (): Promise<void> => Promise.resolve();

const views: Readonly<Record<string, readonly [() => string, (page: Page) => Promise<void>]>> = {
  ホーム: [() => '/', stay],
  ホームの裏側: [() => '/', unfold],
  回答の1ページ目: [answerPage, formReady],
  回答に足りないところ: [
    answerPage,
    async (page) => {
      await formReady(page);
      await pressNext(page);
      await page.locator('.question.is-wrong').first().waitFor();
    },
  ],
  回答の2ページ目: [
    answerPage,
    async (page) => {
      await formReady(page);
      await type(page, { 事業所名: '見本商店' });
      await choose(page, '事業の形', '法人');
      await nextTo(page, '法人の方へ');
    },
  ],
  回答の最後のページ: [answerPage, toLastPage],
  回答のあと: [
    answerPage,
    async (page) => {
      await toLastPage(page);
      await pressSend(page);
      await page.getByText('送信しました').waitFor();
    },
  ],
  入会申込: [
    () => `/forms/${kit.runtime.workspace.state.forms[kit.baseline.formId]?.publicId ?? ''}/viewform`,
    formReady,
  ],
  フォームの編集: [() => `/forms/d/${form.id}/edit`, stay],
  フォームの編集で開いた欄: [() => `/forms/d/${form.id}/edit`, unfold],
  メールの一覧: [() => '/mail', stay],
  開いたメール: [
    () => '/mail',
    async (page) => {
      await page.locator('.letters__row').first().click();
      await page.locator('.letter').waitFor();
    },
  ],
  ないページ: [() => '/forms/none/viewform', stay],
};

describe('pages of the web face', () => {
  it.each(Object.entries(views))('%s__for_everyone', async (name, [address, way]) => {
    const { page, troubles } = seat;
    await page.setViewportSize({ width: 390, height: 844 });
    // A half-written answer is kept in the browser; each view begins afresh.
    await page.evaluate(() => {
      sessionStorage.clear();
      localStorage.clear();
    });
    await page.goto(kit.address + address());
    await way(page);
    await isForEveryone(page, [390, 1280]);
    expect(troubles.splice(0).filter((one) => name !== 'ないページ' || !/404/.test(one))).toEqual([]);
  });

  it('closed_form__for_everyone', async () => {
    const { page, troubles } = seat;
    form.acceptingResponses = false;
    await page.goto(kit.address + answerPage());
    await page.getByText('回答を受け付けていません').waitFor();
    await isForEveryone(page, [390, 1280]);
    form.acceptingResponses = true;
    expect(troubles).toEqual([]);
  });

  it('sheet__and_the_product_beside_and_over_it__have_names_for_everything', async () => {
    const { page, troubles } = seat;
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const [item, mark] of [
      ['showSidebar', '[data-side-frame]'],
      ['showForms', '[data-dialog-frame]'],
    ] as const) {
      await page.goto(kit.address);
      await page.goto(`${kit.address}/sheets/${kit.baseline.bookId}#menu=${item}`);
      await page.frameLocator(mark).locator('.screen:not([aria-busy])').waitFor();
      await hasNoViolation(page);
      for (const frame of page.frames().filter((one) => one !== page.mainFrame())) {
        const drawn = await frame.locator('.screen').count();
        if (drawn > 0) await hasNoViolation(frame);
      }
    }
    expect(troubles).toEqual([]);
  });
});

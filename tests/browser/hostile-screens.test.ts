/** Hostile texts in every place of every screen of the add-on: shown as typed, never run. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { bundlePage, type ClientPage, formsPage, sidebarPage } from '../../scripts/build/client.ts';
import { hostileTexts } from '../support/hostile.ts';
import { nothingRan, setTrap, standing } from './hostile-checks.ts';
import { openPage, press, rows, settled, tab } from './sidebar-page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let browser: Browser;
let sidebar = '';
let forms = '';

const withHostileReplies = (page: ClientPage, name: string): Promise<string> =>
  bundlePage(root, { ...page, before: join(root, 'tests/support', `hostile-${name}.ts`) });

beforeAll(async () => {
  [browser, sidebar, forms] = await Promise.all([
    launchChromium(),
    withHostileReplies(sidebarPage, 'sidebar'),
    withHostileReplies(formsPage, 'forms'),
  ]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
});

async function walk(
  html: string,
  scenario: object,
  width: number,
  steps: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, troubles } = await openPage(browser, html, scenario, { width, height: 720, dark: false });
  page.setDefaultTimeout(15_000);
  await setTrap(page);
  await page.reload();
  try {
    await steps(page);
    // A date field drops what is no date, and the browser says so.
    expect(troubles.filter((one) => !one.includes('does not conform to the required format'))).toEqual([]);
  } finally {
    await page.close();
  }
}

/** What stands on the screen now is harmless, whole and within the window. */
async function look(page: Page): Promise<ReadonlySet<string>> {
  await settled(page);
  await nothingRan(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  return standing(page);
}

const lost = (seen: ReadonlySet<string>): readonly string[] => hostileTexts.filter((one) => !seen.has(one));

type Way = (page: Page) => Promise<void>;

async function register(page: Page): Promise<void> {
  await tab(page, '台帳').click();
  await settled(page);
}
const registerThen =
  (more: Way): Way =>
  async (page) => {
    await register(page);
    await more(page);
  };
async function chooseFile(page: Page): Promise<void> {
  await press(page, /CSVを取り込む/);
  await page.getByRole('radio').first().check();
}

/** Ways by the product's own words and by places, for the words of the data are hostile here. */
const sidebarScreens: Readonly<Record<string, Way>> = {
  今日: () => Promise.resolve(),
  CSV: async (page) => {
    await tab(page, 'CSV').click();
    await press(page, /^CSVを出す/);
  },
  台帳: register,
  取込み: registerThen(async (page) => {
    await chooseFile(page);
    await press(page, '中身を確かめる');
    await page.getByText('変わる事業所の例').click();
  }),
  列の並び: registerThen(async (page) => {
    await chooseFile(page);
    await press(page, 'このファイルの並びを覚えさせる');
    await press(page, '列を読み取る');
    await page.locator('#columns-heading').waitFor();
  }),
  送付: registerThen(async (page) => {
    await press(page, '送付・督促');
    await press(page, '送る相手を確かめる');
    await page.locator('#preview-heading').waitFor();
  }),
  回答: registerThen((page) => press(page, '回答を見る')),
  一件の回答: registerThen(async (page) => {
    await press(page, '回答を見る');
    await rows(page).nth(3).click();
  }),
  代理入力: registerThen(async (page) => {
    await press(page, '代理入力');
    await page.getByRole('searchbox').fill('0');
    await page.clock.runFor(1000);
    await page.locator('.line').first().click();
  }),
};

const firstOf = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

const formsScreens: Readonly<Record<string, Way>> = {
  一覧: (page) => page.locator('.form-card').first().waitFor(),
  止める前: (page) => firstOf(page, /受付を止める$/),
  締切と定員: async (page) => {
    await firstOf(page, /締切と定員$/);
    await page.locator('#terms-places').fill('33');
    await press(page, '変わることを確かめる');
    await page.locator('#terms-result').waitFor();
  },
  ひな型: (page) => tab(page, 'ひな型から作る').click(),
  作る: async (page) => {
    await tab(page, 'ひな型から作る').click();
    await page.locator('.template .button-primary').first().click();
    await page.locator('.preview').waitFor();
    for (const input of await page.locator('input[id^=fill-in-], textarea[id^=fill-in-]').all())
      await input.fill(hostileTexts[0] ?? '');
    await page.clock.runFor(1000);
  },
  更新の計画: async (page) => {
    await firstOf(page, /更新を見る$/);
    await page.locator('.headline').waitFor();
  },
  履歴: (page) => firstOf(page, /履歴$/),
  取り込む: (page) => firstOf(page, /を取り込む$/),
  ひな型として保存: async (page) => {
    await firstOf(page, /ひな型として保存$/);
    await press(page, '下書きを保存する');
  },
};

describe('hostile texts', () => {
  it('there_are_two_hundred_and_none_twice', () => {
    expect(new Set(hostileTexts).size).toBe(hostileTexts.length);
    expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
  });

  it('queue__every_text_is_a_name_as_typed', () =>
    walk(sidebar, { applications: 400 }, 300, async (page) => {
      await tab(page, '受付').click();
      await rows(page).first().waitFor();
      await look(page);
      const seen = new Set<string>();
      await page.locator('#queue-list').focus();
      for (let top = 0; top < 120; top++) {
        for (const one of await standing(page)) seen.add(one);
        await page.keyboard.press('PageDown');
        if ((await page.locator('#queue-list-399').count()) > 0) break;
      }
      expect(lost(seen)).toEqual([]);
      await nothingRan(page);
    }));

  it('detail_with_its_editor_and_decision__every_text_as_typed', async () => {
    const seen = new Set<string>();
    const keep = async (page: Page): Promise<void> => {
      for (const one of await look(page)) seen.add(one);
    };
    await walk(sidebar, { applications: 14 }, 300, async (page) => {
      await tab(page, '受付').click();
      for (let row = 0; row < 14; row++) {
        await rows(page).nth(row).click();
        await page.locator('.correct').nth(1).click();
        await page.locator('#correction-value').waitFor();
        await keep(page);
        await page.keyboard.press('Escape');
        const withdraw = page.getByRole('button', { name: '取下げ', exact: true });
        if ((await withdraw.count()) > 0) await withdraw.click();
        await keep(page);
        await tab(page, '受付').click();
      }
    });
    expect(lost(seen)).toEqual([]);
  });

  it.each(Object.entries(sidebarScreens))('sidebar__%s__nothing_runs_or_breaks', (_name, way) =>
    walk(sidebar, { attention: true, from: 11 }, 300, async (page) => {
      await way(page);
      await look(page);
    }));

  it.each(Object.entries(formsScreens))('forms_page__%s__nothing_runs_or_breaks', (_name, way) =>
    walk(forms, { from: 23 }, 390, async (page) => {
      await way(page);
      await look(page);
      await page.setViewportSize({ width: 1280, height: 720 });
      await look(page);
    }));
});

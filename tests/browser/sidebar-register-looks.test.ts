/** The register's screens in every look: readable, nothing sticks out, and typed text stays text. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../addon/sidebar/testing/mock-state.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import {
  bundleWithMock,
  hasFocus,
  heading,
  isReadable,
  looksToTry,
  press,
  rows,
  settled,
  tab,
  walkSidebar,
} from './sidebar-page.ts';
import { chooseFile, find, openAnswer } from './sidebar-register-page.ts';

let browser: Browser;
let html = '';

beforeAll(async () => {
  [browser, html] = await Promise.all([launchChromium(), bundleWithMock()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
});

/** One walk that begins on 台帳. */
const walk = (scenario: Partial<Scenario>, steps: (page: Page) => Promise<void>): Promise<void> =>
  walkSidebar(browser, html, scenario, async (page) => {
    await tab(page, '台帳').click();
    await settled(page);
    await steps(page);
  });

describe('screens of the register', () => {
  const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    台帳: () => Promise.resolve(),
    取込み: async (page) => {
      await chooseFile(page);
      await press(page, '中身を確かめる');
      await hasFocus(page, 'preview-heading');
      await page.getByText('変わる事業所の例').click();
    },
    配置: async (page) => {
      await chooseFile(page);
      await press(page, 'このファイルの並びを覚えさせる');
      await press(page, '列を読み取る');
      await hasFocus(page, 'columns-heading');
    },
    送付: async (page) => {
      await press(page, '送付・督促');
      await press(page, '送る相手を確かめる');
      await hasFocus(page, 'preview-heading');
      await press(page, 'リンクの鍵を替える');
      await page.getByLabel('今までのリンクを使えなくする').check();
    },
    回答: async (page) => {
      await press(page, '回答を見る');
      await press(page, /まとめて承認$/);
    },
    一件の回答: (page) => openAnswer(page, '食い違い'),
    要確認: async (page) => {
      await press(page, /^要確認/);
      await rows(page).first().click();
    },
    代理入力: async (page) => {
      await press(page, '代理入力');
      await find(page, '01');
      await page.locator('.line').first().click();
      await page.getByLabel('変更あり').check();
      await press(page, '保存する');
    },
  };

  it.each(Object.keys(screens))('%s__readable_in_every_look_and_nothing_sticks_out', (screen) =>
    walk({}, async (page) => {
      await screens[screen]?.(page);
      await settled(page);
      await heading(page).waitFor();
      for (const [, { width, height, dark }] of looksToTry) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
        await isReadable(page);
      }
    }));

  it.each(
    Object.keys(screens).filter((one) => one !== '一件の回答' && one !== '代理入力'),
  )('hostile_text__%s__is_shown_and_never_runs', (screen) =>
    walk({ hostile: true }, async (page) => {
      await screens[screen]?.(page);
      await settled(page);
      const found = await page.evaluate(() => ({
        elements: document.querySelectorAll('#app img, #app script, #app iframe').length,
        hacked: 'hacked' in window,
        scriptLinks: [...document.querySelectorAll('a[href]')].filter(
          (a) => !/^https?:/.test(a.getAttribute('href') ?? ''),
        ).length,
      }));
      expect(found).toEqual({ elements: 0, hacked: false, scriptLinks: 0 });
      await isReadable(page);
    }));
});

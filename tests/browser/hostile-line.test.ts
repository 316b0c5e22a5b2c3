/** Hostile texts on their way through the product that `npm start` serves: form, answers, sheet, sidebar, mails, files. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emulateScript } from '../../emulator/index.ts';
import { escapeText } from '../../emulator/web/core/html.ts';
import type { FormState } from '../../emulator/workspace/model.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { sampleAnswers } from '../../scripts/start/sample/answers.ts';
import { answersOf } from '../../scripts/start/seed.ts';
import { wellFormed } from '../support/hostile.ts';
import { openTab, rows, sidebarOf } from './clerk.ts';
import { nothingRan, setTrap, standing } from './hostile-checks.ts';
import { type Kit, overhang, type Seat, startKit, takeSeat } from './kit.ts';

const script = `
function makeHostile(texts) {
  const form = FormApp.create('見本', true).setTitle(texts[0]).setDescription(texts[1]).setConfirmationMessage(texts[2]);
  for (const text of texts) form.addTextItem().setTitle(text).setHelpText(text);
  form.addListItem().setTitle('一覧').setChoiceValues(texts.filter((text) => text.trim() !== ''));
  form.addCheckboxItem().setTitle('選択').setChoiceValues(texts.filter((text) => text.trim() !== ''));
  form.addTextItem().setTitle('必ず').setRequired(true);
  const book = SpreadsheetApp.create(texts[3]);
  form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
  return [form.getId(), book.getId()];
}
function putFiles(texts) { return texts.map((text) => DriveApp.createFile(text, '見本', 'text/plain').getId()); }
function rename(id, title) { FormApp.openById(id).setTitle(title); }`;

let browser: Browser;
let kit: Kit;
let seat: Seat;
let form: FormState;
let bookId = '';

function runScript(functionName: string, ...args: readonly unknown[]): unknown {
  const { workspace } = kit.runtime;
  const result = emulateScript({ source: script, fileName: 'hostile.gs', functionName, args, workspace });
  if (!result.ok) throw new Error(`${functionName}: ${result.error.message}`);
  return result.value;
}

beforeAll(async () => {
  [browser, kit] = await Promise.all([launchChromium(), startKit()]);
  seat = await takeSeat(browser, kit, 390, 844);
  seat.context.setDefaultTimeout(15_000);
  await setTrap(seat.context);
  const [formId, book] = JSON.parse(JSON.stringify(runScript('makeHostile', wellFormed)));
  const found = kit.runtime.workspace.state.forms[String(formId)];
  if (found === undefined) throw new Error('no form');
  form = found;
  bookId = String(book);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await kit?.close();
});

/** As a page's HTML carries it: U+0000 and carriage returns cannot stand in one (https://html.spec.whatwg.org/#preprocessing-the-input-stream). */
const inHtml = (text: string): string => text.replace(/\0/g, '\ufffd').replace(/\r\n?/g, '\n');
/** As a field of one line holds it (https://html.spec.whatwg.org/#strip-newlines). */
const inField = (text: string): string => inHtml(text).replace(/\n/g, '');
const lost = (seen: ReadonlySet<string>, as: (text: string) => string): readonly string[] =>
  wellFormed.map(as).filter((one) => !seen.has(one));

/** The page's own scripts and frames. */
const ours = [
  'script[src^="/assets/"]',
  'main script[type="application/json"]',
  'main iframe[data-side-frame]',
  'main iframe[data-dialog-frame]',
  '.letter__frame',
  'main dialog',
].join();

async function go(path: string, width = 390): Promise<Page> {
  const { page } = seat;
  await page.setViewportSize({ width, height: 844 });
  await page.goto(kit.address + path);
  return page;
}

async function isHarmless(page: Page): Promise<void> {
  await nothingRan(page, ours);
  expect(await overhang(page)).toBe(0);
  expect(seat.troubles).toEqual([]);
}

const viewform = (): string => `/forms/${form.publicId}/viewform`;

describe('hostile texts', () => {
  it('form__title_questions_helps_and_choices_as_typed', async () => {
    const page = await go(viewform());
    await page.locator('.answer.is-paged').waitFor();
    await isHarmless(page);
    const texts = (selector: string): Promise<readonly string[]> =>
      page.locator(selector).evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    for (const selector of ['.question__title', '.question__help', '.choice__text', 'option'])
      expect({
        selector,
        lost: lost(new Set(await texts(selector)), inHtml).filter((one) => one.trim() !== ''),
      }).toEqual({
        selector,
        lost: [],
      });
  });

  it('answers__come_back_as_typed_after_a_fault__and_are_taken', async () => {
    const page = await go(viewform());
    await page.locator('.answer.is-paged').waitFor();
    const fill = (values: readonly string[]): Promise<void> =>
      page.evaluate((all) => {
        const inputs = document.querySelectorAll<HTMLInputElement>('.question input.input');
        all.forEach((value, index) => {
          const input = inputs[index];
          if (input !== undefined) input.value = value;
        });
      }, values);
    // As a browser without scripts sends it.
    const send = (): Promise<unknown> =>
      Promise.all([
        page.waitForNavigation(),
        page.evaluate(() => {
          const at = document.querySelector('[data-answer-form]');
          if (at instanceof HTMLFormElement) HTMLFormElement.prototype.submit.call(at);
        }),
      ]);
    await fill(wellFormed);
    await send();
    await page.locator('.summary:not([hidden])').waitFor();
    expect(seat.troubles.splice(0).filter((one) => !one.includes('422'))).toEqual([]);
    await isHarmless(page);
    expect(lost(await standing(page), inField)).toEqual([]);
    await fill([...wellFormed, '書いた']);
    await send();
    await page.getByText('送信しました').waitFor();
    await isHarmless(page);
    expect(form.responses.length).toBe(1);
  });

  it('sheet_of_the_answers__shows_them_as_typed', async () => {
    const page = await go(`/sheets/${bookId}?gid=${form.destination?.sheetId ?? ''}`, 1280);
    await page.locator('.cells').waitFor();
    await isHarmless(page);
    const cells = await page
      .locator('.cells td')
      .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    expect(lost(new Set(cells), inField).filter((one) => one.trim() !== '')).toEqual([]);
  });

  it('form_editor__holds_them_as_typed', async () => {
    const page = await go(`/forms/d/${form.id}/edit`, 1280);
    await isHarmless(page);
    expect(lost(await standing(page), inField)).toEqual([]);
  });

  it('files__are_listed_by_their_names', async () => {
    const names = wellFormed.filter((one) => one.trim() !== '');
    const ids: readonly unknown[] = JSON.parse(JSON.stringify(runScript('putFiles', names)));
    let page = await go('/', 1280);
    await isHarmless(page);
    const seen = await standing(page);
    expect(names.map(inHtml).filter((one) => !seen.has(one))).toEqual([]);
    for (const id of ids.slice(0, 5)) {
      page = await go(`/drive/${String(id)}`);
      await isHarmless(page);
    }
  });

  it('mails__senders_subjects_addresses_and_attachments_as_typed', async () => {
    const { workspace } = kit.runtime;
    const box = '"<img src=x onerror=window.hacked=1>"@example.jp';
    wellFormed.forEach((text, index) => {
      workspace.state.mails.push({
        id: `hostile-${index}`,
        at: workspace.now(),
        from: 'info@example.jp',
        fromName: text,
        replyTo: '',
        to: [box],
        cc: [],
        bcc: [],
        subject: text,
        body: `${text}\n${text}`,
        htmlBody: '',
        attachments: [{ name: text, mimeType: 'text/plain', content: '' }],
        readBy: [],
      });
    });
    const all = `/mail?box=${encodeURIComponent(box)}`;
    const page = await go(all, 1280);
    await isHarmless(page);
    expect(lost(await standing(page), inHtml).filter((one) => one.trim() !== '')).toEqual([]);
    for (let index = 0; index < wellFormed.length; index += 24) {
      await go(`${all}&id=hostile-${index}`);
      await isHarmless(page);
      const shown = await page.locator('.letter__body').evaluate((at) => at.textContent ?? '');
      const text = inHtml(wellFormed[index] ?? '');
      expect(shown).toBe(`${text}\n${text}`);
    }
  });
});

describe('hostile applications', () => {
  const questions = ['事業所名', '代表者氏名', '住所', '事業内容'];
  const usable = wellFormed.filter((one) => one.trim() !== '');
  const side = (): FrameLocator => sidebarOf(seat.page);

  it('answers__reach_queue_detail_and_mail_as_typed', async () => {
    const { runtime, baseline } = kit;
    const { workspace } = runtime;
    const membership = workspace.state.forms[baseline.formId];
    if (membership === undefined) throw new Error('no form');
    const sleeping = workspace.state.triggers.filter(
      (one) => one.eventType === 'ON_FORM_SUBMIT' && one.enabled,
    );
    for (const one of sleeping) one.enabled = false;
    const sent: (readonly string[])[] = [];
    sampleAnswers(8).forEach((sample, index) => {
      const texts = questions.map((_, at) => usable[(index * questions.length + at) * 7] ?? '見本');
      const typed = Object.fromEntries(questions.map((title, at) => [title, texts[at] ?? '']));
      const result = runtime.submitAnswer(membership.id, answersOf(membership, { ...sample, ...typed }));
      if (result.responseId !== '') sent.push(texts);
    });
    for (const one of sleeping) one.enabled = true;
    expect(sent.length).toBeGreaterThanOrEqual(6);
    const page = await go(`/sheets/${baseline.bookId}#menu=showSidebar`, 1280);
    await side().getByRole('button', { name: '回答を取り込む' }).click();
    await openTab(side(), '受付');
    await rows(side()).first().waitFor();
    const frame = page.frames().find((one) => one.url().includes('/frame/sidebar'));
    if (frame === undefined) throw new Error('no sidebar');
    await nothingRan(frame);
    await isHarmless(page);
    await rows(side()).first().click();
    await side()
      .getByRole('button', { name: /^承認$/ })
      .waitFor();
    await nothingRan(frame);
    const seen = await standing(frame);
    const whole = sent.filter((texts) => texts.slice(1).every((text) => seen.has(text)));
    expect(whole.length).toBe(1);
    const letters = workspace.state.mails.filter(
      ({ id, htmlBody }) =>
        !id.startsWith('hostile-') && sent.some(([name = '']) => htmlBody.includes(escapeText(name))),
    );
    expect(letters.length).toBeGreaterThan(0);
    for (const { id, to, body } of letters.slice(0, 4)) {
      await go(`/mail?box=${encodeURIComponent(to[0] ?? '')}&id=${encodeURIComponent(id)}`);
      const inside = page.frameLocator('.letter__frame').locator('body');
      const text = await inside.innerText();
      expect(sent.some(([name = '']) => text.includes(name) && body.includes(name))).toBe(true);
      expect(await inside.locator('img, script, iframe, svg, object, form').count()).toBe(0);
    }
    await isHarmless(page);
  });

  it('form_title_and_what_is_filled_in__by_staff__stay_text_in_list_and_preview', async () => {
    const hostile = '</script><img src=x onerror="window.hacked=1">{{7*7}}';
    runScript('rename', kit.baseline.formId, hostile);
    await go('/', 1280);
    const page = await go(`/sheets/${kit.baseline.bookId}#menu=showForms`, 1280);
    const forms = page.frameLocator('[data-dialog-frame]');
    await forms.getByRole('heading', { level: 1, name: 'フォーム', exact: true }).waitFor();
    const frame = page.frames().find((one) => one.url().includes('/frame/dialog'));
    if (frame === undefined) throw new Error('no page of forms');
    await nothingRan(frame);
    await forms.getByRole('button', { name: 'ひな型から作る' }).first().click();
    await forms.getByRole('button', { name: '「参加申込」で作る' }).first().click();
    await forms.locator('#fill-in-eventName').fill(hostile);
    await forms.locator('.preview').getByText(hostile).first().waitFor();
    await nothingRan(frame);
    await isHarmless(page);
  });
});

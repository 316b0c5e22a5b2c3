/** The page 点検と設定: what the person responsible for the chamber's book looks at. */
import type { FrameLocator, Page } from 'playwright-core';
import { openAsClerk, type Studio, shoot } from './camera.ts';

/** Roles that are ticked for the picture and not saved. */
const people = [
  { person: 'sato@mihon-cci.example.jp', roles: ['受付', '承認', '出力', '設定'] },
  { person: 'suzuki@mihon-cci.example.jp', roles: ['受付', '出力'] },
  { person: 'tanaka@mihon-cci.example.jp', roles: ['受付'] },
] as const;

async function openTab(office: FrameLocator, tab: string): Promise<void> {
  await office.getByRole('navigation').getByRole('button', { name: tab }).click();
  await office.getByRole('heading', { level: 1, name: tab, exact: true }).waitFor();
  await office.locator('.screen:not([aria-busy])').waitFor();
}

async function fillRoles(office: FrameLocator): Promise<void> {
  for (const { person, roles } of people) {
    await office.getByLabel('担当者を加える').fill(person);
    await office.getByRole('button', { name: '加える', exact: true }).click();
    for (const role of roles) await office.getByLabel(`${person}：${role}`).check();
  }
  await office.getByText('役割の意味').click();
}

const shootDialog = (page: Page, name: string): Promise<void> => shoot(page.locator('[data-dialog]'), name);

/** 点検, 権限, 保存期間 as they stand; 引継ぎ as a new clerk finds it. */
export async function takeOffice(studio: Studio): Promise<void> {
  const path = `/sheets/${studio.bookId}#menu=showOffice`;
  const page = await openAsClerk(studio, 1280, 800, path);
  const office = page.frameLocator('[data-dialog-frame]');
  await openTab(office, '点検');
  await shootDialog(page, 'office-health');
  await openTab(office, '保存期間');
  await shootDialog(page, 'office-retention');
  await openTab(office, '権限');
  await fillRoles(office);
  await shootDialog(page, 'office-access');
  await page.close();
  const another = await openAsClerk(studio, 1280, 800, path, 'staff2');
  await openTab(another.frameLocator('[data-dialog-frame]'), '引継ぎ');
  await shootDialog(another, 'office-hand-over');
  await another.close();
}
